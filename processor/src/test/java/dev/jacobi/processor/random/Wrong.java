package dev.jacobi.processor.random;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Ends the check of a point at the first thing that is wrong. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How far last bits may have come. */
    private static final double NEAR = 1e-6;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    private final String kind;

    Wrong(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    /** Numbers compare to the bit, unless the processor may change these; arrays by what is in them. */
    static void unlessSame(String kind, Object expected, Object seen) {
        if (!Objects.deepEquals(expected, seen)
                && (Compilation.KEEPS_BITS || !isNear(Flat.text(expected), Flat.text(seen)))) {
            throw new Wrong(kind, Flat.text(expected) + " expected, but " + Flat.text(seen));
        }
    }

    private static boolean isNear(String expected, String seen) {
        double[] wanted = numbers(expected);
        double[] numbers = numbers(seen);
        return NUMBER.matcher(expected)
                        .replaceAll("")
                        .equals(NUMBER.matcher(seen).replaceAll(""))
                && wanted.length == numbers.length
                && IntStream.range(0, wanted.length)
                        .allMatch(i -> Math.abs(wanted[i] - numbers[i]) <= NEAR * Math.max(1, Math.abs(wanted[i])));
    }

    private static double[] numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToDouble(r -> Double.parseDouble(r.group()))
                .toArray();
    }
}
