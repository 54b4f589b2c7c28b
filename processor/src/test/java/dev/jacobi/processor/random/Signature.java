package dev.jacobi.processor.random;

import java.util.List;

/** What a call names; an instance method can only be called by another. */
record Signature(String name, List<Type> parameters, Type result, boolean instance) {

    boolean hasRecords() {
        return result.base().isRecord()
                || parameters.stream().anyMatch(p -> p.base().isRecord());
    }
}
