package dev.jacobi.processor.random;

import java.util.List;

/**
 * What a call names; an instance method can only be called by another.
 *
 * @param variable whether the last parameter takes any number of arguments
 */
record Signature(String name, List<Type> parameters, Type result, boolean instance, boolean variable) {

    boolean hasRecords() {
        return result.base().isRecord()
                || parameters.stream().anyMatch(p -> p.base().isRecord());
    }
}
