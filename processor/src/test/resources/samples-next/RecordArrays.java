package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Arrays of records. */
final class RecordArrays {
    public record Vector(double x, double y) {
        static final Vector ZERO = new Vector(0, 0);

        Vector plus(Vector other) {
            return new Vector(x + other.x, y + other.y);
        }

        Vector times(double factor) {
            return new Vector(this.x() * factor, y * factor);
        }

        double dot(Vector other) {
            return x * other.x + y * other.y;
        }

        static Vector of(double angle) {
            return new Vector(Math.cos(angle), Math.sin(angle));
        }
    }

    public record Complex(double re, double im) {
        Complex times(Complex z) {
            return new Complex(re * z.re - im * z.im, re * z.im + im * z.re);
        }
    }

    public record Body(Vector at, Vector speed, double mass, int id) {
        public Body {
            if (mass < -2.5) {
                throw new IllegalArgumentException("impossible mass: " + mass);
            }
        }

        Body(Vector at, double mass) {
            this(at, Vector.ZERO, mass, 0);
        }
    }

    public record Series(double[] values, double step) {}

    record State(double a, double b) {}

    public record Pixel(float red, float green) {}

    @Differentiable
    @Sample(at = "[(1, 2), (3, 4), (0.5, -1)]")
    static double arrayOfRecords(Vector[] vs) {
        Vector sum = Vector.ZERO;
        for (Vector v : vs) {
            sum = sum.plus(v.times(v.dot(vs[0])));
        }
        return sum.x() * sum.y();
    }

    @Differentiable
    @Sample(at = "[0.5, 1, 2]")
    static Vector[] recordsMade(double[] angles) {
        Vector[] vs = new Vector[angles.length];
        for (int i = 0; i < vs.length; i++) {
            vs[i] = Vector.of(angles[i]);
            if (i > 0) {
                vs[i] = vs[i].plus(vs[i - 1].times(angles[0]));
            }
        }
        return vs;
    }

    @Differentiable
    @Sample(at = "[(1, 2), (3, 4)]")
    static double elementsReplaced(Vector[] vs) {
        Vector first = vs[0];
        vs[0] = vs[1].times(first.x());
        vs[1] = first;
        return vs[0].dot(vs[1]) * vs[0].x();
    }
}
