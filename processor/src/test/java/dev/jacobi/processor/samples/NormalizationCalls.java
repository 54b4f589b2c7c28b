package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of normalization are called; see {@link TensorCalls}. */
final class NormalizationCalls {
    private NormalizationCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("standardized(int dims, double eps)", List.of("x.standardized(2, eps); x 2 2 2; double eps"));
        calls.put(
                "standardizedBar(Tensor y, Tensor scale, int dims)",
                List.of("x.standardizedBar(y, s, 1); x 2 3; y 2 3; s 2 1"));
        calls.put(
                "layerNorm(int[] normalizedShape, double eps)",
                List.of("x.layerNorm(new int[] {3}, eps); x 2 3; double eps"));
        calls.put(
                "layerNorm(Tensor weight, Tensor bias, double eps)",
                List.of("x.layerNorm(w, b, eps); x 2 3; w 3; b 3; double eps"));
        calls.put(
                "standardized(int[] dims, double eps)",
                List.of("x.standardized(new int[] {0, 2}, eps); x 2 2 2; double eps"));
        calls.put(
                "standardizedBar(Tensor y, Tensor scale, int[] dims)",
                List.of("x.standardizedBar(y, s, new int[] {0}); x 2 3; y 2 3; s 1 3"));
        calls.put(
                "batchNorm(double eps)",
                List.of("x.batchNorm(eps); x 3 2; double eps", "x.exp().batchNorm(0.1 + eps); x 2 2 2; double eps"));
        calls.put(
                "batchNorm(Tensor weight, Tensor bias, double eps)",
                List.of("x.batchNorm(w, b, eps); x 2 2 2; w 2; b 2; double eps"));
        calls.put(
                "batchNorm(Tensor mean, Tensor variance, Tensor weight, Tensor bias, double eps)",
                List.of("x.batchNorm(m, v, w, b, eps); x 2 2 2; m 2; v 2; w 2; b 2; double eps"));
        calls.put("instanceNorm(double eps)", List.of("x.instanceNorm(eps); x 2 2 3; double eps"));
        calls.put(
                "instanceNorm(Tensor weight, Tensor bias, double eps)",
                List.of("x.instanceNorm(w, b, eps); x 1 2 2 2; w 2; b 2; double eps"));
        calls.put("groupNorm(int groups, double eps)", List.of("x.groupNorm(2, eps); x 2 4; double eps"));
        calls.put(
                "groupNorm(int groups, Tensor weight, Tensor bias, double eps)",
                List.of("x.groupNorm(1, w, b, eps); x 2 2 2; w 2; b 2; double eps"));
        calls.put(
                "rmsNorm(int[] normalizedShape, double eps)",
                List.of("x.rmsNorm(new int[] {3}, eps); x 2 3; double eps"));
        calls.put("rmsNorm(Tensor weight, double eps)", List.of("x.rmsNorm(w, eps); x 2 3; w 3; double eps"));
        calls.put("normalize(int dim)", List.of("x.normalize(-1); x 2 3"));
        calls.put(
                "normalize(double p, int dim, double eps)",
                List.of("x.normalize(p, 0, 0.1); x 2 3; double p", "x.normalize(2, 1, eps); x 2 3; double eps"));
        calls.put("normalizeBy(double p, int dim)", List.of("x.normalizeBy(p, 1); x 2 3; double p"));
        calls.put(
                "renorm(double p, int dim, double maxNorm)",
                List.of("x.renorm(p, 0, m); x 2 3; double p; double m", "x.renorm(2, -1, 0.5); x 2 2 2"));
        calls.put("localResponseNorm(int size)", List.of("x.mul(9).localResponseNorm(2); x 2 3 2"));
        calls.put(
                "localResponseNorm(int size, double alpha, double beta, double k)",
                List.of("x.localResponseNorm(3, a, b, k); x 1 4 2 1; double a; double b; double k"));
        for (String means : List.of("channelMeans", "channelMeansBack")) {
            calls.put(
                    means + "(int size)",
                    List.of("x.%s(2); x 1 3 2".formatted(means), "x.%s(5); x 2 4 1 1".formatted(means)));
        }
        calls.put("grouped(int groups)", List.of("x.grouped(2); x 2 4 1"));
        calls.put(
                "perChannel(String operation, String operand, Tensor like)",
                List.of("x.perChannel(\"scale\", \"w\", l); x 3; l 2 3 2"));
        return calls;
    }
}
