package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** What happened in one run of the interpreter, and what that says about how far its derivative can be trusted. */
final class Trace {

    private static final int MOST_WORK = 20_000;

    /** What decided between smooth pieces: conditions, integers made of numbers, the sides of max. */
    final List<Double> decisions = new ArrayList<>();

    /** The values of all that counts as constant, in order. */
    final List<Double> constants = new ArrayList<>();

    /** The calls with effects. */
    final List<String> journal = new ArrayList<>();

    /** Whether a derivative somewhere on the way is infinite or not a number. */
    boolean singular;

    /** Whether an infinite derivative met a constant, which is a variable to the processor: zero times infinity. */
    boolean indefinite;

    /** Whether float arithmetic was done. */
    boolean inFloat;

    /** The largest number that depends on the point. */
    double largest;

    /** The largest bound of a derivative on the way. */
    double steepest;

    /** How many steps a rounding error was made in. */
    int steps;

    /** The largest sum of products of partial derivatives between any two values: what an intermediate could reach. */
    double gain = 1;

    /** Whether a partial derivative is so small that the formula for it may leave the range of its type. */
    boolean remote;

    private int work;

    /** Counts one step of the program, lest one that doesn't end be run. */
    void work() {
        if (++work > MOST_WORK) {
            throw new Endless();
        }
    }

    /** Notes a step's value and partial derivative. */
    void step(Value value, double partial) {
        steps++;
        steepest = Math.max(steepest, value.bound());
        largest = Math.max(largest, Math.abs(value.number()));
        inFloat |= value.type() == Type.FLOAT;
        remote |= Math.abs(partial) < (inFloat ? 1e-12 : 1e-100);
        singular |= !Double.isFinite(partial) || !Double.isFinite(value.asDouble());
    }

    /** How far a derivative with a bound may be off by rounding alone. */
    double tolerance(double bound) {
        double epsilon = inFloat ? 0x1p-23 : 0x1p-52;
        // What underflows is off by the smallest number, and is amplified before and after.
        double amplified = Math.min(gain * gain, inFloat ? 1e40 : 1e300);
        double smallest = (steps + 70) * (inFloat ? 2e-45 : 5e-324) * amplified;
        return 4 * (steps + 4) * epsilon * bound + smallest;
    }

    /** Whether a derivative is off by more than rounding explains. */
    boolean off(double seen, double expected, double bound) {
        boolean overflown = !Double.isFinite(seen) && mayOverflow() || !Double.isFinite(expected);
        boolean undefined = Double.isNaN(seen) && indefinite;
        return !overflown && !undefined && !(Math.abs(seen - expected) <= tolerance(bound));
    }

    /** Whether an intermediate derivative may leave the range of its type. */
    boolean mayOverflow() {
        return remote || !(gain < (inFloat ? 1e36 : 1e300));
    }

    /** What ends a run that takes too long to be worth it. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Endless() {
            super("too long", null, false, false);
        }
    }
}
