package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of reductions along some dimensions are called; see {@link TensorCalls}. */
final class StatisticsCalls {
    private StatisticsCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("sum", "mean", "amax", "amin")) {
            calls.put(
                    name + "(int[] dims, boolean keepDim)",
                    List.of(
                            "x.%s(new int[] {0, -1}, false); x 2 1 3".formatted(name),
                            "x.%s(new int[] {1}, true); x 2 3".formatted(name),
                            "x.%s(new int[0], false); x 2 2".formatted(name)));
        }
        for (String name : List.of("prod", "var", "std")) {
            calls.put(name + "(int dim)", List.of("x.%s(0); x 3 2".formatted(name), "x.%s(-1); x 2 3".formatted(name)));
            calls.put(name + "(int dim, boolean keepDim)", List.of("x.%s(0, true); x 3 2".formatted(name)));
            calls.put(
                    name + "(int[] dims, int correction, boolean keepDim)",
                    List.of(
                            "x.%s(new int[] {0, 2}, 0, false); x 2 2 2".formatted(name),
                            "x.%s(new int[0], 2, true); x 2 3".formatted(name)));
        }
        calls.remove("prod(int[] dims, int correction, boolean keepDim)");
        calls.put("var()", List.of("x.var(); x 2 3"));
        calls.put("std()", List.of("x.std(); x 2 3"));
        calls.put("expandAlong(Tensor like, int[] dims)", List.of("x.expandAlong(y, new int[] {0, 2}); x 3; y 2 3 2"));
        calls.put("tieShare(Tensor extreme, int[] dims)", List.of("x.tieShare(x.amax(1), new int[] {1}); x 2 3"));
        calls.put("norm(double p)", List.of("x.norm(p); x 2 3; double p"));
        calls.put("norm(double p, int dim)", norms("-1"));
        calls.put("norm(double p, int dim, boolean keepDim)", norms("0, true"));
        calls.put("norm(double p, int[] dims, boolean keepDim)", norms("new int[] {0, 1}, false"));
        return calls;
    }

    private static List<String> norms(String extent) {
        return List.of(
                "x.norm(p, %s); x 2 3; double p".formatted(extent),
                "x.norm(0, %s); x 2 3".formatted(extent),
                "x.norm(1, %s); x 2 3".formatted(extent),
                "x.norm(2, %s); x 2 3".formatted(extent),
                "x.abs().add(0.5).norm(-1.5, %s); x 2 3".formatted(extent),
                "x.norm(Double.POSITIVE_INFINITY, %s); x 2 3".formatted(extent),
                "x.norm(Double.NEGATIVE_INFINITY, %s); x 2 3".formatted(extent));
    }
}
