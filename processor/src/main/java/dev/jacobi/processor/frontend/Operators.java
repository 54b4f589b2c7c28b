package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.BinaryExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Operators and conversions with their operands promoted as Java does (JLS 5). */
final class Operators {

    private final Language language;
    private final TypeReader types;

    Operators(Language language, TypeReader types) {
        this.language = language;
        this.types = types;
    }

    Expr binary(BinaryExpr.Operator operator, Expr left, Expr right, Span span) {
        String sign = operator.asString();
        switch (operator) {
            case OR, AND:
                return infix(sign, convert(left, Scalar.BOOLEAN), convert(right, Scalar.BOOLEAN), Scalar.BOOLEAN, span);
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT:
                Expr shifted = whole(sign, left);
                return infix(sign, shifted, whole(sign, right), shifted.type(), span);
            case BINARY_OR, BINARY_AND, XOR:
                return bitwise(sign, left, right, span);
            case EQUALS, NOT_EQUALS:
                return isPrimitive(left) || isPrimitive(right)
                        ? comparison(sign, left, right, span)
                        : infix(sign, left, right, Scalar.BOOLEAN, span);
            case LESS, GREATER, LESS_EQUALS, GREATER_EQUALS:
                return comparison(sign, left, right, span);
            case PLUS:
                return isString(left) || isString(right)
                        ? infix(sign, left, right, isString(left) ? left.type() : right.type(), span)
                        : arithmetic(sign, left, right, span);
            default:
                return arithmetic(sign, left, right, span);
        }
    }

    boolean isString(Expr e) {
        return e.type() instanceof Type.Opaque opaque && language.isString(opaque.mirror());
    }

    private static boolean isPrimitive(Expr e) {
        return e.type() instanceof Scalar;
    }

    private Expr comparison(String sign, Expr left, Expr right, Span span) {
        Scalar type = common(left, right);
        return infix(sign, convert(left, type), convert(right, type), Scalar.BOOLEAN, span);
    }

    private Expr arithmetic(String sign, Expr left, Expr right, Span span) {
        Scalar type = common(left, right);
        return infix(sign, convert(left, type), convert(right, type), type, span);
    }

    private Expr bitwise(String sign, Expr left, Expr right, Span span) {
        if (scalar(left) == Scalar.BOOLEAN && scalar(right) == Scalar.BOOLEAN) {
            return arithmetic(sign, left, right, span);
        }
        return arithmetic(sign, whole(sign, left), whole(sign, right), span);
    }

    /** An operand of an operator that only whole numbers have. */
    private Expr whole(String sign, Expr e) {
        if (!scalar(e).isIntegral()) {
            throw Mismatch.ofWhole(e, sign, scalar(e));
        }
        return promoted(e);
    }

    /** An index of an array or a length of one. */
    Expr index(Expr e) {
        Expr promoted = promoted(e);
        if (promoted.type() != Scalar.INT) {
            throw Mismatch.ofIndex(e, promoted.type());
        }
        return promoted;
    }

    /** Two whole numbers compared. */
    static Expr equal(Expr a, Expr b, Span span) {
        return infix("==", a, b, Scalar.BOOLEAN, span);
    }

    /** The sum of two whole numbers. */
    static Expr sum(Expr a, Expr b, Span span) {
        return infix("+", a, b, Scalar.INT, span);
    }

    private static Expr infix(String sign, Expr left, Expr right, Type result, Span span) {
        Primitive primitive = new Primitive(
                Primitive.Form.INFIX,
                null,
                sign,
                List.of(left.type(), right.type()),
                result,
                true,
                left.type() + sign + right.type());
        return new Expr.Apply(primitive, List.of(left, right), span);
    }

    Expr prefix(String sign, Expr operand, Span span) {
        Expr promoted = switch (sign) {
            case "!" -> convert(operand, Scalar.BOOLEAN);
            case "~" -> whole(sign, operand);
            default -> promoted(operand);
        };
        return new Expr.Apply(Primitive.prefix(sign, promoted.type()), List.of(promoted), span);
    }

    private Scalar common(Expr left, Expr right) {
        Scalar a = scalar(left);
        Scalar b = scalar(right);
        if (a == Scalar.BOOLEAN && b == Scalar.BOOLEAN) {
            return a;
        }
        if (a == Scalar.BOOLEAN || b == Scalar.BOOLEAN) {
            throw Mismatch.ofCondition(a == Scalar.BOOLEAN ? left : right, "number", Scalar.BOOLEAN);
        }
        Scalar widest = a.compareTo(b) > 0 ? a : b;
        return widest.compareTo(Scalar.INT) < 0 ? Scalar.INT : widest;
    }

