package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.function.DoubleUnaryOperator;

/** Objects in the place of an interface that any class may implement, where it is known of which class they are. */
final class KnownObjects {
    interface Curve {
        double at(double x);

        default double slope(double x) {
            return (at(x + 1) - at(x - 1)) / 2;
        }
    }

    interface Equation {
        int size();

        void rates(double t, double[] state, double[] rates);
    }

    record Power(double exponent, double shift) implements Curve {
        @Override
        public double at(double x) {
            return Math.pow(x, exponent) - shift;
        }

        @Override
        public double slope(double x) {
            return exponent * Math.pow(x, exponent - 1);
        }
    }

    record Line(double a) implements Curve {
        @Override
        public double at(double x) {
            return a * x;
        }
    }

    /** A class with state that isn't differentiated. */
    static class Scaled implements Curve {
        final double factor;

        Scaled(double factor) {
            this.factor = factor;
        }

        @Override
        public double at(double x) {
            return factor * x * x;
        }
    }

    enum Kernel implements Curve {
        BELL {
            @Override
            public double at(double x) {
                return Math.exp(-x * x);
            }
        },
        PEAK {
            @Override
            public double at(double x) {
                return 1 / (1 + x * x);
            }
        }
    }

    /** A class like a record, as libraries have them inside their own. */
    private static class Bend implements Curve {
        private final double n, u;
        private final double[] weights = {0.5, 2};

        Bend(double n, double u) {
            super();
            if (n < 0) {
                throw new IllegalArgumentException("n = " + n);
            }
            this.n = n;
            this.u = twice(u) / 2;
        }

        Bend(double n) {
            this(n, n * n);
        }

        private static double twice(double x) {
            return 2 * x;
        }

        @Override
        public double at(double x) {
            return raised(x) * weights[1] - this.u;
        }

        private double raised(double x) {
            return Math.pow(x, n);
        }

        Bend steeper() {
            return new Bend(n + 1, u);
        }
    }

    private static final class Complex {
        final double re, im;

        Complex(double real, double imaginary) {
            re = real;
            im = imaginary;
        }

        Complex plus(Complex o) {
            return new Complex(re + o.re, im + o.im);
        }

        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        double abs() {
            return Math.hypot(re, im);
        }
    }

    /** Its constructors return before their ends, and go on behind another's. */
    private static final class Slope {
        final double[] values;
        final double first;
        final int n;

        Slope(double first, double[] values) {
            this.values = values;
            n = values.length;
            if (first > 1) {
                this.first = first * first;
                return;
            }
            this.first = 2 * first;
        }

        Slope(double[] values) {
            this(values[0] * n(values), values);
            values[0] = 5 * first;
            this.values[1] *= n;
            if (this.first < 2) {
                return;
            }
            values[2] = values[1];
        }

        private static double n(double[] values) {
            return values.length / 2;
        }

        double sum() {
            return first * values[0] + values[1] * values[2] * n;
        }
    }

    record Decay(double k, double l) implements Equation {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public void rates(double t, double[] state, double[] rates) {
            rates[0] = -k * state[0];
            rates[1] = k * state[0] - l * t * state[1];
        }
    }

    static double integral(Curve f, double a, double b) {
        double sum = f.at(a) / 2 + f.at(b) / 2;
        for (int i = 1; i < 4; i++) {
            sum += f.at(a + (b - a) * i / 4);
        }
        return sum * (b - a) / 4;
    }

    static double halves(Curve f, double a, double b, int depth) {
        return depth == 0
                ? (b - a) * f.at((a + b) / 2)
                : halves(f, a, (a + b) / 2, depth - 1) + halves(f, (a + b) / 2, b, depth - 1);
    }

    static double root(Curve f, double x) {
        for (int i = 0; i < 20; i++) {
            x -= f.at(x) / f.slope(x);
        }
        return x;
    }

    static double[] solved(Equation f, double[] start) {
        double[] state = start.clone(), rates = new double[f.size()];
        for (int i = 0; i < 5; i++) {
            f.rates(0.1 * i, state, rates);
            for (int j = 0; j < state.length; j++) {
                state[j] += 0.1 * rates[j];
            }
        }
        return state;
    }

    static double constant(@NoDerivative Curve f, double x) {
        return f.at(x);
    }

    static double checked(Curve f, double x) {
        if (f == null) {
            throw new IllegalArgumentException("no curve");
        }
        return f.at(x);
    }

    /** What its subclasses do is known for those that are final. */
    abstract static class Rule {
        abstract double weighted(Curve f, double a, double b);

        double twice(Curve f, double a, double b) {
            return weighted(f, a, (a + b) / 2) + weighted(f, (a + b) / 2, b);
        }
    }

    static final class Trapezoid extends Rule {
        @Override
        double weighted(Curve f, double a, double b) {
            return (f.at(a) + f.at(b)) * (b - a) / 2;
        }
    }

    static Curve made(String kind, double a) {
        switch (kind) {
            case "power":
                double b = a * a;
                return new Power(a, b);
            case "line":
                return new Line(a);
            default:
                throw new IllegalArgumentException(kind);
        }
    }

    @Differentiable
    @Sample(at = "2.5, 0.5")
    static double recordHandedOn(double n, double u) {
        return integral(new Power(n, u), 0.5, 1 + u);
    }

