package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** What is a choice, and where a branch that did not run must not show: PyTorch's conventions. */
final class Conventions {
    @Differentiable
    @Sample(at = {"[0, -1, 2]", "[0, -1, 2]f"}, gives = {"[0, 0, 1]", "[0, 0, 1]f"}, smooth = false)
    static Tensor reluAtZero(Tensor x) {
        return x.relu();
    }

    @Differentiable
    @Sample(at = {"0", "-0.0"}, gives = {"0", "0"}, smooth = false)
    static double absAtZero(double x) {
        return Math.abs(x);
    }

    @Differentiable
    @Sample(at = "[0, -0.0, -3]", gives = "[0, 0, -1]", smooth = false)
    static Tensor absOfTensor(Tensor x) {
        return x.abs();
    }

    @Differentiable
    @Sample(at = "2, 2", gives = "0.5, 0.5", smooth = false)
    static double tieOfMax(double x, double y) {
        return Math.max(x, y);
    }

    @Differentiable
    @Sample(at = "2, 2", gives = "0.5, 0.5", smooth = false)
    static float tieOfMin(float x, float y) {
        return Math.min(x, y);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], [2, 2, 2]", gives = "[0, 0.5, 1], [1, 0.5, 0]", smooth = false)
    static Tensor tieOfMaximum(Tensor x, Tensor y) {
        return x.maximum(y);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], <2>", gives = "[1, 0.5, 0], <1.5>", smooth = false)
    static Tensor tieOfMinimum(Tensor x, Tensor y) {
        return x.minimum(y);
    }

    @Differentiable
    @Sample(at = "[3, 1, 3, 3]", gives = "[0.3333333333333333, 0, 0.3333333333333333, 0.3333333333333333]", smooth = false)
    static Tensor tiesOfReduction(Tensor x) {
        return x.max();
    }

    @Differentiable
    @Sample(at = "[[3, 1, 1], [2, 2, 5]]", gives = "[[0, 0.5, 0.5], [0.5, 0.5, 0]]", smooth = false)
    static Tensor tiesAlongDimension(Tensor x) {
        return x.amin(1);
    }

    @Differentiable
    @Sample(at = "0, 0", gives = "0, 0", smooth = false)
    static double hypotAtOrigin(double x, double y) {
        return Math.hypot(x, y);
    }

    @Differentiable
    @Sample(at = "[0, 3], [0, 4]", gives = "[0, 0.6], [0, 0.8]", smooth = false)
    static Tensor hypotOfTensors(Tensor x, Tensor y) {
        return x.hypot(y);
    }

    @Differentiable
    @Sample(at = "[0, 0]", gives = "[0, 0]", smooth = false)
    static Tensor normAtOrigin(Tensor x) {
        return x.norm();
    }

    @Differentiable
    @Sample(at = "0", gives = "Infinity", smooth = false)
    static double sqrtAtZero(double x) {
        return Math.sqrt(x);
    }

    @Differentiable
    @Sample(at = "<0>", gives = "<Infinity>", smooth = false)
    static Tensor sqrtOfTensor(Tensor x) {
        return x.sqrt();
    }

    /** By y: 0 for y ≥ 0. */
    @Differentiable
    @Sample(
            at = {"0, 2", "0, 1", "0, 0", "2, 0"},
            gives = {"0, 0", "1, 0", "0, 0", "0, 0.6931471805599453"},
            smooth = false)
    static double powAtZero(double x, double y) {
        return Math.pow(x, y);
    }

    @Differentiable
    @Sample(at = {"[0, 0, 0], [2, 1, 0]"}, gives = {"[0, 1, 0], [0, 0, 0]"}, smooth = false)
    static Tensor powOfTensors(Tensor x, Tensor y) {
        return x.pow(y);
    }

    @Differentiable
    @Sample(at = {"[0, 2, -3], 1", "[0, 2, -3], 0", "[0, 2, -3], 2"}, wrt = "x", gives = {"[1, 1, 1]", "[0, 0, 0]", "[0, 4, -6]"}, smooth = false)
    static Tensor powByNumber(Tensor x, int y) {
        return x.pow(y);
    }

    @Differentiable
    @Sample(at = "[-1, 1, 0, -2, 2]", gives = "[1, 1, 1, 0, 0]", smooth = false)
    static Tensor clampAtEdges(Tensor x) {
        return x.clamp(-1, 1);
    }

    @Differentiable
    @Sample(at = {"[2, 0, 3]", "[0, 0, 3]", "[0, 0, 0]"}, gives = {"[0, 6, 0]", "[0, 0, 0]", "[0, 0, 0]"})
    static Tensor productOverZeros(Tensor x) {
        return x.prod();
    }

