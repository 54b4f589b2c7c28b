package dev.jacobi.processor.random;

import java.util.HashMap;
import java.util.Map;

/** The local variables of one call. */
final class Frame {

    private final Method method;
    private final Type result;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, Boolean> held = new HashMap<>();

    Frame(Method method) {
        this(method, method.signature().result());
    }

    private Frame(Method method, Type result) {
        this.method = method;
        this.result = result;
    }

    /** The same variables with the values of now. */
    Frame copy() {
        return giving(result);
    }

    /** The same for the body of a function inside, which gives another type. */
    Frame giving(Type type) {
        Frame copy = new Frame(method, type);
        copy.values.putAll(values);
        copy.held.putAll(held);
        return copy;
    }

    /** What a return gives back. */
    Type result() {
        return result;
    }

    /** Starts the life of a variable, which may be one of {@code @NoDerivative}. */
    void declare(Variable variable, boolean constant) {
        held.put(variable.name(), constant);
    }

    boolean holds(Variable variable) {
        return held.getOrDefault(variable.name(), false);
    }

    Value get(Variable variable) {
        Value value = values.get(variable.name());
        if (value == null) {
            throw new UnsupportedOperationException(variable + " is read before it is assigned");
        }
        return value;
    }

    void set(Variable variable, Value value) {
        values.put(variable.name(), value);
    }
}
