package dev.jacobi.check;

import dev.jacobi.check.Report.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a {@link GradientCheck}: the Jacobian by differences, and all that is compared with it. */
final class Comparison<X, Y> {
    private static final long SEED = 20180131; // fixed, so that a test that fails fails again

    private final Derivatives<X, Y> derivatives;
    private final X point;
    private final double[] x;
    private final Object result;
    private final double[] y;
    private final double tolerance;
    private final Numeric numeric;
    private final List<Mismatch> mismatches = new ArrayList<>();

    Comparison(
            Function<X, Y> function,
            Derivatives<X, Y> derivatives,
            @Nullable Double tolerance,
            boolean kinksAllowed,
            X point) {
        this.derivatives = derivatives;
        this.point = point;
        this.x = Space.numbers(point);
        this.result = function.apply(fresh());
        this.y = Space.numbers(result);
        Object precise = function.apply(cast(Space.precise(point, x)));
        double epsilon = Math.max(
                Space.epsilon(precise),
                point instanceof float[] || point instanceof Float ? Space.FLOAT_EPSILON : Space.DOUBLE_EPSILON);
        boolean single = Math.max(Space.epsilon(result), Space.epsilon(point)) > 1e-10;
        this.tolerance = tolerance != null ? tolerance : single ? 1e-4 : 1e-6;
        this.numeric = new Numeric(
                at -> Space.numbers(function.apply(cast(Space.precise(point, at)))), x, epsilon, kinksAllowed);
    }

    Report report() {
        checkFinite();
        if (mismatches.isEmpty()) {
            checkGradient();
            checkJacobian();
            checkRows();
            checkColumns();
            checkProducts();
        }
        return new Report(Space.describe(point), mismatches);
    }

    private void checkFinite() {
        for (int i = 0; i < y.length; i++) {
            if (Double.isNaN(y[i]) || Double.isInfinite(y[i])) {
                mismatches.add(new Mismatch(
                        "the function, " + Space.entry("y", result, i), y[i], Double.NaN, "a check needs a finite"));
            }
        }
    }

    private void checkGradient() {
        Function<X, X> gradient = derivatives.gradient();
        if (gradient != null) {
            if (y.length != 1) {
                throw new IllegalArgumentException(
                        "GradientCheck: a gradient needs a single-number result, but there are " + y.length
                                + " numbers");
            }
            compareRow("gradient", 0, Space.numbers(gradient.apply(fresh())));
        }
    }

    private void checkJacobian() {
        Function<X, ?> jacobian = derivatives.jacobian();
        if (jacobian != null) {
            double[] entries = Space.numbers(jacobian.apply(fresh()));
            if (wrongLength("jacobian", entries, x.length * y.length)) {
                return;
            }
            for (int i = 0; i < y.length; i++) {
                double[] row = new double[x.length];
                System.arraycopy(entries, i * x.length, row, 0, x.length);
                compareRow("jacobian", i, row);
            }
        }
    }

    /** vjp with each unit seed gives a row of the Jacobian. */
    private void checkRows() {
        BiFunction<X, Y, X> vjp = derivatives.vjp();
        for (int i = 0; vjp != null && i < y.length; i++) {
            double[] seed = new double[y.length];
            seed[i] = 1;
            compareRow("vjp", i, Space.numbers(vjp.apply(fresh(), seed(seed))));
        }
    }

    private void compareRow(String member, int i, double[] row) {
        if (!wrongLength(member, row, x.length)) {
            for (int j = 0; j < row.length; j++) {
                compare(member, i, j, row[j]);
            }
        }
    }

    /** jvp with each unit direction gives a column of the Jacobian. */
    private void checkColumns() {
        BiFunction<X, X, Y> jvp = derivatives.jvp();
        for (int j = 0; jvp != null && j < x.length; j++) {
            double[] direction = new double[x.length];
            direction[j] = 1;
            double[] column = Space.numbers(jvp.apply(fresh(), direction(direction)));
            if (!wrongLength("jvp", column, y.length)) {
                for (int i = 0; i < column.length; i++) {
                    compare("jvp", i, j, column[i]);
                }
            }
        }
    }

    private boolean wrongLength(String member, double[] given, int expected) {
        if (given.length == expected) {
            return false;
        }
        mismatches.add(new Mismatch(member + ", number of entries", given.length, expected, "there should be"));
        return true;
    }

    private void compare(String member, int i, int j, double given) {
        if (!numeric.accepts(i, j, given, tolerance)) {
            String entry = member + ", ∂" + Space.entry("y", result, i) + "/∂" + Space.entry("x", point, j);
            mismatches.add(new Mismatch(entry, given, numeric.derivative(i, j), numeric.words(i, j, given)));
        }
    }

    /** Dot-product test: for random v and w, w·(J v) = (wᵀJ)·v. */
    private void checkProducts() {
        BiFunction<X, Y, X> vjp = derivatives.vjp();
        BiFunction<X, X, Y> jvp = derivatives.jvp();
        if (vjp == null || jvp == null || x.length == 0) {
            return;
        }
        Random random = new Random(SEED);
        double[] v = random.doubles(x.length, -1, 1).toArray();
        double[] w = random.doubles(y.length, -1, 1).toArray();
        double[] jv = Space.numbers(jvp.apply(fresh(), direction(v)));
        double[] wj = Space.numbers(vjp.apply(fresh(), seed(w)));
        if (wrongLength("jvp", jv, y.length) || wrongLength("vjp", wj, x.length)) {
            return;
        }
        Dot forward = Dot.of(w, jv);
        Dot backward = Dot.of(wj, v);
        double allowed = tolerance * Math.max(forward.magnitude(), backward.magnitude());
        if (!(Math.abs(forward.value() - backward.value()) <= allowed)) {
            mismatches.add(new Mismatch(
                    "dot-product test, seed·jvp(direction)",
                    forward.value(),
                    backward.value(),
                    "vjp(seed)·direction is"));
        }
    }

    /** A scalar product, and the sum of its terms' absolute values. */
    private record Dot(double value, double magnitude) {
        static Dot of(double[] a, double[] b) {
            double value = 0;
            double magnitude = 0;
            for (int i = 0; i < a.length; i++) {
                value += a[i] * b[i];
                magnitude += Math.abs(a[i] * b[i]);
            }
            return new Dot(value, magnitude);
        }
    }

    /** The point again, as a method may write into an array that it is given. */
    private X fresh() {
        return cast(Space.exact(point, x));
    }

    private X direction(double[] numbers) {
        return cast(Space.exact(point, numbers));
    }

    @SuppressWarnings("unchecked") // a value made like one of type Y
    private Y seed(double[] numbers) {
        return (Y) Space.exact(result, numbers);
    }

    @SuppressWarnings("unchecked") // a value made like one of type X
    private X cast(Object likePoint) {
        return (X) likePoint;
    }
}
