package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of linear algebra are called; see {@link TensorCalls}. */
final class LinearAlgebraCalls {
    private LinearAlgebraCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("mm(Tensor y)", List.of("x.mm(y); x 2 3; y 3 2"));
        calls.put(
                "matmul(Tensor y)",
                List.of(
                        "x.matmul(y); x 2 3; y 3 2",
                        "x.matmul(y); x 2 0; y 0 3",
                        "x.matmul(y); x 2 2 3; y 3 0",
                        "x.matmul(y); x 1 3; y 3 2",
                        "x.matmul(y); x 3 2; y 2 1",
                        "x.matmul(y); x 3; y 3",
                        "x.matmul(y); x 2 3; y 3",
                        "x.matmul(y); x 3; y 3 2",
                        "x.matmul(y); x 2 2 3; y 3 1",
                        "x.matmul(y); x 2 1 2 3; y 2 3 1"));
        calls.put("matmulBarLeft(Tensor like, Tensor y)", List.of("x.matmulBarLeft(l, y); x 2 2; l 2 3; y 3 2"));
        calls.put("matmulBarRight(Tensor left, Tensor like)", List.of("x.matmulBarRight(y, l); x 2 2; y 2 3; l 3 2"));
        calls.put("mv(Tensor y)", List.of("x.mv(y); x 2 3; y 3"));
        calls.put("dot(Tensor y)", List.of("x.dot(y); x 3; y 3"));
        calls.put("outer(Tensor y)", List.of("x.outer(y); x 2; y 3"));
        calls.put("trace()", List.of("x.trace(); x 3 3", "x.trace(); x 2 3"));
        calls.putAll(SystemCalls.CALLS);
        calls.putAll(DecompositionCalls.CALLS);
        calls.putAll(EinsumCalls.CALLS);
        return calls;
    }
}