    @Differentiable
    @Sample(at = "2.5, 0.5")
    static double recordInARecursion(double n, double u) {
        Power power = new Power(n, u);
        return halves(power, 0.5, 1 + u, 3);
    }

    @Differentiable
    @Sample(at = "2.5, 0.5")
    static double overriddenDefault(double n, double u) {
        return root(new Power(n, u), 1.5);
    }

    @Differentiable
    @Sample(at = "2.5, 0.5")
    static double inheritedDefault(double n, double u) {
        Curve line = new Line(n);
        return line.slope(u) * line.at(u);
    }

    @Differentiable
    @Sample(at = "1.5")
    static double classWithoutNumbers(double x) {
        return integral(new Scaled(3), 0.5, x);
    }

    @Differentiable
    @Sample(at = "1.5")
    static double printedToo(double x) {
        Curve scaled = new Scaled(3);
        Trace.note("" + (scaled == null) + (scaled instanceof Scaled));
        return scaled.at(x);
    }

    @Differentiable
    @Sample(at = {"1.5, true", "1.5, false"})
    static double constantOfAnEnum(double x, boolean bell) {
        return integral(bell ? Kernel.BELL : Kernel.PEAK, 0.5, x);
    }

    @Differentiable
    @Sample(at = {"1.5, 0.5, true", "1.5, 0.5, false"})
    static double oneOfSeveral(double n, double u, boolean power) {
        Curve curve = power ? new Power(n, u) : new Line(n * u);
        return integral(curve, 0.5, 1) + curve.at(n);
    }

    @Differentiable
    @Sample(at = {"1.5, 0.5, true", "1.5, 0.5, false"})
    static double assignedObjects(double n, double u, boolean power) {
        Curve curve;
        if (power) {
            double both = n * u;
            curve = new Power(n, both);
        } else {
            curve = new Bend(u);
        }
        return integral(curve, 0.5, 1);
    }

    @Differentiable
    @Sample(at = {"1.5, \"power\"", "1.5, \"line\""})
    static double madeByAMethod(double a, String kind) {
        return integral(made(kind, a), 0.5, 1) + made(kind, 2 * a).at(a);
    }

    @Differentiable
    @Sample(at = "1.5, 0.5")
    static double inAnArray(double a, double b) {
        Curve[] curves = {new Line(a), new Power(2, a * b), new Line(b)};
        double sum = curves[1].at(a);
        for (Curve curve : curves) {
            sum += curve.at(sum);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "1.5, 0.5, [1, 2]")
    static double[] severalMethods(double k, double l, double[] start) {
        return solved(new Decay(k, l), start);
    }

    @Differentiable
    @Sample(at = "2.5, 0.5")
    static double askedForNull(double n, double u) {
        return checked(new Power(n, u), 0.5) + checked(new Bend(n, u), u);
    }

    @Differentiable
    @Sample(at = {"2.5, 0.5, true", "2.5, 0.5, false"})
    static double toAMethodThatASubclassHas(double n, double u, boolean power) {
        Trapezoid trapezoid = new Trapezoid();
        Curve curve = power ? new Power(n, u) : new Bend(n, u);
        return trapezoid.twice(new Bend(n, u), 0.5, 1) + trapezoid.weighted(curve, u, 2);
    }

    @Differentiable
    @Sample(at = "2.5, 0.5", gives = "-0.3232233047033631, 2.209708691207961", smooth = false)
    static double heldConstant(double n, double u) {
        return n * constant(new Power(n, u), u);
    }

    @Differentiable
    @Sample(at = "2.5, 0.5")
    static double privateClass(double n, double u) {
        Bend bend = new Bend(n, u);
        return integral(bend, 0.5, 1 + u) * bend.n + new Bend(u).steeper().at(n) + halves(bend, u, 1, 2);
    }

    @Differentiable
    @Sample(at = "0.4, 0.7")
    static double arrayOfAPrivateClass(double re, double im) {
        Complex[] powers = new Complex[4];
        powers[0] = new Complex(re, im);
        Complex sum = powers[0];
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1].times(powers[0]);
            sum = sum.plus(powers[i]);
        }
        return sum.abs();
    }

    @Differentiable
    @Sample(at = {"0.4, 3", "1.4, 0.5"})
    static double constructorThatReturns(double a, double b) {
        Slope slope = new Slope(a, new double[] {a, b, a * b});
        return slope.sum() * new Slope(new double[] {b, a, b}).sum();
    }

    @Differentiable
    @Sample(at = {"[0.4, 3, 2]", "[1.4, 0.5, 2]"})
    static double behindAnotherConstructor(double[] x) {
        double[] values = x.clone();
        Slope slope = new Slope(values);
        values[2] *= slope.first;
        return slope.sum() + values[0];
    }

    @Differentiable
    @Sample(at = "0.4, 0.7")
    static double anonymousClassWithFields(double x, double y) {
        DoubleUnaryOperator f = new DoubleUnaryOperator() {
            private final double k = 2 * x;
            double l = Math.sin(k) + y;

            @Override
            public double applyAsDouble(double t) {
                return k * t + l * y;
            }
        };
        return f.applyAsDouble(y) * f.applyAsDouble(2);
    }
}
