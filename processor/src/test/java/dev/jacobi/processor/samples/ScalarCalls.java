package dev.jacobi.processor.samples;

import dev.jacobi.processor.rules.Rule;
import dev.jacobi.processor.rules.Rules;
import dev.jacobi.processor.samples.Call.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the rules of numbers are called: those of {@code Math}, {@code StrictMath}, {@code Double} and {@code Float}, and
 * the operators.
 */
final class ScalarCalls {
    private ScalarCalls() {}

    /** Every method of this JDK that has a derivative; those of {@code Math} with float arguments too. */
    static List<Call> math(Class<?> owner) {
        List<Call> calls = new ArrayList<>();
        for (Rule rule : Rules.all(owner.getName())) {
            if (!rule.isNone() && exists(rule, owner)) {
                List<Operand> operands = operands(rule, "");
                String call = owner.getSimpleName() + "." + rule.name() + "(" + names(operands) + ")";
                calls.add(new Call(rule, call, operands.get(0).type(), operands));
                if (owner == Math.class && operands.get(0).type().equals("double")) {
                    calls.add(new Call(rule, "(float) " + call, "float", inFloat(operands)));
                }
            }
        }
        return calls;
    }

    private static boolean exists(Rule rule, Class<?> owner) {
        List<String> types = operands(rule, "").stream().map(Operand::type).toList();
        return Arrays.stream(owner.getMethods())
                .anyMatch(m -> m.getName().equals(rule.name())
                        && Arrays.stream(m.getParameterTypes())
                                .map(Class::getName)
                                .toList()
                                .equals(types));
    }

    private static List<Operand> inFloat(List<Operand> operands) {
        return operands.stream()
                .map(o -> o.type().equals("double") ? Operand.number("float", o.name(), o.index()) : o)
                .toList();
    }

    /** The operators in every mixture of float and double. */
    static List<Call> operators() {
        List<Call> calls = new ArrayList<>();
        for (Rule rule : Rules.all("operators")) {
            for (String type : rule.isNone() ? List.<String>of() : List.of("double", "float")) {
                List<Operand> operands = operands(rule, type);
                if (operands.size() == 1) {
                    calls.addAll(unary(rule, type, operands));
                } else {
                    String expression = "x " + rule.name() + " y";
                    calls.add(new Call(rule, expression, type, operands));
                    String other = type.equals("double") ? "float" : "double";
                    List<Operand> mixed = List.of(operands.get(0), Operand.number(other, "y", 1));
                    calls.add(new Call(rule, expression, "double", mixed));
                }
            }
        }
        return calls;
    }

    private static List<Call> unary(Rule rule, String type, List<Operand> operands) {
        return switch (rule.name()) {
            case "neg" -> List.of(new Call(rule, "-x", type, operands));
            case "plus" -> List.of(new Call(rule, "+x", type, operands));
            case "cast" ->
                List.of(
                        new Call(rule, "(float) x", "float", operands),
                        new Call(rule, "(double) x", "double", operands));
            default -> throw new AssertionError("say here how " + rule.header() + " is written");
        };
    }

    private static List<Operand> operands(Rule rule, String generic) {
        List<Operand> operands = new ArrayList<>();
        for (String parameter : rule.parameters()) {
            String[] typeAndName = parameter.split(" ");
            String type = typeAndName[0].equals("T") ? generic : typeAndName[0];
            operands.add(Operand.number(type, typeAndName[1], operands.size()));
        }
        return operands;
    }

    private static String names(List<Operand> operands) {
        return String.join(", ", operands.stream().map(Operand::name).toList());
    }
}
