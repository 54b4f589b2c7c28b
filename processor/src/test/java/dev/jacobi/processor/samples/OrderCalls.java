package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of what sorts or chooses are called; see {@link TensorCalls}. */
final class OrderCalls {
    private OrderCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("sort", "median", "cummax", "cummin")) {
            calls.put(name + "(int dim)", List.of("x.%s(0); x 4 2".formatted(name), "x.%s(-1); x 2 4".formatted(name)));
        }
        calls.put("sort(int dim, boolean descending)", List.of("x.sort(0, true); x 4 2"));
        calls.put("topk(int k, int dim)", List.of("x.topk(2, 0); x 4 2"));
        calls.put("topk(int k, int dim, boolean largest)", List.of("x.topk(2, -1, false); x 2 4"));
        calls.put("kthvalue(int k, int dim)", List.of("x.kthvalue(2, 0); x 4 2"));
        calls.put("kthvalue(int k, int dim, boolean keepDim)", List.of("x.kthvalue(3, 1, true); x 2 4"));
        calls.put("median()", List.of("x.median(); x 2 4"));
        calls.put("median(int dim, boolean keepDim)", List.of("x.median(1, true); x 2 3"));
        calls.put("quantile(double q)", List.of("x.quantile(q); x 2 3; double q"));
        calls.put(
                "quantile(double q, int dim)",
                List.of("x.quantile(q, 0); x 4 2; double q", "x.quantile(0.5, 1); x 2 3"));
        calls.put("quantile(double q, int dim, boolean keepDim)", List.of("x.quantile(q, -1, true); x 2 4; double q"));
        return calls;
    }
}
