package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.CopiedFunction;
import dev.jacobi.processor.ir.CopiedMethod;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The functions that generated code hands on as they stand in the source, and methods that only they call. */
public final class FunctionCopies implements CopiedFunction.Lookup {

    private final Map<String, CopiedFunction> functions = new TreeMap<>();
    private final Map<String, CopiedMethod> methods = new TreeMap<>();

    public FunctionCopies() {}

    @Override
    public @Nullable CopiedFunction find(String signature) {
        return functions.get(signature);
    }

    @Override
    public @Nullable CopiedMethod method(String key) {
        return methods.get(key);
    }

    void add(String signature, CopiedFunction function) {
        functions.put(signature, function);
    }

    void add(String key, CopiedMethod method) {
        methods.put(key, method);
    }
}
