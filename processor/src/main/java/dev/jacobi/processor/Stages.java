package dev.jacobi.processor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How long each stage has taken in this compilation: the option {@code -Ajacobi.timings} shows it. */
final class Stages {

    /** The stages of the pipeline, in order. */
    enum Stage {
        READ,
        CHECK,
        PREPARE,
        TANGENT,
        ADJOINT,
        SIMPLIFY,
        WRITE
    }

    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);

    <T> T time(Stage stage, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge(stage, System.nanoTime() - start, Long::sum);
        }
    }

    /** {@code jacobi: 412 ms (read 201, check 20, …)}. */
    String report() {
        long total = 0;
        StringBuilder parts = new StringBuilder();
        for (Map.Entry<Stage, Long> entry : nanos.entrySet()) {
            total += entry.getValue();
            parts.append(parts.length() == 0 ? "" : ", ")
                    .append(entry.getKey().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(entry.getValue() / 1_000_000);
        }
        return "jacobi: " + total / 1_000_000 + " ms (" + parts + ")";
    }
}
