package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How elementwise operations are written for one element: as the loops of the runtime's kernels have them, so that bits
 * agree. In a text {@code $0}, {@code $1} … are the operands, and {@code T} is float or double. A name with a number is
 * that of the method with as many operands.
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
            Map.entry("relu", "Math.max($0, 0)"),
            Map.entry("positive", "$0"),
            Map.entry("clampMin", "Math.max($0, $1)"),
            Map.entry("clampMax", "Math.min($0, $1)"),
            Map.entry("deg2rad", "$0 * (T) " + Math.PI / 180),
            Map.entry("rad2deg", "$0 * (T) " + 180 / Math.PI),
            Map.entry("relu6", "Math.min(Math.max($0, 0), 6)"),
            Map.entry("hardtanh/1", "Math.min(Math.max($0, -1), 1)"),
            Map.entry("addcmul/3", "$0 + $1 * $2"),
            Map.entry("addcmul/4", "$0 + ($1 * $3) * $2"),
            Map.entry("addcdiv/3", "$0 + $1 / $2"),
            Map.entry("addcdiv/4", "$0 + ($1 * $3) / $2"));

    /** Those that choose between two values. */
    private static final Map<String, String> CHOICES = Map.ofEntries(
            Map.entry("leakyRelu/1", "chosen($0 > 0, $0, $0 * (T) 0.01)"),
            Map.entry("leakyRelu/2", "chosen($0 > 0, $0, $0 * $1)"),
            Map.entry("elu/1", "$0 <= 0 ? (T) Math.expm1($0) : $0"),
            Map.entry("elu/2", "$0 <= 0 ? (T) ($1 * Math.expm1($0)) : $0"),
            Map.entry("hardshrink/1", "chosen($0 >= -0.5f & $0 <= 0.5f, 0, $0)"),
            Map.entry("hardshrink/2", "chosen($0 >= -$1 & $0 <= $1, 0, $0)"),
            Map.entry("threshold", "chosen($0 <= $1, $2, $0)"));

    /** Between two tensors by the weights in a third. */
    private static final String LERP = "chosen($2 < (T) 0.5, $0 + ($1 - $0) * $2, $1 - ($1 - $0) * (1 - $2))";

    /** Powers with a constant exponent: those that the runtime takes as products and roots. */
    private static final Map<String, String> POWERS = Map.of(
            "2", "$0 * $0",
            "3", "$0 * $0 * $0",
            "4", "($0 * $0) * ($0 * $0)",
            "-1", "1 / $0",
            "-2", "1 / ($0 * $0)",
            "0.5", "(T) Math.sqrt($0)",
            "-0.5", "1 / (T) Math.sqrt($0)");

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
            "trunc",
            "frac",
            "erf",
            "erfc",
            "erfinv",
            "lgamma",
            "digamma",
            "erfcx",
            "ndtr",
            "logNdtr",
            "i0",
            "i0e",
            "i1",
            "i1e",
            "exp2",
            "logit",
            "asinh",
            "acosh",
            "atanh",
            "gelu",
            "geluTanh",
            "silu",
            "mish",
            "logSigmoid",
            "softsign",
            "tanhshrink",
            "hardsigmoid",
            "hardswish");

    /** Operations on two operands that do. */
    private static final Set<String> PAIRS = Set.of(
            "atan2",
            "hypot",
            "fmax",
            "fmin",
            "fmod",
            "remainder",
            "floorDivide",
            "copysign",
            "heaviside",
            "logaddexp",
            "logaddexp2",
            "xlogy",
            "xlog1py");

    /** What is left to the tensors' methods: of a shape's other parts, of a number that is checked, or rare. */
    private static final Set<String> APART = Set.of(
            "selu",
            "celu",
            "softshrink",
            "nanToNum",
            "polygamma",
            "besselI",
            "besselIe",
            "erfcxSlope",
            "sinc",
            "sincSlope");

    private static final Map<String, String> COMPARISONS = Map.of(
            "lt", "$0 < $1",
            "le", "$0 <= $1",
            "gt", "$0 > $1",
            "ge", "$0 >= $1",
            "eq", "$0 == $1",
            "ne", "$0 != $1",
            "isnan", "$0 != $0",
            "isinf", "Math.abs($0) == Float.POSITIVE_INFINITY",
            "isfinite", "Math.abs($0) < Float.POSITIVE_INFINITY");

    private static final Map<String, FusedLoop.Total.Kind> TOTALS = Map.of(
            "sum", FusedLoop.Total.Kind.SUM,
            "mean", FusedLoop.Total.Kind.MEAN,
            "max", FusedLoop.Total.Kind.MAX,
            "min", FusedLoop.Total.Kind.MIN);

    /** The same of each row, along a dimension. */
    private static final Map<String, FusedLoop.Total.Kind> ROWS = Map.of(
            "sum", FusedLoop.Total.Kind.SUM,
            "mean", FusedLoop.Total.Kind.MEAN,
            "amax", FusedLoop.Total.Kind.MAX,
            "amin", FusedLoop.Total.Kind.MIN);

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
            case "pow" -> power(exponent(e));
            case "powSlope" -> slope(exponent(e));
            case "lerp" -> isTensor(e.operands().get(2)) ? LERP : null;
            default -> {
                String choice = named(CHOICES, e);
                yield choice == null ? named(TEXTS, e) : choice;
            }
        };
    }

    /** Whether its text, if it has one, chooses between two values. */
    static boolean isChoice(Expr.Apply e) {
        return isMethod(e) && (named(CHOICES, e) != null || e.primitive().name().equals("lerp"));
    }

    private static @Nullable String named(Map<String, String> texts, Expr.Apply e) {
        String name = e.primitive().name();
        return texts.getOrDefault(name + "/" + e.operands().size(), texts.get(name));
    }

    /** A power with a constant exponent in products and roots; null if it isn't one of those, or NaN is given. */
    private static @Nullable String power(double exponent) {
        return exponent == 1 ? "$0" : POWERS.get(name(exponent));
    }

    /** The derivative of such a power. */
    private static @Nullable String slope(double exponent) {
        String text = exponent == 0 || exponent == 1 ? null : power(exponent - 1); // 0·x⁻¹ is 0, at x = 0 too
        String factor = exponent < 0 ? "(" + literal(exponent) + ")" : literal(exponent);
        return text == null ? null : exponent == 2 ? "$0 * 2" : "(" + text + ") * " + factor;
    }

    private static String literal(double value) {
        return value == (int) value ? name(value) : "(T) " + value;
    }

    private static String name(double value) {
        return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
    }

    /** The exponent if it is written as a number; else NaN. */
    private static double exponent(Expr.Apply e) {
        return Arithmetic.constant(e.operands().get(1)).orElse(Double.NaN);
    }

    /** Whether it is a power, or the derivative of one, with a constant exponent that takes a pass. */
    private static boolean isPower(Expr.Apply e) {
        String name = e.primitive().name();
        if (!name.equals("pow") && !name.equals("powSlope")
                || isTensor(e.operands().get(1))) {
            return false;
        }
        double exponent = exponent(e);
        return !Double.isNaN(exponent) && exponent != 0 && text(e) == null && (name.equals("pow") || exponent != 1);
    }

    /** Whether it is a power, or the derivative of one, with an exponent that isn't known yet. */
    static boolean isRaised(Expr.Apply e) {
        String name = e.primitive().name();
        return isMethod(e)
                && (name.equals("pow") || name.equals("powSlope"))
                && !isTensor(e.operands().get(1))
                && Double.isNaN(exponent(e));
    }

    /** Whether it takes a pass of its own. */
    static boolean isPass(Expr.Apply e) {
        if (!isMethod(e)) {
            return false;
        }
        String name = e.primitive().name();
        boolean raises = name.equals("rpow")
                || name.equals("pow") && isTensor(e.operands().get(1));
        return switch (e.operands().size()) {
            case 1 -> PASSES.contains(name);
            case 2 -> PAIRS.contains(name) || raises || isPower(e) || isRaised(e);
            default -> false;
        };
    }

    /** The name of a pass: the method of {@code Tensor} that has its loops, or as {@code PowerPass} has it. */
    static String pass(Expr.Apply e) {
        String name = e.primitive().name();
        if (isRaised(e)) {
            return name.equals("pow") ? FusedLoop.Pass.POWER : FusedLoop.Pass.POWER_SLOPE;
        }
        return name.equals("rpow") || name.equals("powSlope") ? "pow" : name;
    }

    /** The operands of a pass, in its order. */
    static List<Expr> passed(Expr.Apply e) {
        Expr first = e.operands().get(0);
        if (isRaised(e)) {
            return e.operands();
        }
        return switch (e.primitive().name()) {
            case "rpow" -> List.of(e.operands().get(1), first);
            case "powSlope" -> List.of(first, Arithmetic.number(exponent(e) - 1, Type.Scalar.DOUBLE, e.span()));
            default -> e.operands();
        };
    }

    /** What a pass's result is multiplied by, or null. */
    static @Nullable Expr factor(Expr.Apply e) {
        return e.primitive().name().equals("powSlope") && !isRaised(e)
                ? e.operands().get(1)
                : null;
    }

    /** Whether an elementwise method is known here, if only as one that is left alone. */
    static boolean knows(String method) {
        return Stream.concat(TEXTS.keySet().stream(), CHOICES.keySet().stream())
                        .anyMatch(key -> key.replaceFirst("/.*", "").equals(method))
                || PASSES.contains(method)
                || PAIRS.contains(method)
                || APART.contains(method)
                || Set.of("pow", "powSlope", "rpow", "lerp").contains(method);
    }

    /** The functions with passes, by the number of their operands. */
    static Set<String> passes(int operands) {
        return operands == 1 ? PASSES : PAIRS;
    }

    /** What is made of all elements of a tensor, or of those along a dimension that is written as a number; or null. */
    static FusedLoop.@Nullable Total total(Expr e) {
        if (!(e instanceof Expr.Apply apply) || !isMethod(apply)) {
            return null;
        }
        String name = apply.primitive().name();
        List<Expr> operands = apply.operands();
        if (operands.size() == 1) {
            FusedLoop.Total.Kind kind = TOTALS.get(name);
            return kind == null ? null : new FusedLoop.Total(kind, null, false);
        }
        FusedLoop.Total.Kind kind = ROWS.get(name);
        boolean written = operands.size() == 2 || operands.size() == 3 && operands.get(2) instanceof Expr.Literal;
        OptionalDouble dim = written ? Arithmetic.constant(operands.get(1)) : OptionalDouble.empty();
        return kind == null || dim.isEmpty()
                ? null
                : new FusedLoop.Total(kind, (int) dim.getAsDouble(), operands.size() == 3 && isTrue(operands.get(2)));
    }

    private static boolean isTrue(Expr e) {
        return e instanceof Expr.Literal literal && literal.text().equals("true");
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

    /** The variable that an operation takes nothing of but the shape and type; null if there is none. */
    static @Nullable Var askedForShape(Expr e) {
        if (!(e instanceof Expr.Apply apply)) {
            return null;
        }
        int place = fits(apply) ? 1 : isUniform(apply) ? 0 : -1;
        return place >= 0 && apply.operands().get(place) instanceof Expr.Ref ref ? ref.variable() : null;
    }

    /** Whether it is {@code x.masked(mask)}. */
    static boolean isMasked(Expr.Apply e) {
        return isMethod(e) && e.primitive().name().equals("masked");
    }

    /** Whether it is {@code Tensor.where(mask, x, y)}. */
    static boolean isWhere(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.STATIC_METHOD
                && e.primitive().signature().startsWith(TENSOR)
                && e.primitive().name().equals("where");
    }

    /** How a comparison or another question to elements is written, or null. */
    static @Nullable String comparison(Expr.Apply e) {
        return isMethod(e) ? COMPARISONS.get(e.primitive().name()) : null;
    }

    /** {@code and}, {@code or}, {@code xor} or {@code not} of masks as Java has it, without branches, or null. */
    static @Nullable String logic(Expr.Apply e) {
        if (!e.primitive().signature().startsWith("dev.jacobi.tensor.Mask.")) {
            return null;
        }
        return switch (e.primitive().name()) {
            case "and" -> "&";
            case "or" -> "|";
            case "xor" -> "^";
            case "not" -> "!";
            default -> null;
        };
    }

    /** Others whose result is always a new tensor: products of matrices, and what is made of rows. */
    private static final Set<String> NEW = Set.of(
            "mm",
            "mv",
            "bmm",
            "outer",
            "matmul",
            "matmulBarLeft",
            "matmulBarRight",
            "softmax",
            "softmaxBar",
            "logSoftmax",
            "logSoftmaxBar");

    /** Whether it gives a tensor that shares its elements with no other, whatever its operands are. */
    static boolean isNew(Expr.Apply e) {
        if (!isMethod(e)) {
            return false;
        }
        String name = e.primitive().name();
        boolean same = name.equals("positive") || name.startsWith("pow") && "$0".equals(text(e));
        boolean computes = text(e) != null || PASSES.contains(name) || PAIRS.contains(name);
        return NEW.contains(name) || computes && !same || total(e) != null;
    }

    /** Whether an operand is a tensor. */
    static boolean isTensor(Expr e) {
        return e.type() instanceof Type.Tensor;
    }
}
