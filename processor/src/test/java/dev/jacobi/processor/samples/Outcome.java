package dev.jacobi.processor.samples;

import java.util.List;
import java.util.function.Supplier;

/**
 * All that a caller can see of a call: what it gave or threw, and what it did on the way.
 *
 * @param value null if it threw
 * @param thrown null if it gave a value
 */
record Outcome(Object value, String thrown, List<String> events) {

    static Outcome of(Supplier<Object> call) {
        Trace.reset();
        try {
            Object value = call.get();
            return new Outcome(value, null, Trace.events());
        } catch (RuntimeException e) {
            return new Outcome(null, e.toString(), Trace.events());
        }
    }

    boolean same(Outcome other) {
        boolean sameEnd = value == null || other.value == null
                ? value == other.value && thrown.equals(other.thrown)
                : Numbers.sameBits(value, other.value);
        return sameEnd && events.equals(other.events);
    }
}
