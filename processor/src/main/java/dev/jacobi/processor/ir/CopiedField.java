package dev.jacobi.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A static final field that generated code may not name where it stands: its value is written again, in a field of the
 * generated class. That gives the same since nothing changes it.
 *
 * @param of the class's name and the field's, as in {@code Gamma.LANCZOS}
 * @param home the package whose classes can name the field; empty where none but its own class can
 * @param type the field's type
 * @param value the initializer
 */
public record CopiedField(String of, String home, Type type, List<Part> value) {
    public CopiedField {
        value = List.copyOf(value);
    }

    /** Whether a class of a package can name the field, so that there is no need to copy it. */
    public boolean isReachable(String packageName) {
        return !home.isEmpty() && home.equals(packageName);
    }

    /** Which fields there are copies of. */
    @FunctionalInterface
    public interface Lookup {
        /** By the signature of the primitive that reads a field; null of one that is named where it stands. */
        @Nullable
        CopiedField find(String signature);
    }

    /** A piece of the initializer. */
    public sealed interface Part extends CopiedCode {

        /** Java as it stands. */
        record Text(String text) implements Part {}

        /** A comma, after which a line may end. */
        record Next() implements Part {}

        /** The name of a class. */
        record Named(Type type) implements Part {}

        /** Another copied field, by its signature as a primitive. */
        record Copied(String signature) implements Part {}
    }
}
