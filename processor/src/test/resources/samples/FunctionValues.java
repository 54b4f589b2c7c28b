package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Functions from wherever they may come: fields, methods, anonymous classes, compositions. */
final class FunctionValues {
    static final DoubleUnaryOperator SQUARE = t -> t * t;
    private static final DoubleBinaryOperator POWER = Math::pow;
    private static final double OFFSET = 0.25;
    private static final DoubleUnaryOperator SHIFTED = t -> SQUARE.applyAsDouble(t + OFFSET);

    @FunctionalInterface
    interface Curve {
        double at(double t);

        default Curve plus(Curve other) {
            return t -> at(t) + other.at(t);
        }

        default double twice(double t) {
            return at(this.at(t));
        }

        static Curve line(double slope, double offset) {
            return t -> slope * t + offset;
        }
    }

    record Vector(double x, double y) {
        double dot(Vector other) {
            return x * other.x + y * other.y;
        }
    }

    static final class Integrator {
        final int n;
        final int shift = 3;
        private final DoubleUnaryOperator weight = t -> t + this.shift;

        Integrator(int n) {
            this.n = n;
        }

        double integrate(DoubleUnaryOperator f, double from, double to) {
            double h = (to - from) / n;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += f.applyAsDouble(from + (i + 0.5) * h);
            }
            return sum * h;
        }

        double recursively(DoubleUnaryOperator f, double from, double to, int depth) {
            double m = (from + to) / 2;
            return depth == 0
                    ? (to - from) * f.applyAsDouble(m) * weight.applyAsDouble(m)
                    : recursively(f, from, m, depth - 1) + recursively(f, m, to, depth - 1);
        }
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double fieldFunctions(double x, double k) {
        return SQUARE.applyAsDouble(x) * k + FunctionValues.POWER.applyAsDouble(x, k) + once(SHIFTED, x * k);
    }

