package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Operators, assignments, literals, promotions and casts. */
final class Arithmetic {
    private static final double HALF = 0.5;
    static final double TWO_PI = 2 * Math.PI;
    private static final int THREE = 3;
    private static final float QUARTER = 0.25f;

    @Differentiable
    @Sample(at = {"2, 3", "-1.5, 0.25"}, gives = {"3, 2", "0.25, -1.5"})
    static double product(double x, double y) {
        return x * y;
    }

    @Differentiable
    @Sample(at = "2, 4", gives = "0.25, -0.125")
    static double quotient(double x, double y) {
        return x / y;
    }

    @Differentiable
    @Sample(at = {"7.5, 2", "-7.5, 2"}, gives = {"1, -3", "1, 3"})
    static double remainder(double x, double y) {
        return x % y;
    }

    @Differentiable
    @Sample(at = "3", gives = "-1")
    static double signs(double x) {
        return -(+x) - -x + -(x);
    }

    @Differentiable
    @Sample(at = "1.5, -2", gives = "-1, 4")
    static double differenceOfDifferences(double x, double y) {
        return (y - x) - (x - (y - -x)) - (x - y) - -(y + x);
    }

    @Differentiable
    @Sample(at = "2, 3, 4, 5")
    static double parentheses(double a, double b, double c, double d) {
        return a / (b / c) - a / b / c + a * (b - (c - d)) - (a - b) * (c + d) / (a + b) % 3;
    }

    @Differentiable
    @Sample(at = "1.25", gives = "14.375")
    static double everyVariableTwice(double x) {
        double a = x * x;
        double b = a + a;
        return b * x + b + a * 0 + (x - x);
    }

    @Differentiable
    @Sample(at = "3", gives = "27")
    static double reassigned(double x) {
        double y = x;
        y = y * y;
        x = y * x;
        y = 2;
        y = x;
        return y;
    }

    @Differentiable
    @Sample(at = "2, 5")
    static double swapped(double x, double y) {
        double t = x;
        x = y;
        y = t;
        return x * x - 3 * y;
    }

    @Differentiable
    @Sample(at = {"2, 3", "-4, 0.5"})
    static double compound(double x, double y) {
        double s = 1;
        s += x;
        s -= y * y;
        s *= s + x;
        s /= y;
        s %= 100;
        return s;
    }

    @Differentiable
    @Sample(at = "3", gives = "16")
    static double increments(double x) {
        double a = x++;
        double b = ++x;
        double c = x--;
        double d = --x;
        return a * b + c * d - x + b;
    }

    @Differentiable
    @Sample(at = "2", gives = "20")
    static double assignmentAsValue(double x) {
        double y;
        double z = (y = x * x) * 2;
        z += y *= 3;
        return z;
    }

    @Differentiable
    @Sample(at = "2")
    static double orderOfEvaluation(double x) {
        double y = x;
        return y * (y = y * x) + (y += 1) / y++ - y;
    }

    @Differentiable
    @Sample(at = "1.5", gives = "0")
    static double constantOfVariables(double x) {
        int n = (int) 3.7;
        double y = x - x;
        return y * n;
    }

    @Differentiable
    @Sample(at = "2, 7, 3", gives = "42")
    static double integersMultiply(double x, int n, int m) {
        return n * m * x * 2;
    }

    /** n·m overflows int, as the method itself has it. */
    @Differentiable
    @Sample(at = "2, 70000, 70000", gives = "6.05032704E8")
    static double integersOverflow(double x, int n, int m) {
        return n * m * x;
    }

    @Differentiable
    @Sample(at = "2, 70000, 70000", gives = "4.9E9")
    static double noOverflow(double x, int n, int m) {
        return n * (m * x);
    }

    @Differentiable
    @Sample(at = {"2, 7, 2", "2, -7, 2"}, gives = {"3", "-3"})
    static double integerDivision(double x, int n, int m) {
        return n / m * x;
    }

    @Differentiable
    @Sample(at = "2, 7, 2", gives = "3.5")
    static double divisionInFloatingPoint(double x, int n, int m) {
        return n * x / m;
    }

    @Differentiable
    @Sample(at = "2, 9223372036854775807, 3")
    static double longs(double x, long n, int m) {
        long sum = n + m;
        return x * sum + x * (n >> 60) - (m << 3 ^ 5) * x;
    }

    @Differentiable
    @Sample(at = {"2, 5, true", "2, 6, false"})
    static double intsBesideActiveCode(double x, int n, boolean odd) {
        int k = n % 2;
        k += 3;
        k *= n;
        k--;
        boolean same = odd == (n % 2 == 1);
        boolean both = same && odd || !odd & n > 3 ^ false;
        double y = both ? x * k : -x;
        k = ~k & 0xff;
        return y * k + n;
    }

