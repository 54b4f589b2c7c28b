package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntConsumer;

/** Methods of objects of which it is known what classes they may have: enums, sealed and final classes, records. */
final class Strategies {
    enum Mean {
        ARITHMETIC {
            @Override
            double of(double a, double b) {
                return (a + b) / 2;
            }
        },
        GEOMETRIC {
            @Override
            double of(double a, double b) {
                if (a < 0) {
                    return Math.sqrt(-a * b);
                }
                return Math.sqrt(a * b);
            }
        },
        HARMONIC {
            @Override
            double of(double x, double y) {
                return 2 / (inverse(x) + inverse(y));
            }
        };

        abstract double of(double a, double b);

        double twice(double a, double b) {
            return of(of(a, b), b);
        }

        static double inverse(double a) {
            return 1 / a;
        }
    }

    enum Limiter {
        NONE,
        SMOOTH {
            @Override
            double limit(double r) {
                return (r * r + r) / (r * r + 1);
            }

            @Override
            void apply(double[] x) {
                x[0] = limit(x[1]) * x[0];
            }
        },
        HARD(3) {
            @Override
            double limit(double r) {
                return Math.min(r, bound);
            }
        };

        final int bound;

        Limiter() {
            this(1);
        }

        Limiter(int bound) {
            this.bound = bound;
        }

        double limit(double r) {
            return r * r * bound;
        }

        void apply(double[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = limit(x[i]);
            }
        }
    }

    interface Curve {
        double at(double t);

        default double slope(double t, double h) {
            return (at(t + h) - at(t - h)) / (2 * h);
        }

        default double squared(double t) {
            double y = at(t);
            return y * y;
        }
    }

    record Parabola(double a, double b) implements Curve {
        @Override
        public double at(double t) {
            return a * t * t + b;
        }
    }

    static final class Wave implements Curve {
        final double frequency;

        Wave(double frequency) {
            this.frequency = frequency;
        }

        @Override
        public double at(double t) {
            return Math.sin(frequency * t);
        }

        @Override
        public double squared(double t) {
            return t * frequency + Curve.super.squared(t);
        }
    }

    sealed interface Term permits Number, Unknown, Sum, Product {
        double value(double x);
    }

    record Number(double number) implements Term {
        @Override
        public double value(double x) {
            return number;
        }
    }

    enum Unknown implements Term {
        X,
        SINE_OF_X {
            @Override
            public double value(double x) {
                return Math.sin(x);
            }
        };

        @Override
        public double value(double x) {
            return x;
        }
    }

    record Sum(Term left, Term right) implements Term {
        @Override
        public double value(double x) {
            return left.value(x) + right.value(x);
        }
    }

    abstract static sealed class Product implements Term permits Square, Scaled {
        final Term factor;

        Product(Term factor) {
            this.factor = factor;
        }

        @Override
        public double value(double x) {
            Trace.note("product");
            return factor.value(x) * other(x);
        }

        abstract double other(double x);
    }

    static final class Square extends Product {
        Square(Term factor) {
            super(factor);
        }

        @Override
        double other(double x) {
            return factor.value(x);
        }
    }

    static final class Scaled extends Product {
        private final Term factor = Unknown.X;

        Scaled(Term factor) {
            super(factor);
        }

        @Override
        double other(double x) {
            return 3 * x;
        }

        @Override
        public double value(double x) {
            return super.value(x) + x;
        }
    }

    static class Drag {
        double force(double v) {
            return v * v;
        }

        double[] both(double v) {
            return new double[] {v, force(v)};
        }
    }

    static final class Damped extends Drag {
        final int n;

        Damped(int n) {
            this.n = n;
        }

        @Override
        double force(double v) {
            return super.force(v) * v + n * v;
        }
    }

    private static Term term(int kind) {
        Term x = Unknown.X;
        return switch (kind) {
            case 0 -> new Number(2);
            case 1 -> new Sum(x, new Square(new Sum(Unknown.SINE_OF_X, x)));
            case 2 -> new Scaled(new Sum(x, x));
            default -> null;
        };
    }

    @Differentiable
    @Sample(at = {"2, 3, ARITHMETIC", "2, 3, GEOMETRIC", "2, 3, HARMONIC"})
    static double enumWithoutShared(double a, double b, Mean mean) {
        return mean.of(a, b * a) + mean.twice(a, b);
    }

    @Differentiable
    @Sample(
            at = {"2, NONE", "2, SMOOTH", "2, HARD", "4, HARD"},
            gives = {"4", "0.04", "1", "0"})
    static double enumWithShared(double x, Limiter limiter) {
        return limiter.limit(x);
    }

    @Differentiable
    @Sample(at = {"[2, 3], NONE", "[2, 3], SMOOTH", "[2, 2.5], HARD"})
    static double enumWritingArrays(double[] x, Limiter limiter) {
        limiter.apply(x);
        limiter.apply(x);
        return x[0] * x[1];
    }

    @Differentiable
    @Sample(at = "0.5, 2, 3")
    static double defaultMethodsOfRecords(double t, double a, double b) {
        Parabola p = new Parabola(a, b * t);
        return p.slope(t, 0.5) + p.squared(a) * new Parabola(t, 1).squared(b);
    }

    @Differentiable
    @Sample(at = "0.5")
    static double defaultMethodsOfClasses(double t) {
        Wave wave = new Wave(2);
        return wave.slope(t, 0.25) * wave.squared(t);
    }

    @Differentiable
    @Sample(at = {"0.5, 1", "0.5, 2", "0.5, 5"})
    static double sealedTerms(double x, int kind) {
        Term term = term(kind);
        return term.value(x * x) * x;
    }

    abstract static class Shape {
        abstract double side(double t);

