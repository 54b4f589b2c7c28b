package samples;

import static java.lang.Math.PI;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Constants that generated code can't name, as numerical code has them. */
final class PrivateConstants {
    private static final int TERMS = 3;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * PI);

    private static final float ROOT = (float) Math.sqrt(3f) - (TERMS > 2 ? 1 : 0x1p-3f);

    private static final double SCALE = -(HALF_LOG_TWO_PI + ROOT) / TERMS;

    /** Lanczos' coefficients (g = 5, n = 6), as they stand in many programs. */
    private static final double[] LANCZOS = {
        76.18009172947146, -86.50532032941677, 24.01409824083091,
        -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5
    };

    private static final double[][] BUTCHER = {{}, {0.5}, {0, 0.5}, {0, 0, 1.0}};

    private static final double[] WEIGHTS = new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1 / 6.0};

    private static final int[] ORDER = {2, 0, 1};

    private static final boolean[] SIGNS = {true, false, !true, 1 < 2};

    private static final char[] LETTERS = {'a', '\'', '\u0041', 66};

    private static final long[] LARGE = {1L << 40, 0xFFFF_FFFFL, -TERMS, 'x' + 1};

    private static final class Scales {
        static final double LARGE = Math.pow(10, TERMS);
        static final float[] STEPS = {1e-1f, 1f / 3, 7};
    }

    private static final double[] SERIES = {1, 0.5, 0.25};

    record Direction(double x, double y) {
        double dot(Direction d) {
            return x * d.x + y * d.y;
        }
    }

    private static final Direction UP = new Direction(0, 1);

    private static final Direction[] WAYS = {new Direction(1, 0), new Direction(-HALF_LOG_TWO_PI, 2)};

    private enum Kind {
        SOFT,
        HARD;

        private static final double[] STIFFNESS = {1.5, 40};
    }

    private interface Defaults {
        double DAMPING = Math.exp(-1.0);
    }

    @Differentiable
    @Sample(at = {"4.5", "0.3"})
    static double logGammaByTable(double x) {
        double sum = 1.000000000190015;
        double y = x;
        for (double c : LANCZOS) {
            sum += c / ++y;
        }
        double t = x + 5.5;
        return (x + 0.5) * Math.log(t) - t + HALF_LOG_TWO_PI + Math.log(sum / x);
    }

    @Differentiable
    @Sample(at = {"0.7", "-1.2"})
    static double constantPolynomial(double x) {
        return horner(LANCZOS, x) * SCALE + horner(x, WEIGHTS) * Defaults.DAMPING + Scales.LARGE;
    }

    private static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + (coefficients)[i];
        }
        return sum;
    }

    private static double horner(double x, double[] coefficients) {
        double[] reversed = coefficients.clone();
        reversed[0] += 1; // of its own
        return horner(reversed, x) + horner(coefficients, -x);
    }

    @Differentiable
    @Sample(at = {"0.5, 1.25"})
    static double byTableau(double y, double h) {
        double[] k = new double[WEIGHTS.length];
        double next = y;
        for (int stage = 0; stage < k.length; stage++) {
            double at = y;
            for (int j = 0; j < BUTCHER[stage].length; j++) {
                at += h * BUTCHER[stage][j] * k[j];
            }
            k[stage] = Math.sin(at) - at * at / 7;
            next += h * WEIGHTS[stage] * k[stage];
        }
        return next;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3]"})
    static double byTables(double[] x) {
        double product = 1;
        for (int i = 0; i < ORDER.length; i++) {
            double factor = x[ORDER[i]] + Scales.STEPS[i] + Kind.STIFFNESS[1];
            product *= SIGNS[i] ? factor : 1 / factor;
            product += x[i] * (LARGE[i] % 1000) + LETTERS[i];
        }
        return product;
    }

    /** Rows under names that are used for something else, too. */
    private static double sumOfRows() {
        double sum = 0;
        {
            double[] a = BUTCHER[1];
            double[] b = a;
            sum += b[0];
        }
        {
            double[] b = BUTCHER[2];
            double[] a = b;
            sum += a[1];
        }
        return sum;
    }

    /** Rows in variables. */
    @Differentiable
    @Sample(at = {"0.75"})
    static double byRows(double x) {
        final double[] last = BUTCHER[BUTCHER.length - 1];
        double sum = x * sumOfRows();
        for (double[] row : BUTCHER) {
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * Math.sin((j + 1) * x) * last[last.length - 1];
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"1.5f"})
    static float byConstants(float x) {
        float y = x * ROOT;
        return y * Scales.STEPS[1] + x / ROOT;
    }

    private static double series(double x, double... coefficients) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "2", gives = "1.5")
    static double tableForVariableArity(double x) {
        return series(x, SERIES);
    }

    @Differentiable
    @Sample(at = {"1, 2", "-0.5, 3"})
    static double constantDirections(double x, double y) {
        Direction p = new Direction(x * x, y);
        double sum = p.dot(UP) * x;
        for (Direction way : WAYS) {
            sum += p.dot(way) * way.x();
        }
        return sum * WAYS[1].y() + p.dot(WAYS[1]);
    }

    private static final class Roots {
        static final int DEGREE = 2;
        static final double SECOND = Math.sqrt(DEGREE);
        private static final double FOURTH = Math.sqrt(SECOND);
    }

    private static final double OF_ANOTHER_CLASS = Roots.FOURTH * 2 + Defaults.DAMPING;

    private static final double[] SQUARES = new double[4];

    static {
        for (int i = 0; i < SQUARES.length; i++) {
            SQUARES[i] = i * i;
        }
    }

    static double[] squares() {
        return SQUARES;
    }

    @Differentiable
    @Sample(at = "2", gives = "2.7462936711768844")
    static double constantsOfAnotherClass(double x) {
        return x * OF_ANOTHER_CLASS;
    }

    @Differentiable
    @Sample(at = "2", gives = "36")
    static double tableThatABlockFills(double x) {
        double sum = 0;
        for (int i = 0; i < SQUARES.length; i++) {
            sum += SQUARES[i] * x * i;
        }
        return sum * x / 4;
    }

    /** The same name in two classes. */
    @Differentiable
    @Sample(at = {"2.5"})
    static double namesakesOfConstants(double x) {
        return x * x * Left.FACTORS[1] + x * Right.FACTORS[0] + (x - Left.SHIFT) * (x - Right.SHIFT);
    }

    private static final class Left {
        private static final double SHIFT = Math.cbrt(2);
        private static final double[] FACTORS = {1, 2};
    }

    private static final class Right {
        private static final double SHIFT = StrictMath.cbrt(3) - 1e-3;
        private static final double[] FACTORS = {3, 4};
    }

    private static final double[] MEASURED = {0.5, 2, -1};

    private static final double[][] LAYERS = {{1, 2}, {3, 4}};

    private static final int[] TURNED = {2, 0, 1};

    @Differentiable
    @Sample(at = {"[2, 3, 5], true, 1", "[2, 3, 5], false, 1"})
    static double privateTableOrArgument(double[] x, boolean measured, int i) {
        return (measured ? MEASURED : x)[i] * x[0] + x[(measured ? TURNED : new int[] {1, 2, 0})[i]];
    }

    @Differentiable
    @Sample(at = {"[2, 3, 5], 0", "[2, 3, 5], 1", "[2, 3, 5], 2"})
    static double tableOfASwitch(double[] x, int i) {
        double[] held = switch (i) {
            case 0 -> MEASURED;
            case 1 -> {
                yield x;
            }
            default -> LAYERS[1];
        };
        double sum = x[0] * (i > 0 ? x : MEASURED).length;
        for (double v : i > 1 ? MEASURED : x) {
            sum += v * v;
        }
        return sum + held[1] * x[2];
    }

    @Differentiable
    @Sample(at = {"[[2, 3], [5, 7]], true, 1", "[[2, 3], [5, 7]], false, 0"})
    static double tableThatAVariableHolds(double[][] x, boolean own, int i) {
        double[][] held = x;
        if (own) {
            held = LAYERS;
        }
        return held[i][1] * x[0][0] * (held == LAYERS ? 2 : 1) * (own ? LAYERS : x)[1][i];
    }
}
