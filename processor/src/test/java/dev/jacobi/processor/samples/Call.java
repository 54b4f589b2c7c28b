package dev.jacobi.processor.samples;

import dev.jacobi.processor.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How tests call a primitive: a sample method of one expression, and operands drawn from the rule's domain.
 *
 * @param expression over the operands' names
 * @param result the type of the expression
 */
record Call(Rule rule, String expression, String result, List<Operand> operands) {
    private static final int POINTS = 2;

    /**
     * A parameter of the sample method.
     *
     * @param type double, float, int or Tensor
     * @param shape of a tensor
     * @param isFloat whether the tensor is float32
     * @param index which of the rule's operands it is: where its domain stands
     */
    record Operand(String name, String type, List<Integer> shape, boolean isFloat, int index) {

        static Operand number(String type, String name, int index) {
            return new Operand(name, type, List.of(), false, index);
        }

        Operand inFloat() {
            return new Operand(name, type, shape, true, index);
        }

        private String literal(Rule.Domain domain, Random random) {
            if (type.equals("int")) {
                return String.valueOf(random.nextInt(-3, 5));
            }
            double low = domain.low(index);
            double high = domain.high(index);
            if (type.equals("Tensor")) {
                String elements = shape.isEmpty() ? "<" + number(low, high, random) + ">" : list(0, low, high, random);
                return elements + (isFloat ? "f" : "");
            }
            return number(low, high, random);
        }

        private String list(int depth, double low, double high, Random random) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < shape.get(depth); i++) {
                parts.add(depth + 1 < shape.size() ? list(depth + 1, low, high, random) : number(low, high, random));
            }
            return parts.toString();
        }

        /** With few enough digits to be the same in float. */
        private static String number(double low, double high, Random random) {
            return String.valueOf((float) (low + (high - low) * (0.05 + 0.9 * random.nextDouble())));
        }
    }

    Call inFloat() {
        return new Call(
                rule,
                expression,
                result,
                operands.stream().map(Operand::inFloat).toList());
    }

    /** The sample method without its name: calls that differ in the types of tensors share one. */
    private String method() {
        List<String> parameters =
                operands.stream().map(o -> o.type() + " " + o.name()).toList();
        return "(" + String.join(", ", parameters) + ") { return " + expression + "; }";
    }

    private List<String> points() {
        Random random = new Random(expression.hashCode() + operands.hashCode());
        List<String> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            List<String> literals =
                    operands.stream().map(o -> o.literal(rule.domain(), random)).toList();
            points.add("\"" + String.join(", ", literals) + "\"");
        }
        return points;
    }

    /** A class of sample methods, with a point or two for each call. */
    static String source(String className, List<Call> calls) {
        Map<String, List<Call>> methods = new LinkedHashMap<>();
        for (Call call : calls) {
            methods.computeIfAbsent(call.result() + call.method(), m -> new ArrayList<>())
                    .add(call);
        }
        StringBuilder text = new StringBuilder("package rules;\nimport dev.jacobi.*;\nimport dev.jacobi.tensor.*;\n"
                + "import dev.jacobi.processor.samples.Sample;\nfinal class " + className + " {\n");
        int number = 0;
        for (List<Call> sharing : methods.values()) {
            text.append(source(sharing, number++));
        }
        return text.append("}\n").toString();
    }

    private static String source(List<Call> sharing, int number) {
        Call call = sharing.get(0);
        String rule = call.rule().name();
        String name = (Character.isLetter(rule.charAt(0)) ? rule : "operator") + number;
        List<String> points = sharing.stream().flatMap(c -> c.points().stream()).toList();
        return String.format(
                "  @Differentiable @Sample(at = {%s})%n  static %s %s%s%n",
                String.join(", ", points), call.result(), name, call.method());
    }
}