        double area(double t) {
            return side(t) * this.side(2 * t);
        }
    }

    static final class Slanted extends Shape {
        final double slope;

        Slanted(double slope) {
            this.slope = slope;
        }

        @Override
        double side(double t) {
            return slope * t + t * t;
        }
    }

    /** The inherited method calls one that the class itself has. */
    @Differentiable
    @Sample(at = "0.5")
    static double templateMethod(double t) {
        Slanted slanted = new Slanted(3);
        return slanted.area(t);
    }

    @Differentiable
    @Sample(at = "0.5, 3")
    static double callsOfSuper(double v, int n) {
        Damped damped = new Damped(n);
        return damped.force(v) * v;
    }

    /** What one constant's code holds, the other's may not. */
    enum Holding {
        FIRST {
            @Override
            double of(@NoDerivative double u, double v) {
                return u * v;
            }
        },
        ALL {
            @Override
            @NoDerivative
            double of(double u, double v) {
                return u * v;
            }
        },
        NOTHING {
            @Override
            double of(double u, double v) {
                return u * v;
            }
        };

        abstract double of(double a, double b);
    }

    @Differentiable
    @Sample(
            at = {"2, 3, FIRST", "2, 3, ALL", "2, 3, NOTHING"},
            gives = {"0, 2", "0, 0", "3, 2"},
            smooth = false)
    static double heldByCode(double x, double y, Holding holding) {
        return holding.of(x, y);
    }

    enum Quadrature {
        MIDPOINT {
            @Override
            double integral(DoubleUnaryOperator f, double a, double b) {
                return (b - a) * f.applyAsDouble((a + b) / 2);
            }
        },
        TRAPEZOIDS {
            @Override
            double integral(DoubleUnaryOperator g, double from, double to) {
                double sum = 0;
                double h = (to - from) / 4;
                for (int i = 0; i < 4; i++) {
                    sum += h / 2 * (g.applyAsDouble(from + i * h) + g.applyAsDouble(from + (i + 1) * h));
                }
                return sum;
            }
        };

        abstract double integral(DoubleUnaryOperator f, double a, double b);
    }

    /** Each constant's code is handed the function. */
    @Differentiable
    @Sample(at = {"0.7, 1.2, MIDPOINT", "0.7, 1.2, TRAPEZOIDS"})
    static double handsAFunction(double k, double b, Quadrature rule) {
        return rule.integral(t -> Math.sin(k * t) + b, k, b);
    }

    @Differentiable
    @Sample(at = {"0.7, 1.2"})
    static double handsFunctionsInALoop(double k, double b) {
        DoubleUnaryOperator f = t -> k / (1 + t * t);
        double sum = 0;
        for (Quadrature rule : Quadrature.values()) {
            f = k > b ? Math::exp : t -> k * t * t;
            sum += rule.integral(f, 0, b) * rule.integral(t -> b * t, 0, 1);
        }
        return sum;
    }

    sealed interface Stepper permits Euler, Theta {
        double step(DoubleBinaryOperator f, double t, double y, double h);

        default double end(DoubleBinaryOperator f, double y0, int steps) {
            double y = y0;
            for (int i = 0; i < steps; i++) {
                y = step(f, 0.1 * i, y, 0.1);
            }
            return y;
        }
    }

    record Euler() implements Stepper {
        @Override
        public double step(DoubleBinaryOperator f, double t, double y, double h) {
            return y + h * f.applyAsDouble(t, y);
        }
    }

    static final class Theta implements Stepper {
        private final double theta;

        Theta(double theta) {
            this.theta = theta;
        }

        double theta() {
            return theta;
        }

        @Override
        public double step(DoubleBinaryOperator f, double t, double y, double h) {
            double k = f.applyAsDouble(t, y);
            return y + h * f.applyAsDouble(t + theta * h, y + theta * h * k);
        }

        @Override
        public double end(DoubleBinaryOperator f, double y0, int steps) {
            return 2 * Stepper.super.end(f, y0, steps);
        }
    }

    static Stepper stepper(boolean simple) {
        return simple ? new Euler() : new Theta(0.5);
    }

    /** One of the two inherits the interface's method, which calls the other one. */
    @Differentiable
    @Sample(at = {"0.7, 1.2, true", "0.7, 1.2, false"})
    static double handsAFunctionOn(double k, double y0, boolean simple) {
        return stepper(simple).step((t, y) -> -k * y + t, 0, y0, 0.2) + stepper(simple).end((t, y) -> -k * y * y + t, y0, 5);
    }

    /** Where nothing that is differentiated is taken or given, the function stays as it is written. */
    sealed interface Order permits Forward {
        void each(int n, IntConsumer action);
    }

    record Forward() implements Order {
        @Override
        public void each(int n, IntConsumer action) {
            try {
                for (int i = 0; i < n; i++) {
                    action.accept(i);
                }
            } finally {
                Trace.note("done");
            }
        }
    }

    static Order order() {
        return new Forward();
    }

    @Differentiable
    @Sample(at = "0.7")
    static double handsAnAction(double x) {
        order().each(2, i -> Trace.note("action"));
        return x * x;
    }

    /** The base class has code of its own for what the others override. */
    static sealed class Path permits Bent {
        double along(DoubleUnaryOperator speed, double a) {
            return speed.applyAsDouble(a);
        }
    }

    static final class Bent extends Path {
        @Override
        double along(DoubleUnaryOperator speed, double a) {
            return super.along(speed, a) * a;
        }
    }

    @Differentiable
    @Sample(at = {"0.7, true", "0.7, false"})
    static double handedToABaseClass(double x, boolean straight) {
        Path path = straight ? new Path() : new Bent();
        return path.along(t -> t * x, x) + path.along(t -> t * t * x, 2);
    }
}
