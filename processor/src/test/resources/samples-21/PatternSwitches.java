package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** Switches over patterns, and patterns that take records apart. */
final class PatternSwitches {
    sealed interface Shape permits Circle, Square, Line {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    record Point(int x, double y) {}

    record Line(Point from, Object to) implements Shape {}

    static Shape shape(int n) {
        return switch (n) {
            case 0 -> new Circle(2);
            case 1 -> new Square(1);
            case 2 -> new Square(7);
            case 3 -> new Line(new Point(3, 0.5), new Point(4, 1.5));
            case 4 -> new Line(new Point(0, 0.5), new Point(4, 1.5));
            case 5 -> new Line(new Point(2, 0.5), "text");
            case 6 -> new Line(null, "text");
            default -> null;
        };
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 2", "2, 3", "2, 9"}, gives = {"8", "12", "7", "1"})
    static double sealed(double x, int n) {
        return switch (shape(n)) {
            case Circle c -> c.radius() * x * x;
            case Square s when s.side() > x -> s.side() * x;
            case Square(double side) -> side * x * x * x;
            case Line l -> x;
        };
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 3", "2, 4", "2, 5", "2, 6", "2, 9"})
    static double oldStyle(double x, int n) {
        switch (shape(n)) {
            case Circle c:
                x *= c.radius() * x;
                break;
            case Square(var side):
                x = x * x * side;
                break;
            case Line(Point(int a, var b), Point(int c, double d)) when a > 1 && Trace.is("guard", n > 0):
                x = x * a + c * d * x * x + b;
                break;
            case Line(Point p, String t):
                x *= t.length() * x + (p == null ? 0 : p.y());
                break;
            case Line(var from, var to):
                x /= 2;
        }
        return x * x;
    }

    static Object thing(int n) {
        return n == 0 ? null : n == 1 ? "long text" : n == 2 ? "ab" : n == 3 ? (Object) 5 : n == 4 ? new Circle(3) : 'c';
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 2", "2, 3", "2, 4", "2, 5"}, gives = {"1", "324", "2", "0", "3", "4"})
    static double returning(double x, int n) {
        switch (thing(n)) {
            case null -> {
                return x;
            }
            case Circle c -> {
                return x * c.radius();
            }
            case String t when t.length() > 3 -> x *= t.length();
            case String t -> {
                return t.length() * x;
            }
            case Integer i -> {
                return i;
            }
            default -> {}
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = {"2, 3", "2, 4", "2, 5", "2, 9"})
    static double behindInstanceof(double x, int n) {
        if (shape(n) instanceof Line(Point(int a, var b), Point to) && a > b) {
            x = x * x * a * to.y();
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = {"2, \"a\"", "2, null", "2, \"b\""}, gives = {"1", "4", "4"})
    static double nullWithTheDefault(double x, String text) {
        return switch (text) {
            case "a" -> x;
            case null, default -> x * x;
        };
    }

    enum Sign { PLUS, MINUS }

    @Differentiable
    @Sample(at = {"2, PLUS", "2, MINUS", "2, null"}, gives = {"1", "-1", "4"})
    static double nullBesideConstants(double x, Sign sign) {
        return switch (sign) {
            case PLUS -> x;
            case MINUS -> -x;
            case null -> x * x;
        };
    }

    /** Every case leaves, so nothing need follow. */
    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 3", "2, 9"}, gives = {"2", "1", "12"})
    static double nothingFollows(double x, int n) {
        switch (shape(n)) {
            case Circle c -> {
                return c.radius() * x;
            }
            case Square s -> {
                return s.side() * x;
            }
            case Line(Point(int a, double b), Object to) -> {
                return a * x * x;
            }
        }
    }
}
