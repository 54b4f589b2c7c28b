package dev.jacobi.processor.rules;

import dev.jacobi.processor.ir.Primitive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the rule of a primitive. The tables themselves are {@code …Rules.java}, one per library. */
public final class Rules {

    private static final String TENSOR_PACKAGE = "dev.jacobi.tensor.";

    private final Map<String, Map<String, Rule>> tables = new HashMap<>();

    /**
     * The rule of a primitive; null where there is none, which is an error if anything active goes in and something
     * that carries derivatives comes out.
     */
    public @Nullable Rule of(Primitive primitive) {
        return switch (primitive.form()) {
            case PREFIX -> number(primitive, primitive.name().equals("-") ? "neg" : "plus");
            case INFIX -> number(primitive, primitive.name());
            case CAST, CONVERSION -> conversion(primitive);
            case STATIC_METHOD, METHOD -> method(primitive.signature());
            case STATIC_FIELD, FIELD, INDEX, NEW, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> null;
        };
    }

    private @Nullable Rule conversion(Primitive primitive) {
        if (primitive.name().equals(Primitive.CONSTANT)) {
            return operator("constant");
        }
        boolean numbers =
                primitive.parameters().get(0).isFloating() && primitive.result().isFloating();
        return numbers ? operator("cast") : null;
    }

    /** The rule of an operator on numbers; strings have a plus too. */
    private @Nullable Rule number(Primitive primitive, String sign) {
        return primitive.result().isFloating() ? operator(sign) : null;
    }

    private @Nullable Rule operator(String sign) {
        return table("operators").get(sign);
    }

    private @Nullable Rule method(String signature) {
        int open = signature.indexOf('(');
        int dot = signature.lastIndexOf('.', open);
        String owner = signature.substring(0, dot);
        return table(owner).get(signature.substring(dot + 1));
    }

    private Map<String, Rule> table(String owner) {
        Map<String, Rule> table = tables.get(owner);
        if (table == null) {
            table = load(owner);
            tables.put(owner, table);
        }
        return table;
    }

    private static Map<String, Rule> load(String owner) {
        Map<String, Rule> table = new HashMap<>();
        for (Rule rule : all(owner)) {
            table.put(owner.equals("operators") ? rule.name() : key(rule), rule);
        }
        return table;
    }

    /** The table of a library class; empty for a class that has none. */
    public static List<Rule> all(String owner) {
        return switch (owner) {
            case "operators" -> OperatorRules.RULES;
            case "java.lang.Math", "java.lang.StrictMath" -> MathRules.RULES;
            case "java.lang.Double" -> NumberRules.OF_DOUBLE;
            case "java.lang.Float" -> NumberRules.OF_FLOAT;
            case "dev.jacobi.tensor.Tensor" -> TensorRules.RULES;
            default -> List.of();
        };
    }

    /** Methods of {@code Math} that take and give integers only. */
    public static List<String> integerMathMethods() {
        return MathRules.INTEGER_METHODS;
    }

    /** Methods of {@code Double} and {@code Float} from and to what is no number. */
    public static List<String> numberConversions() {
        return NumberRules.CONVERSIONS;
    }

    /** {@code add(dev.jacobi.tensor.Tensor)}: the name with erased parameter types. */
    public static String key(Rule rule) {
        StringBuilder key = new StringBuilder(rule.name()).append('(');
        String separator = "";
        for (String parameter : rule.parameters()) {
            key.append(separator).append(qualified(parameter.substring(0, parameter.lastIndexOf(' '))));
            separator = ",";
        }
        return key.append(')').toString();
    }

    private static String qualified(String type) {
        if (type.endsWith("...")) {
            return qualified(type.substring(0, type.length() - 3)) + "[]";
        }
        if (type.endsWith("[]")) {
            return qualified(type.substring(0, type.length() - 2)) + "[]";
        }
        boolean imported = Character.isUpperCase(type.charAt(0));
        return switch (type) {
            case "String", "Object" -> "java.lang." + type;
            case "RandomGenerator" -> "java.util.random.RandomGenerator";
            default -> imported ? TENSOR_PACKAGE + type : type;
        };
    }
}
