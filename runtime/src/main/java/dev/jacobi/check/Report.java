package dev.jacobi.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a {@link GradientCheck} found.
 *
 * @param point where it looked, in words
 * @param mismatches what is wrong; empty if nothing is
 */
public record Report(String point, List<Mismatch> mismatches) {
    private static final int SHOWN = 10;

    /** A report of these mismatches, which are copied. */
    public Report {
        mismatches = List.copyOf(mismatches);
    }

    /** Whether all derivatives agree. */
    public boolean passed() {
        return mismatches.isEmpty();
    }

    /** One line per mismatch, the first ten of them, below one that says where. */
    @Override
    public String toString() {
        if (passed()) {
            return "all derivatives agree at x = " + point;
        }
        String lines = mismatches.stream()
                .limit(SHOWN)
                .map(mismatch -> "\n  " + mismatch)
                .collect(Collectors.joining());
        String more = mismatches.size() > SHOWN ? "\n  and " + (mismatches.size() - SHOWN) + " more" : "";
        return "derivatives don't agree at x = " + point + lines + more;
    }

    /**
     * One number that should be another.
     *
     * @param what the derivative and the entry, such as {@code vjp, ∂y[0]/∂x[1]}
     * @param given the number that the derivative under test gives
     * @param expected the number it is compared with
     * @param expectation where that comes from, such as {@code finite differences give}
     */
    public record Mismatch(String what, double given, double expected, String expectation) {
        @Override
        public String toString() {
            double off = Math.abs(given - expected);
            return what + ": " + given + ", but " + expectation + " " + expected
                    + (off <= Double.MAX_VALUE ? " (off by " + String.format(Locale.ROOT, "%.3g", off) + ")" : "");
        }
    }
}
