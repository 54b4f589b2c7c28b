package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Records of numbers, whose Jacobians have a backward sweep for each. */
final class RecordJacobians {
    public record Pair(double x, double y) {
        Pair plus(Pair other) {
            return new Pair(x + other.x, y + other.y);
        }
    }

    public record Mixed(double x, float y, int n) {}

    /** Two components that would have one name, and one that an object has a method for. */
    public record Odd(Pair to, double toX, Inner hash) {}

    public record Inner(double code) {}

    private final double gain = 1.5;

    @Differentiable
    @Sample(at = "3, 0.5")
    static Pair polar(double r, double angle) {
        return new Pair(r * Math.cos(angle), r * Math.sin(angle));
    }

    @Differentiable
    @Sample(at = {"2, 3", "-2, 3"})
    static Pair oneStaysConstant(double x, double y) {
        return new Pair(x * y, 4);
    }

    @Differentiable
    @Sample(at = {"2, 3", "-2, 3", "0.5, -1"})
    static Pair branchingHelpers(double x, double y) {
        double a = clipped(x * y);
        double b = steps(y) + clipped(a);
        return new Pair(a * b, tilted(new Pair(a, b), x).plus(new Pair(b, a)).y());
    }

    private static double clipped(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("not a number");
        }
        if (x < -1) {
            return Math.exp(x);
        }
        double square = x * x;
        return x > 1 ? square : square * x;
    }

    private static Pair tilted(Pair p, double by) {
        double x = p.x();
        if (by > 0) {
            double b2 = by * p.y();
            x += b2;
        }
        return new Pair(x, x * p.y() + by);
    }

    private static double steps(double x) {
        double sum = 0;
        for (int i = 1; i < 4; i++) {
            sum += Math.sin(i * x);
        }
        return sum;
    }

    @Differentiable
    @Sample(
            at = {"2, 3, 4", "-1, 2, 2"},
            wrt = {"x", "y"})
    static Pair throwingHelper(double x, double y, @NoDerivative double z) {
        double r = clipped(x / z);
        return r > 100 ? new Pair(0, x) : new Pair(r * y, nested(nested(r)) * z);
    }

    private static double nested(double x) {
        return clipped(x) + (x > 0.3 ? clipped(2 * x) : 1);
    }

    @Differentiable
    @Sample(at = "2, 3f, 4")
    static Mixed numbersOfTwoKinds(double x, float y, int n) {
        return new Mixed(x * y, (float) (x + n * y), n + 1);
    }

    @Differentiable
    @Sample(at = "(1, 2), 3")
    static Odd odd(Pair p, double z) {
        return new Odd(p.plus(new Pair(z * p.y(), z)), p.x() * z, new Inner(p.x() * p.y() * z));
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2")
    static Pair pairOfAnArray(double[] x, double factor) {
        double sum = 0;
        for (double element : x) {
            sum += factor * element * element;
        }
        return new Pair(sum, x[0] * factor);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2")
    static Pair pairOfATensor(Tensor x, double factor) {
        return new Pair(x.pow(2).sum().item() * factor, x.get(1).item() + factor);
    }

    @Differentiable
    @Sample(at = "2, 3")
    Pair pairOfAnObject(double x, double y) {
        return new Pair(gain * x, x / y + gain);
    }

    @Differentiable("Together")
    @Sample(at = "[1, 2], [3, 5]", in = "Together")
    static Tensor together(Tensor x, Tensor y) {
        return x.mul(y);
    }

    @Differentiable("Together")
    @Sample(at = "2, 3", in = "Together")
    static Pair together(double x, double y) {
        return new Pair(x * y, x + y);
    }

    @Differentiable
    @Sample(at = {"1.5, 3", "-2.5, 0.5"})
    static Pair pairOfItself(double x, double y) {
        return x < 3 ? new Pair(pairOfItself(x + 1, y * y).y(), y) : new Pair(x * x, x * y);
    }
}
