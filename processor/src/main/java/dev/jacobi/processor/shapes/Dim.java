package dev.jacobi.processor.shapes;

/** The length of a dimension, or another whole number, as far as it is known. */
sealed interface Dim {

    /** A number; as a length it isn't negative. */
    record Known(int value) implements Dim {
        private static final Dim ONE = new Known(1);

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** What a name in a {@code @Shape} stands for, the same in all of a method. */
    record Named(String name) implements Dim {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Any number. */
    record Unknown() implements Dim {
        private static final Dim ANY = new Unknown();

        @Override
        public String toString() {
            return "?";
        }
    }

    static Dim unknown() {
        return Unknown.ANY;
    }

    static Dim one() {
        return Known.ONE;
    }

    static Dim of(int value) {
        return new Known(value);
    }

    /** Whether this is that very number. */
    default boolean is(int value) {
        return this instanceof Known known && known.value() == value;
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    /** Whether two numbers can't be equal. */
    static boolean differ(Dim a, Dim b) {
        return a instanceof Known && b instanceof Known && !a.equals(b);
    }

    /** Whether two numbers are two names, which may be equal, though nothing says so. */
    static boolean areTwoNames(Dim a, Dim b) {
        return a instanceof Named && b instanceof Named && !a.equals(b);
    }

    /** What is known of a number that is both. */
    static Dim meet(Dim a, Dim b) {
        return a instanceof Known || b instanceof Unknown || a instanceof Named && b instanceof Named ? a : b;
    }

    /** What is known of a number that is one of two. */
    static Dim join(Dim a, Dim b) {
        return a.equals(b) ? a : unknown();
    }

    /** The length that an elementwise operation stretches two to, if they fit: equal, or one of them 1. */
    static Dim broadcast(Dim a, Dim b) {
        if (a.is(1) || a.equals(b)) {
            return b;
        }
        if (b.is(1)) {
            return a;
        }
        return a.isKnown() ? a : b.isKnown() ? b : unknown();
    }

    /** Whether two lengths can't be stretched to each other. */
    static boolean cannotBroadcast(Dim a, Dim b) {
        return differ(a, b) && !a.is(1) && !b.is(1);
    }

    static Dim plus(Dim a, Dim b) {
        return a instanceof Known x && b instanceof Known y ? exact((long) x.value() + y.value()) : unknown();
    }

    static Dim times(Dim a, Dim b) {
        if (a.is(1)) {
            return b;
        }
        if (b.is(1)) {
            return a;
        }
        return a instanceof Known x && b instanceof Known y ? exact((long) x.value() * y.value()) : unknown();
    }

    /** A number too large for an int is none that a program can go on with. */
    private static Dim exact(long value) {
        return value == (int) value ? of((int) value) : unknown();
    }
}