    /** What to write where an operator meets what is no number. */
    static String instead(TypeMirror type) {
        return switch (type.getKind()) {
            case NULL -> "a number is never null: leave the question out, or write 0";
            case ARRAY -> "take one of its elements, or write a loop over them";
            default ->
                type.toString().equals("dev.jacobi.tensor.Tensor")
                        ? "tensors have methods for it: x.add(y), x.sub(y), x.mul(y), x.div(y), x.neg(), x.gt(y); x.item() is the number of one element"
                        : "convert it to a number first";
        };
    }

    Expr promoted(Expr e) {
        Scalar type = scalar(e);
        if (type == Scalar.BOOLEAN) {
            throw Mismatch.ofCondition(e, "number", type);
        }
        return convert(e, type.compareTo(Scalar.INT) < 0 ? Scalar.INT : type);
    }

    private Scalar scalar(Expr e) {
        if (e.type() instanceof Scalar scalar) {
            return scalar;
        }
        PrimitiveType unboxed = e.type() instanceof Type.Opaque opaque ? language.unboxed(opaque.mirror()) : null;
        if (unboxed == null) {
            TypeMirror type = types.mirror(e.type());
            throw Mismatch.of(e, "a number", type, instead(type));
        }
        return Scalar.valueOf(unboxed.getKind().name());
    }

    /** A conversion that Java makes by itself in assignments, calls and promotions. */
    Expr convert(Expr e, Type to) {
        return conversion(e, to, false, e.span());
    }

    /** What a call is given: that an array becomes an object matters only where the method is looked into. */
    Expr argument(Expr e, Type to) {
        return losesNumbers(e.type(), to) && !(e.type() instanceof Scalar) ? e : convert(e, to);
    }

    /** One side of a conditional, whose type is that of both. */
    Expr side(Expr e, Type to) {
        Expr converted = convert(e, to);
        if (converted.type().equals(to) || !(to instanceof Type.Opaque)) {
            return converted;
        }
        return converted instanceof Expr.Literal literal && literal.text().equals("null")
                ? new Expr.Literal("null", to, e.span())
                : apply(reference(Primitive.AS, converted.type(), to, false), converted, e.span());
    }

    /** A conversion that is written as a cast. */
    Expr cast(Expr e, Type to, Span span) {
        return conversion(e, to, true, span);
    }

    private static String insteadOf(Type from, Type to) {
        if (to instanceof Type.Tensor && from instanceof Scalar scalar && scalar != Scalar.BOOLEAN) {
            return "make a tensor of the number: Tensor.scalar(…)";
        }
        boolean hasTensor = from instanceof Type.Opaque object
                && Set.of(ForeignNames.MASK, ForeignNames.INDEX)
                        .contains(object.mirror().toString());
        return to instanceof Type.Tensor && hasTensor
                ? "make a tensor of it: toTensor(DType.FLOAT64)"
                : "write a value of that type";
    }

    private Expr conversion(Expr e, Type to, boolean written, Span span) {
        if (e.type().equals(to)) {
            return e;
        }
        if (!written && (clash(e.type(), to) || differ(e.type(), to))) {
            throw Mismatch.of(e, Mismatch.a(types.mirror(to)), types.mirror(e.type()), insteadOf(e.type(), to));
        }
        if (to instanceof Type.Struct && e instanceof Expr.Literal) {
            throw RecordReader.noRecord(e);
        }
        if ((to instanceof Type.Array || to instanceof Type.Tensor)
                && e instanceof Expr.Literal literal
                && literal.text().equals("null")) {
            return new Expr.Literal("null", to, span);
        }
        if (to instanceof Scalar target) {
            Expr primitive = e.type() instanceof Scalar ? e : unbox(e, target, written);
            if ((primitive.type() == Scalar.BOOLEAN) != (target == Scalar.BOOLEAN)) {
                throw Mismatch.ofCondition(e, target, primitive.type());
            }
            boolean needsCast = written || narrows((Scalar) primitive.type(), target);
            return primitive.type() == to
                    ? primitive
                    : apply(Primitive.convert(primitive.type(), to, needsCast), primitive, span);
        }
        if (to instanceof Type.Opaque && e.type() instanceof Scalar) {
            return apply(reference(Primitive.BOX, e.type(), to, written), e, span);
        }
        if (losesNumbers(e.type(), to)) {
            return apply(reference(Primitive.WRAP, e.type(), to, written), e, span);
        }
        if (!types.fits(e.type(), to) && !(written && types.isPlain(to))) {
            return retyped(e, to, span);
        }
        if (e.type() instanceof Type.Opaque && !(to instanceof Type.Opaque)) {
            return apply(reference("cast", e.type(), to, true), e, span); // what a type variable stands for
        }
        return written ? apply(reference("cast", e.type(), to, true), e, span) : e;
    }

    /** Whether no value of one type is one of the other, and Java converts none; numbers aside. */
    private boolean clash(Type from, Type to) {
        if (from instanceof Type.Array a && to instanceof Type.Array b) {
            boolean numbers = a.element() instanceof Scalar || b.element() instanceof Scalar;
            boolean known = !isObject(a.element()) && !isObject(b.element());
            return known && (numbers ? !a.element().equals(b.element()) : clash(a.element(), b.element()));
        }
        if (from instanceof Scalar scalar && to instanceof Type.Opaque object) {
            return !language.types.isAssignable(types.mirror(scalar), object.mirror());
        }
        return !(to instanceof Scalar) && !isObject(from) && !isObject(to) && !from.equals(to);
    }

