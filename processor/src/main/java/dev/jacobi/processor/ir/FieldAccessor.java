package dev.jacobi.processor.ir;

import org.jspecify.annotations.Nullable;

/**
 * A method that only gives a field, which generated code calls where it may not name the field itself.
 *
 * @param home the package whose classes can name the field all the same; empty where none but its own class can
 * @param method the method's name
 */
public record FieldAccessor(String home, String method) {

    /** Whether a class of a package can name the field, so that it needs no method. */
    public boolean isReachable(String packageName) {
        return !home.isEmpty() && home.equals(packageName);
    }

    /** Which fields have such a method. */
    @FunctionalInterface
    public interface Lookup {
        /** By the signature of the primitive that reads a field; null of one that is named where it stands. */
        @Nullable
        FieldAccessor find(String signature);
    }
}
