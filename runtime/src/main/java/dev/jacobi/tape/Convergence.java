package dev.jacobi.tape;

import dev.jacobi.NotConvergedException;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the iteration that computes the derivative of a fixed point has arrived. Generated code calls these methods;
 * they are not meant to be called by hand.
 *
 * <p>Forward mode iterates ẋ ← ∂φ/∂x·ẋ + ∂φ/∂θ·θ̇. Reverse mode takes v ← v·∂φ/∂x from v₀ = x̄ and needs Σ vₖ; as what
 * x keeps of its first value (a boundary that no iteration overwrites) brings a limit v∞ other than zero, it is summed
 * as
 *
 * <pre>
 *   Σ (vₖ − v∞) = Σ (k + 1)·(vₖ − vₖ₊₁)        and v∞ is the adjoint of the first value
 * </pre>
 *
 * <p>If the changes shrink by a factor ρ in each iteration, what is still missing is ρ/(1 − ρ) times the last one. The
 * iteration ends when that and the last change are within the tolerance for every variable, or are mere rounding.
 */
public final class Convergence {

    /** The changes of one of the variables that are iterated. */
    private static final class Course {
        double largest;
        double change = Double.POSITIVE_INFINITY;

        /** The changes before the last one, the latest first. */
        final double[] before = new double[8];

        int seen;

        void add(double newest) {
            System.arraycopy(before, 0, before, 1, before.length - 1);
            before[0] = change;
            change = newest;
            seen++;
        }

        /** The largest factor by which one of the last changes differs from the one before it. */
        double ratio() {
            if (change == 0) {
                return 0;
            }
            double ratio = seen < 4 ? 1 : change / before[0];
            for (int i = 0; i < 2; i++) {
                ratio = Math.max(ratio, before[i] / before[i + 1]);
            }
            return ratio;
        }

        /** Whether the changes don't shrink any more. */
        boolean stagnates() {
            return seen > before.length && change >= before[before.length - 1];
        }
    }

    private final String where;
    private final double tolerance;
    private final int iterations;
    private final List<Course> courses = new ArrayList<>();
    private int at;
    private int done;
    private boolean arrived = true;
    private double missing;

    /**
     * A new iteration.
     *
     * @param where which loop it is of, for messages
     * @param tolerance 0 for that of the numbers' precision
     */
    public Convergence(String where, double tolerance, int iterations) {
        this.where = where;
        this.tolerance = tolerance;
        this.iterations = iterations;
    }

    /** Notes how far a variable has moved. */
    public void moved(double before, double now) {
        note(Math.abs(now - before), Math.max(Math.abs(before), Math.abs(now)), Precision.DOUBLE);
    }

    /** Notes how far a variable has moved. */
    public void moved(float before, float now) {
        note(Math.abs(now - before), Math.max(Math.abs(before), Math.abs(now)), Precision.FLOAT);
    }

    /** Notes how far a variable has moved: an array of numbers of any rank, or a tensor. */
    public void moved(Object before, Object now) {
        note(Distance.between(before, now), Math.max(Distance.size(before), Distance.size(now)), Precision.of(now));
    }

    /** The sum of the adjoints with those of the iteration that led from {@code before} to {@code now}. */
    public double sum(double sum, double before, double now) {
        double term = (done + 1) * (before - now);
        double next = sum + term;
        note((done + 1) * Distance.beyond(Precision.DOUBLE.rest(), before, now), Math.abs(next), Precision.DOUBLE);
        return next;
    }

    /** The sum of the adjoints with those of the iteration that led from {@code before} to {@code now}. */
    public float sum(float sum, float before, float now) {
        float term = (done + 1) * (before - now);
        float next = sum + term;
        note((done + 1) * Distance.beyond(Precision.FLOAT.rest(), before, now), Math.abs(next), Precision.FLOAT);
        return next;
    }

    /** The same for tensors. */
    public Tensor sum(Tensor sum, Tensor before, Tensor now) {
        Tensor next = sum.add(before.sub(now).mul(done + 1));
        noteSum(before, now, next);
        return next;
    }

    /** The same for arrays of numbers of any rank: adds to {@code sum}, and gives that. */
    public <T> T sum(T sum, T before, T now) {
        Distance.add(sum, before, now, done + 1);
        noteSum(before, now, sum);
        return sum;
    }

    private void noteSum(Object before, Object now, Object sum) {
        Precision precision = Precision.of(now);
        note((done + 1) * Distance.beyond(precision.rest(), before, now), Distance.size(sum), precision);
    }

    /** Whether there is to be another iteration, now that all variables have been looked at. */
    public boolean goesOn() {
        boolean enough = arrived;
        done++;
        if (!enough && !Double.isFinite(missing)) {
            throw new NotConvergedException(
                    "the derivative of the fixed point " + where + " is not finite after " + count(done));
        }
        if (!enough && done >= iterations) {
            throw new NotConvergedException(String.format(
                    Locale.ROOT,
                    "the derivative of the fixed point %s has not converged after %s: about %.1e of it is missing. The"
                            + " loop may not be attracted by where it ended; else allow more iterations or a larger"
                            + " tolerance in @FixedPoint",
                    where,
                    count(done),
                    missing));
        }
        at = 0;
        arrived = true;
        missing = 0;
        return !enough;
    }