    @Differentiable
    @Sample(at = "2", gives = "4")
    static double literals(double x) {
        double hex = 0x1p-1 * 0x10 * 0b1 * 010;
        double separated = 1_000 + 1e-3 + .5 + 5. + 1_0.0_1 + 2d + 3f + 4L + 1e-3f + 1.5e+2;
        double characters = 'a' + '\n' + '\u0041' + '\'';
        return 2 * x * x - 4 * x + 1E-300 * hex + 0 * separated + 0 * characters;
    }

    @Differentiable
    @Sample(at = "2")
    static double literalFactors(double x) {
        return x * 0x1.8p3 * 1_0.5 * 'c' * 1e-3f * 0x7FFF_FFFF * 017 * 100L * 0.1f + Double.MIN_VALUE + -0.0;
    }

    @Differentiable
    @Sample(at = "2")
    static double constants(double x) {
        return HALF * x * TWO_PI + THREE * Math.PI * x / QUARTER + Math.E - Double.MAX_VALUE * 1e-308 * x + Integer.MIN_VALUE * x;
    }

    @Differentiable
    @Sample(at = {"2", "-0.75"})
    static float inFloat(float x) {
        float y = x * x * 0.1f;
        y += 1;
        y /= 3;
        return y * x - 2 * x;
    }

    /** The sum is rounded to float at each step, as the method itself does. */
    @Differentiable
    @Sample(at = "1.1, 2.3")
    static float compoundNarrows(float x, double y) {
        float s = x;
        s += y;
        s *= y;
        s -= 0.1;
        s /= x * y;
        return s;
    }

    @Differentiable
    @Sample(at = "1.1, 2.3")
    static double mixed(float x, double y) {
        float a = x * 3;
        double b = a * y + x;
        float c = (float) (b * y);
        return c * b + (double) x * x - (float) y;
    }

    @Differentiable
    @Sample(at = "2.25", gives = "1")
    static double castToInt(double x) {
        @dev.jacobi.NoDerivative double held = x;
        int n = (int) held;
        return x + n * n;
    }

    @Differentiable
    @Sample(at = "3, 4")
    static double promotedArguments(float x, int n) {
        return Math.pow(x, n) + Math.sqrt(n * x) + Math.max(x, n) * Math.abs(-x);
    }

    @Differentiable
    @Sample(at = "3", gives = "1")
    static double identity(double x) {
        return x;
    }

    @Differentiable
    @Sample(at = "0.3")
    static double polynomial(double x) {
        return 1 + x * (2 + x * (3 + x * (4 + x * (5 + x * (6 + x)))));
    }

    @Differentiable
    @Sample(at = "0.3, 0.8, -0.4")
    static double sharedSubexpressions(double x, double y, double z) {
        double a = Math.sin(x * y) + Math.sin(x * y) * z;
        double b = Math.exp(-x * x / 2) * Math.exp(-x * x / 2);
        return a * b / (x * x + y * y + z * z) - Math.sqrt(x * x + y * y) * Math.sqrt(x * x + y * y);
    }

    @Differentiable
    @Sample(at = "0.3, 0.8")
    static double declarations(final double x, double y) {
        final double a = x * y;
        double b = a + 1;
        int n = 3;
        final double c = b * n;
        double d = 1, e = c * d, f;
        f = e * y;
        {
            double inner = f * x;
            f += inner;
        }
        {
            double inner = f * y;
            f -= inner;
        }
        ;
        return f;
    }

    @Differentiable
    @Sample(at = "2", gives = "6")
    static double withVar(double x) {
        var b = x * 2;
        var n = 3;
        final var c = b * n;
        return c;
    }

    /** Literals of int's whole range: 0xFFFF_FFFF is -1. */
    @Differentiable
    @Sample(at = "2")
    static double negativeHexadecimal(double x) {
        double y = x * 0xFFFF_FFFF * 0.5 + x * 0x8000_0000 + x * 0b1111_1111_1111_1111_1111_1111_1111_1110;
        return y + x * 037777777777 + x * 0xFFFF_FFFF_FFFF_FFFFL;
    }

    /** The smallest int is its own negative. */
    @Differentiable
    @Sample(at = "0.5", gives = "-2147483647.0")
    static double smallestNegated(double x) {
        return x * -0x8000_0000 + x;
    }

    /** 10⁴⁰⁰ is no double. */
    @Differentiable
    @Sample(at = "3", gives = "2")
    static double beyondTheRangeOnTheOtherSide(double x) {
        return x < 0 ? x * 1e200 * 1e200 : x * 2;
    }

    @Differentiable
    @Sample(at = "3f", gives = "2")
    static float infiniteOnTheOtherSide(float x) {
        return x < 0 ? (float) (x * 1e39) : x * 2;
    }
}
