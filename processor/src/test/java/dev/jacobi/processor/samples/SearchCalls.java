package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of choices and integrals are called; see {@link TensorCalls}. */
final class SearchCalls {
    private SearchCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("max", "min")) {
            calls.put(name + "(int dim)", List.of("x.%s(1); x 2 3 2".formatted(name), "x.%s(-1); x 3".formatted(name)));
            calls.put(name + "(int dim, boolean keepDim)", List.of("x.%s(0, true); x 2 3".formatted(name)));
        }
        calls.put("histc(int bins)", List.of("x.histc(3); x 2 3"));
        calls.put("histc(int bins, double min, double max)", List.of("x.histc(2, -1, 1.5); x 2 3"));
        calls.put(
                "gumbelSoftmax(RandomGenerator random, double tau, int dim)",
                List.of("x.gumbelSoftmax(new java.util.Random(7), t, 1); x 2 3; double t"));
        calls.put("gumbelNoise(RandomGenerator random)", List.of("x.gumbelNoise(new java.util.Random(7)); x 2 3"));
        calls.put("unique()", List.of("x.unique(); x 2 2"));
        for (String name : List.of("nansum", "nanmean")) {
            String some = "Tensor.where(Mask.from(new boolean[] {true, false, true}, 3), x, Double.NaN)." + name;
            calls.put(name + "()", List.of(some + "(); x 2 3"));
            calls.put(
                    name + "(int dim, boolean keepDim)", List.of(some + "(1, true); x 2 3", some + "(-1, false); x 3"));
        }
        for (String name : List.of("trapezoid", "cumulativeTrapezoid")) {
            calls.put(name + "(double dx, int dim)", List.of("x.%s(d, 0); x 3 2; double d".formatted(name)));
            calls.put(name + "(Tensor points, int dim)", List.of("x.%s(p, 1); x 2 3 2; p 3".formatted(name)));
        }
        calls.put("pairSums(int dim)", List.of("x.pairSums(-1); x 2 3"));
        calls.put(
                "pointSteps(String operation, Tensor like, int dim)",
                List.of("x.pointSteps(\"trapezoid\", l, 0); x 3; l 3 2"));
        return calls;
    }
}
