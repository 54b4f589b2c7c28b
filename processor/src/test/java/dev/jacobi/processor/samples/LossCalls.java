package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of losses that are made of other operations are called; see {@link TensorCalls}. */
final class LossCalls {
    /** Targets that a Java programmer would write: 1 and −1. */
    private static final String SIGNS = "Tensor.of(1f, -1f)";

    private LossCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("nllLoss", "crossEntropy")) {
            calls.put(
                    name + "(Index targets, int ignoreIndex, Reduction reduction)",
                    List.of(
                            "x.%s(Index.of(2, -100, 0), -100, Reduction.MEAN); x 3 3".formatted(name),
                            "x.%s(Index.of(1, 0), 1, Reduction.NONE); x 2 2".formatted(name)));
            calls.put(
                    name + "(Index targets, Tensor weight, int ignoreIndex, Reduction reduction)",
                    List.of(
                            "x.%s(Index.of(2, -100, 0), w, -100, Reduction.MEAN); x 3 3; w 3".formatted(name),
                            "x.%s(Index.of(1, 0), w, 0, Reduction.NONE); x 2 2; w 2".formatted(name),
                            "x.%s(Index.from(new int[] {1}), w, 0, Reduction.SUM); x 2; w 2".formatted(name)));
        }
        calls.put(
                "crossEntropy(Index targets, double labelSmoothing, Reduction reduction)",
                List.of("x.crossEntropy(Index.of(2, 0), s, Reduction.MEAN); x 2 3; double s"));
        String scores = "Tensor.of(new double[][] {{0.5, 5, -4}, {-3, 1, 4}}).sub(x)";
        calls.put("multiMarginLoss(Index targets)", List.of("x.multiMarginLoss(Index.of(2, 0)); x 2 3"));
        calls.put(
                "multiMarginLoss(Index targets, int p, double margin, Reduction reduction)",
                List.of(
                        scores + ".multiMarginLoss(Index.of(1, 0), 1, m, Reduction.NONE); x 2 3; double m",
                        scores + ".multiMarginLoss(Index.of(0, 2), 2, m, Reduction.SUM); x 2 3; double m",
                        "x.multiMarginLoss(Index.from(new int[] {1}), 2, m, Reduction.MEAN); x 3; double m"));
        calls.put(
                "multiMarginLoss(Index targets, Tensor weight, int p, double margin, Reduction reduction)",
                List.of(
                        scores + ".multiMarginLoss(Index.of(1, 0), w, 2, m, Reduction.MEAN); x 2 3; w 3; double m",
                        "x.multiMarginLoss(Index.of(1, 1), w, 1, m, Reduction.NONE); x 2 2; w 2; double m"));
        calls.put("static smoothing(double labelSmoothing)", List.of());
        calls.put("classWeights(String operation, Tensor like)", List.of("x.classWeights(\"loss\", l); x 3; l 2 3"));
        calls.put("equalShape(String operation, Tensor like)", List.of("x.equalShape(\"loss\", l); x 2 3; l 2 3"));
        calls.put(
                "fitting(String operation, String operand, Tensor like)",
                List.of("x.fitting(\"loss\", \"y\", l); x 3; l 2 3"));
        calls.put(
                "fittingVectors(String operation, String operand, Tensor like)",
                List.of("x.fittingVectors(\"loss\", \"y\", l); x 3; l 2 3"));
        calls.put(
                "fittingAlong(String operation, String operand, Tensor like, int dim)",
                List.of("x.fittingAlong(\"loss\", \"y\", l, 0); x 3; l 2 3"));
        calls.put(
                "along(String operation, int dim)", List.of("x.along(\"sum\", -1); x 2 3", "x.along(\"sum\", 0); x "));
        calls.put("alongOwn(String operation, int dim)", List.of("x.alongOwn(\"diff\", -1); x 2 3"));
        calls.put("gaussianVariance(Tensor like)", List.of("x.gaussianVariance(l); x 3; l 2 3"));
        calls.put(
                "pairwiseDistance(Tensor y)",
                List.of("x.pairwiseDistance(y); x 2 3; y 2 3", "x.pairwiseDistance(y).square(); x ; y "));
        calls.put(
                "binaryCrossEntropyWithLogits(Tensor y, Tensor posWeight, Reduction reduction)",
                List.of("x.binaryCrossEntropyWithLogits(y, w, Reduction.MEAN); x 2 3; y 2 3; w 3"));
        calls.put(
                "klDiv(Tensor y, boolean logTarget, Reduction reduction)",
                List.of(
                        "x.klDiv(y, true, Reduction.SUM); x 2 2; y 2 2",
                        "x.klDiv(y, false, Reduction.NONE); x 2; y 2"));
        losses(
                calls,
                "tripletMarginLoss(Tensor positive, Tensor negative, double margin",
                "p, n, m",
                "x 2 3; p 2 3; n 3; double m");
        losses(
                calls,
                "cosineEmbeddingLoss(Tensor y, Tensor target, double margin",
                "y, " + SIGNS + ", -0.9",
                "x 2 3; y 2 3");
        losses(
                calls,
                "marginRankingLoss(Tensor y, Tensor target, double margin",
                "y, " + SIGNS + ", m",
                "x 2; y 2; double m");
        losses(calls, "hingeEmbeddingLoss(Tensor target, double margin", SIGNS + ", m", "x 2; double m");
        losses(calls, "multilabelSoftMarginLoss(Tensor y", "y", "x 2 3; y 2 3");
        losses(calls, "softMarginLoss(Tensor target", "y", "x 2 3; y 3");
        losses(calls, "poissonNllLoss(Tensor y, boolean logInput", "y, true", "x 2 2; y 2 2");
        losses(calls, "gaussianNllLoss(Tensor y, Tensor variance", "y, v", "x 2 2; y 2 2; v 2");
        return calls;
    }

    private static void losses(Map<String, List<String>> calls, String header, String arguments, String operands) {
        String call = "x." + header.substring(0, header.indexOf('(') + 1) + arguments;
        calls.put(header + ")", List.of(call + "); " + operands));
        String other = call.replace(", true", ", false");
        calls.put(
                header + ", Reduction reduction)",
                List.of(other + ", Reduction.SUM); " + operands, other + ", Reduction.NONE); " + operands));
    }
}
