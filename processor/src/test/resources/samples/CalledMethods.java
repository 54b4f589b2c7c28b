package samples;

import static samples.other.Shared.cube;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import samples.other.Shared;

/** Calls of methods whose source is there. */
final class CalledMethods {
    @Differentiable
    @Sample(at = "3", gives = "24")
    static double callsHelper(double x) {
        return square(x) * 4;
    }

    static double square(double x) {
        return x * x;
    }

    @Differentiable
    @Sample(at = "0.7, 1.2")
    static double callsPrivate(double x, double y) {
        return hidden(x, y) + hidden(y, x) * hidden(x, 2) - hidden(3, y) + hidden(1, 2);
    }

    private static double hidden(double x, double y) {
        double a = x * y;
        return Math.sin(a) + x;
    }

    @Differentiable
    @Sample(at = "3", gives = "108")
    static double twice(double x) {
        return square(square(x));
    }

    @Differentiable
    @Sample(at = {"0.5", "-0.5"})
    static double chain(double x) {
        return first(x) + x;
    }

    private static double first(double x) {
        return second(x * 2, 3) * x;
    }

    private static double second(double x, int n) {
        if (x > 0) return third(x) * n;
        return third(-x) / n;
    }

    private static double third(double x) {
        return Math.log(x) * x;
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double overloads(double x, float y) {
        return over(x) + over(y) + over(x, y) + over(3) * x;
    }

    static double over(double x) {
        return x * x;
    }

    static float over(float x) {
        return x * 3;
    }

    static double over(int n) {
        return n + 0.5;
    }

    static double over(double x, double y) {
        return x / y;
    }

    @Differentiable
    @Sample(at = {"1.5, 0", "1.5, 1", "1.5, 5"})
    static double recursivePower(double x, int n) {
        return n == 0 ? 1 : x * recursivePower(x, n - 1);
    }

    @Differentiable
    @Sample(at = "1.5, 7")
    static double callsRecursive(double x, int n) {
        return power(x, n) + power(2, n) * x;
    }

    private static double power(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = power(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 5"})
    static double mutualRecursion(double x, int n) {
        return even(x, n);
    }

    static double even(double x, int n) {
        return n == 0 ? x : odd(Math.sin(x), n - 1) * x;
    }

    static double odd(double x, int n) {
        return n == 0 ? 2 * x : even(x * x, n - 1) + x;
    }

    @Differentiable
    @Sample(at = {"1.25", "2.75"})
    static double helperThatGivesInt(double x) {
        @NoDerivative double held = x;
        return x * steps(held) + Math.round(held);
    }

    static int steps(double x) {
        return (int) Math.floor(x) + 1;
    }

    @Differentiable
    @Sample(at = {"1.5", "-1.5"})
    static double helperThatGivesBoolean(double x) {
        return isPositive(x) ? x * x : x;
    }

    private static boolean isPositive(double x) {
        return x > 0;
    }

    @Differentiable
    @Sample(at = "1.5")
    static double constantArguments(double x) {
        return hidden(1, 2) * x + hidden(0.5, 0.25);
    }

    @Differentiable
    @Sample(at = "1.5")
    static double otherClasses(double x) {
        return Shared.twice(x) + cube(x) * samples.other.Shared.viaPrivate(x) + Nested.shift(x) + Nested.Deeper.scale(x);
    }

    static final class Nested {
        static double shift(double x) {
            return x * x + 1;
        }

        static final class Deeper {
            private static final double FACTOR = 1.5;

            static double scale(double x) {
                return FACTOR * x * x;
            }
        }

        @Differentiable
        @Sample(at = "0.5", gives = "1.5")
        static double inNestedClass(double x) {
            return shift(x) + Deeper.FACTOR / 3 * x;
        }
    }

    @Differentiable
    @Sample(at = "1.5, 2", gives = "8, 12")
    static double callsAnnotated(double x, double y) {
        return inner(x, y) * 2 * y;
    }

    @Differentiable
    @Sample(at = "1.5, 2", gives = "2, 1.5")
    static double inner(double x, double y) {
        return x * y;
    }

    /** wrt only asks less; derivatives still flow through what it leaves out. */
    @Differentiable(wrt = "x")
    @Sample(at = "1.5, 2", wrt = "x")
    static double byX(double x, double y) {
        return Math.sin(x) * y * y;
    }

    @Differentiable
    @Sample(at = "1.5, 2")
    static double callsByX(double x, double y) {
        return byX(y, x) + byX(x, 2);
    }

    @Differentiable(wrt = {"y"})
    @Sample(at = "1.5, 2", wrt = "y")
    static double callsByXByY(double x, double y) {
        double inside = byX(x * y, y);
        return inside + callsByX(x, y);
    }

    @Differentiable
    @Sample(at = "1.5, 2")
    static double annotatedElsewhere(double x, double y) {
        return Shared.scaled(x, y) * x + Shared.tilted(y);
    }

    @Differentiable
    @Sample(at = "1.5, 2, 3", wrt = {"x", "y"}, gives = "4, 3")
    static double heldParameter(double x, double y, @NoDerivative double z) {
        return x * y * z - 0.5 * x * y * 2;
    }

    /** The derivative by x of x·c with c = x held: c. */
    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldLocal(double x) {
        @NoDerivative double c = x;
        return x * c;
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldReassigned(double x) {
        @NoDerivative double c = 1;
        c = x * 2;
        c -= x;
        return x * c;
    }

    @Differentiable
    @Sample(at = "3", gives = "9", smooth = false)
    static double heldMethod(double x) {
        return constant(x) * x;
    }

    @NoDerivative
    static double constant(double x) {
        return x * x;
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldParameterOfHelper(double x) {
        return weighted(x, x);
    }

    private static double weighted(double x, @NoDerivative double weight) {
        return x * weight;
    }

    @Differentiable
    @Sample(at = "3, 4", gives = "4, 0", smooth = false)
    static double callsHeldParameter(double x, double y) {
        return heldParameter(x, 1, y) - 0 * y + x;
    }

    /** The derivative by x of x·m with m = x held: m. */
    record Weighted(double x, @NoDerivative double m) {
        double product() {
            return x * m;
        }
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldComponent(double x) {
        Weighted w = new Weighted(x, x);
        return w.x() * w.m();
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldComponentAsAField(double x) {
        Weighted w = new Weighted(x, x);
        return w.x * w.m;
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldComponentInsideTheRecord(double x) {
        return new Weighted(x, x).product();
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldParameterOfALambda(double x) {
        DoubleBinaryOperator product = (double a, @NoDerivative double b) -> a * b;
        return product.applyAsDouble(x, x);
    }

    @Differentiable
    @Sample(at = "3", gives = "3", smooth = false)
    static double heldParameterBesideAFunction(double x) {
        return applied(a -> a, x, x);
    }

    private static double applied(DoubleUnaryOperator f, double a, @NoDerivative double b) {
        return f.applyAsDouble(a) * b;
    }

    @Differentiable
    @Sample(at = "[3, 5]", gives = "[1, 0]", smooth = false)
    static double heldElement(double[] xs) {
        double sum = xs[0];
        for (@NoDerivative double x : xs) {
            sum += x;
        }
        return sum;
    }

    @NoDerivative
    private static double[] heldCopy(double[] x) {
        return x.clone();
    }

    @Differentiable
    @Sample(at = "[3]", gives = "[3]", smooth = false)
    static double heldArrayOfAMethod(double[] x) {
        double[] held = heldCopy(x);
        return held[0] * x[0];
    }

    @NoDerivative static double rate = 2.5;
    static double scale = 4;

    @Differentiable
    @Sample(at = "3", gives = "10")
    static double fields(double x) {
        return x * rate * scale;
    }

    @Differentiable
    @Sample(at = "3")
    static double sideEffects(double x) {
        double a = x * Trace.next();
        Trace.note("between");
        double b = Math.sin(a) * Trace.next() + Trace.random();
        Trace.note("value", a);
        return b * Trace.random() * x + Trace.number("last", 2) * x;
    }

    @Differentiable
    @Sample(at = {"3", "-3"})
    static double sideEffectsInBranches(double x) {
        double r = 1;
        if (x > Trace.number("limit", 0)) {
            r = x * Trace.next();
        } else {
            Trace.note("else");
            r = x * x;
        }
        return r * (x > 0 ? Trace.number("then", 2) : Trace.number("else", 3)) + Trace.next();
    }

    @Differentiable
    @Sample(at = {"3", "-3"})
    static double sideEffectsInHelpers(double x) {
        return noisy(x, 1) * noisy(2, x) + noisy(3, 4) * x;
    }

    private static double noisy(double x, double y) {
        Trace.note("noisy", x);
        if (x > y) {
            Trace.note("larger");
            return x * Trace.random();
        }
        return x * y;
    }

    @Differentiable
    @Sample(at = "3", gives = "1")
    static double unusedSideEffects(double x) {
        double unused = Trace.random();
        int also = Trace.next();
        double y = x * Trace.number("overwritten", 3);
        y = x;
        Trace.next();
        return y;
    }

    @Differentiable
    @Sample(at = "3")
    static double effectsKeepTheirOrder(double x) {
        double y = x;
        double r = y * Trace.number("a", 1) + (y = Trace.number("b", 2) * x) * Trace.number("c", 3);
        return r + y + two(Trace.number("d", 1), Trace.number("e", 5), x * Trace.number("f", 2));
    }

    private static double two(double a, double b, double c) {
        return a * b * c;
    }

    @Differentiable
    @Sample(at = "3", gives = "6")
    static double logsActiveValues(double x) {
        double y = x * x;
        Trace.note("y = " + y);
        log(y * 2);
        return y;
    }

    private static void log(double value) {
        Trace.note("logged", value);
    }
}
