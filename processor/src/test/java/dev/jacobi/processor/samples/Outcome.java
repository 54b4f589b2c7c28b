package dev.jacobi.processor.samples;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that a caller can see of a call: what it gave or threw, what it did on the way, and how it left the arguments.
 *
 * @param value null if it threw
 * @param thrown null if it gave a value
 */
record Outcome(Object value, String thrown, List<String> events, Object[] left) {

    static Outcome of(Object[] arguments, Supplier<Object> call) {
        Trace.reset();
        try {
            Object value = call.get();
            return new Outcome(value, null, Trace.events(), arguments);
        } catch (Exception | AssertionError e) {
            return new Outcome(null, text(e), Trace.events(), arguments);
        }
    }

    /** The message of a missing object names variables of the code that missed it, and so may differ. */
    private static String text(Throwable thrown) {
        return thrown instanceof NullPointerException ? thrown.getClass().getName() : thrown.toString();
    }

    boolean same(Outcome other) {
        boolean sameValue =
                value == null || other.value == null ? value == other.value : Numbers.sameBits(value, other.value);
        return sameValue && sameEffects(other);
    }

    /** The same but for the value. */
    boolean sameEffects(Outcome other) {
        return (thrown == null ? other.thrown == null : thrown.equals(other.thrown))
                && events.equals(other.events)
                && Contents.same(left, other.left);
    }

    /**
     * The same with classes of another run of javac. What is left is compared as text, since enums, among others, are
     * not the same then.
     */
    boolean sameElsewhere(Outcome other) {
        return toString().equals(other.toString()) && sameNumbers(value, other.value);
    }

    private static boolean sameNumbers(Object a, Object b) {
        if (a instanceof Object[] all && b instanceof Object[] others) {
            boolean same = all.length == others.length;
            for (int i = 0; same && i < all.length; i++) {
                same = sameNumbers(all[i], others[i]);
            }
            return same;
        }
        return a instanceof Record ? Arrays.equals(Numbers.of(a), Numbers.of(b)) : Contents.same(a, b);
    }

    @Override
    public String toString() {
        String end = thrown == null ? Contents.text(value) : "throws " + thrown;
        return end + ", with the effects " + events + ", leaving " + Contents.text(left);
    }
}
