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
        calls.put("static stack(Tensor... xs)", List.of("Tensor.stack(x, y, x); x 3; y 3", "Tensor.stack(x); x 2 2"));
        calls.put(
                "static cat(int dim, Tensor... xs)",
                List.of("Tensor.cat(0, x, y); x 1 3; y 2 3", "Tensor.cat(-1, x, y, x); x 2 1; y 2 3"));
        calls.put(
                "unstack(Tensor... xs)",
                List.of("Tensor.cat(0, x.unstack(y, y)); x 2 3; y 3", "x.unstack(y, y)[1]; x 2 3; y 3"));
        calls.put("uncat(int dim, Tensor... xs)", List.of("Tensor.cat(1, x.uncat(0, y, y)); x 4 3; y 2 3"));
        return calls;
    }
}
