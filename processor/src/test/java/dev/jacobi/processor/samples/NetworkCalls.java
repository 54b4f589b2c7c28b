package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of softmax and losses are called; see {@link TensorCalls}. */
final class NetworkCalls {
    private NetworkCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("softmax", "logSoftmax", "logsumexp")) {
            calls.put(name + "(int dim)", List.of("x.%s(0); x 2 3".formatted(name), "x.%s(-1); x 2 3".formatted(name)));
        }
        calls.put("logsumexp(int dim, boolean keepDim)", List.of("x.logsumexp(1, true); x 2 3"));
        calls.put(
                "logsumexp(int[] dims, boolean keepDim)",
                List.of("x.logsumexp(new int[] {0, -1}, true); x 2 2 2", "x.logsumexp(new int[] {1}, false); x 2 3"));
        for (String name : List.of("softmaxBar", "logSoftmaxBar")) {
            calls.put(name + "(Tensor y, int dim)", List.of("x.%s(y, 1); x 2 3; y 2 3".formatted(name)));
        }
        for (String name : List.of("classLosses", "classSlopes")) {
            calls.put(name + "(Tensor y, int dim)", List.of("x.%s(y, 1); x 2 3; y 2 3".formatted(name)));
            calls.put(
                    name + "(Index targets, int dim)",
                    List.of(
                            "x.%s(Index.of(2, 0), 1); x 2 3".formatted(name),
                            "x.%s(Index.of(new int[][] {{1, 0}}), 1); x 1 2 2".formatted(name)));
        }
        calls.put(
                "reduced(Reduction reduction)",
                List.of("x.reduced(Reduction.MEAN); x 2 3", "x.reduced(Reduction.NONE); x 2 3"));
        calls.put(
                "reduced(String operation, Reduction reduction)",
                List.of("x.reduced(\"loss\", Reduction.SUM); x 2 3", "x.reduced(\"loss\", Reduction.NONE); x 2 3"));
        calls.put(
                "unreduced(Tensor like, Reduction reduction)",
                List.of("x.unreduced(y, Reduction.MEAN); x; y 2 3", "x.unreduced(y, Reduction.NONE); x 3; y 3"));
        calls.put(
                "nllLossBar(Tensor like, Index targets, Reduction reduction)",
                List.of("x.nllLossBar(l, Index.of(2, 0), Reduction.NONE); x 2; l 2 3"));
        for (String name : List.of("nllLoss", "crossEntropy")) {
            calls.put(
                    name + "(Index targets)",
                    List.of(
                            "x.%s(Index.of(2, 0)); x 2 3".formatted(name),
                            "x.%s(Index.from(new int[] {1})); x 3".formatted(name)));
            calls.put(
                    name + "(Index targets, Reduction reduction)",
                    List.of(
                            "x.%s(Index.of(1, 0), Reduction.NONE); x 2 2".formatted(name),
                            "x.%s(Index.of(new int[][] {{1, 0}}), Reduction.SUM); x 1 2 2".formatted(name)));
        }
        losses(calls, "crossEntropy(Tensor y", "crossEntropy(y");
        losses(calls, "mseLoss(Tensor y", "mseLoss(y");
        losses(calls, "l1Loss(Tensor y", "l1Loss(y");
        losses(calls, "binaryCrossEntropy(Tensor y", "binaryCrossEntropy(y");
        losses(calls, "binaryCrossEntropyWithLogits(Tensor y", "binaryCrossEntropyWithLogits(y");
        losses(calls, "klDiv(Tensor y", "klDiv(y");
        losses(calls, "smoothL1Loss(Tensor y, double beta", "smoothL1Loss(y, b");
        losses(calls, "huberLoss(Tensor y, double delta", "huberLoss(y, b");
        return calls;
    }

    private static void losses(Map<String, List<String>> calls, String header, String call) {
        String number = header.contains("double") ? "; double b" : "";
        calls.put(header + ")", List.of("x." + call + "); x 2 3; y 2 3" + number));
        List<String> reduced = List.of(
                "x." + call + ", Reduction.SUM); x 2 3; y 2 3" + number,
                "x." + call + ", Reduction.NONE); x 2; y 2" + number);
        boolean broadcasts = List.of("mseLoss", "l1Loss", "klDiv", "smoothL1Loss", "huberLoss")
                .contains(call.substring(0, call.indexOf('(')));
        calls.put(
                header + ", Reduction reduction)",
                broadcasts
                        ? List.of(
                                reduced.get(0), reduced.get(1), "x." + call + ", Reduction.NONE); x 2 1; y 3" + number)
                        : reduced);
    }
}
