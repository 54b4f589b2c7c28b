package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of layers are called; see {@link TensorCalls}. */
final class LayerCalls {
    private static final String RANDOM = "new java.util.Random(7)";

    private LayerCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put(
                "linear(Tensor weight)",
                List.of("x.linear(w); x 2 3; w 2 3", "x.linear(w); x 3; w 1 3", "x.linear(w); x 2 3; w 3"));
        calls.put(
                "linear(Tensor weight, Tensor bias)",
                List.of("x.linear(w, b); x 2 2 3; w 2 3; b 2", "x.linear(w, b); x 2 3; w 3; b "));
        calls.put("linearWeight(Tensor input)", List.of("x.linearWeight(i); x 2 3; i 1 3"));
        calls.put("linearBias(Tensor weight)", List.of("x.linearBias(w); x 2; w 2 3", "x.linearBias(w); x ; w 3"));
        calls.put(
                "dropout(RandomGenerator random, double p)",
                List.of(
                        "x.dropout(" + RANDOM + ", p); x 2 4; double p",
                        "x.square().dropout(" + RANDOM + ", 0.5).mul(x); x 5"));
        calls.put("glu(int dim)", List.of("x.glu(-1); x 2 4", "x.exp().glu(0); x 2 2"));
        String attention = "x.scaledDotProductAttention(k, v";
        calls.put(
                "scaledDotProductAttention(Tensor key, Tensor value)",
                List.of(attention + "); x 2 3; k 2 3; v 2 2", attention + "); x 2 1 2; k 2 2; v 2 2"));
        calls.put(
                "scaledDotProductAttention(Tensor key, Tensor value, boolean causal)",
                List.of(attention + ", true); x 3 2; k 3 2; v 3 2", attention + ", false); x 2 2; k 3 2; v 3 1"));
        calls.put(
                "scaledDotProductAttention(Tensor key, Tensor value, Mask mask)",
                List.of(attention + ", Mask.eye(2)); x 2 2; k 2 2; v 2 3"));
        calls.put("attentionKeys(Tensor query, Tensor value)", List.of("x.attentionKeys(q, v); x 2 3; q 1 3; v 2 2"));
        return calls;
    }
}
