package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of distances are called; see {@link TensorCalls}. */
final class DistanceCalls {
    private DistanceCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("cdist(Tensor y)", List.of("x.cdist(y); x 2 3; y 2 3", "x.cdist(y); x 2 1 2; y 2 2"));
        calls.put(
                "cosineSimilarity(Tensor y, int dim)",
                List.of("x.cosineSimilarity(y, 0); x 3 2; y 3 2", "x.cosineSimilarity(y, -1); x 2 3; y 2 3"));
        return calls;
    }
}