    @Differentiable
    @Sample(at = {"2.5", "2"}, gives = {"0", "0"}, smooth = false)
    static double roundings(double x) {
        return Math.floor(x) + Math.ceil(x) * Math.rint(x) - Math.signum(x);
    }

    @Differentiable
    @Sample(at = "[2.5, 2, 0]", gives = "[0, 0, 0]", smooth = false)
    static Tensor roundingsOfTensor(Tensor x) {
        return x.floor().add(x.ceil()).mul(x.round()).add(x.trunc()).add(x.sign());
    }

    @Differentiable
    @Sample(at = {"0, 0", "0, 2", "2, 0"}, gives = {"0, 0", "0.5, 0", "0, -0.5"}, smooth = false)
    static double atan2OnAxes(double y, double x) {
        return Math.atan2(y, x);
    }

    @Differentiable
    @Sample(at = {"0", "4"}, gives = {"0", "0.25"}, smooth = false)
    static double rootNotTaken(double x) {
        return x > 0 ? Math.sqrt(x) : 0;
    }

    @Differentiable
    @Sample(at = {"0", "-1"}, gives = {"2", "2"}, smooth = false)
    static double nanNotTaken(double x) {
        double root = 2 * x;
        if (x > 0) {
            root = Math.log(x) / Math.sqrt(x);
        }
        return root;
    }

    /** The root is computed, and goes into nothing: no NaN comes from its infinite derivative. */
    @Differentiable(order = 2)
    @Sample(at = {"0, 0", "3, 4"}, gives = {"0, 1", "0.128, -0.096"}, smooth = false)
    static double rootGoesIntoNothing(double x, double y) {
        double r = Math.sqrt(x * x + y * y);
        if (r < 1e-9) {
            return y;
        }
        return x / r;
    }

    @Differentiable
    @Sample(at = "[0, 4, 9]", gives = "[0, -0.0625, -0.018518518518518517]", smooth = false)
    static double skippedRoots(double[] x) {
        double sum = 0;
        for (double element : x) {
            double r = Math.sqrt(element);
            if (r == 0) {
                continue;
            }
            sum += 1 / r;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[0, 1]", gives = "[0, -1]", smooth = false)
    static double entropy(double[] p) {
        double sum = 0;
        for (double share : p) {
            double term = share * Math.log(share);
            sum -= share > 0 ? term : 0;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[0, 3, 1]", gives = "[2.2222222222222223, -0.7222222222222222, -1.5]", smooth = false)
    static double distancesOfHelper(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                double d = distance(x, i, j);
                sum += d > 0 ? 1 / d : 0;
            }
        }
        return sum;
    }

    private static double distance(double[] x, int i, int j) {
        double square = 0;
        for (int k = 0; k < 2; k++) {
            square += 0.5 * (x[i] - x[j]) * (x[i] - x[j]);
        }
        return Math.sqrt(square);
    }

    /** Nobody asks for the diagonal, whose roots are at 0. */
    @Differentiable(order = 2)
    @Sample(at = "[0, 3, 1]", gives = "[2.2222222222222223, -0.7222222222222222, -1.5]")
    static double distancesInMatrix(double[] x) {
        double[][] d = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                d[i][j] = Math.sqrt((x[i] - x[j]) * (x[i] - x[j]));
            }
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (i != j) {
                    sum += 1 / d[i][j];
                }
            }
        }
        return sum;
    }

    @Differentiable(order = 2)
    @Sample(at = {"0, 3", "4, 3"}, gives = {"0, 6", "1.5, 4"}, smooth = false)
    static double rootsInNewArray(double x, double y) {
        double[] roots = {Math.sqrt(x), 0};
        roots[1] = Math.pow(x, 0.5);
        return roots[0] > 0 ? (roots[0] + roots[1]) * y : y * y;
    }

    @Differentiable(order = 2)
    @Sample(at = {"0, 3", "4, 3"}, gives = {"0, 6", "0.75, 2"}, smooth = false)
    static double rootsForHelper(double x, double y) {
        return used(Math.sqrt(x), y) + used(Math.pow(x, 0.5), 0);
    }

    private static double used(double root, double y) {
        double sum = 0;
        for (int i = 0; i < 1; i++) {
            sum += root > 0 ? root * y : y * y;
        }
        return sum;
    }

    /** A weight of zero isn't nothing: the gradient by x still changes with it. */
    @Differentiable(order = 2)
    @Sample(at = {"4, 0", "4, 2"}, gives = {"0, 2", "0.5, 2"})
    static double weightOfZero(double x, double weight) {
        double r = Math.sqrt(x);
        double sum = 1;
        if (r > 0) {
            sum += weight * r;
        }
        return sum;
    }
}
