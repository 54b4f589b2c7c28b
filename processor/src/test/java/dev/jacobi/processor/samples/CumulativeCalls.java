package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of accumulation are called; see {@link TensorCalls}. */
final class CumulativeCalls {
    private CumulativeCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("cumsum", "cumsumBack", "cumprodBefore", "shifted", "shiftedBack", "logcumsumexp")) {
            calls.put(name + "(int dim)", List.of("x.%s(0); x 3 2".formatted(name), "x.%s(-1); x 2 3".formatted(name)));
        }
        calls.put(
                "cumprod(int dim)",
                List.of(
                        "x.cumprod(0); x 3 2",
                        "x.cumprod(-1); x 2 3",
                        "x.masked(Mask.eye(4).not()).cumprod(1).cumsum(1).sum(); x 4 4"));
        calls.put("diff(int dim)", List.of("x.diff(0); x 3 2", "x.diff(-1); x 2 3"));
        calls.put("diff(int n, int dim)", List.of("x.diff(2, 1); x 2 4", "x.diff(3, 0).sum(); x 3"));
        calls.put("diffBack(Tensor like, int n, int dim)", List.of("x.diffBack(l, 2, 1); x 2 2; l 2 4"));
        for (String name : List.of("recurrence", "recurrenceBack")) {
            calls.put(name + "(Tensor a, int dim)", List.of("x.%s(y, 1); x 2 3; y 2 3".formatted(name)));
        }
        return calls;
    }
}
