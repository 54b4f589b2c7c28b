package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Prints how long objectives and derivatives take on inputs of GradBench's sizes, and what each derivative costs. */
public final class Speed {
    /** How long each function runs before it is measured, and how long it is measured. */
    private static final double SECONDS = 2;

    private static final double MILLISECOND = 1e6;

    private Speed() {}

    /** @param args the modules or workloads to measure, such as {@code gmm} or {@code gmm_10_5}; none for all */
    public static void main(String[] args) throws JsonProcessingException {
        System.out.printf("%-22s %12s %15s %7s%n", "median ms", "objective", "derivative", "ratio");
        for (Workload workload : Workload.ALL) {
            boolean wanted = args.length == 0 || Arrays.stream(args).anyMatch(workload.name()::startsWith);
            if (wanted) {
                JsonNode input = Json.MAPPER.valueToTree(workload.input().get());
                double objective = milliseconds(workload, workload.objective(), input);
                double derivative = milliseconds(workload, workload.derivative(), input);
                System.out.printf(
                        "%-22s %12.4f %15.4f %7.2f%n", workload.name(), objective, derivative, derivative / objective);
            }
        }
    }

    private static double milliseconds(Workload workload, String function, JsonNode input)
            throws JsonProcessingException {
        Module.Prepared prepared = workload.module().function(function).prepare(input);
        repeated(prepared);
        long[] nanoseconds = repeated(prepared).timings().stream()
                .mapToLong(Runs.Timing::nanoseconds)
                .sorted()
                .toArray();
        return nanoseconds[nanoseconds.length / 2] / MILLISECOND;
    }

    private static Runs repeated(Module.Prepared prepared) {
        return Runs.of(1, SECONDS, prepared);
    }
}
