package dev.jacobi.processor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

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

    /** The time now, for {@link #stop}. (No lambda: each one costs a cold start as much as three classes.) */
    long start() {
        return System.nanoTime();
    }

    /** Adds the time since {@code start} to a stage. */
    void stop(Stage stage, long start) {
        Long before = nanos.get(stage);
        nanos.put(stage, (before == null ? 0 : before) + System.nanoTime() - start);
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
