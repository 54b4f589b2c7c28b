package dev.jacobi.processor.random;

import java.util.Objects;

/** Ends the check of a point at the first thing that is wrong. */
final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String kind;

    Wrong(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    /** Numbers compare to the bit, arrays by what is in them. */
    static void unlessSame(String kind, Object expected, Object seen) {
        if (!Objects.deepEquals(expected, seen)) {
            throw new Wrong(kind, Flat.text(expected) + " expected, but " + Flat.text(seen));
        }
    }
}