    private static String count(int iterations) {
        return iterations == 1 ? "1 iteration" : iterations + " iterations";
    }

    private void note(double change, double size, Precision precision) {
        if (at == courses.size()) {
            courses.add(new Course());
        }
        Course course = courses.get(at++);
        course.largest = Math.max(course.largest, size);
        course.add(change);
        double ratio = course.ratio();
        double rest = ratio < 1 ? Math.max(change, change * ratio / (1 - ratio)) : Double.MAX_VALUE;
        double allowed = (tolerance > 0 ? tolerance : precision.tolerance) * course.largest;
        double ulps = precision.rounding * course.largest;
        boolean rounding = change <= ulps || course.stagnates() && change <= 256 * ulps;
        if (!Double.isFinite(change) || !Double.isFinite(size)) {
            arrived = false;
            missing = Double.NaN;
        } else if (!rounding && !(rest <= allowed)) {
            arrived = false;
            missing = Math.max(missing, change / course.largest);
        }
    }

    /** The limit of a variable's adjoints, which is its first value's: zero if it is small against their sum. */
    public double rest(double adjoint, double sum) {
        return isRest(Math.abs(adjoint), Math.abs(sum), Precision.DOUBLE) ? adjoint : 0;
    }

    /** The limit of a variable's adjoints, which is its first value's: zero if it is small against their sum. */
    public float rest(float adjoint, float sum) {
        return isRest(Math.abs(adjoint), Math.abs(sum), Precision.FLOAT) ? adjoint : 0;
    }

    /** The same for tensors. */
    public Tensor rest(Tensor adjoint, Tensor sum) {
        return isRest(Distance.size(adjoint), Distance.size(sum), Precision.of(sum))
                ? adjoint
                : Tensor.zerosLike(adjoint);
    }

    /** The same for arrays of numbers of any rank: those of {@code adjoint} are zero afterwards. */
    public <T> T rest(T adjoint, T sum) {
        if (!isRest(Distance.size(adjoint), Distance.size(sum), Precision.of(sum))) {
            Distance.clear(adjoint);
        }
        return adjoint;
    }

    private boolean isRest(double adjoint, double sum, Precision precision) {
        return adjoint > 2 * (tolerance > 0 ? tolerance : precision.tolerance) * sum;
    }

    /** Whether a first value has an adjoint: it stays in the variable however often that is iterated. */
    public static boolean isZero(double adjoint) {
        return adjoint == 0;
    }

    /** Whether a first value has an adjoint: it stays in the variable however often that is iterated. */
    public static boolean isZero(float adjoint) {
        return adjoint == 0;
    }

    /** The same for a tensor or an array of numbers of any rank. */
    public static boolean isZero(Object adjoint) {
        return Distance.size(adjoint) == 0;
    }

    /**
     * Looks whether what a limit of the adjoints brings a parameter in each iteration is nothing, since it would be
     * brought without end.
     */
    public static void checkEnds(String where, Object each, Object sum) {
        double size = Distance.size(each);
        if (!(size <= 1e-6 * Distance.size(sum))) {
            throw new NotConvergedException("the derivative of the fixed point " + where
                    + " does not converge: parts of its variables keep what they had before the loop, and each"
                    + " iteration adds something to them that depends on a parameter");
        }
    }

    /** Looks whether the loop had arrived: one more iteration moves a variable by little. */
    public static void check(String where, double residual, double first, double last, double next) {
        double size = Math.max(Math.abs(first), Math.abs(next));
        check(where, residual, Math.abs(next - last), size, Precision.DOUBLE);
    }

    /** Looks whether the loop had arrived: one more iteration moves a variable by little. */
    public static void check(String where, double residual, float first, float last, float next) {
        double size = Math.max(Math.abs(first), Math.abs(next));
        check(where, residual, Math.abs(next - last), size, Precision.FLOAT);
    }

    /** The same for a tensor or an array of numbers of any rank. */
    public static void check(String where, double residual, Object first, Object last, Object next) {
        double size = Math.max(Distance.size(first), Distance.size(next));
        check(where, residual, Distance.between(last, next), size, Precision.of(next));
    }

    /** A variable that has come to rest at zero is allowed some rounding. */
    private static void check(String where, double residual, double change, double size, Precision precision) {
        if (!(change <= residual * size + 4096 * precision.rounding)) {
            throw new NotConvergedException(String.format(
                    Locale.ROOT,
                    "the loop of the fixed point %s has ended before it converged: one more iteration would change the"
                            + " result by %.1e of its size. Let it run longer, or allow that with residual in"
                            + " @FixedPoint",
                    where,
                    change / size));
        }
    }

    /** What can be expected of numbers. */
    private enum Precision {
        FLOAT(1e-6, Math.ulp(1f)),
        DOUBLE(1e-14, Math.ulp(1.0));

        final double tolerance;
        final double rounding;

        Precision(double tolerance, double rounding) {
            this.tolerance = tolerance;
            this.rounding = rounding;
        }

        /**
         * A change that is no larger, in proportion, is mere rounding of what has come to rest elsewhere than at zero.
         */
        double rest() {
            return 4 * rounding;
        }

        static Precision of(Object numbers) {
            return Distance.isFloat(numbers) ? FLOAT : DOUBLE;
        }
    }
}
