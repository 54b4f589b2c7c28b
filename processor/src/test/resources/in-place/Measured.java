package measured;

import dev.jacobi.Differentiable;
import dev.jacobi.tape.Workspace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Methods of many kinds, and for each a call of its derivative in place. */
public final class Measured {
    private static final Workspace WORKSPACE = new Workspace();
    private static final double[] X = {0.5, 1.5, -0.5, 2, 1, 0.25};
    private static final double[] X_BAR = new double[6];
    private static final double[] K_BAR = new double[1];
    private static final double[] SEED = {1, 2, 3, 4, 5, 6};
    private static final double[][] A = {{4, 1, 2}, {1, 5, 1}, {2, 1, 6}};
    private static final double[][] A_BAR = new double[3][3];
    private static final double[] B = {1, 2, 3};
    private static final double[] B_BAR = new double[3];
    private static final float[] F = {1.5f, 2.5f};
    private static final float[] F_BAR = new float[2];
    private static final double[] WRITTEN = new double[6];

    private static double used;
    private static int turn;

    private Measured() {}

    /** The calls, by what is measured. */
    public static Map<String, Runnable> calls() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("numbers", () -> used = SpringGrad.gradientInto(0.5, 10, X_BAR1, K_BAR, WORKSPACE));
        calls.put("a loop over an array", () -> used = RosenbrockGrad.gradientInto(X, X_BAR, WORKSPACE));
        calls.put("a while loop with a called method", () -> used = NewtonGrad.gradientInto(2, K_BAR, WORKSPACE));
        calls.put("a loop as long as its argument says", Measured::uneven);
        calls.put("elimination in arrays of its own", () -> used = SolveGrad.gradientInto(A, B, A_BAR, B_BAR, WORKSPACE));
        calls.put("local arrays of all kinds", () -> used = KindsGrad.gradientInto(X, 2, X_BAR, K_BAR, WORKSPACE));
        calls.put("helpers that give arrays", () -> used = ChainGrad.gradientInto(X, X_BAR, WORKSPACE));
        calls.put("recursion", () -> used = FractionGrad.gradientInto(1.5, 12, K_BAR, WORKSPACE));
        calls.put("floats", () -> used = FloatsGrad.gradientInto(F, F_BAR, WORKSPACE));
        calls.put("a void method", Measured::voidMethod);
        calls.put("an argument that is overwritten", Measured::overwritten);
        calls.put("rows that change places", () -> used = PivotGrad.gradientInto(A, A_BAR, WORKSPACE));
        calls.put("branches that differ from call to call", Measured::branches);
        calls.put("a shift within an array", () -> used = ShiftGrad.gradientInto(X, X_BAR, WORKSPACE));
        return calls;
    }

    private static final double[] X_BAR1 = new double[1];

    @Differentiable
    static double spring(double length, double stiffness) {
        double stretch = length - 1;
        if (stretch < 0) {
            stiffness = 2 * stiffness;
        }
        return half(stiffness * stretch * stretch);
    }

    private static double half(double x) {
        return x / 2;
    }

    @Differentiable
    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Differentiable
    static double newton(double x) {
        double y = x;
        while (Math.abs(y * y - x) > 1e-9) {
            y = half(y + x / y);
        }
        return y;
    }

    @Differentiable
    static double series(double x, int terms) {
        double sum = 0;
        double term = 1;
        for (int i = 1; term > 1e-300 && i < terms; i++) {
            term *= x / i;
            sum += term * term;
        }
        return sum;
    }

    private static void uneven() {
        turn++;
        used = SeriesGrad.gradientInto(1.5, 5 + turn % 60, K_BAR, WORKSPACE);
    }

    @Differentiable
    static double solve(double[][] a, double[] b) {
        int n = b.length;
        double[][] lu = new double[n][];
        for (int i = 0; i < n; i++) {
            lu[i] = a[i].clone();
        }
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i][k] / lu[k][k];
                for (int j = k; j < n; j++) {
                    lu[i][j] -= factor * lu[k][j];
                }
                x[i] -= factor * x[k];
            }
        }
        back(lu, x);
        return norm(x);
    }

    private static void back(double[][] u, double[] x) {
        for (int i = x.length - 1; i >= 0; i--) {
            double sum = x[i];
            for (int j = i + 1; j < x.length; j++) {
                sum -= u[i][j] * x[j];
            }
            x[i] = sum / u[i][i];
        }
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += e * e;
        }
        return Math.sqrt(sum);
    }

    @Differentiable
    static double kinds(double[] x, double k) {
        int n = x.length;
        double[] three = {x[0], k, x[1] * k};
        double[][] matrix = {{x[0], 1}, {three[2], k}};
        double[][][] cube = new double[2][n][2];
        int[] order = new int[n];
        boolean[] odd = new boolean[n];
        double[] copy = Arrays.copyOf(x, n + 2);
        double[] range = Arrays.copyOfRange(x, 1, 3);
        double[] filled = new double[n];
        Arrays.fill(filled, k);
        System.arraycopy(x, 0, filled, 1, 2);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            order[i] = n - 1 - i;
            odd[i] = i % 2 == 1;
            double[] local = {x[i], filled[order[i]]};
            cube[i % 2][i][1] = local[0] * local[1];
            if (odd[i]) {
                sum += cube[1][i][1] * matrix[1][0] * copy[i + 2];
            }
        }
        return sum + range[0] * range[1] + three[1];
    }

    @Differentiable
    static double chain(double[] x) {
        double[] y = x;
        for (int i = 0; i < 4; i++) {
            y = twice(sines(y), i);
        }
        Pairs.both(y, x[0]);
        return norm(y);
    }

    private static double[] sines(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sin(x[i]);
        }
        return y;
    }

    private static double[] twice(double[] x, int i) {
        double[] y = x.clone();
        y[i] = product(y[i], y[i + 1], 2);
        return y;
    }

    private static double product(double a, double b, double c) {
        return a * b * c;
    }

    /** Whose method changes what it is given. */
    private static final class Pairs {
        static void both(double[] y, double by) {
            y[0] *= by;
            y[1] += y[0];
        }
    }

    @Differentiable
    static double fraction(double x, int depth) {
        return depth == 0 ? x : 1 / (x + fraction(x * 1.01, depth - 1));
    }

    @Differentiable
    static float floats(float[] x) {
        float[] y = x.clone();
        y[0] *= y[1];
        return y[0] * x[1] + y[1];
    }

    @Differentiable
    static void running(double[] x, double by) {
        for (int i = 1; i < x.length; i++) {
            x[i] += by * x[i - 1];
        }
    }

    private static void voidMethod() {
        System.arraycopy(X, 0, WRITTEN, 0, 6);
        System.arraycopy(SEED, 0, X_BAR, 0, 6);
        RunningGrad.vjpInto(WRITTEN, 0.5, X_BAR, K_BAR, WORKSPACE);
    }

    @Differentiable
    static double prefix(double[] x) {
        running(x, 0.5);
        return x[x.length - 1];
    }

    private static void overwritten() {
        System.arraycopy(X, 0, WRITTEN, 0, 6);
        used = PrefixGrad.gradientInto(WRITTEN, X_BAR, WORKSPACE);
    }

    @Differentiable
    static double pivot(double[][] a) {
        double[][] rows = a.clone();
        double[] row = rows[0];
        rows[0] = rows[2];
        rows[2] = row;
        return rows[0][0] * rows[1][1] / rows[2][2];
    }

    @Differentiable
    static double either(double[] x, boolean squares) {
        double[] y = squares ? new double[x.length] : new double[3];
        for (int i = 0; i < y.length; i++) {
            y[i] = squares ? x[i] * x[i] : x[i];
        }
        return norm(y) * (squares ? norm(twice(y, 0)) : 1);
    }

    private static void branches() {
        turn++;
        used = EitherGrad.gradientInto(X, turn % 2 == 0, X_BAR, WORKSPACE);
    }

    @Differentiable
    static double shift(double[] x) {
        double[] y = x.clone();
        System.arraycopy(y, 0, y, 1, y.length - 1);
        y[2] *= y[1];
        System.arraycopy(y, 2, y, 0, 3);
        return norm(y) * y[0];
    }
}