    /**
     * The same of two objects, records aside: of classes of which neither extends the other, or a class and an array.
     */
    private boolean differ(Type from, Type to) {
        if (!isOfSource(from) || !isOfSource(to)) {
            return false;
        }
        TypeMirror a = types.mirror(from);
        TypeMirror b = types.mirror(to);
        boolean arrays = a.getKind() == TypeKind.ARRAY && b.getKind() == TypeKind.ARRAY;
        return isClassOrArray(a) && isClassOrArray(b) && !arrays && !isSubclass(a, b) && !isSubclass(b, a);
    }

    /** Whether a type is as the source has it, which a record's need not be. */
    private static boolean isOfSource(Type type) {
        return type instanceof Type.Array array ? isOfSource(array.element()) : !(type instanceof Type.Struct);
    }

    private static boolean isClassOrArray(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                || type.getKind() == TypeKind.DECLARED
                        && ((DeclaredType) type).asElement().getKind().isClass();
    }

    private boolean isSubclass(TypeMirror type, TypeMirror of) {
        return language.types.isSubtype(language.types.erasure(type), language.types.erasure(of));
    }

    /** Records may be taken apart, so their types say less. */
    private static boolean isObject(Type type) {
        return type instanceof Type.Opaque || type instanceof Type.Struct;
    }

    /** What is a tensor or an array of numbers is an object from here on. */
    private static boolean losesNumbers(Type from, Type to) {
        boolean object = to instanceof Type.Opaque || to instanceof Type.Array && !to.carriesDerivative();
        return object && from.carriesDerivative();
    }

    /** A value that is known to be of a type although the types that are written don't say so. */
    private Expr retyped(Expr e, Type to, Span span) {
        Type object = types.read(language.object());
        Expr plain = e.type().equals(object) ? e : apply(reference("cast", e.type(), object, true), e, span);
        return apply(reference("cast", object, to, true), plain, span);
    }

    private static boolean narrows(Scalar from, Scalar to) {
        return from.compareTo(to) > 0 || to == Scalar.CHAR || from == Scalar.CHAR && to == Scalar.SHORT;
    }

    private Expr unbox(Expr e, Scalar target, boolean written) {
        PrimitiveType unboxed = e.type() instanceof Type.Opaque opaque ? language.unboxed(opaque.mirror()) : null;
        if (unboxed == null && !written) {
            TypeMirror type = types.mirror(e.type());
            throw target == Scalar.BOOLEAN
                    ? Mismatch.ofCondition(e, target, type)
                    : Mismatch.of(
                            e,
                            Mismatch.a(target),
                            type,
                            e.type() instanceof Type.Tensor ? "take its one number out: item()" : instead(type));
        }
        Type to = unboxed == null ? target : types.read(unboxed);
        return apply(reference("unbox", e.type(), to, written && unboxed == null), e, e.span());
    }

    private static Primitive reference(String name, Type from, Type to, boolean written) {
        Primitive.Form form = written ? Primitive.Form.CAST : Primitive.Form.CONVERSION;
        return new Primitive(form, null, name, List.of(from), to, true, "(" + to + ")" + from);
    }

    /** The value, held constant. */
    static Expr constant(Expr e) {
        if (Leaves.isRecord(e.type())) {
            List<Expr> leaves = new ArrayList<>();
            Leaves.of(e).forEach(leaf -> leaves.add(leaf.type().carriesDerivative() ? constant(leaf) : leaf));
            return Leaves.build(e.type(), leaves.iterator(), e.span());
        }
        Primitive primitive = new Primitive(
                Primitive.Form.CONVERSION, null, Primitive.CONSTANT, List.of(e.type()), e.type(), true, "constant");
        return new Expr.Apply(primitive, List.of(e), e.span());
    }

    /** The same of a value of which a whole number is made somewhere. */
    static Expr rounded(Expr e, Span where) {
        if (Leaves.isRecord(e.type())) {
            return constant(e);
        }
        Primitive primitive = new Primitive(
                Primitive.Form.CONVERSION,
                null,
                Primitive.CONSTANT,
                List.of(e.type()),
                e.type(),
                true,
                Primitive.ROUNDED);
        return new Expr.Apply(primitive, List.of(e), where);
    }

    /** {@code "text"}, of characters that need no escapes. */
    Expr text(String text, Span span) {
        return new Expr.Literal("\"" + text + "\"", types.read(language.declared("java.lang.String")), span);
    }

    private static Expr apply(Primitive primitive, Expr operand, Span span) {
        return new Expr.Apply(primitive, List.of(operand), span);
    }
}
