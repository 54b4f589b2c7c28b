package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Calls with any number of arguments, and overloads that differ in arrays. */
final class VariableArity {
    private static double which(double x) {
        return x * x;
    }

    private static float which(float x) {
        return 3 * x;
    }

    private static double which(double[] x) {
        return x[0] / x[1];
    }

    private static float which(float... x) {
        return x[0] * x[1];
    }

    private static double which(double[]... x) {
        return x[0][0] * x[1][0];
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double overloadsByArray(double a, float b) {
        double[] d = {a, b};
        float[] f = {b, 2};
        return which(a) + which(d) * which(f) + which(b) + which(new double[][] {d, {1}});
    }

    private static double total(double... parts) {
        double total = 0;
        for (double part : parts) total += part;
        return total;
    }

    @Differentiable
    @Sample(at = "2, 3, 4", gives = "14, 8, 13")
    static double variableArity(double a, double b, double c) {
        return total() + total(a * b) + total(a, b, c) * a + total(new double[] {b, c}) * c;
    }
}
