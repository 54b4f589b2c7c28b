package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How elementwise operations are written for one element: as the loops of the runtime's kernels have them, so that bits
 * agree. In a text {@code $0}, {@code $1} … are the operands, and {@code T} is float or double.
 */
final class Elementwise {

    private static final String TENSOR = "dev.jacobi.tensor.Tensor.";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("add", "$0 + $1"),
            Map.entry("sub", "$0 - $1"),
            Map.entry("rsub", "$1 - $0"),
            Map.entry("mul", "$0 * $1"),
            Map.entry("div", "$0 / $1"),
            Map.entry("rdiv", "$1 / $0"),
            Map.entry("maximum", "Math.max($0, $1)"),
            Map.entry("minimum", "Math.min($0, $1)"),
            Map.entry("clamp", "Math.min(Math.max($0, $1), $2)"),
            Map.entry("neg", "-$0"),
            Map.entry("abs", "Math.abs($0)"),
            Map.entry("square", "$0 * $0"),
            Map.entry("sqrt", "(T) Math.sqrt($0)"),
            Map.entry("rsqrt", "1 / (T) Math.sqrt($0)"),
            Map.entry("reciprocal", "1 / $0"),
            Map.entry("relu", "Math.max($0, 0)"));

    /** Powers with a constant exponent: those that the runtime takes as products and roots. */
    private static final Map<String, String> POWERS = Map.of(
            "2", "$0 * $0",
            "3", "$0 * $0 * $0",
            "4", "($0 * $0) * ($0 * $0)",
            "-1", "1 / $0",
            "-2", "1 / ($0 * $0)",
            "0.5", "(T) Math.sqrt($0)",
            "-0.5", "1 / (T) Math.sqrt($0)");

    private static final Map<String, String> SLOPES = Map.of(
            "2", "$0 * 2",
            "3", "($0 * $0) * 3",
            "4", "($0 * $0 * $0) * 4",
            "5", "(($0 * $0) * ($0 * $0)) * 5");

    /** Functions that take a pass of their own, in the runtime's loops. */
    private static final Set<String> PASSES = Set.of(
            "exp",
            "expm1",
            "log",
            "log1p",
            "log10",
            "log2",
            "sigmoid",
            "softplus",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "sinh",
            "cosh",
            "tanh",
            "sign",
            "floor",
            "ceil",
            "round",
            "trunc");

    private static final Map<String, String> COMPARISONS =
            Map.of("lt", "<", "le", "<=", "gt", ">", "ge", ">=", "eq", "==", "ne", "!=");

    private static final Map<String, FusedLoop.Total> TOTALS = Map.of(
            "sum", FusedLoop.Total.SUM,
            "mean", FusedLoop.Total.MEAN,
            "max", FusedLoop.Total.MAX,
            "min", FusedLoop.Total.MIN);

    /** Tensors with one number for all elements; the number, if it isn't an argument. */
    private static final Map<String, Integer> UNIFORM = Map.of("fullLike", 0, "onesLike", 1, "zerosLike", 0);

    private Elementwise() {}

    /** A method of {@code Tensor} that is called on one. */
    static boolean isMethod(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.METHOD
                && e.primitive().signature().startsWith(TENSOR);
    }

    /**
     * The text of an operation with tensors and numbers, or null if it isn't elementwise or takes a pass of its own.
     */
    static @Nullable String text(Expr.Apply e) {
        if (!isMethod(e)) {
            return null;
        }
        String name = e.primitive().name();
        return switch (name) {
            case "pow" -> POWERS.get(exponent(e));
            case "powSlope" -> SLOPES.get(exponent(e));
            default -> TEXTS.get(name);
        };
    }

    /** The exponent if it is written as a number, such as {@code 2} for {@code 2.0}; else what is no number. */
    private static String exponent(Expr.Apply e) {
        OptionalDouble exponent = Arithmetic.constant(e.operands().get(1));
        if (exponent.isEmpty()) {
            return "";
        }
        double value = exponent.getAsDouble();
        return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
    }

    /** Whether it is a function that takes a pass of its own. */
    static boolean isPass(Expr.Apply e) {
        return isMethod(e)
                && e.operands().size() == 1
                && PASSES.contains(e.primitive().name());
    }

    /** What is made of all elements of a tensor, or null. */
    static FusedLoop.@Nullable Total total(Expr e) {
        return e instanceof Expr.Apply apply
                        && isMethod(apply)
                        && apply.operands().size() == 1
                ? TOTALS.get(apply.primitive().name())
                : null;
    }

    /** Whether it is a tensor with one number for all elements, shaped like another. */
    static boolean isUniform(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.STATIC_METHOD
                && e.primitive().signature().startsWith(TENSOR)
                && UNIFORM.containsKey(e.primitive().name());
    }

    /** The number of a tensor that {@link #isUniform}. */
    static Expr number(Expr.Apply e) {
        Integer known = UNIFORM.get(e.primitive().name());
        return e.operands().size() > 1 || known == null
                ? e.operands().get(1)
                : Arithmetic.number(known, Type.Scalar.DOUBLE, e.span());
    }

    /** The tensor that an expression gives the number of elements of; null if it is another. */
    static @Nullable Var sized(Expr e) {
        if (!(e instanceof Expr.Apply apply) || apply.operands().size() != 1) {
            return null;
        }
        if (apply.primitive().form() == Primitive.Form.CONVERSION) {
            return sized(apply.operands().get(0));
        }
        boolean isSize = isMethod(apply) && apply.primitive().name().equals("size");
        return isSize && apply.operands().get(0) instanceof Expr.Ref ref ? ref.variable() : null;
    }

    /** Whether the result is the first operand where that has the second's shape and type. */
    static boolean fits(Expr.Apply e) {
        return isMethod(e)
                && (e.primitive().name().equals("expandTo")
                        || e.primitive().name().equals("sumTo"));
    }

    /** Whether it is {@code x.masked(mask)}. */
    static boolean isMasked(Expr.Apply e) {
        return isMethod(e) && e.primitive().name().equals("masked");
    }

    /** The sign of a comparison that gives a mask, or null. */
    static @Nullable String comparison(Expr.Apply e) {
        return isMethod(e) ? COMPARISONS.get(e.primitive().name()) : null;
    }

    /** {@code and}, {@code or} or {@code not} of masks as Java has it, or null. */
    static @Nullable String logic(Expr.Apply e) {
        if (!e.primitive().signature().startsWith("dev.jacobi.tensor.Mask.")) {
            return null;
        }
        return switch (e.primitive().name()) {
            case "and" -> "&&";
            case "or" -> "||";
            case "not" -> "!";
            default -> null;
        };
    }

    /** Whether an operand is a tensor. */
    static boolean isTensor(Expr e) {
        return e.type() instanceof Type.Tensor;
    }
}
