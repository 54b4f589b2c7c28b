package dev.jacobi.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the source that generated code hands on as it stands: a lambda expression, a method reference or an
 * anonymous class. It is written again in a method of the generated class, which takes the variables that it uses.
 *
 * @param line where it stands in its file
 * @param type its functional interface, or the class that it extends
 * @param parameters the variables that it uses
 * @param code the expression
 */
public record CopiedFunction(String file, int line, Type type, List<Type.Component> parameters, List<CopiedCode> code) {
    public CopiedFunction {
        parameters = List.copyOf(parameters);
        code = List.copyOf(code);
    }

    /** Finds functions, and the methods that they call. */
    public interface Lookup {
        /** By the signature of the primitive that makes one. */
        @Nullable
        CopiedFunction find(String signature);

        /** By the name that the code of functions has for it. */
        @Nullable
        CopiedMethod method(String key);
    }
}
