package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Records of variable arity, of arrays that are written, and of what has no derivative. */
final class RecordKinds {
    public record Many(double... xs) {
        double sum() {
            double sum = 0;
            for (double x : xs) sum += x;
            return sum;
        }
    }

    public record Weighted(double weight, double... xs) {
        Weighted(double[] xs) {
            this(2, xs[0], xs[1] * xs[1]);
        }
    }

    public record State(double[] x, double[] v) {}

    public record Matrix(double[][] rows, String name, double factor) {}

    @Differentiable
    @Sample(at = "2, 3")
    static double madeOfMany(double a, double b) {
        Many many = new Many(a, b, a * b);
        Many one = new Many(new double[] {a});
        return many.sum() * (1 + new Many().sum()) + many.xs()[2] * one.sum();
    }

    @Differentiable
    @Sample(at = "([2, 3])")
    static Many givesMany(Many m) {
        return new Many(m.xs()[0] * m.xs()[1], m.sum(), 3);
    }

    @Differentiable
    @Sample(at = "[2, 3]")
    static double handsOnMany(double[] xs) {
        Weighted w = new Weighted(xs);
        return w.weight() * w.xs()[0] * w.xs()[1];
    }

    @Differentiable
    @Sample(at = "([1, 2], [3, 4]), 0.1")
    static void movesArraysOfRecord(State s, double dt) {
        for (int i = 0; i < s.x().length; i++) {
            s.v()[i] -= dt * s.x()[i] * s.x()[i];
            s.x()[i] += dt * s.v()[i];
        }
    }

    @Differentiable
    @Sample(at = "([[1, 2], [3, 4]], \"a\", 5)")
    static void swapsRowsOfRecord(Matrix m) {
        double[] first = m.rows()[0];
        m.rows()[0] = m.rows()[1];
        m.rows()[1] = first;
        first[0] *= m.factor() * first[1];
    }

    /** Only one array of each record is read; which of them are one is asked all the same. */
    @Differentiable
    @Sample(at = "([1, 2], [3, 4]), ([5, 6], [7, 8])")
    static double recordsThatShareArrays(State s, State t) {
        State u = new State(t.x(), s.v());
        State w = s;
        s = u;
        u.x()[0] *= w.x()[0];
        return s.x()[0] * t.x()[0] * w.x()[1] * s.v()[1];
    }

    public record Vector(double x, double y) {
        Vector plus(Vector other) {
            return new Vector(x + other.x, y + other.y);
        }

        Vector times(double factor) {
            return new Vector(x * factor, y * factor);
        }
    }

    public record Path(Vector... points) {}

    static double weighted(double k, Vector... vs) {
        double sum = vs.length;
        for (Vector v : vs) sum += v.x() * v.y() * k;
        return sum;
    }

    @Differentiable
    @Sample(at = "(1, 2), 3")
    static double recordsOfVariableArity(Vector v, double k) {
        Path path = new Path(v, new Vector(k, k), v);
        return weighted(k) + weighted(k, v, path.points()[1]) + weighted(k, path.points());
    }

    public record Checked(double[] values, Vector at) {
        public Checked {
            java.util.Objects.requireNonNull(values, "values");
            at = java.util.Objects.requireNonNull(at);
        }
    }

    @Differentiable
    @Sample(at = "[1, 2], (3, 4)")
    static double requiredNonNull(double[] values, Vector at) {
        Checked c = new Checked(java.util.Objects.requireNonNull(values.clone()), at);
        double[] same = java.util.Objects.requireNonNull(c.values(), "none");
        same[0] *= c.at().x();
        return c.values()[0] * values[1];
    }

    @Differentiable
    @Sample(at = {"(1, 2), 1", "(1, 2), 0"})
    static double chosenFunctionOfRecords(Vector v, int n) {
        java.util.function.UnaryOperator<Vector> f = n > 0 ? a -> a.times(a.x()) : a -> a.plus(v);
        return f.apply(v).x() * f.apply(v.times(2)).y();
    }

