package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a value. */
sealed interface Value {

    /**
     * Nothing.
     *
     * @param asked whether it may tell something of a shape: what is done only if it says so may be done only where
     *     shapes fit
     */
    record Unknown(boolean asked) implements Value {
        private static final Value NOTHING = new Unknown(false);
    }

    static Value unknown() {
        return Unknown.NOTHING;
    }

    /** A whole number. */
    record Whole(Dim value) implements Value {}

    /** A truth value. */
    record Truth(boolean value) implements Value {}

    /** A string, or the name of a constant of an enum. */
    record Text(String value) implements Value {}

    /**
     * An array.
     *
     * @param elements null where nothing is known of them
     */
    record Array(Dim length, @Nullable List<Value> elements) implements Value {

        /** The elements of longer ones aren't followed. */
        static final int MOST = 256;

        static Array of(List<Value> elements) {
            return new Array(Dim.of(elements.size()), List.copyOf(elements));
        }
    }

    /** What a struct is made of, or another object. */
    record Parts(List<Value> parts) implements Value {}

    /** A tensor, or something else that has a shape. */
    record Shaped(Extents extents, Source source) implements Value {}

    static Value number(int value) {
        return new Whole(Dim.of(value));
    }

    default boolean isAsked() {
        return this instanceof Unknown unknown && unknown.asked();
    }

    /** What tells calls with other shapes apart. */
    default String key() {
        if (this instanceof Shaped shaped) {
            return shaped.extents().toString();
        }
        if (this instanceof Parts parts) {
            return parts.parts().stream().map(Value::key).toList().toString();
        }
        if (this instanceof Array array && array.elements() != null) {
            return array.elements().stream().map(Value::key).toList().toString();
        }
        return toString();
    }

    /** What is known of a value that is one of two. */
    static Value join(Value a, Value b) {
        if (a.equals(b)) {
            return a;
        }
        if (a instanceof Shaped x && b instanceof Shaped y) {
            return new Shaped(Extents.join(x.extents(), y.extents()), x.source());
        }
        if (a instanceof Parts x
                && b instanceof Parts y
                && x.parts().size() == y.parts().size()) {
            return new Parts(join(x.parts(), y.parts()));
        }
        if (a instanceof Array x && b instanceof Array y) {
            boolean same =
                    x.elements() != null && y.elements() != null && x.length().equals(y.length());
            return new Array(Dim.join(x.length(), y.length()), same ? join(x.elements(), y.elements()) : null);
        }
        return new Unknown(a.isAsked() || b.isAsked());
    }

    private static List<Value> join(@Nullable List<Value> a, @Nullable List<Value> b) {
        List<Value> joined = new ArrayList<>();
        for (int i = 0; a != null && b != null && i < a.size(); i++) {
            joined.add(join(a.get(i), b.get(i)));
        }
        return joined;
    }
}
