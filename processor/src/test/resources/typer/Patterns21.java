package typer;

import java.util.List;

/** What Java 21 added to expressions. Nothing here runs. */
abstract class Patterns21 {

    sealed interface Shape permits Circle, Box {}

    record Circle(double radius) implements Shape {}

    record Box(Side width, Side height) implements Shape {}

    record Side(int length, String unit) {}

    enum Level {
        LOW,
        HIGH
    }

    static double area(Shape shape) {
        return switch (shape) {
            case Circle(double r) when r > 1 -> Math.PI * r * r;
            case Circle c -> c.radius() / 2;
            case Box(Side(var w, var unit), Side h) when unit.isEmpty() -> w / 2 + h.length();
            case Box b -> b.width().length() / 2;
        };
    }

    static String text(Object o, Level level, List<? extends Shape> shapes) {
        if (o instanceof Box(Side(int w, String unit), var height) && w > height.length()) {
            return unit + w / 2 + height.unit();
        }
        if (!(o instanceof Side(var length, var unit))) {
            return "";
        }
        String said = switch (o) {
            case null -> "null";
            case Integer i when i > 3 -> "" + (i + 1);
            case Long l -> "" + l / 2;
            case int[] xs -> "" + xs[0];
            case Level.LOW -> "low";
            case String s -> s;
            default -> unit + length / 2;
        };
        var number = switch (level) {
            case LOW -> 1;
            case HIGH -> 2.5f;
        };
        return said + number + shapes.getFirst().hashCode();
    }
}
