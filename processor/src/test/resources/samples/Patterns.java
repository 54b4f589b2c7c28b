package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Patterns behind instanceof: the variable is in sight wherever Java has it. */
final class Patterns {
    interface Shape {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    static Object thing(int n) {
        Trace.note("thing " + n);
        return switch (n) {
            case 0 -> new Circle(2);
            case 1 -> new Square(3);
            case 2 -> "text";
            case 3 -> List.of("a", "b");
            default -> null;
        };
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 9"}, gives = {"8", "1", "1"})
    static double inThen(double x, int n) {
        Object o = thing(n);
        if (o instanceof Circle c) {
            double r = c.radius();
            return r * x * x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 2"}, gives = {"8", "12", "1"})
    static double oneNameInTwoBranches(double x, int n) {
        if (thing(n) instanceof Circle s && s.radius() > 1) {
            x *= s.radius() * x;
        } else if (thing(n) instanceof Square s) {
            x *= s.side() * x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1"}, gives = {"9", "2"})
    static double behindAnEarlyReturn(double x, int n) {
        if (!(thing(n) instanceof Circle c)) {
            return 2 * x;
        }
        x += c.radius() / 8;
        return c.radius() * x * x;
    }

    @Differentiable
    @Sample(at = {"2, 2", "2, 0", "2, 5"}, gives = {"16", "1", "1"})
    static double behindShortCircuits(double x, int n) {
        if (n < 4 && thing(n) instanceof String s && s.length() > 2 && Trace.is("asked", x > 0)) {
            x = s.length() * x * x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"2, 1", "2, 0", "2, 7"}, gives = {"12", "1", "1"})
    static double behindOr(double x, int n) {
        if (n > 4 || !(thing(n) instanceof Square s) || s.side() < 0) {
            return x;
        }
        return s.side() * x * x;
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 2"}, gives = {"8", "3", "8"})
    static double inConditionals(double x, int n) {
        return thing(n) instanceof Circle s
                ? s.radius() * x * x
                : thing(n) instanceof Square s ? s.side() * x : thing(n) instanceof String s ? s.length() * x * 2 : x;
    }

    @Differentiable
    @Sample(at = {"2, 0", "0.3, 0", "2, 1"})
    static double inLoops(double x, int n) {
        Object o = thing(n);
        while (o instanceof Circle c && x < 100) {
            x = x * c.radius() + Math.sin(x);
            o = x > 50 ? "end" : new Circle(c.radius() + 1);
        }
        for (int i = 0; thing(i) instanceof Shape s && i < 5; i++) {
            x *= s instanceof Square q ? q.side() : 1.5;
        }
        return x * x;
    }

    static final String s = "field";

    /** Where the pattern's variable is out of sight the name means the field. */
    @Differentiable
    @Sample(at = {"2, 2", "2, 0"}, gives = {"4", "5"})
    static double fieldOfTheSameName(double x, int n) {
        if (thing(n) instanceof String s) {
            return s.length() * x;
        } else {
            return s.length() * x;
        }
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 3"}, gives = {"2", "8"})
    static double inLambdas(double x, int n) {
        Object o = thing(n);
        if (o instanceof List<?> list && !list.isEmpty()) {
            DoubleUnaryOperator f = t -> t * t * list.size();
            return f.applyAsDouble(x);
        }
        return o instanceof Circle c && c.radius() > 1 ? c.radius() * x : x;
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 2"}, gives = {"8", "1"})
    static double handedOn(double x, int n) {
        return helper(thing(n), x);
    }

    private static <T> double helper(T t, double x) {
        return t instanceof Circle c ? c.radius() * x * x : x;
    }

    @Differentiable
    @Sample(at = {"[1, 2]f, 0", "[1, 2]f, 1"})
    static Tensor ofTensors(Tensor x, int n) {
        if (!(thing(n) instanceof final Circle c)) {
            throw new IllegalArgumentException("no circle");
        }
        return x.pow(2).mul(c.radius());
    }
}
