package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.CopiedFunction;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions that generated code hands on as they stand in the source. */
public final class FunctionCopies {

    private final Map<String, CopiedFunction> functions = new TreeMap<>();

    FunctionCopies() {}

    /** By the signature of the primitive that makes one; null where there is none. */
    public @Nullable CopiedFunction of(String signature) {
        return functions.get(signature);
    }

    void add(String signature, CopiedFunction function) {
        functions.put(signature, function);
    }
}
