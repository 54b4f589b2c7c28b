package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls besides those of the other tables: along dimension 0 or -1 of a single number, which PyTorch takes as one
 * element along it; see {@link TensorCalls}.
 */
final class NumberCalls {
    private NumberCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("sum", "mean", "amax", "amin", "prod", "logsumexp", "max", "min", "median")) {
            calls.put(name + "(int dim)", List.of("x.%s(-1); x ".formatted(name)));
            calls.put(name + "(int dim, boolean keepDim)", List.of("x.%s(0, true); x ".formatted(name)));
        }
        for (String name : List.of("sum", "mean", "amax", "amin", "logsumexp")) {
            calls.put(name + "(int[] dims, boolean keepDim)", List.of("x.%s(new int[] {0}, true); x ".formatted(name)));
        }
        for (String name : List.of("var", "std")) {
            calls.put(
                    name + "(int[] dims, int correction, boolean keepDim)",
                    List.of("x.%s(new int[] {-1}, 0, false); x ".formatted(name)));
        }
        for (String name : List.of("nansum", "nanmean")) {
            calls.put(name + "(int dim, boolean keepDim)", List.of("x.%s(-1, true); x ".formatted(name)));
        }
        calls.put("norm(double p, int dim)", List.of("x.norm(2.5, 0).pow(3); x "));
        calls.put("norm(double p, int dim, boolean keepDim)", List.of("x.norm(3, -1, true); x "));
        calls.put("norm(double p, int[] dims, boolean keepDim)", List.of("x.norm(2, new int[] {0}, true); x "));
        along(calls);
        ordered(calls);
        indexed(calls);
        return calls;
    }

    private static void along(Map<String, List<String>> calls) {
        for (String name : List.of(
                "softmax", "logSoftmax", "cumsum", "cumprod", "logcumsumexp", "cumprodBefore", "cummax", "cummin")) {
            calls.put(name + "(int dim)", List.of("x.%s(0); x ".formatted(name), "x.%s(-1); x ".formatted(name)));
        }
        calls.put("prodOfOthers()", List.of("x.prodOfOthers(); x "));
        calls.put("flip(int... dims)", List.of("x.flip(-1); x "));
        calls.put("normalize(double p, int dim, double eps)", List.of("x.normalize(2, 0, 9); x "));
        calls.put(
                "gumbelSoftmax(RandomGenerator random, double tau, int dim)",
                List.of("x.gumbelSoftmax(new java.util.Random(7), 0.5, -1); x "));
        calls.put("vecdot(Tensor y, int dim)", List.of("x.vecdot(y, -1); x ; y "));
        calls.put("transpose(int dim0, int dim1)", List.of("x.transpose(0, -1); x "));
        calls.put("swapaxes(int dim0, int dim1)", List.of("x.swapaxes(-1, 0); x "));
        calls.put("movedim(int source, int destination)", List.of("x.movedim(0, -1); x "));
        calls.put("squeeze(int dim)", List.of("x.squeeze(-1); x "));
        calls.put("flatten(int startDim, int endDim)", List.of("x.flatten(0, -1); x "));
        calls.put(
                "unfold(int dim, int size, int step)",
                List.of("x.unfold(0, 1, 2); x ", "x.unfold(-1, 0, 1).sum(); x "));
    }

    private static void ordered(Map<String, List<String>> calls) {
        calls.put("sort(int dim, boolean descending)", List.of("x.sort(-1, true); x "));
        calls.put("topk(int k, int dim)", List.of("x.topk(1, 0); x "));
        calls.put("kthvalue(int k, int dim, boolean keepDim)", List.of("x.kthvalue(1, -1, true); x "));
        calls.put("quantile(double q, int dim)", List.of("x.quantile(q, -1); x ; double q"));
        calls.put("quantile(double q, int dim, boolean keepDim)", List.of("x.quantile(0.3, 0, true); x "));
    }

    private static void indexed(Map<String, List<String>> calls) {
        calls.put("indexSelect(int dim, Index index)", List.of("x.indexSelect(0, Index.of(0)); x "));
        calls.put("indexSelect(int dim, int... index)", List.of("x.indexSelect(-1, 0); x "));
        calls.put("indexAdd(int dim, Index index, Tensor src)", List.of("x.indexAdd(-1, Index.of(-1), y); x ; y "));
        calls.put("indexCopy(int dim, Index index, Tensor src)", List.of("x.indexCopy(0, Index.of(0), y); x ; y "));
        calls.put(
                "indexFill(int dim, Index index, double value)",
                List.of("x.indexFill(-1, Index.of(0), a); x ; double a"));
        calls.put(
                "gather(int dim, Index index)",
                List.of("x.gather(0, Index.of(0, -1, 0)); x ", "x.gather(-1, Index.from(new int[] {1})); x 3"));
        String one = "Index.from(new int[] {0})";
        calls.put(
                "scatter(int dim, Index index, Tensor src)",
                List.of("x.scatter(0, " + one + ", y); x ; y ", "x.scatter(-1, " + one + ", y); x 2; y 3"));
        calls.put(
                "scatter(int dim, Index index, double value)", List.of("x.scatter(-1, " + one + ", a); x ; double a"));
        calls.put(
                "scatterAdd(int dim, Index index, Tensor src)",
                List.of("x.scatterAdd(-1, Index.of(0), y); x ; y ", "x.scatterAdd(0, Index.of(0, 0), y); x ; y 3"));
    }
}
