package dev.jacobi.processor.samples;

import dev.jacobi.processor.rules.Rule;
import dev.jacobi.processor.rules.Rules;
import dev.jacobi.processor.samples.Call.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of {@code Tensor} are called. */
final class TensorCalls {
    private static final String OWNER = "dev.jacobi.tensor.Tensor";
    private static final List<String> ELEMENTWISE =
            List.of("add", "sub", "mul", "div", "pow", "maximum", "minimum", "atan2", "hypot");

    private TensorCalls() {}

    /**
     * Calls by the rule's header, where they aren't plain: an expression, then its operands; a tensor is given by its
     * name and shape, a number by type and name.
     */
    private static final Map<String, List<String>> SPECIAL = special();

    private static Map<String, List<String>> special() {
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
        calls.put("mm(Tensor y)", List.of("x.mm(y); x 2 3; y 3 2"));
        calls.put(
                "matmul(Tensor y)",
                List.of(
                        "x.matmul(y); x 2 3; y 3 2",
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
        for (String solve : List.of("solve", "solveTransposed")) {
            calls.put(
                    solve + "(Tensor y)",
                    List.of(
                            "x.add(Tensor.eye(3).mul(4)).%s(y); x 3 3; y 3".formatted(solve),
                            "x.add(Tensor.eye(2).mul(3)).%s(y); x 2 2; y 2 3".formatted(solve)));
        }
        calls.put("static of(float... elements)", List.of("Tensor.of(a, b, a); float a; float b"));
        calls.put("static of(double... elements)", List.of("Tensor.of(a, b, a); double a; double b"));
        calls.put("static scalar(float value)", List.of("Tensor.scalar(a); float a"));
        calls.put("static scalar(double value)", List.of("Tensor.scalar(a); double a"));
        calls.put(
                "static full(double value, DType dtype, int... shape)",
                List.of("Tensor.full(a, DType.FLOAT64, 2, 3); double a", "Tensor.full(a, DType.FLOAT32, 2); float a"));
        calls.put("static fullLike(Tensor like, double value)", List.of("Tensor.fullLike(y, a); y 2 3; double a"));
        calls.put(
                "static linspace(double start, double end, int steps)",
                List.of("Tensor.linspace(a, b, 4); float a; float b"));
        calls.put(
                "static linspace(double start, double end, int steps, DType dtype)",
                List.of("Tensor.linspace(a, b, 4, DType.FLOAT64); double a; double b"));
        calls.put("item()", List.of("x.item(); x 1", "x.item(); x"));
        calls.put("item(int... index)", List.of("x.item(1, 2); x 2 3"));
        calls.put("to(DType dtype)", List.of("x.to(DType.FLOAT32); x 2 3", "x.to(DType.FLOAT64); x 2 3"));
        calls.put("static of(float[][] rows)", List.of("Tensor.of(x.toFloatMatrix()); x 2 3"));
        calls.put("static of(double[][] rows)", List.of("Tensor.of(x.toDoubleMatrix()); x 2 3"));
        calls.put("static from(float[] data, int... shape)", List.of("Tensor.from(x.toFloatArray(), 3, 2); x 2 3"));
        calls.put("static from(double[] data, int... shape)", List.of("Tensor.from(x.toDoubleArray(), 3, 2); x 2 3"));
        calls.put("toFloatArray()", List.of("Tensor.of(x.toFloatArray()); x 2 3"));
        calls.put("toDoubleArray()", List.of("Tensor.of(x.toDoubleArray()); x 2 3"));
        calls.put("toFloatMatrix()", List.of("Tensor.of(x.toFloatMatrix()).square(); x 2 3"));
        calls.put("toDoubleMatrix()", List.of("Tensor.of(x.toDoubleMatrix()).square(); x 2 3"));
        calls.put("unstack(Tensor... xs)", List.of("Tensor.cat(0, x.unstack(y, y)); x 2 3; y 3"));
        calls.put("uncat(int dim, Tensor... xs)", List.of("Tensor.cat(1, x.uncat(0, y, y)); x 4 3; y 2 3"));
        for (String like : List.of("zerosLike", "onesLike", "eyeLike")) {
            calls.put("static " + like + "(Tensor like)", List.of("Tensor." + like + "(x); x 2 3"));
        }
        return calls;
    }

    static List<Call> all() {
        List<Call> calls = new ArrayList<>();
        for (Rule rule : Rules.all(OWNER)) {
            if (!rule.isNone()) {
                calls.addAll(of(rule));
            }
        }
        return calls;
    }

    private static List<Call> of(Rule rule) {
        List<Call> calls = new ArrayList<>();
        List<String> special = SPECIAL.get(rule.header());
        List<String> texts = special == null ? plain(rule) : special;
        for (String text : texts) {
            Call call = call(rule, text);
            calls.add(call);
            calls.add(call.inFloat());
        }
        if (!texts.isEmpty() && texts.get(0).contains("; y ")) {
            calls.addAll(mixed(calls.get(0)));
        }
        return calls;
    }

    /** One operand float32, the other float64. */
    private static List<Call> mixed(Call call) {
        List<Call> mixed = new ArrayList<>();
        for (int i = 0; i < call.operands().size(); i++) {
            List<Operand> operands = new ArrayList<>(call.operands());
            operands.set(i, operands.get(i).inFloat());
            mixed.add(new Call(call.rule(), call.expression(), call.result(), operands));
        }
        return mixed;
    }

    /** Methods of a tensor alone, with a number, and with a tensor that may be broadcast. */
    private static List<String> plain(Rule rule) {
        if (rule.parameters().isEmpty()) {
            return List.of("x." + rule.name() + "(); x 2 3", "x." + rule.name() + "(); x");
        }
        if (rule.parameters().equals(List.of("Tensor y")) && ELEMENTWISE.contains(rule.name())) {
            String call = "x." + rule.name() + "(y); x ";
            return List.of(call + "2 3; y 2 3", call + "2 3; y 3", call + "2 1; y 1 3", call + "2; y", call + "; y 2");
        }
        if (rule.parameters().stream().allMatch(p -> p.startsWith("double "))) {
            List<String> names =
                    rule.parameters().stream().map(p -> p.substring(7)).toList();
            String numbers = String.join("; ", rule.parameters());
            return List.of("x." + rule.name() + "(" + String.join(", ", names) + "); x 2 3; " + numbers);
        }
        throw new AssertionError("say here how tests call " + rule.header());
    }

    private static Call call(Rule rule, String text) {
        String[] parts = text.split(";");
        List<Operand> operands = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].strip().split(" ");
            boolean number = words[0].equals("double") || words[0].equals("float");
            operands.add(number ? Operand.number(words[0], words[1], i - 1) : tensor(words, i - 1));
        }
        String result = rule.name().equals("item") ? "double" : "Tensor";
        return new Call(rule, parts[0], result, operands);
    }

    private static Operand tensor(String[] nameAndShape, int index) {
        List<Integer> shape = Arrays.stream(nameAndShape)
                .skip(1)
                .filter(d -> !d.isEmpty())
                .map(Integer::valueOf)
                .toList();
        return new Operand(nameAndShape[0], "Tensor", shape, false, index);
    }
}
