package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Arrays as references: names that move from one to the other, rows in several places, work that is undone. */
final class Buffers {
    @Differentiable
    @Sample(at = {"[1, 2, 3], 5", "[1, 2, 3], 0"})
    static double threeInTurn(double[] x, int rounds) {
        double[] a = x.clone(), b = new double[3], c = {1, 1, 1};
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 3; i++) {
                c[i] = a[i] * b[(i + 1) % 3] * 0.1 + a[(i + 2) % 3] * c[i] * 0.5 + x[i];
            }
            double[] t = a;
            a = b;
            b = c;
            c = t;
        }
        return a[0] * b[1] + c[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0, 4, 0]")
    static double parameterNamesAnotherArray(double[] x) {
        double y = x[1];
        x = new double[] {y, y};
        x[0] *= x[1];
        return x[0];
    }

    @Differentiable
    @Sample(at = {"[[1, 2], [3, 4]], 0", "[[1, 2], [3, 4]], 1"}, gives = {"[[1, 1], [0, 0]]", "[[0, 0], [1, 1]]"})
    static double[] rowOfParameter(double[][] m, int i) {
        return m[i];
    }

    /** Both rows of the result are one: what is seeded in both adds up. */
    @Differentiable
    @Sample(at = "[1, 2], 3", gives = "[6, 6], 6")
    static double[][] resultSharesRows(double[] x, double by) {
        double[] row = x.clone();
        double[][] y = {row, row};
        for (int i = 0; i < 2; i++) y[1][i] *= by;
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2]", gives = "[3, 5]")
    static double[][] resultHoldsParameter(double[] x) {
        return new double[][] {x, {x[0] * x[0], x[1] * x[1]}};
    }

    @Differentiable
    @Sample(at = {"[1, -2, 3]", "[1, 2, 3]"})
    static double[] severalReturns(double[] x) {
        double[] y = new double[2];
        for (int i = 0; i < x.length; i++) {
            y[i % 2] += x[i] * x[i];
            if (x[i] < 0) {
                return y;
            }
        }
        return new double[] {y[0] * y[1], x[0], y[1]};
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3, 4], [0, 2, 0, 1]", "[1, 2, 3, 4], [1, 1, 1, 1]"})
    static double rowsMadeWhenNeeded(double[] x, int[] bin) {
        double[][] rows = new double[3][];
        for (int i = 0; i < x.length; i++) {
            if (rows[bin[i]] == null) {
                rows[bin[i]] = new double[2];
            }
            double[] row = rows[bin[i]];
            row[0] += x[i];
            row[1] += row[0] * x[i];
        }
        double y = 0;
        for (double[] row : rows) {
            if (row != null) y += row[1] / row[0];
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[2, 1, 3], 4", "[2, 1, 3], 1"})
    static double workUndone(double[] x, int depth) {
        return tried(x, depth);
    }

    private static double tried(double[] x, int depth) {
        if (depth == 0) return x[0] * x[1] * x[2];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double old = x[i];
            x[i] = old * 0.5 + depth;
            if (x[i] > 1.75) sum += tried(x, depth - 1) * old;
            x[i] = old;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[0, 2, 5], [2, 0, 1.5], [5, 1.5, 0]]")
    static double shortestPaths(double[][] d) {
        int n = d.length;
        boolean[] done = new boolean[n];
        double[] best = new double[n];
        for (int i = 1; i < n; i++) best[i] = Double.MAX_VALUE;
        while (true) {
            int next = -1;
            for (int i = 0; i < n; i++) {
                if (!done[i] && (next < 0 || best[i] < best[next])) next = i;
            }
            if (next < 0) break;
            done[next] = true;
            for (int i = 0; i < n; i++) {
                if (done[i]) continue;
                double through = best[next] + d[next][i];
                if (through < best[i]) best[i] = through;
            }
        }
        return best[1] * best[2];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [0, 1, 0, 0, 1]", gives = "[[3, 3], [2, 2]]")
    static double rowsThroughIndices(double[][] m, int[] order) {
        double sum = 0;
        double[][] rows = new double[order.length][];
        for (int i = 0; i < rows.length; i++) rows[i] = m[order[i]];
        for (double[] row : rows) sum += row[0] + row[1];
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2], 3", "[1, 2], 0"})
    static double nullUntilTheLoop(double[] x, int n) {
        double[] last = null;
        for (int i = 0; i < n; i++) {
            double[] next = {x[0] + i, last == null ? x[1] : last[0] * x[1]};
            last = next;
        }
        return last == null ? x[0] * x[1] : last[0] * last[1];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5, 6]")
    static double planesRotated(double[] x) {
        double[][][] cube = new double[2][3][1];
        for (int i = 0; i < x.length; i++) cube[i / 3][i % 3][0] = x[i];
        double[][] plane = cube[0];
        cube[0] = cube[1];
        cube[1] = new double[][] {plane[2], plane[0], plane[1]};
        plane[0] = cube[0][1];
        cube[1][1][0] *= cube[0][0][0];
        plane[0][0] += plane[2][0];
        return cube[0][1][0] * cube[1][0][0] + cube[1][1][0] * cube[1][2][0];
    }

    @Differentiable
    @Sample(at = "[1.5, 0.5, 2], 3")
    static float floatBuffers(float[] x, int rounds) {
        float[] a = x.clone();
        float[] b = a;
        for (int round = 0; round < rounds; round++) {
            b = b == a ? new float[a.length] : a;
            for (int i = 0; i < b.length; i++) b[i] += a[i] * 0.5f * x[round % 3] + 0.25;
            a[0] = b[1];
        }
        return a[0] + b[2] * b[0];
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 1", "[1, 2, 3], 4"})
    static double ringBuffer(double[] x, int steps) {
        double[] ring = new double[3];
        int head = 0;
        double out = 0;
        for (int i = 0; i < steps; i++) {
            out += ring[head] * x[2];
            ring[head] = x[i % x.length] * (1 + out);
            head = (head + 1) % ring.length;
        }
        return out + ring[0];
    }

    @Differentiable
    @Sample(at = "[3, 1, 2]")
    static double sorted(double[] x) {
        double first = x[0];
        Arrays.sort(x);
        return x[0] * first + x[1] * x[2] * x[2];
    }

    @Differentiable
    @Sample(at = "[3, 1, 2, 0.5], 2")
    static float[] sortedInLoop(float[] x, float k) {
        float[] y = x.clone();
        for (int i = 0; i < 3; i++) {
            y[i] = -y[i] * k;
            Arrays.sort(y, i, y.length);
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[[3, 1, 2], [5, 6, 4]]")
    static double medians(double[][] rows) {
        double product = 1;
        for (double[] row : rows) {
            double[] sorted = row.clone();
            Arrays.sort(sorted);
            product *= sorted[1] - row[0] * sorted[2];
        }
        return product;
    }
}
