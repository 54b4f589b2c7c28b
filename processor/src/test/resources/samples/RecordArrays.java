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

    static Complex[] fft(Complex[] x) {
        int n = x.length;
        if (n == 1) return new Complex[] {x[0]};
        Complex[] even = new Complex[n / 2];
        Complex[] odd = new Complex[n / 2];
        for (int k = 0; k < n / 2; k++) {
            even[k] = x[2 * k];
            odd[k] = x[2 * k + 1];
        }
        Complex[] q = fft(even);
        Complex[] r = fft(odd);
        Complex[] y = new Complex[n];
        for (int k = 0; k < n / 2; k++) {
            double kth = -2 * k * Math.PI / n;
            Complex wk = new Complex(Math.cos(kth), Math.sin(kth)).times(r[k]);
            y[k] = new Complex(q[k].re() + wk.re(), q[k].im() + wk.im());
            y[k + n / 2] = new Complex(q[k].re() - wk.re(), q[k].im() - wk.im());
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[(1, 2), (3, -1), (0.5, 4), (-2, 1)]")
    static Complex[] fourier(Complex[] x) {
        return fft(x);
    }

    static void leap(Body[] bodies, double dt) {
        for (int i = 0; i < bodies.length; i++) {
            Vector force = Vector.ZERO;
            for (int j = 0; j < bodies.length; j++) {
                if (j != i) {
                    Vector d = bodies[j].at().plus(bodies[i].at().times(-1));
                    force = force.plus(d.times(bodies[j].mass() / (1 + d.dot(d))));
                }
            }
            Body b = bodies[i];
            Vector speed = b.speed().plus(force.times(dt));
            bodies[i] = new Body(b.at(), speed, b.mass(), b.id());
        }
        for (int i = 0; i < bodies.length; i++) {
            Body b = bodies[i];
            bodies[i] = new Body(b.at().plus(b.speed().times(dt)), b.speed(), b.mass(), b.id() + 1);
        }
    }

    @Differentiable
    @Sample(at = "[((0, 0), (0, 1), 2, 1), ((1, 0), (0.5, 0), 1, 2), ((0, 2), (0, 0), 0.5, 3)], 3")
    static double nBodies(Body[] bodies, int steps) {
        Body[] own = bodies.clone();
        for (int s = 0; s < steps; s++) leap(own, 0.1);
        double energy = 0;
        for (Body b : own) energy += b.mass() * b.speed().dot(b.speed()) + b.at().dot(b.at()) + b.id();
        return energy;
    }

    /** The caller's own array is moved on. */
    @Differentiable
    @Sample(at = "[((0, 0), (0, 1), 2, 1), ((1, 0), (0.5, 0), 1, 2)]")
    static double nBodiesInPlace(Body[] bodies) {
        leap(bodies, 0.1);
        leap(bodies, 0.2);
        return bodies[0].at().dot(bodies[1].at()) * bodies[1].speed().x();
    }

    @Differentiable
    @Sample(at = "[[(1, 2), (3, 4)], [(0.5, -1)]]")
    static double rowsOfRecords(Vector[][] grid) {
        double sum = 0;
        for (Vector[] row : grid) {
            for (int j = 0; j < row.length; j++) sum += row[j].dot(grid[0][j]) * (j + 1);
        }
        return sum * grid[1][0].x();
    }

    @Differentiable
    @Sample(at = {"1, 2, 3", "2, 1, 0"})
    static double missingElements(double a, double b, int n) {
        Vector[] table = new Vector[4];
        for (int i = 0; i < n; i++) {
            if (table[i] == null) table[i + 1] = new Vector(a * i, b);
        }
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            if (table[i] != null) sum += table[i].x() * table[i].y();
        }
        table[1] = null;
        return sum + (table[1] == null ? a : b);
    }

    /** Reading what was never written throws, as in the source. */
    @Differentiable
    @Sample(at = "1")
    static double readsNull(double a) {
        Vector[] table = new Vector[2];
        table[0] = new Vector(a, a);
        return table[0].dot(table[1]);
    }

    /** No code can stand behind a throw: nothing is handed back. */
    @Differentiable
    @Sample(at = "[]")
    static void writesAndThrows(Vector... vs) {
        java.util.Arrays.fill(vs, new Vector(1, vs.length));
        throw new IllegalStateException("never done");
    }

    @Differentiable
    @Sample(at = "[(1, 2), (3, 4), (0.5, -1)]")
    static double copiedRecords(Vector[] vs) {
        Vector[] longer = java.util.Arrays.copyOf(vs, 5);
        Vector[] part = java.util.Arrays.copyOfRange(vs, 1, 3);
        System.arraycopy(part, 0, longer, 3, 2);
        java.util.Arrays.fill(part, vs[2].plus(longer[3]));
        Vector[] alias = longer;
        alias[0] = part[1].times(2);
        return longer[0].dot(longer[4]) + part[0].x();
    }

    public record Cloud(Vector[] points, double[] weights) {
        Vector mean() {
            Vector sum = Vector.ZERO;
            double total = 0;
            for (int i = 0; i < points.length; i++) {
                sum = sum.plus(points[i].times(weights[i]));
                total += weights[i];
            }
            return sum.times(1 / total);
        }
    }

    @Differentiable
    @Sample(at = "([(1, 2), (3, 4), (0.5, -1)], [0.2, 0.3, 0.7])")
    static Vector recordOfRecords(Cloud cloud) {
        return cloud.mean();
    }

    @Differentiable
    @Sample(at = "[([1, 2], 0.5), ([3, 4, 5], 0.25)]")
    static double recordsOfArrays(Series[] all) {
        double sum = 0;
        for (Series s : all) {
            for (double v : s.values()) sum += v * v * s.step();
        }
        return sum * all[0].values()[1];
    }

    private static final Vector[] CORNERS_ = {new Vector(0, 0), new Vector(1, 2)};
    static final Vector[] CORNERS = CORNERS_;

    @Differentiable
    @Sample(at = "(3, 4)")
    static double constantRecords(Vector v) {
        Vector[] corners = CORNERS;
        double sum = v.dot(CORNERS[1]);
        for (Vector c : corners) sum += v.plus(c).dot(v);
        return sum;
    }

    @Differentiable
    @Sample(at = "[(1, 2), (3, 4)], [(5, 6), (7, 8)]")
    static Vector[] writesOneOfTwo(Vector[] a, Vector[] b) {
        for (int i = 0; i < a.length; i++) a[i] = a[i].plus(b[i].times(a[i].x()));
        return new Vector[] {a[0], b[1], a[1].times(b[0].y())};
    }

    @Differentiable
    @Sample(at = "[(1, 2), (3, 4)], 0.5")
    static void scalesInPlace(Vector[] a, double k) {
        for (int i = 0; i < a.length; i++) a[i] = a[i].times(k * a[0].x());
    }

    @Differentiable
    @Sample(at = {"2, 1", "-3, 0"}, gives = {"4", "27"})
    static double askedForTheirClass(double x, int i) {
        Vector[] vs = {null, new Vector(x, x * x)};
        return vs[i] instanceof Vector ? x * x : x * x * x;
    }

    record Planet(double x, double mass, String name) {
        Planet moved(double force) {
            return new Planet(x + force / mass, mass, name);
        }
    }

    /** Names go with the numbers into a method that isn't copied. */
    private static Planet pushed(Planet p, double force) {
        for (int i = 0; i < 2; i++) p = p.moved(force / (i + 1));
        return p.name().isEmpty() ? p : p.moved(p.name().length());
    }

    @Differentiable
    @Sample(at = "[(0, 3, \"sun\"), (2, 0.5, \"e\")], 0.1")
    static double namedPlanets(Planet[] start, double force) {
        Planet[] planets = start.clone();
        for (int i = 0; i < planets.length; i++) planets[i] = pushed(planets[i], force);
        double sum = 0;
        for (Planet p : planets) sum += p.x() * p.mass();
        return sum;
    }
}
