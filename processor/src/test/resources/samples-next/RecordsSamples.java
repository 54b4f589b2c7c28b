package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Records as parameters, results, locals and elements. */
final class RecordsSamples {
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
            if (mass < 0) {
                throw new IllegalArgumentException("negative mass: " + mass);
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
    @Sample(at = "2, 3", gives = "12, 4")
    static double localRecord(double a, double b) {
        var v = new Vector(a, a * b);
        return v.x() * v.y();
    }

    @Differentiable
    @Sample(at = "(3, 4), 2", gives = "(12, 16), 25")
    static double recordParameter(Vector v, double k) {
        return k * (v.x() * v.x() + v.y() * v.y());
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "2.5838531634528574, 2")
    static Vector recordResult(double a, double b) {
        return new Vector(a * b, Math.sin(a));
    }

    @Differentiable
    @Sample(at = "(1, 2), (3, 4)", gives = "(7, -1), (3, -1)")
    static Complex complexProduct(Complex a, Complex b) {
        return a.times(b).times(new Complex(1, 0));
    }

    @Differentiable
    @Sample(at = "(0.3, 0.5), 4", wrt = "c")
    static double mandelbrot(Complex c, int steps) {
        Complex z = new Complex(0, 0);
        for (int i = 0; i < steps; i++) {
            Complex square = z.times(z);
            z = new Complex(square.re() + c.re(), square.im() + c.im());
            if (z.re() * z.re() + z.im() * z.im() > 4) break;
        }
        return z.re() * z.re() + z.im() * z.im();
    }

    @Differentiable
    @Sample(at = {"((1, 2), (0.5, -1), 2, 7), 3", "((1, 2), (0.5, -1), 2, 7), 0"})
    static Body stepped(Body body, int steps) {
        for (int i = 0; i < steps; i++) {
            Vector force = body.at().times(-1 / body.mass());
            Vector speed = body.speed().plus(force.times(0.1));
            body = new Body(body.at().plus(speed.times(0.1)), speed, body.mass(), body.id() + 1);
        }
        return body;
    }

    @Differentiable
    @Sample(at = {"(1, 2), 3", "(1, 2), -3"})
    static double checkedConstructor(Vector at, double mass) {
        Body body = new Body(at, mass);
        return body.mass() * body.at().dot(body.at()) + body.speed().x() + body.id();
    }

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

    @Differentiable
    @Sample(at = "([1, 2, 4], 0.5)", gives = "([0.25, 0.5, 0.25], 4.5)")
    static double arrayInRecord(Series series) {
        double sum = 0;
        for (int i = 1; i < series.values().length; i++) {
            sum += (series.values()[i] + series.values()[i - 1]) / 2 * series.step();
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "(0.5, 0.25), 2", gives = "(4, 4), 0.75")
    static double floatRecord(Pixel p, float gamma) {
        float both = p.red() * gamma + p.green() * gamma;
        return both + (p.red() + p.green()) * 2;
    }

    @Differentiable
    @Sample(at = {"(1, 2), (3, 5), true", "(1, 2), (3, 5), false"})
    static Vector chosenRecord(Vector a, Vector b, boolean first) {
        Vector v = first ? a : b;
        if (v.x() > 2) {
            v = new Vector(v.y(), v.x() * v.y());
        }
        return v.plus(a);
    }

    @Differentiable
    @Sample(at = "(3, 4)", gives = "(1, 0)")
    static double onlyOneComponent(Vector v) {
        return v.x();
    }

    @Differentiable
    @Sample(at = {"0.5, 5", "0.5, 0"})
    static double stateOfLoop(double x, int n) {
        State state = new State(x, 1);
        for (int i = 0; i < n; i++) {
            state = new State(state.b(), state.a() * state.b() + x);
        }
        return state.a() + state.b();
    }

    /** Equal values, but not the same record. */
    @Differentiable
    @Sample(at = "2", gives = "4")
    static double comparesRecords(double x) {
        Vector a = new Vector(x, x);
        Vector b = new Vector(x, x);
        return a == b ? 0 : a.equals(b) ? a.x() * b.y() : x;
    }
}
