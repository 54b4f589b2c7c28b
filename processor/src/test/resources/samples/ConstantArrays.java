package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Arrays that belong to fields, read beside those that are differentiated. */
final class ConstantArrays {
    private static final double[] OWN = {1, 2, 3};
    static final double[] DEFAULTS = OWN;

    static double[] defaults() {
        return DEFAULTS;
    }

    @Differentiable
    @Sample(at = {"[1, 3, 4], true", "[2, 3, 4], false"}, gives = {"[4, 1, 0]", "[1, 0, 0]"})
    static double choice(double[] x, boolean own) {
        double[] w = own ? x : DEFAULTS;
        return w[0] * w[1] + x[0];
    }

    @Differentiable
    @Sample(at = {"[1, 3, 4], true", "[2, 3, 4], false"}, gives = {"[4, 1, 0]", "[1, 0, 0]"})
    static double chosenByAMethod(double[] x, boolean own) {
        double[] w = own ? x : defaults();
        return w[0] * w[1] + x[0];
    }

    @Differentiable
    @Sample(at = {"[1, 3, 4], true", "[2, 3, 4], false"})
    static double assigned(double[] x, boolean own) {
        double[] w = defaults();
        if (own) {
            w = x;
        }
        double sum = 0;
        for (double v : w) sum += v * x[0];
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 3, 4]", gives = "[3, 1, 0]")
    static double rows(double[] x) {
        double[][] rows = {DEFAULTS, x, defaults()};
        double sum = 0;
        for (double[] row : rows) sum += row[0] * row[1];
        return sum;
    }

    private static double[] orDefaults(double[] x) {
        return x.length > 3 ? DEFAULTS : x;
    }

    @Differentiable
    @Sample(at = {"[1, 3, 4]", "[1, 3, 4, 2]"}, gives = {"[9, 1, 0]", "[2, 0, 0, 0]"})
    static double givenByAMethod(double[] x) {
        double[] w = orDefaults(x);
        return w[0] * w[1] * x[0] + 3 * (w[0] - 1);
    }

    /** Where a number stands has no derivative. */
    @Differentiable
    @Sample(at = {"[1, 3, 4], 3.5", "[1, 3, 4], 0.5"})
    static double searched(double[] x, double at) {
        int place = -1 - java.util.Arrays.binarySearch(x, at);
        return place == 0 ? at * x[0] : x[place - 1] + (at - x[place - 1]) * x[place];
    }

    /** A public method of a public class, though declared by one that is not. */
    @Differentiable
    @Sample(at = "2", gives = "3")
    static double lengthOfText(double x) {
        StringBuilder text = new StringBuilder();
        text.append("abc");
        return text.length() * x;
    }
}
