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
    private static final List<String> ELEMENTWISE = List.of(
            "add",
            "sub",
            "mul",
            "div",
            "pow",
            "maximum",
            "minimum",
            "atan2",
            "hypot",
            "fmod",
            "remainder",
            "floorDivide",
            "fmax",
            "fmin",
            "copysign",
            "heaviside",
            "logaddexp",
            "logaddexp2",
            "xlogy",
            "xlog1py");

    private TensorCalls() {}

    /**
     * Calls by the rule's header, where they aren't plain: an expression, then its operands; a tensor is given by its
     * name and shape, a number by type and name.
     */
    private static final Map<String, List<String>> SPECIAL = special();

    private static Map<String, List<String>> special() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.putAll(ElementwiseCalls.CALLS);
        calls.putAll(ReductionCalls.CALLS);
        calls.putAll(StatisticsCalls.CALLS);
        calls.putAll(CumulativeCalls.CALLS);
        calls.putAll(OrderCalls.CALLS);
        calls.putAll(DistanceCalls.CALLS);
        calls.putAll(ConvolutionCalls.CALLS);
        calls.putAll(ShapeCalls.CALLS);
        calls.putAll(NetworkCalls.CALLS);
        calls.putAll(LossCalls.CALLS);
        calls.putAll(ImageCalls.CALLS);
        calls.putAll(SearchCalls.CALLS);
        calls.putAll(NameCalls.CALLS);
        calls.putAll(NormalizationCalls.CALLS);
        calls.putAll(LayerCalls.CALLS);
        calls.putAll(IndexingCalls.CALLS);
        calls.putAll(JoiningCalls.CALLS);
        calls.putAll(LinearAlgebraCalls.CALLS);
        calls.putAll(ConversionCalls.CALLS);
        NumberCalls.CALLS.forEach((header, more) -> calls.merge(header, more, TensorCalls::both));
        return calls;
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
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
