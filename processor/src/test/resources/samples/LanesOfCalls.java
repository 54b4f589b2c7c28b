package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Vectors by vectors whose methods call others: these are called once for several directions. */
final class LanesOfCalls {

    /** A chain of bars, each turned against the one before, moves points that hang on them. */
    @Differentiable(wrt = "bends")
    @Sample(at = "[0.3, -0.4, 0.9, 0.1, 1.2], [[0.5, 0.1], [1, -0.2], [0.7, 0.7]], [4, 0, 2]", wrt = "bends")
    static double[] hangingPoints(double[] bends, double[][] points, int[] bars) {
        double[][][] turns = turns(bends);
        double[] places = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            double[] place = moved(turns[bars[i]], points[i]);
            places[2 * i] = place[0];
            places[2 * i + 1] = place[1];
        }
        return places;
    }

    private static double[][][] turns(double[] bends) {
        double[][][] turns = new double[bends.length][][];
        for (int bar = 0; bar < bends.length; bar++) {
            double[][] turn = turn(bends[bar]);
            turns[bar] = bar == 0 ? turn : product(turns[bar - 1], turn);
        }
        return turns;
    }

    private static double[][] turn(double angle) {
        return new double[][] {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}};
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[] moved(double[][] turn, double[] point) {
        double[] moved = new double[2];
        for (int i = 0; i < 2; i++) {
            moved[i] = turn[i][0] * point[0] + turn[i][1] * point[1];
        }
        return moved;
    }

    /** A helper overwrites what it is given, and two names change places. */
    @Differentiable
    @Sample(at = {"[0.5, 0.2, -0.1, 0.8, 1.1]", "[0.3]"})
    static double[] smoothed(double[] x) {
        double[] now = x.clone();
        double[] next = new double[x.length];
        for (int sweep = 0; sweep < 3; sweep++) {
            smooth(now, next);
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now;
    }

    private static void smooth(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            double before = i > 0 ? from[i - 1] : 1;
            to[i] = Math.sin(from[i]) * Math.exp(before);
        }
    }

    /** Elimination in place: which row comes first depends on numbers, but not on a direction. */
    @Differentiable(wrt = "b")
    @Sample(at = "[1, 2, 3, 4, 5], [[0.1, 2, 1, 0, 1], [3, 1, 0, 1, 2], [1, 1, 4, 1, 0], [0, 1, 1, 5, 1], [1, 0, 1, 0, 2]]", wrt = "b")
    static double[] solution(double[] b, double[][] matrix) {
        double[][] a = new double[b.length][];
        double[] x = new double[b.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = matrix[i].clone();
            a[i][i] += 0.1 * b[i] * b[i];
            x[i] = b[i];
        }
        for (int k = 0; k < a.length; k++) {
            exchanged(a, x, k);
            for (int i = k + 1; i < a.length; i++) {
                eliminate(a[i], a[k], x, i, k);
            }
        }
        for (int k = a.length - 1; k >= 0; k--) {
            for (int j = k + 1; j < a.length; j++) {
                x[k] -= a[k][j] * x[j];
            }
            x[k] /= a[k][k];
        }
        return x;
    }

    /** Gives a number that carries no derivative, and changes arrays that do. */
    private static int exchanged(double[][] a, double[] x, int k) {
        int largest = k;
        for (int i = k + 1; i < a.length; i++) {
            if (Math.abs(a[i][k]) > Math.abs(a[largest][k])) {
                largest = i;
            }
        }
        double[] row = a[k];
        a[k] = a[largest];
        a[largest] = row;
        double right = x[k];
        x[k] = x[largest];
        x[largest] = right;
        return largest;
    }

    private static void eliminate(double[] row, double[] pivot, double[] x, int i, int k) {
        double factor = row[k] / pivot[k];
        for (int j = k; j < row.length; j++) {
            row[j] -= factor * pivot[j];
        }
        x[i] -= factor * x[k];
    }

    /** One array for two parameters, and one that comes back. */
    @Differentiable
    @Sample(at = "[0.5, 0.2, -0.1, 0.8, 1.1]")
    static double[] givenTwice(double[] x) {
        double[] y = x.clone();
        addTo(y, y);
        double[] same = scaled(y, x[0]);
        y[1] = Math.exp(same[2]);
        addTo(same, x);
        return y;
    }

    private static void addTo(double[] sum, double[] addend) {
        for (int i = sum.length - 1; i >= 0; i--) {
            sum[i] += addend[i] * addend[sum.length - 1 - i];
        }
    }

    private static double[] scaled(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(x[i]) * factor;
        }
        return x;
    }

    /** Several numbers at once, one of which carries no derivative. */
    private record Wave(double height, int crest, double slope) {}

    @Differentiable
    @Sample(at = "[0.5, 0.2, -0.1, 0.8, 1.1]")
    static double[] heightsAndSlopes(double[] x) {
        double[] y = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            Wave wave = wave(x, x[i]);
            y[2 * i] = wave.height() * x[wave.crest()];
            y[2 * i + 1] = wave.slope();
        }
        return y;
    }

    private static Wave wave(double[] x, double at) {
        double height = 0;
        double slope = 0;
        int crest = 0;
        for (int i = 0; i < x.length; i++) {
            height += Math.sin(x[i] * at);
            slope += x[i] * Math.cos(x[i] * at);
            crest = x[i] > x[crest] ? i : crest;
        }
        return new Wave(height, crest, slope);
    }

    /** Called for what depends on no direction as well; early results; an exception that isn't thrown. */
    @Differentiable(wrt = "x")
    @Sample(at = "[0.5, 0.2, -0.1, 0.8, 1.1], 0.7", wrt = "x")
    static double[] sometimes(double[] x, double fixed) {
        double[] y = new double[6];
        for (int i = 0; i < y.length; i++) {
            y[i] = bounded(x[i % x.length] * fixed, i) + bounded(fixed, i) * bounded(x[0], 2);
        }
        return y;
    }

    private static double bounded(double x, int degree) {
        if (degree > 100) {
            throw new IllegalArgumentException("degree " + degree);
        }
        if (x < 0) {
            return Math.expm1(x);
        }
        double power = 1;
        for (int i = 0; i < degree; i++) {
            power *= Math.sin(x);
        }
        return power / (1 + x);
    }

    /** A method that calls itself isn't called for several directions. */
    @Differentiable
    @Sample(at = "[0.5, 0.2, -0.1, 0.8, 1.1]")
    static double[] prefixes(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = prefix(x, i);
        }
        return y;
    }

    private static double prefix(double[] x, int to) {
        return to < 0 ? 1 : Math.sin(x[to]) * prefix(x, to - 1) + x[to];
    }

    /** Arrays of constants, which have no derivative, for parameters that may have one. */
    @Differentiable
    @Sample(at = "[0.5, 0.2, -0.1, 0.8, 1.1]")
    static double[] withConstants(double[] x) {
        double[] weights = {1, -2, 1};
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = filtered(x, weights, i) * filtered(weights, x, i) + filtered(weights, weights, i);
        }
        return y;
    }

    private static double filtered(double[] x, double[] weights, int at) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += x[(at + k) % x.length] * Math.cos(weights[k]);
        }
        return sum;
    }

    private LanesOfCalls() {}
}
