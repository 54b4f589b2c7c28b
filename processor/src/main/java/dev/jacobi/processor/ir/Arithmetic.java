package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Builds the sums and products that derivatives are made of, for numbers and tensors alike. */
public final class Arithmetic {

    private static final String TENSOR = "dev.jacobi.tensor.Tensor";

    private Arithmetic() {}

    /** A number as Java writes it in code of the given type: {@code 2}, {@code 0.5}, {@code 0.5f}. */
    public static Expr number(double value, Type type, Span span) {
        return new Expr.Literal(text(value, type), type, span);
    }

    private static String text(double value, Type type) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        if (whole || !type.carriesDerivative()) {
            return String.valueOf((long) value);
        }
        boolean isFloat = type == Type.Scalar.FLOAT;
        double rounded = isFloat ? (float) value : value;
        if (!Double.isFinite(rounded)) {
            String which = Double.isNaN(rounded) ? "NaN" : rounded > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
            return (isFloat ? "Float." : "Double.") + which;
        }
        return isFloat ? (float) value + "f" : String.valueOf(value);
    }

    /** The number that an expression is, if it is one however it is converted and signed. */
    public static OptionalDouble constant(Expr e) {
        if (e instanceof Expr.Literal literal && literal.type() instanceof Type.Scalar scalar && scalar.isNumeric()) {
            return parse(literal.text(), scalar);
        }
        if (e instanceof Expr.Apply apply && apply.operands().size() == 1) {
            OptionalDouble inner = constant(apply.operands().get(0));
            boolean negates = apply.primitive().form() == Primitive.Form.PREFIX
                    && apply.primitive().name().equals("-");
            boolean widens = apply.primitive().form() == Primitive.Form.CONVERSION
                    && apply.type().isFloating();
            if (inner.isPresent() && (negates || widens)) {
                return OptionalDouble.of(negates ? negated(inner.getAsDouble(), apply.type()) : inner.getAsDouble());
            }
        }
        return OptionalDouble.empty();
    }

    /** The smallest int and the smallest long are their own negatives: {@code -0x8000_0000}. */
    private static double negated(double value, Type type) {
        boolean itself = type == Type.Scalar.INT && value == Integer.MIN_VALUE
                || type == Type.Scalar.LONG && value == Long.MIN_VALUE;
        return itself ? value : -value;
    }

    private static OptionalDouble parse(String text, Type.Scalar type) {
        if (type == Type.Scalar.CHAR) {
            return OptionalDouble.empty();
        }
        String digits = text.replace("_", "");
        try {
            if (type.isFloating()) {
                return OptionalDouble.of(
                        type == Type.Scalar.FLOAT ? Float.parseFloat(digits) : Double.parseDouble(digits));
            }
            return OptionalDouble.of((double) whole(digits.toLowerCase(Locale.ROOT), type));
        } catch (NumberFormatException otherNotation) {
            return OptionalDouble.empty();
        }
    }

    /** A whole number; one that is not decimal may set the sign bit: {@code 0xFFFF_FFFF} is -1. */
    private static long whole(String text, Type.Scalar type) {
        String digits = text.endsWith("l") ? text.substring(0, text.length() - 1) : text;
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0b") ? 2 : digits.startsWith("0") ? 8 : 10;
        if (radix == 10 || digits.equals("0")) {
            return Long.parseLong(digits);
        }
        String significant = radix == 8 ? digits : digits.substring(2);
        return type == Type.Scalar.LONG
                ? Long.parseUnsignedLong(significant, radix)
                : Integer.parseUnsignedInt(significant, radix);
    }

    public static boolean is(Expr e, double value) {
        OptionalDouble constant = constant(e);
        return constant.isPresent() && constant.getAsDouble() == value;
    }

    /** {@code a + b}, or {@code a.add(b)}. */
    public static Expr plus(Expr a, Expr b) {
        if (a.type() == Type.Tensor.TYPE || a.type() instanceof Type.Tensor) {
            return tensorCall("add", Type.Tensor.TYPE, List.of(a, b), a.span());
        }
        return new Expr.Apply(Primitive.infix("+", a.type(), a.type()), List.of(a, b), a.span());
    }

    /** {@code a * b} of two numbers of one type. */
    public static Expr times(Expr a, Expr b) {
        if (is(a, 1)) {
            return b;
        }
        if (is(b, 1)) {
            return a;
        }
        if (is(a, -1)) {
            return negate(b);
        }
        return new Expr.Apply(Primitive.infix("*", a.type(), a.type()), List.of(a, b), a.span());
    }

    /** Whether it is a quotient of floating-point numbers. */
    public static boolean isQuotient(Expr e) {
        return e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && apply.primitive().name().equals("/")
                && e.type() instanceof Type.Scalar
                && e.type().isFloating();
    }

    /** {@code a / b} of two numbers of one type. */
    public static Expr over(Expr a, Expr b) {
        return new Expr.Apply(Primitive.infix("/", a.type(), a.type()), List.of(a, b), a.span());
    }

    /** {@code -a}. */
    public static Expr negate(Expr a) {
        return new Expr.Apply(Primitive.prefix("-", a.type()), List.of(a), a.span());
    }

    /** The number in another numeric type; a narrowing is written as a cast. */
    public static Expr convert(Expr e, Type to) {
        if (e.type().equals(to) || !(to instanceof Type.Scalar)) {
            return e;
        }
        OptionalDouble constant = constant(e);
        if (constant.isPresent() && to.isFloating()) {
            return number(constant.getAsDouble(), to, e.span());
        }
        if (e instanceof Expr.Apply apply && isWidened(apply, to)) {
            return apply.operands().get(0);
        }
        boolean narrows = e.type() == Type.Scalar.DOUBLE && to == Type.Scalar.FLOAT;
        return new Expr.Apply(Primitive.convert(e.type(), to, narrows), List.of(e), e.span());
    }

    /** Whether an expression is a float in the clothes of a double, and a float is wanted. */
    public static boolean isWidened(Expr.Apply e, Type to) {
        return e.primitive().form() == Primitive.Form.CONVERSION
                && e.type() == Type.Scalar.DOUBLE
                && to == Type.Scalar.FLOAT
                && e.operands().get(0).type() == to;
    }

    /** The zero of the type; of a tensor, zeros shaped like {@code like}. */
    public static Expr zero(Expr like, Span span) {
        if (like instanceof Expr.Literal && like.type() instanceof Type.Tensor) {
            return like; // null
        }
        if (like.type() instanceof Type.Tensor) {
            Primitive zeros = new Primitive(
                    Primitive.Form.STATIC_METHOD,
                    Type.Tensor.TYPE,
                    "zerosLike",
                    List.of(Type.Tensor.TYPE),
                    Type.Tensor.TYPE,
                    true,
                    TENSOR + ".zerosLike(" + TENSOR + ")");
            return new Expr.Apply(zeros, List.of(like), span);
        }
        return number(0, like.type(), span);
    }

    private static Expr tensorCall(String name, Type result, List<Expr> operands, Span span) {
        List<Type> parameters = Walk.types(operands);
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD,
                Type.Tensor.TYPE,
                name,
                parameters,
                result,
                true,
                TENSOR + "." + name + "(" + TENSOR + ")");
        return new Expr.Apply(primitive, operands, span);
    }
}