    @Differentiable
    @Sample(at = "[[(1, 2), (3, 5)], [(0.5, 0.7)]], 1")
    static Vector rowsMoved(Vector[][] grid, int i) {
        Vector[][] own = new Vector[grid.length][];
        for (int k = 0; k < grid.length; k++) own[k] = grid[k].clone();
        Vector[] row = own[i];
        own[i] = own[0];
        own[0] = row;
        row[0] = own[i][1].times(row[0].x());
        return own[0][0].plus(own[1][1]);
    }

    public record Layer(Tensor w, Tensor b, String kind) {
        Tensor run(Tensor x) {
            Tensor z = w.mul(x).add(b);
            return kind.equals("tanh") ? z.tanh() : z;
        }
    }

    @Differentiable
    @Sample(at = "([0.5, 2], [1, 0.2], \"tanh\"), [0.3, 0.7]")
    static Tensor recordOfTensors(Layer layer, Tensor x) {
        return layer.run(layer.run(x));
    }

    /** Tensors of a record that the method doesn't read. */
    @Differentiable
    @Sample(at = "([0.5, 2], [1, 0.2], \"tanh\"), 3")
    static double tensorsOfARecordUnread(Layer layer, double x) {
        return x * x * layer.kind().length();
    }

    @Differentiable(wrt = {"x", "scale"})
    @Sample(
            at = {
                "([0.5, 2], [1, 0.2], \"tanh\"), [0.3, 0.7], 2",
                "([[0.5, 2], [1, -1]], [1, 0.2], \"none\"), [0.3, 0.7], 2"
            },
            wrt = {"x", "scale"})
    static Tensor jacobiansBesideARecord(Layer layer, Tensor x, double scale) {
        return layer.run(x).mul(scale * scale);
    }

    @Differentiable(wrt = {"x", "pullback"})
    @Sample(
            at = "[([0.5, 2], [1, 0.2], \"tanh\"), ([[2, 3], [1, 5]], [0], \"\")], [0.3, 0.7], [2]",
            wrt = {"x", "pullback"})
    static Tensor jacobiansBesideRecords(Layer[] layers, Tensor x, Tensor pullback) {
        for (Layer layer : layers) {
            x = layer.run(x).mul(pullback);
        }
        return x;
    }

    public record Measured(double value, double[] weights) {
        /** What was measured. */
        public double value() {
            return value;
        }

        @Override
        public double[] weights() {
            return this.weights;
        }
    }

    @Differentiable
    @Sample(at = "(2, [3, 4]), 0.5")
    static double accessorsWrittenOut(Measured m, double k) {
        m.weights()[0] *= k;
        Measured more = new Measured(m.value() * k, m.weights());
        return more.value() * more.weights()[0] * m.value() + more.weights()[1];
    }

    interface Doubled {
        double x();

        default double doubled() {
            return 2 * x();
        }
    }

    record Mass(double x) implements Doubled {}

    @Differentiable
    @Sample(at = "3", gives = "54")
    static double methodOfAnInterface(double x) {
        return new Mass(x * x).doubled() * x;
    }

    record Twins(double[] a, double[] b, double first) {
        Twins(double[] both) {
            this(both, both, both[0]);
            both[0] = 5 * both[1];
        }
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "135, 180")
    static double constructorThatChangesWhatItGave(double x, double y) {
        Twins twins = new Twins(new double[] {x, y});
        twins.b[1] *= 3;
        return twins.first * twins.a[0] * twins.a[1];
    }

    record Bounded(double x, double y) {
        Bounded(double x, double y) {
            this.x = x;
            if (x > 1) {
                this.y = y * x;
                return;
            }
            this.y = 3 * y;
        }
    }

    @Differentiable
    @Sample(at = {"2, 3", "0.5, 3"})
    static double constructorThatReturnsEarly(double x, double y) {
        Bounded bounded = new Bounded(x, y);
        return bounded.x * bounded.y * bounded.y;
    }
}
