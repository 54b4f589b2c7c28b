package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Arrays that are filled before they are read, whose elements the derivative may read again; and those that only look so. */
final class FilledArrays {

    @Differentiable
    @Sample(at = "[1, 2, 4], [0.5, 1, -1]")
    static double filledThenRead(double[] filledX, double[] w) {
        double[] centred = new double[filledX.length];
        for (int i = 0; i < filledX.length; i++) centred[i] = filledX[i] - w[i];
        double sum = 0;
        for (int i = 0; i < filledX.length; i++) {
            for (int j = 0; j <= i; j++) sum += centred[i] * centred[j] * centred[j];
        }
        return sum;
    }

    /** Read between two fillings. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double filledTwice(double[] x) {
        double[] a = new double[x.length];
        for (int i = 0; i < x.length; i++) a[i] = 2 * x[i];
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += a[i] * a[i];
        for (int i = 0; i < x.length; i++) a[i] = x[i] * x[i];
        for (int i = 0; i < x.length; i++) sum += a[i] * a[i] * a[i];
        return sum;
    }

    /** The reading stands behind the writing, but the next round writes again. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double filledInEachRound(double[] x) {
        double[] a = new double[2];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            a[0] = x[i] * x[i];
            a[1] = Math.sin(x[i]);
            sum = sum * x[i] + a[0] * a[1] * a[1];
        }
        return sum;
    }

    /** Each round has an array of its own. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double newInEachRound(double[] x) {
        double sum = 1;
        for (int i = 0; i < x.length; i++) {
            double[] a = new double[x.length];
            for (int j = 0; j < x.length; j++) a[j] = x[j] * x[i];
            double product = 1;
            for (int j = 0; j < x.length; j++) product *= 1 + a[j] * a[j];
            sum = sum * Math.log(product) + a[0] * a[1] * a[1];
        }
        return sum;
    }

    /** The round's own array is the one of the round before. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double handedToTheNextRound(double[] x) {
        double[] last = {1, 1};
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double[] mine = i == 1 ? last : new double[2];
            mine[0] += x[i] * x[i];
            mine[1] = Math.cos(x[i]) * mine[0];
            sum += mine[0] * mine[1] * mine[1] + last[0] * last[1] * last[0];
            last = mine;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double rowsFilled(double[] x) {
        double[][] m = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) m[i][j] = x[i] * x[j] + i;
        }
        double sum = 0;
        for (double[] row : m) {
            for (double e : row) sum += e * e * row[0];
        }
        return sum;
    }

    /** A row changes its place between two readings. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double filledRowsExchanged(double[] x) {
        double[][] m = new double[2][];
        m[0] = new double[] {x[0], x[1]};
        m[1] = new double[] {x[1] * x[2], x[2]};
        double sum = m[0][0] * m[0][1] * m[1][0];
        double[] row = m[0];
        m[0] = m[1];
        m[1] = row;
        return sum + m[0][0] * m[0][0] * m[1][1];
    }

    /** A row is written under the name of another array. */
    @Differentiable
    @Sample(at = "[1, 2, 4]")
    static double writtenUnderAnotherName(double[] x) {
        double[] a = {x[0], x[1]};
        double[][] m = {a, {x[2], 1}};
        double sum = a[0] * a[1] * m[1][0];
        m[0][1] = x[2] * x[2];
        return sum + a[0] * a[1] * a[1];
    }

    /** The caller writes what it has been given, before the derivative is asked for. */
    private static double[] squares(double[] x) {
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length; i++) squares[i] = x[i] * x[i];
        double scale = squares[0] * squares[1];
        for (int i = 0; i < x.length; i++) squares[i] *= scale;
        return squares;
    }

    private static double[] shifted(double[] x) {
        double[] shifted = new double[x.length];
        for (int i = 0; i < x.length; i++) shifted[i] = Math.exp(x[i]);
        return shifted;
    }

    private static double cubes(double[] a) {
        double sum = 0;
        for (double e : a) sum += e * e * e;
        return sum;
    }

    private static void doubled(double[] a) {
        for (int i = 0; i < a.length; i++) a[i] *= 2;
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double resultsWrittenByTheCaller(double[] x) {
        double[] a = squares(x);
        double[] b = shifted(x);
        double sum = a[0] * a[1] * b[2];
        b[2] = a[2] * a[2];
        a[0] = 3 * x[1];
        return sum + a[0] * a[1] * b[2] * b[2];
    }

    /** A called function reads what is written later, and another one writes. */
    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double readAndWrittenByCalls(double[] x) {
        double[] a = new double[x.length];
        for (int i = 0; i < x.length; i++) a[i] = x[i] * x[i];
        double sum = cubes(a);
        doubled(a);
        sum += cubes(a) * a[0];
        double[] b = shifted(x);
        sum += cubes(b);
        Arrays.fill(b, x[0]);
        return sum + cubes(b);
    }

    /** A called function is given arrays whose rows have been put in place before. */
    private static double weighed(double[][] rows, double[] weight, double x) {
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
            double dot = 0;
            for (int j = 0; j < rows[k].length; j++) dot += rows[k][j] * weight[j];
            sum += Math.sin(dot * x);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 0.5], [0.3, 0.7]")
    static double callsInIndependentRounds(double[] x, double[] w) {
        double[][] rows = new double[x.length][];
        for (int k = 0; k < x.length; k++) rows[k] = new double[] {x[k] * x[k], w[0] + x[k]};
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += weighed(rows, w, x[i]);
        return 2 * sum;
    }

    private static double[][] pair(double[] x, double s) {
        double[] row = {x[0] * s, x[1] * x[1]};
        double[][] pair = new double[2][];
        pair[0] = row;
        pair[1] = shifted(x);
        return pair;
    }

    /** Arrays that calls give are read and written by calls in rounds that aren't independent then. */
    @Differentiable
    @Sample(at = "[1, 2, 0.5], [0.3, 0.7]")
    static double callsThatWriteInRounds(double[] x, double[] w) {
        double[][][] all = new double[x.length][][];
        for (int k = 0; k < x.length; k++) all[k] = pair(w, x[k]);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weighed(all[i], w, x[i]);
            doubled(all[0][1]);
            sum += cubes(all[0][1]) * x[i];
        }
        return sum;
    }

    static final float[] BUFFER = new float[2];

    private static float[] buffer(float fill) {
        for (int i = 0; i < BUFFER.length; i++) BUFFER[i] = fill;
        return BUFFER;
    }

    private static float[] handedOnBuffer() {
        float[] buffer = buffer(1);
        return buffer;
    }

    /** In each round the same array, though it has a name of its own there. */
    @Differentiable
    @Sample(at = "[1, 2, 0.5]")
    static double oneBufferForAllRounds(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            float[] b = handedOnBuffer();
            b[0] = i + 0.5f;
            sum = sum * x[i] + b[0] * x[i] * x[i];
        }
        return sum;
    }
}
