package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

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
}
