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
        return a.equals(b) ? a.x() * b.y() : x;
    }

    public record Point(double x, double y, double z) {
        static final Point UP = new Point(0, 0, 1);

        public Point {
            if (Double.isNaN(x)) throw new IllegalArgumentException("not a number");
        }

        Point add(Point o) {
            return new Point(x + o.x, y + o.y, z + o.z());
        }

        Point scale(double k) {
            return new Point(k * x, k * y, k * z);
        }

        double norm() {
            return Math.sqrt(x * x + y * y + z * z);
        }

        Point normalized() {
            double n = norm();
            return n == 0 ? UP : scale(1 / n);
        }

        Point cross(Point o) {
            return new Point(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }
    }

    /** Private: it is never handed on as an object. */
    private record Motion(double at, double speed) {
        Motion step(double dt, double k) {
            double v = speed - dt * k * at;
            return new Motion(at + dt * v, v);
        }
    }

    public record Angle(double radians) {
        public Angle {
            radians = radians % (2 * Math.PI);
        }
    }

    public record Scaled(double value, double factor) {
        public Scaled(double value, double factor) {
            this.factor = factor * 2;
            double scaled = value * factor;
            if (scaled > 10) {
                this.value = 10;
            } else {
                this.value = scaled;
            }
        }
    }

    public record Layer(double[][] w, double[] b, String name) {}

    record Pair(double[] first, double[] second) {}

    @Differentiable
    @Sample(at = {"1, 2, 5", "1, 2, 0"})
    static double privateRecord(double at, double k, int n) {
        Motion m = new Motion(at, 0);
        for (int i = 0; i < n; i++) m = m.step(0.1, k);
        return m.at() * m.at() + m.speed();
    }

    @Differentiable
    @Sample(at = "1.5")
    static double changingConstructor(double a) {
        Angle q = new Angle(a * 7);
        return Math.sin(q.radians()) + q.radians();
    }

    @Differentiable
    @Sample(at = {"2, 3", "4, 5"})
    static double writtenConstructor(double a, double b) {
        Scaled s = new Scaled(a, b);
        return s.value() * s.factor() + a;
    }

    @Differentiable
    @Sample(at = "([[0.1, 0.2], [0.3, -0.4]], [0.5, 0.6], \"tanh\"), [1, 2]")
    static double recordOfMatrices(Layer p, double[] x) {
        double s = 0;
        for (int i = 0; i < p.b().length; i++) {
            double t = p.b()[i];
            for (int j = 0; j < x.length; j++) t += p.w()[i][j] * x[j];
            s += Math.tanh(t);
        }
        return s + p.name().length();
    }

    static Pair split(double[] x) {
        double[] a = new double[x.length / 2];
        double[] b = new double[x.length - x.length / 2];
        for (int i = 0; i < a.length; i++) a[i] = x[i] * x[i];
        for (int i = 0; i < b.length; i++) b[i] = x[a.length + i] * 2;
        return new Pair(a, b);
    }

    /** The arrays that a helper gives in a record are read and written. */
    @Differentiable
    @Sample(at = "[1, 2, 3, 4, 5]")
    static double arraysGivenInRecord(double[] x) {
        Pair p = split(x);
        double s = 0;
        for (double v : p.first()) s += v;
        for (double v : p.second()) s *= v;
        p.first()[0] *= 3;
        return s + p.first()[0];
    }

    static Pair swapped(Pair p) {
        p.first()[0] += p.second()[0];
        return new Pair(p.second(), p.first());
    }

    /** The record that comes back holds the arrays that went in. */
    /** The members look whether the record's array is the one that is written. */
    @Differentiable
    @Sample(at = "([1, 2], 0.5), [3, 4]")
    static double recordBesideAnArrayThatIsWritten(Series series, double[] x) {
        x[0] += series.values()[0] * series.step();
        return x[0] * x[1] * series.values()[1];
    }

    @Differentiable
    @Sample(at = "[1, 2], [3, 4, 5]")
    static double sameArraysComeBack(double[] a, double[] b) {
        Pair p = swapped(new Pair(a.clone(), b.clone()));
        p.first()[1] = p.second()[0] * p.first()[0];
        Pair q = swapped(p);
        return q.first()[0] * q.second()[1] + q.second()[0];
    }

    @Differentiable
    @Sample(at = "(1, 2, 2), (0.5, -1, 3), 0.7")
    static Point rotated(Point axis, Point v, double t) {
        Point k = axis.normalized();
        Point c = k.cross(v);
        double dot = k.x() * v.x() + k.y() * v.y() + k.z() * v.z();
        return v.scale(Math.cos(t)).add(c.scale(Math.sin(t))).add(k.scale(dot * (1 - Math.cos(t))));
    }

    static Point power(Point v, int n) {
        return n == 0 ? Point.UP : n == 1 ? v : v.cross(power(v, n - 2).add(Point.UP));
    }

    @Differentiable
    @Sample(at = {"(1, 2, 3), 5", "(1, 2, 3), 4"})
    static double recursionGivesRecords(Point v, int n) {
        return power(v, n).norm();
    }

    @Differentiable
    @Sample(at = {"(1, 0.5, 3)", "(-1, 2.5, 3)"})
    static double recordsHandedOut(Point v) {
        int hash = v.hashCode() + ("v = " + v).length();
        Point w = v.x() > 0 ? v.scale(2) : v;
        switch ((int) v.y()) {
            case 0 -> w = w.add(Point.UP);
            default -> w = w.cross(v.add(Point.UP));
        }
        return w.norm() + (hash == 7 ? 1 : 0);
    }

    @Differentiable
    @Sample(at = {"(1, 2, 3), \"a\"", "(1, 2, 3), \"b\"", "(1, 2, 3), \"c\""})
    static double switchGivesRecord(Point v, String s) {
        Point w = switch (s) {
            case "a" -> v;
            case "b" -> {
                Point t = v.scale(3);
                yield t.add(v);
            }
            default -> Point.UP;
        };
        return w.x() * w.y() + w.z();
    }

    @Differentiable
    @Sample(at = {"1, 2, 5", "1, 2, 0"})
    static double earlyRecord(double x, double y, int n) {
        return found(x, y, n).x() * y;
    }

    static Vector found(double x, double y, int n) {
        Vector v = Vector.ZERO;
        for (int i = 0; i < n; i++) {
            v = v.plus(new Vector(x, y * i));
            if (v.y() > 5) return v.times(x);
            Vector swap = new Vector(v.y(), v.x());
            if (i == 1) v = swap;
        }
        return v;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double lambdaOfRecords(double x, double y) {
        java.util.function.UnaryOperator<Vector> twice = v -> v.plus(v);
        java.util.function.ToDoubleFunction<Vector> size = v -> v.x() * v.y();
        return size.applyAsDouble(twice.apply(new Vector(x, y * y)));
    }

    @Differentiable
    @Sample(at = "(2, 3)", gives = "(6, 4)", smooth = false)
    static double constantRecord(Vector v) {
        @dev.jacobi.NoDerivative Vector held = v.times(2);
        return held.x() * v.y() + held.y() * v.x();
    }

    public record Mixed(double wide, float narrow) {
        float narrow(int times) {
            return narrow * times;
        }
    }

    /** A constructor's conversions round, also where the component is used at once. */
    @Differentiable
    @Sample(at = "2, 2000000011", gives = "2000000000", smooth = false)
    static double convertedComponents(double x, int n) {
        return +new Mixed(n, n).narrow() * x + new Mixed(n, n).wide() / 7 - n / 7;
    }

    static Body made(Vector at, int id) {
        return new Body(at, Vector.ZERO, 1, id);
    }

    /** A whole number beside differentiated ones in what a helper gives. */
    @Differentiable
    @Sample(at = "[1, 2], [3, 4]")
    static double wholeNumberOfHelper(double[] n, float[] e) {
        e[1] = made(new Vector(n[1], 1), 1).id();
        return n[0] * e[0] + e[1];
    }
}
