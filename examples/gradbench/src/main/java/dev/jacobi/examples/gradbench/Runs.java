package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The last result of a function that ran several times, and how long each run took. */
record Runs(Object output, List<Timing> timings) {
    private static final double NANOSECONDS = 1e9;

    /** An entry of a response's {@code timings}. */
    record Timing(String name, long nanoseconds) {}

    /** Runs a function as often as its input says, or once. */
    static Runs of(JsonNode input, Module.Prepared function) {
        return of(input.path("min_runs").asInt(1), input.path("min_seconds").asDouble(0), function);
    }

    /** Runs a function so many times at least, and until the runs have taken so many seconds. */
    static Runs of(int minRuns, double minSeconds, Module.Prepared function) {
        double minNanoseconds = minSeconds * NANOSECONDS;
        List<Timing> timings = new ArrayList<>();
        long elapsed = 0;
        Object output;
        do {
            long start = System.nanoTime();
            output = function.compute();
            long nanoseconds = System.nanoTime() - start;
            timings.add(new Timing("evaluate", nanoseconds));
            elapsed += nanoseconds;
        } while (timings.size() < minRuns || elapsed < minNanoseconds);
        return new Runs(output, timings);
    }
}
