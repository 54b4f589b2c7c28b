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
                List.of(
                        "x.cosineSimilarity(y, 0); x 3 2; y 3 2",
                        "x.cosineSimilarity(y, -1); x 2 3; y 2 3",
                        "x.cosineSimilarity(y, 1); x 3; y 2 3",
                        "x.cosineSimilarity(y, -2); x 2 1 3 1; y 3 2"));
        calls.put("cosines(Tensor y, int dim)", List.of("x.cosines(y, 1); x 2 3; y 2 3"));
        calls.put("broadcastWith(String operation, Tensor like)", List.of("x.broadcastWith(\"add\", y); x 3; y 2 1"));
        calls.put("pdist()", List.of("x.pdist(); x 4 2"));
        calls.put("pairSquare(int n)", List.of("x.pairSquare(3); x 3"));
        calls.put("pairSquareBack()", List.of("x.pairSquareBack(); x 3 3"));
        calls.put(
                "pairSlopes(Tensor like, Tensor y)",
                List.of("x.pairSlopes(z, y); x 2 5; y 3 5; z 2 5", "x.pairSlopes(z, y); x 2 2 1; y 3 1; z 1 2 1"));
        calls.put(
                "pairPulls(Tensor like, Tensor y, boolean transposed)",
                List.of(
                        "x.pairPulls(z, y, false); x 2 6; y 6 3; z 2 3",
                        "x.pairPulls(z, y, true); x 6 2; y 6 3; z 2 3",
                        "x.pairPulls(z, y, true); x 2 3 2; y 3 1; z 2 1"));
        return calls;
    }
}
