package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Corners of Java that everyday code has: updates of loops, inner classes, enums with bodies, private methods of interfaces. */
final class Everyday {
    private final double factor = 2.5;

    class Inner {
        final double[] weights = {1, 2, 3};

        double weighted(double x) {
            return x * x * weights[1];
        }

        class Innermost {
            double cubed(double x) {
                return x * x * x;
            }
        }
    }

    enum Operation {
        ADD("+", 1) {
            double of(double a, double b) {
                return a + b * weight;
            }
        },
        MULTIPLY("*", 2) {
            double of(double a, double b) {
                return a * b * weight;
            }

            @Override
            double twice(double a) {
                return of(a, a);
            }
        };

        final String sign;
        final double weight;

        Operation(String sign, double weight) {
            this.sign = sign;
            this.weight = weight;
        }

        abstract double of(double a, double b);

        double twice(double a) {
            return 2 * of(a, 1) + sign.length();
        }
    }

    sealed interface Outline permits Disc, Strip {
        double SCALE = 3.5;

        double area(double x);

        default double twice(double x) {
            return 2 * scaled(area(x)) + offset();
        }

        private double scaled(double x) {
            return SCALE * x;
        }

        private double offset() {
            return 1;
        }

        static double square(double x) {
            return x * x;
        }
    }

    static final class Disc implements Outline {
        public double area(double x) {
            return Math.PI * x * x;
        }
    }

    static final class Strip implements Outline {
        final double side;

        Strip(double side) {
            this.side = side;
        }

        public double area(double x) {
            return x * side;
        }

        @Override
        public double twice(double x) {
            return Outline.super.twice(x) * 3;
        }
    }

    /** What comes behind the counter's step sees what it is then. */
    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2", "0.5, 5"}, gives = {"0", "1", "3", "12.5625"})
    static double updatesBehindTheStep(double x, int n) {
        double t = 0;
        for (int i = 0; i < n; i++, t += i * x) {
            t *= x;
        }
        return t;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 4"})
    static double updatesOnBothSidesOfTheStep(double x, int n) {
        double t = 1;
        double[] w = {x, x * x, 3, 4, 5, 6, 7};
        for (int i = 6, j = 0; i > n + j; t += w[i] * x, i -= 2, j++, t = t * (i + 1)) {
            if (t > 100) continue;
            if (i == 9) break;
            t -= x;
        }
        for (int i = 0; ; i++, t *= i * x) {
            if (t > 50 || i > n) return t;
        }
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 4"})
    static double updatesOfInnerLoops(double x, int n) {
        double t = 1;
        int c = 0;
        for (int a = 0; a < n; ++a, c += a) {
            for (int b = a; b < n; b += 1, t += b * x - a) t *= 0.9;
        }
        for (int a = 0; a < n; c = a++ + a, t += c * x) t *= x;
        return t * x + c;
    }

    @Differentiable
    @Sample(at = {"0.5", "-2"})
    double objectsOfInnerClasses(double x) {
        Inner inner = new Inner();
        Inner.Innermost innermost = inner.new Innermost();
        return innermost.cubed(x) + this.new Inner().weighted(x * 2) * factor();
    }

    double factor() {
        return factor;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "-2, 3"})
    static double constantsWithBodies(double x, int n) {
        double sum = 0;
        for (Operation operation : Operation.values()) {
            sum += operation.of(x, sum) * operation.weight + operation.twice(x);
        }
        return switch (Operation.values()[n % 2]) {
            case ADD -> sum;
            case MULTIPLY -> sum * sum;
        };
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double privateMethodsOfAnInterface(double x, boolean disc) {
        Outline outline = disc ? new Disc() : new Strip(2);
        return outline.twice(x) + Outline.square(x) * Outline.SCALE;
    }
}
