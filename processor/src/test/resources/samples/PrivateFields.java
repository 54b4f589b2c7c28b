package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Private fields, as textbooks write classes: generated code reads them by the methods that give them. */
public class PrivateFields {
    private final double mass;
    private double length = 2;
    private final double[] weights = {0.5, -1, 2};
    private final Bob bob = new Bob(3);
    private static double gravity = 9.5;

    PrivateFields() {
        mass = 1.5;
    }

    public double getMass() {
        return mass;
    }

    double length() {
        return this.length;
    }

    final double[] weights() {
        return weights;
    }

    protected Bob bob() {
        return bob;
    }

    static double gravity() {
        return gravity;
    }

    @Differentiable
    @Sample(at = "0.5, 2", gives = "13.663627850219786, 6")
    double pendulumEnergy(double angle, double speed) {
        double kinetic = 0.5 * mass * length * this.length * speed * speed;
        return kinetic / length - mass * gravity * length * Math.cos(angle);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0.75, -1.5, 3]")
    final double weighted(double[] x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * x[i];
        }
        return mass * sum;
    }

    @Differentiable
    @Sample(at = "2", gives = "12")
    double ofAnotherClass(double x) {
        return bob.radius * x * x;
    }

    private double scaled(double x) {
        return x * mass;
    }

    @Differentiable
    @Sample(at = "2", gives = "6")
    double ofOthers(double x) {
        PrivateFields other = new PrivateFields();
        other.lengthen();
        return x > 0 ? x * other.length * scaled(1) + other.mass * x * length / 2 : other.scaled(x) * gravity;
    }

    private void lengthenBy(double by) {
        length += by;
    }

    void lengthen() {
        lengthenBy(1);
        lengthenBy(1);
        lengthenBy(2 - other(length));
    }

    private static double other(double x) {
        return x - 1;
    }

    @Differentiable(wrt = {"x", "this.mass", "this.weights"})
    @Sample(at = "2, 3, [4, 5]", wrt = {"x", "this.mass", "this.weights"}, gives = "13.5, 9, [3, 3]")
    double byPrivateFields(double x) {
        return x * mass * (weights[0] + weights[1]) * 0.5 + 0 * length + bob.radius * 0;
    }

    static final class Bob {
        private final double radius;

        Bob(double radius) {
            this.radius = radius;
        }

        double radius() {
            return radius;
        }

        @Differentiable
        @Sample(at = "2", gives = "3")
        double inFinalClass(double x) {
            return radius * x;
        }
    }

    enum Planet {
        MERCURY(0.5),
        EARTH(2);

        private final double mass;

        Planet(double mass) {
            this.mass = mass;
        }

        double mass() {
            return mass;
        }

        double weight(double x) {
            return x * mass * EARTH.mass;
        }
    }

    @Differentiable
    @Sample(at = "3", gives = "5")
    static double ofConstants(double x) {
        double sum = 0;
        for (Planet planet : Planet.values()) {
            sum += planet.weight(x);
        }
        return sum;
    }

    sealed interface Shape permits Disc, Square {
        double area(double scale);
    }

    record Disc(double radius) implements Shape {
        @Override
        public double area(double scale) {
            return 3 * radius * radius * scale;
        }
    }

    abstract static sealed class Sided permits Side {
        private final double side = 2;

        double side() {
            return side;
        }

        double squared(double x) {
            return x * side * side;
        }
    }

    static final class Side extends Sided {}

    static final class Square implements Shape {
        private final Sided sided = new Side();

        Sided sided() {
            return sided;
        }

        @Override
        public double area(double scale) {
            return scale * sided.side * sided.side();
        }
    }

    @Differentiable
    @Sample(at = "3", gives = "7")
    static double ofSealedClasses(double x) {
        Shape shape = new Square();
        return new Disc(1).area(x) + shape.area(x);
    }
}
