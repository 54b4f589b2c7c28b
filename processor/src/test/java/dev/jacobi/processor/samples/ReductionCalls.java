package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of reductions are called; see {@link TensorCalls}. */
final class ReductionCalls {
    private ReductionCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("sum(int dim)", List.of("x.sum(0); x 2 3", "x.sum(-1); x 2 3", "x.sum(1); x 2 2 2"));
        calls.put("sum(int dim, boolean keepDim)", List.of("x.sum(0, true); x 2 3", "x.sum(1, false); x 2 3"));
        calls.put("mean(int dim)", List.of("x.mean(0); x 2 3", "x.mean(-1); x 2 3"));
        calls.put("mean(int dim, boolean keepDim)", List.of("x.mean(0, true); x 2 3", "x.mean(1, false); x 2 3"));
        calls.put("amax(int dim)", List.of("x.amax(0); x 2 3", "x.amax(-1); x 2 3"));
        calls.put("amax(int dim, boolean keepDim)", List.of("x.amax(0, true); x 2 3", "x.amax(1, false); x 2 3"));
        calls.put("amin(int dim)", List.of("x.amin(0); x 2 3", "x.amin(-1); x 2 3"));
        calls.put("amin(int dim, boolean keepDim)", List.of("x.amin(0, true); x 2 3", "x.amin(1, false); x 2 3"));
        calls.put("tieShare(Tensor extreme)", List.of("x.tieShare(x.max()); x 2 3"));
        calls.put("tieShare(Tensor extreme, int dim)", List.of("x.tieShare(x.amax(1), 1); x 2 3"));
        calls.put("prodOfOthers()", List.of("x.prodOfOthers(); x 3", "x.prodOfOthers(); x 2 3"));
        return calls;
    }
}
