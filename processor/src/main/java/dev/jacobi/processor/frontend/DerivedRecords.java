package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * The records that a generated member gives, from the numbers that its function gives. An array of records has a leaf
 * that tells which elements are there; derivatives have none, for all of their elements are.
 */
final class DerivedRecords {

    private static final Type.Array FLAGS = new Type.Array(Type.Scalar.BOOLEAN);

    private final CallReader.Hoisting hoisting;
    private final Span span;

    DerivedRecords(CallReader.Hoisting hoisting, Span span) {
        this.hoisting = hoisting;
        this.span = span;
    }

    Expr build(Type type, List<Expr> numbers) {
        List<Expr> leaves = new ArrayList<>();
        int next = 0;
        for (Type.Component leaf : Leaves.of("", type)) {
            boolean isThere = next < numbers.size() && numbers.get(next).type().equals(leaf.type());
            leaves.add(isThere ? numbers.get(next++) : allGiven(leaf.type(), leaves));
        }
        return Leaves.build(type, leaves.iterator(), span);
    }

    /** For an array of records as long as the leaf before it. */
    private Expr allGiven(Type type, List<Expr> before) {
        if (!type.equals(FLAGS)) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a call of a derivative that is an array of arrays of records",
                    "differentiate by arrays of one dimension, or by arrays of numbers"));
        }
        Expr leaf = before.get(before.size() - 1);
        Expr length = new Expr.Apply(Primitive.length(leaf.type()), List.of(leaf), span);
        Primitive making = Primitive.newArray(FLAGS, List.of(Type.Scalar.INT));
        Expr given = hoisting.hoist("isGiven", new Expr.Apply(making, List.of(length), span));
        Primitive filling = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library("java.util.Arrays"),
                "fill",
                List.of(FLAGS, Type.Scalar.BOOLEAN),
                Type.Scalar.VOID,
                false,
                "java.util.Arrays.fill(boolean[],boolean)");
        Expr yes = new Expr.Literal("true", Type.Scalar.BOOLEAN, span);
        hoisting.add(new Stmt.Effect(
                new Expr.Apply(filling, List.of(given, yes), span), new Stmt.Note(Stmt.Role.PRIMAL, span)));
        return given;
    }
}
