package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** {@code Arrays.setAll}, which is a loop. */
final class SetArrays {
    record Point(double x, double y) {}

    private final double[] kept = {1, 2, 3};

    @Differentiable
    @Sample(at = {"[2, 3, 5]", "[4]"})
    static double neighboursOf(double[] x) {
        double[] products = new double[x.length];
        Arrays.setAll(products, i -> x[i] * x[(i + 1) % x.length]);
        double sum = 0;
        for (double product : products) {
            sum += Math.sin(product);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[2, 3], 1.5", gives = "[1, 1.5], 3")
    static double[] ofAVariable(double[] x, double w) {
        double[] all = new double[2];
        IntToDoubleFunction weigh = i -> {
            if (i == 0) {
                return x[0];
            }
            return w * x[i];
        };
        Arrays.setAll(all, weigh);
        return all;
    }

    @Differentiable
    @Sample(at = {"1.5, 2, true", "1.5, 2, false"})
    static double eitherOf(double x, double y, boolean up) {
        double[] all = {x, y, x * y};
        Arrays.setAll(all, up ? i -> all[i] * x : i -> all[2 - i] / y);
        return all[0] * all[1] + all[2];
    }

    @Differentiable
    @Sample(at = "[2, 3, 5]")
    static void byItself(double[] x) {
        Arrays.setAll(x, i -> i == 0 ? x[0] * x[0] : x[i - 1] * x[i]);
    }

    private static double squared(double[] x, int i) {
        return x[i] * x[i] + i;
    }

    @Differentiable
    @Sample(at = "[2, 3], [0.5, 0.25]")
    static double inRows(double[] x, double[] w) {
        double[][] rows = new double[x.length][2];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> squared(x, i) * w[i]);
        }
        Arrays.setAll(rows[1], i -> rows[0][1 - i] + w[1]);
        return rows[0][0] * rows[0][1] * rows[1][0] * rows[1][1];
    }

    @Differentiable
    @Sample(at = "[2, 3, 5]")
    static double ofRows(double[] x) {
        double[][] rows = new double[x.length][];
        Arrays.setAll(rows, i -> new double[] {x[i], i * x[0], 1});
        IntFunction<double[]> same = i -> rows[0];
        double[][] again = new double[2][];
        Arrays.setAll(again, same);
        again[1][2] = x[2];
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * row[1] * row[2] + row[2];
        }
        return sum * again[0][2];
    }

    @Differentiable
    @Sample(at = "[2, 3, 5]")
    static double ofRecords(double[] x) {
        Point[] points = new Point[x.length];
        Arrays.setAll(points, i -> new Point(x[i], i * x[0]));
        double sum = 0;
        for (Point p : points) {
            sum += p.x() * p.y();
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double ofReferences(double x, double y) {
        double[] roots = new double[3];
        Arrays.setAll(roots, Math::sqrt);
        return roots[2] * x + roots[1] * y;
    }

    @Differentiable
    @Sample(at = "[0.5, -1]")
    static Tensor filledTensors(Tensor x) {
        Tensor[] powers = new Tensor[3];
        Arrays.setAll(powers, i -> x.pow(i + 1));
        return powers[0].add(powers[1]).mul(powers[2]);
    }

    @Differentiable
    @Sample(at = "[2, 3]")
    static double inOrder(double[] x) {
        double[] all = new double[x.length];
        Arrays.setAll(all, i -> {
            Trace.note("element " + i);
            return x[i] * x[i];
        });
        int[] counted = new int[2];
        Arrays.setAll(counted, i -> {
            Trace.note("counted " + i);
            return 1 - i;
        });
        return all[counted[0]] * all[counted[1]] * all[0];
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "4.5, 3", smooth = false)
    static double filledAndConstant(double x, double y) {
        @NoDerivative double[] all = new double[2];
        Arrays.setAll(all, i -> x * (i + 1) * 0.75);
        return all[0] * x * y * (all[1] - 2 * all[0] + 1);
    }

    /** What can't be read stays what it is where no derivative flows through it. */
    @Differentiable
    @Sample(at = "2")
    static double ofUnreadCode(double x) {
        double[] all = new double[3];
        Arrays.setAll(all, i -> {
            try {
                return Integer.parseInt("x" + i);
            } catch (NumberFormatException e) {
                return i + 0.5;
            }
        });
        return x * all[1] * all[2];
    }

    @Differentiable
    @Sample(at = "[2, 3, 5]")
    double scaledByAField(double[] x) {
        double[] all = x.clone();
        Arrays.setAll(all, i -> all[i] * at(i));
        return all[0] * all[1] + all[2];
    }

    double at(int i) {
        return kept[i];
    }
}
