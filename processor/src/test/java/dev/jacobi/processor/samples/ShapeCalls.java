package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of shapes and parts are called; see {@link TensorCalls}. */
final class ShapeCalls {
    private ShapeCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("reshape(int... shape)", List.of("x.reshape(3, 2); x 2 3", "x.reshape(6); x 2 3"));
        calls.put("reshapeAs(Tensor like)", List.of("x.reshapeAs(y); x 2 3; y 6"));
        calls.put("t()", List.of("x.t(); x 2 3"));
        calls.put("transpose(int dim0, int dim1)", List.of("x.transpose(0, -1); x 2 1 3"));
        calls.put("permute(int... dims)", List.of("x.permute(2, 0, 1); x 2 1 3"));
        calls.put("permuteBack(int... dims)", List.of("x.permuteBack(2, 0, 1); x 2 1 3"));
        calls.put("get(int... index)", List.of("x.get(1); x 2 3", "x.get(1, 2); x 2 3", "x.get(-1); x 4"));
        calls.put("placed(Tensor like, int... index)", List.of("x.placed(y, 1); x 3; y 2 3"));
        calls.put("narrow(int dim, int start, int length)", List.of("x.narrow(1, 1, 2); x 2 3"));
        calls.put("placedAt(Tensor like, int dim, int start)", List.of("x.placedAt(y, 1, 1); x 2 2; y 2 3"));
        calls.put("squeeze(int dim)", List.of("x.squeeze(1); x 2 1 3"));
        calls.put("unsqueeze(int dim)", List.of("x.unsqueeze(1); x 2 3", "x.unsqueeze(-1); x 2"));
        calls.put("expand(int... shape)", List.of("x.expand(2, 3); x 1 3", "x.expand(2, 3); x 3"));
        calls.put("expandAs(Tensor like)", List.of("x.expandAs(y); x 1 3; y 2 3"));
        calls.put("expandTo(Tensor like)", List.of("x.expandTo(y); x 2 1; y 2 3"));
        calls.put("sumTo(Tensor like)", List.of("x.sumTo(y); x 2 3; y 3", "x.sumTo(y); x 2 3; y 2 1"));
        calls.put("expandAlong(Tensor like, int dim)", List.of("x.expandAlong(y, 0); x 3; y 2 3"));
        calls.put("masked(Mask mask)", List.of("x.masked(y.gt(0.5)); x 2 3; y 3", "x.masked(y.lt(0.5)); x 1; y 2 3"));
        calls.put(
                "static where(Mask condition, Tensor x, Tensor y)",
                List.of(
                        "Tensor.where(x.gt(y), x, y); x 2 3; y 2 3",
                        "Tensor.where(c.gt(0.5), x, y); c 2 3; x 3; y 2 1"));
        dimensions(calls);
        order(calls);
        ends(calls);
        diagonals(calls);
        return calls;
    }

    private static void dimensions(Map<String, List<String>> calls) {
        calls.put("broadcastTo(int... shape)", List.of("x.broadcastTo(2, 3); x 3"));
        calls.put("view(int... shape)", List.of("x.view(3, -1); x 2 3"));
        calls.put("viewAs(Tensor like)", List.of("x.viewAs(y); x 2 3; y 6"));
        calls.put("flatten(int startDim)", List.of("x.flatten(1); x 2 3 2"));
        calls.put("flatten(int startDim, int endDim)", List.of("x.flatten(0, -2); x 2 3 2"));
        calls.put("unflatten(int dim, int... sizes)", List.of("x.unflatten(-1, 2, -1); x 2 6"));
        calls.put("squeeze()", List.of("x.squeeze(); x 2 1 3 1"));
        calls.put("atLeast1d()", List.of("x.atLeast1d(); x", "x.atLeast1d(); x 2"));
        calls.put("atLeast2d()", List.of("x.atLeast2d(); x", "x.atLeast2d(); x 2"));
        calls.put("atLeast3d()", List.of("x.atLeast3d(); x 3", "x.atLeast3d(); x 2 3"));
        calls.put(
                "movedim(int source, int destination)",
                List.of("x.movedim(0, 2); x 2 1 3", "x.movedim(-1, 0); x 2 3 2"));
        calls.put(
                "movedim(int[] source, int[] destination)",
                List.of("x.movedim(new int[] {0, 2}, new int[] {2, 1}); x 2 1 3"));
        calls.put("swapaxes(int dim0, int dim1)", List.of("x.swapaxes(0, -1); x 2 1 3"));
    }

    private static void order(Map<String, List<String>> calls) {
        calls.put("flip(int... dims)", List.of("x.flip(0); x 3", "x.flip(0, -1); x 2 3 2"));
        calls.put("fliplr()", List.of("x.fliplr(); x 2 3"));
        calls.put("flipud()", List.of("x.flipud(); x 2 3", "x.flipud(); x 2"));
        calls.put(
                "rot90(int times, int dim0, int dim1)",
                List.of("x.rot90(1, 0, 1); x 2 3", "x.rot90(-1, 0, -1); x 2 1 3", "x.rot90(2, 1, 0); x 2 3"));
        for (String name : List.of("roll", "rollBack")) {
            calls.put(name + "(int shift)", List.of("x." + name + "(2); x 2 3", "x." + name + "(-1); x"));
            calls.put(
                    name + "(int shift, int dim)",
                    List.of("x." + name + "(1, -1); x 2 3", "x." + name + "(-5, 0); x 3"));
            calls.put(
                    name + "(int[] shifts, int[] dims)",
                    List.of("x." + name + "(new int[] {1, -2}, new int[] {0, 1}); x 3 4"));
        }
        calls.put("tile(int... repeats)", List.of("x.tile(2, 3); x 2 2", "x.tile(2); x 2 2", "x.tile(2, 1, 2); x 3"));
        calls.put("repeat(int... repeats)", List.of("x.repeat(2, 2); x 2", "x.repeat(3); x "));
        calls.put(
                "untile(Tensor like, int... repeats)",
                List.of("x.untile(y, 2, 2); x 4 2; y 2 1", "x.untile(y, 2, 2); x 2 4; y 2"));
        calls.put(
                "repeatInterleave(int repeats, int dim)",
                List.of("x.repeatInterleave(2, -1); x 2 2", "x.repeatInterleave(3, 0); x 2 2"));
        calls.put(
                "sumInterleaved(Tensor like, int repeats, int dim)",
                List.of("x.sumInterleaved(y, 2, -1); x 2 4; y 2 2"));
        calls.put(
                "unfold(int dim, int size, int step)",
                List.of("x.unfold(0, 3, 1); x 5", "x.unfold(1, 2, 3); x 2 5", "x.unfold(-2, 2, 1); x 3 2"));
        calls.put(
                "unfoldBack(Tensor like, int dim, int size, int step)",
                List.of("x.unfoldBack(y, 0, 2, 1); x 2 2 2; y 3 2"));
    }

    private static void ends(Map<String, List<String>> calls) {
        calls.put(
                "pad(int... amounts)",
                List.of("x.pad(1, 2); x 2 3", "x.pad(0, 1, 2, 0); x 2 3", "x.pad(-1, 1); x 3", "x.pad(-1, -1); x 2 3"));
        calls.put("pad(int[] amounts, double value)", List.of("x.pad(new int[] {1, 2, -1, 1}, a); x 2 3; double a"));
        calls.put("padBack(int... amounts)", List.of("x.padBack(1, 2); x 2 5", "x.padBack(1, -1); x 4"));
        for (String mode : List.of("padReflect", "padReplicate", "padCircular")) {
            calls.put(
                    mode + "(int... amounts)",
                    List.of("x." + mode + "(2, 1); x 2 3", "x." + mode + "(-1, 2, 1, 0); x 2 3"));
            calls.put(
                    mode + "Back(Tensor like, int... amounts)",
                    List.of("x." + mode + "Back(y, 2, 1, 1, 0); x 3 6; y 2 3"));
        }
    }

    private static void diagonals(Map<String, List<String>> calls) {
        for (String half : List.of("triu", "tril")) {
            calls.put(half + "()", List.of("x." + half + "(); x 2 3", "x." + half + "(); x 2 3 2"));
            calls.put(half + "(int offset)", List.of("x." + half + "(1); x 2 3", "x." + half + "(-1); x 3 2"));
        }
        calls.put("diag()", List.of("x.diag(); x 2 3", "x.diag(); x 2"));
        calls.put("diag(int offset)", List.of("x.diag(1); x 2 3", "x.diag(-1); x 2"));
        calls.put(
                "diagBack(Tensor like, int offset)",
                List.of("x.diagBack(y, -1); x 2; y 3 2", "x.diagBack(y, 1); x 3 3; y 2"));
        calls.put("diagonal()", List.of("x.diagonal(); x 2 3", "x.diagonal(); x 2 3 2"));
        calls.put(
                "diagonal(int offset, int dim1, int dim2)",
                List.of("x.diagonal(1, 0, 1); x 2 3", "x.diagonal(-1, -1, 0); x 2 2 3"));
        calls.put("diagEmbed()", List.of("x.diagEmbed(); x 2", "x.diagEmbed(); x 2 2"));
        calls.put("diagEmbed(int offset, int dim1, int dim2)", List.of("x.diagEmbed(1, 0, -1); x 2 2"));
    }
}