    private static double once(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double anonymousClass(double x, double k) {
        DoubleUnaryOperator f = new DoubleUnaryOperator() {
            @Override
            public double applyAsDouble(double t) {
                if (t > 10) {
                    return 10;
                }
                double u = t * k;
                return u * u + x;
            }
        };
        return f.applyAsDouble(x) + once(new DoubleUnaryOperator() {
            @Override
            public double applyAsDouble(double s) {
                return once(f, s) * s;
            }
        }, k);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double returned(double x, double k) {
        DoubleUnaryOperator line = line(k, x * k);
        return line.applyAsDouble(x) + line(x, 1).applyAsDouble(k) + once(line(2, k), x);
    }

    private static DoubleUnaryOperator line(double slope, double offset) {
        if (Double.isNaN(slope)) {
            throw new IllegalArgumentException("slope");
        }
        double twice = 2 * offset;
        return t -> slope * t + twice;
    }

    @Differentiable
    @Sample(at = {"0.5, 2, 0", "0.5, 2, 1", "0.5, 2, 2", "0.5, 2, 5"})
    static double returnedByBranches(double x, double k, int kind) {
        DoubleUnaryOperator f = kernel(kind, k);
        return f.applyAsDouble(x) * kernel(kind + 1, x).applyAsDouble(k) + once(f, x);
    }

    private static DoubleUnaryOperator kernel(int kind, double width) {
        if (kind == 0) {
            double scale = 1 / (width * width);
            return r -> Math.exp(-r * r * scale);
        }
        if (kind == 1) {
            double scale = width * 3;
            return r -> scale / (1 + r);
        }
        switch (kind) {
            case 2:
                return Math::sin;
            default:
                double factor = width + kind;
                return r -> r * factor;
        }
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double composed(double x, double k) {
        DoubleUnaryOperator f = compose(Math::sin, t -> t * k);
        return compose(f, compose(f, t -> t + x)).applyAsDouble(x);
    }

    private static DoubleUnaryOperator compose(DoubleUnaryOperator f, DoubleUnaryOperator g) {
        return t -> f.applyAsDouble(g.applyAsDouble(t));
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double libraryCompositions(double x, double k) {
        DoubleUnaryOperator f = t -> t * k;
        double first = f.andThen(Math::sin).compose(t -> t + x).applyAsDouble(x);
        BiFunction<Vector, Vector, Vector> sum = (a, b) -> new Vector(a.x() + b.x(), a.y() * b.y());
        Function<Vector, Vector> scaled = v -> new Vector(v.x() * x, v.y() * k);
        Vector v = sum.andThen(scaled).apply(new Vector(x, k), new Vector(k, 3));
        return first + v.dot(v) + DoubleUnaryOperator.identity().andThen(SQUARE).applyAsDouble(k);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double defaultMethods(double x, double k) {
        Curve f = t -> t * t * k;
        Curve g = f.plus(Curve.line(x, k)).plus(Math::sin);
        return g.at(x) + f.twice(x) + g.twice(k * 0.1);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double castAndCalled(double x, double k) {
        return ((DoubleUnaryOperator) t -> t * k).applyAsDouble(x) + once((DoubleUnaryOperator) Math::exp, x);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double ofAnObject(double x, double k) {
        Integrator integrator = new Integrator(5);
        double area = integrator.integrate(t -> t * t * k, 0, x);
        return area + new Integrator(2).recursively(t -> t * x, 0, k, 2) + integrator.recursively(Math::sin, x, k, 1);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double constructors(double x, double k) {
        DoubleFunction<Vector> along = t -> new Vector(t, k);
        BiFunction<Double, Double, Vector> unused = Vector::new;
        return along.apply(x).dot(made(Vector::new, k, x));
    }

    @FunctionalInterface
    interface Maker {
        Vector make(double x, double y);
    }

    private static Vector made(Maker maker, double x, double y) {
        return maker.make(x, y * x);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double noParameters(double x, double k) {
        DoubleSupplier product = () -> x * k;
        return product.getAsDouble() * product.getAsDouble();
    }

    @Differentiable
    @Sample(at = {"0.5, 2, 0", "0.5, 2, 1", "0.5, 2, 5"})
    static double changedInALoop(double x, double k, int n) {
        DoubleUnaryOperator f = Math::sin;
        double y = x;
        for (int i = 0; i < n; i++) {
            y = f.applyAsDouble(y);
            double factor = k * y;
            if (i % 3 == 0) {
                f = t -> t * factor;
            } else if (i % 3 == 1) {
                double[] both = {y, factor + i};
                f = t -> t + both[0] * both[1];
            } else {
                f = Math::cos;
            }
        }
        return f.applyAsDouble(y);
    }

    @Differentiable
    @Sample(at = {"0.5, 2, 0", "0.5, 2, 1", "0.5, 2, 4"})
    static double usesTheBranch(double x, double k, int n) {
        DoubleUnaryOperator f;
        if (n > 2) {
            double square = x * x;
            f = t -> t * square;
        } else if (n > 0) {
            Vector v = new Vector(x, k);
            f = t -> v.dot(new Vector(t, t * t));
        } else {
            f = SQUARE;
        }
        return f.applyAsDouble(k) + once(f, x);
    }

    @FunctionalInterface
    interface Filler {
        void fill(double[] target, double value);
    }

    @Differentiable
    @Sample(at = {"[1, 2], 3, true", "[1, 2], 3, false"})
    static double chosenWithoutResult(double[] x, double v, boolean add) {
        Filler filler = add
                ? (target, value) -> {
                    for (int i = 0; i < target.length; i++) target[i] += value * i;
                }
                : (target, value) -> target[0] = value * target[1];
        filler.fill(x, v);
        Trace.note("filled");
        filler.fill(x, x[1]);
        return x[0] * x[1];
    }

    @Differentiable
    @Sample(at = {"0.5, 2, true", "0.5, 2, false"})
    static double boundObjectChanges(double x, double k, boolean second) {
        Vector v = new Vector(x, k);
        java.util.function.ToDoubleFunction<Vector> f = w -> w.x();
        v = new Vector(k, x * x);
        if (second) {
            f = v::dot;
        }
        v = new Vector(7, 9);
        return f.applyAsDouble(new Vector(x, 3)) + v.x();
    }

    @Differentiable
    @Sample(at = "0.7")
    static double arrayInALambda(double x) {
        return twiceByAnArray(x, t -> t * x);
    }

    private static double twiceByAnArray(double x, DoubleUnaryOperator g) {
        DoubleUnaryOperator f = t -> {
            var s = new double[] {g.applyAsDouble(t), Math.cos(t)};
            return s[0] * s[1];
        };
        return f.applyAsDouble(x) + f.applyAsDouble(x * x);
    }
}
