package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Private arrays that methods give element by element, and their lengths. */
final class PrivateElements {
    private final double[][] entries = {{1, 2, 3}, {4, 5, 6}};
    private final int[] order = {1, 0};
    private float[] weights = {2, 3};
    private final boolean[] used = {true, false};
    private static double[] table = {1, 2, 3};

    double getEntry(int row, int column) {
        return this.entries[row][column];
    }

    double[] getRow(int i) {
        return entries[i];
    }

    int getRowDimension() {
        return entries.length;
    }

    int getColumnDimension() {
        return entries[0].length;
    }

    int order(int i) {
        return (order)[i];
    }

    float weight(int k) {
        return weights[k];
    }

    void setWeight(int k, float to) {
        weights[k] = to;
    }

    boolean isUsed(int k) {
        return used[k];
    }

    static double table(int i) {
        return table[i];
    }

    static int tableSize() {
        return table.length;
    }

    @Differentiable
    @Sample(at = "[2, 3, 4]")
    double quadratic(double[] x) {
        double sum = 0;
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < entries[0].length; j++) {
                sum += x[i] * entries[i][j] * x[order[i]] * weights[i] * (used[i] && j > 0 ? 1 : x[j]);
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[2, 3, 4]")
    double[] timesRows(double[] x) {
        double[] product = new double[entries.length];
        for (int i = 0; i < entries.length; i++) {
            double[] row = entries[i];
            for (int j = 0; j < row.length; j++) {
                product[i] += row[j] * x[j];
            }
        }
        return product;
    }

    private static double evaluated(double x) {
        double y = table[table.length - 1];
        for (int i = table.length - 2; i >= 0; i--) {
            y = y * x + table[i];
        }
        return y;
    }

    @Differentiable
    @Sample(at = "2", gives = "14")
    static double tableInAPrivateHelper(double x) {
        return evaluated(x);
    }

    @Differentiable
    @Sample(at = "2", gives = "30")
    static double elementsOfAnother(double x) {
        PrivateElements other = new PrivateElements();
        return x * other.entries[1][1] * other.weights[1] * (other.entries[0])[1];
    }

    @Differentiable
    @Sample(at = "2", gives = "14")
    static double changedInBetween(double x) {
        PrivateElements own = new PrivateElements();
        double y = x * own.weights[0];
        own.setWeight(0, 7);
        return y * own.weights[0];
    }

    private static double[] scaled(double[] row, double[] p) {
        double[] y = new double[row.length];
        for (int i = 0; i < y.length; i++) y[i] = Math.sin(row[i] * p[i]) + p[0];
        return y;
    }

    /** A row stands first in a variable that then holds differentiated arrays. */
    @Differentiable
    @Sample(at = {"[0.2, 0.3, 0.4], 2", "[0.2, 0.3, 0.4], 0"})
    double rowsThatBecomeActive(double[] p, int times) {
        double sum = 0;
        for (int k = 0; k < entries.length; k++) {
            double[] row = entries[k];
            for (int j = 0; j < times; j++) {
                row = scaled(row, p);
            }
            for (double e : row) sum += e * p[1];
        }
        return sum;
    }

    /** One of the two is a constant. */
    @Differentiable
    @Sample(at = {"[0.2, 0.3, 0.4], true", "[0.2, 0.3, 0.4], false"})
    double[] rowOrActive(double[] p, boolean own) {
        return own ? scaled(getRow(1), p) : getRow(0);
    }

    @Differentiable
    @Sample(at = "0.5, 1.9, 1")
    double byCasts(double x, double k, long i) {
        return getEntry(0, 1) * x + entries[(int) i][(int) (i * 2L)] * x * x + weights[(byte) i] * x + (int) k * x;
    }
}
