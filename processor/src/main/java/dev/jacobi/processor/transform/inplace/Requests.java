package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * What code asks of the scratch, such as {@code scratch.array(double[].class, n)} for {@code new double[n]}.
 *
 * @param reuses whether it is asked for arrays; else they are new
 */
record Requests(Var scratch, boolean reuses) {

    /** How many lengths the scratch takes at once. */
    private static final int MOST_LENGTHS = 3;

    private static final Type OTHER = new Type.Library("java.lang.Class");

    /** A call of one of its methods that gives an array. It counts as pure since no stage that follows moves it. */
    Expr call(String name, Type result, List<Expr> operands, Span span) {
        List<Expr> all = new ArrayList<>();
        all.add(new Expr.Ref(scratch, span));
        all.addAll(operands);
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD,
                scratch.type(),
                name,
                Walk.types(all),
                result,
                true,
                scratch.type() + "." + name + "(" + Walk.types(all) + ")");
        return new Expr.Apply(primitive, all, span);
    }

    /** A call of one of its methods for what it does. */
    Expr effect(String name, Expr operand, Span span) {
        List<Expr> all = List.of(new Expr.Ref(scratch, span), operand);
        String signature = scratch.type() + "." + name + "(" + Walk.types(all) + ")";
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD, scratch.type(), name, Walk.types(all), Type.Scalar.VOID, false, signature);
        return new Expr.Apply(primitive, all, span);
    }

    /** What {@link Shadows} has a method for: the scratch has one of the same name. */
    Expr making(String name, Type result, List<Expr> operands, Span span) {
        return reuses
                ? call(name, result, operands, span)
                : Shadows.call(name, result, true, span, operands.toArray(new Expr[0]));
    }

    /** Zeros or nulls for {@code array}, anything for {@code tape}; empty where the type has no name to ask by. */
    Optional<Expr> made(String name, Type.Array type, List<Expr> lengths, Span span) {
        if (!reuses || lengths.size() > MOST_LENGTHS) {
            return Optional.empty();
        }
        Optional<String> text = name(type);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Expr> operands = new ArrayList<>();
        operands.add(new Expr.Literal(text.get() + ".class", OTHER, span));
        operands.addAll(lengths);
        return Optional.of(call(name, type, operands, span));
    }

    private static Optional<String> name(Type type) {
        if (type instanceof Type.Array array) {
            Optional<String> element = name(array.element());
            return element.isEmpty() ? element : Optional.of(element.get() + "[]");
        }
        if (type instanceof Type.Scalar scalar) {
            return Optional.of(scalar.keyword());
        }
        if (type instanceof Type.Struct struct) {
            // Pullbacks that are used again are made in the same class, and have no components in sight.
            boolean own = struct.components().isEmpty();
            return Optional.of(own ? struct.className().replaceFirst(".*\\.", "") : struct.qualifiedName());
        }
        if (type instanceof Type.Opaque opaque
                && opaque.mirror() instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element) {
            return Optional.of(element.getQualifiedName().toString());
        }
        return type instanceof Type.Tensor ? Optional.of("dev.jacobi.tensor.Tensor") : Optional.empty();
    }
}
