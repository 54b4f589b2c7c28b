package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** What happened in one run of the interpreter, and what that says about how far its derivative can be trusted. */
final class Trace {

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

    /** The common logarithm of the product of all that amplifies a derivative: what an intermediate could reach. */
    double exponent;

    /** Notes a step's value and partial derivative. */
    void step(Value value, double partial) {
        steps++;
        steepest = Math.max(steepest, value.bound());
        largest = Math.max(largest, Math.abs(value.number()));
        inFloat |= value.type() == Type.FLOAT;
        exponent += Math.max(0, Math.abs(Math.log10(Math.max(Math.abs(partial), 1e-300))));
        singular |= !Double.isFinite(partial) || !Double.isFinite(value.asDouble());
    }

    /** How far a derivative with a bound may be off by rounding alone. */
    double tolerance(double bound) {
        double epsilon = inFloat ? 0x1p-23 : 0x1p-52;
        double smallest = (inFloat ? 1e-43 : 1e-320) * Math.pow(10, Math.min(exponent, inFloat ? 40 : 300));
        return 4 * (steps + 4) * epsilon * bound + smallest;
    }

    /** Whether an intermediate derivative may leave the range of its type. */
    boolean mayOverflow() {
        return exponent > (inFloat ? 36 : 300);
    }
}
