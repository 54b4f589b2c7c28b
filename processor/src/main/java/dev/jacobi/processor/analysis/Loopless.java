package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;

/** Methods of {@code java.util} in the place of which a loop or an array is to be written, rather than a rule. */
final class Loopless {
    private static final String UTIL = "java.util.";

    private static final String STREAMS = "java.util.stream.";

    private static final String FUNCTIONS = "java.util.function.";

    private Loopless() {}

    /** Whether a method draws a number at random. */
    static boolean isDrawn(Primitive primitive) {
        return primitive.form() == Primitive.Form.METHOD
                && primitive.result().isFloating()
                && primitive.signature().matches("java\\.util\\.[\\w.]*Random.*");
    }

    /** What is said of a method that has no derivative. */
    static Kind of(Primitive primitive) {
        String signature = primitive.signature();
        if (isOf(primitive.result(), STREAMS) || signature.startsWith(STREAMS) || takesFunction(primitive)) {
            return Kind.NO_DERIVATIVE_OF_STREAM;
        }
        if (isDrawn(primitive)) {
            return Kind.NO_DERIVATIVE_OF_DRAWN;
        }
        return signature.startsWith(UTIL) && primitive.form() == Primitive.Form.METHOD
                ? Kind.NO_DERIVATIVE_OF_COLLECTION
                : Kind.NO_DERIVATIVE;
    }

    private static boolean takesFunction(Primitive primitive) {
        return primitive.signature().startsWith(UTIL)
                && primitive.parameters().stream().anyMatch(p -> isOf(p, FUNCTIONS));
    }

    private static boolean isOf(Type type, String packageName) {
        return type.toString().startsWith(packageName);
    }
}
