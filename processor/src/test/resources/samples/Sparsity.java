package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** Results that depend on some elements of a vector, whose derivatives fill a part of a matrix; no entry is zero by chance. */
final class Sparsity {
    @Differentiable
    @Sample(at = {"[1, 2, 3, 5, 4]", "[2]"})
    static double[] secondDifference(double[] u) {
        double[] y = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double left = i > 0 ? u[i - 1] : 0, right = i + 1 < u.length ? u[i + 1] : 0;
            y[i] = left - 2 * u[i] * u[i] + right;
        }
        return y;
    }

    @Differentiable(wrt = "u")
    @Sample(at = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 4", wrt = "u")
    static double[] fivePointStencil(double[] u, int width) {
        double[][] grid = new double[u.length / width][];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = Arrays.copyOfRange(u, i * width, (i + 1) * width);
        }
        double[] y = new double[u.length];
        for (int i = 0; i < grid.length; i++) {
            for (int j = 0; j < width; j++) {
                double sum = -4 * grid[i][j];
                if (i > 0) sum += grid[i - 1][j];
                if (j > 0) sum += grid[i][j - 1];
                if (i + 1 < grid.length) sum += grid[i + 1][j];
                if (j + 1 < width) sum += grid[i][j + 1];
                y[i * width + j] = sum * grid[i][j];
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static double[] twoSteps(double[] u) {
        double[] now = u.clone(), next = new double[u.length];
        for (int step = 0; step < 2; step++) {
            for (int i = 0; i < u.length; i++) {
                next[i] = Math.sin(now[i]) + (i > 0 ? now[i - 1] * 0.5 : 1);
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[-1, 2, 3]"})
    static double[] pathOnly(double[] x) {
        double y = 1;
        int i = 0;
        while (i < x.length && x[i] > 0) {
            y *= x[i++];
        }
        return x[0] > 0 ? new double[] {y, x[1]} : new double[] {x[2], y + x[0]};
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double[] filledAndCopied(double[] x) {
        double[] y = new double[7], z = Arrays.copyOf(x, 6);
        Arrays.fill(y, x[0] * x[0]);
        Arrays.fill(y, 2, 4, x[1] * 3);
        System.arraycopy(z, 1, y, 4, 3);
        y[6] += z[5] + z[2] * 2;
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double[] writesItsArgument(double[] x) {
        for (int i = 1; i < x.length; i++) {
            x[i] = x[i] * x[i - 1];
        }
        return new double[] {x[3], x[1]};
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double[] givesItsArgument(double[] x) {
        x[2] = x[3] * x[3];
        return x;
    }

    private record Pair(double sum, double[] rest) {}

    private static Pair split(double[] x, int at) {
        double[] rest = {x[at], x[x.length - 1] * x[at]};
        return new Pair(x[0] + x[at], rest);
    }

    private static void scale(double[] y, double[] by) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= by[i];
        }
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double[] throughCalls(double[] x) {
        Pair first = split(x, 1), second = split(first.rest(), 1);
        double[] y = {first.sum(), second.sum(), power(x[2], 3), 2};
        scale(y, new double[] {2, x[0], x[3], 1});
        return new double[] {y[0], y[1], y[2]};
    }

    @Differentiable
    @Sample(at = {"[3, 1, 2, 5]", "[0.5, 5, 1, 2]"})
    static double[] sortedProducts(double[] x) {
        double[] y = {x[0] * x[1], x[1], x[2], x[3]};
        Arrays.sort(y);
        Arrays.sort(x, 1, 3);
        return new double[] {y[0], y[1], y[3], x[1] * x[1]};
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double[] fewerResults(double[] x) {
        return new double[] {x[0] * x[1] * x[2]};
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double[] fullRowAndColumn(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[0] += x[i] * x[i];
            y[i] += x[0] * x[0] * x[0];
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], [2, 0, 1]", "[1, 2, 3], [1, 1, 1]"})
    static double[] gathered(double[] x, int[] from) {
        double[] y = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            y[i] = Math.exp(x[from[i]] / 4);
        }
        return y;
    }

    /** A tensor counts as one number that depends on all that is in it. */
    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double[] moreThroughTensor(double[] x) {
        double[] y = Tensor.of(new double[] {x[0], x[1]}).exp().toDoubleArray();
        return new double[] {y[0], y[1], x[2]};
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static double chainedRosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static double linearInSome(double[] x) {
        double y = 3 * x[0] - x[1] + Math.abs(x[2]) + Math.max(x[3], x[2]) + x[4] * x[0];
        return y / 2;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double quotientAndPower(double[] x) {
        return x[0] / x[1] + Math.pow(x[2], 3) * 2 + Math.fma(x[3], 2, x[0]);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3, 4]", "[-1, 2, 3, 4]"})
    static double curvedOnOnePath(double[] x) {
        double y = x[0];
        if (x[0] > 0) {
            y *= x[1];
        }
        return y + square(x[3]);
    }

    private static double square(double x) {
        return x * x;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static double arrow(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element * element * element + x[0] * element;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5, 6]")
    static double loopOfCalls(double[] x) {
        double[] y = new double[3];
        for (int i = 0; i < 3; i++) {
            y[i] = x[2 * i] * x[2 * i + 1];
        }
        scale(y, new double[] {x[0], 2, 3});
        return y[0] + y[1] + y[2];
    }

    @Differentiable
    @Sample(at = "[1, 3, 4, 9], [5, 6, 7]")
    static void slopes(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = (x[i + 1] - x[i]) * x[i];
        }
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], [5, 6, 7]")
    static void addsTo(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] += x[i] * y[i];
            x[i] = 0;
        }
    }

    @Differentiable(wrt = "x")
    @Sample(at = "[1, 2, 3, 4], [3, 3, 0, 1]", wrt = "x")
    static double[] byIndexArray(double[] x, int[] from) {
        double[] y = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            y[from.length - 1 - i] = x[from[i]] * Math.exp(x[i]) + x[0];
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static double[] writtenTwice(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[0];
        }
        for (int i = 1; i + 1 < x.length; i++) {
            double mean = (x[i + 1] + x[i - 1]) / 2;
            y[i] = mean * mean;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[1, -2, 3, -4, 5]", "[-1, -2]"})
    static double[] whereItIsPositive(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double next = x[(i + 1) % x.length];
            if (Math.sin(x[i]) > 0) {
                y[i] = next * next;
            } else if (i > 0) {
                y[i - 1] = x[i] > -3 ? x[i] : next;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double[] movingIndex(double[] x) {
        double[] y = new double[x.length];
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            double before = 2 * x[k];
            k = x.length - 1 - i;
            y[i] = before + x[k];
        }
        return y;
    }
}
