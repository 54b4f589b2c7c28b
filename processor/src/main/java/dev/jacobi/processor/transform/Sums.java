package dev.jacobi.processor.transform;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Sums and products of numbers, tensors and arrays, as statements that can be differentiated again. */
final class Sums {

    private static final Type INT = Type.Scalar.INT;

    private final NameSupply names;
    private final Stmt.Note note;
    private final List<Stmt> out;

    /** @param out where the statements go */
    Sums(NameSupply names, Stmt.Note note, List<Stmt> out) {
        this.names = names;
        this.note = note;
        this.out = out;
    }

    /** What happens to an element of two arrays. */
    private interface Element {
        void at(Expr a, Expr b, Expr array, Expr.Ref index, List<Stmt> body);
    }

    /** {@code a + b}; of arrays, {@code a} with {@code b} added to its elements. */
    Expr plus(Expr a, Expr b) {
        if (!(a.type() instanceof Type.Array)) {
            return Arithmetic.plus(a, b);
        }
        add(a, b, out);
        return a;
    }

    private void add(Expr a, Expr b, List<Stmt> into) {
        into.add(elements(a, b, (x, y, array, index, body) -> {
            if (x.type() instanceof Type.Array) {
                add(x, y, body);
            } else {
                body.add(new Stmt.Store(array, index, Arithmetic.plus(x, y), note));
            }
        }));
    }

    /** {@code ⟨a, b⟩}, a number, of two numbers or arrays of numbers. */
    Expr inner(Expr a, Expr b, Type number) {
        if (!(a.type() instanceof Type.Array)) {
            return Arithmetic.convert(Arithmetic.times(a, b), number);
        }
        Var sum = new Var(names.fresh("sum"), number);
        out.add(new Stmt.Declare(sum, Arithmetic.number(0, number, note.span()), note));
        add(sum, a, b, out);
        return new Expr.Ref(sum, note.span());
    }

    private void add(Var sum, Expr a, Expr b, List<Stmt> into) {
        into.add(elements(a, b, (x, y, array, index, body) -> {
            if (x.type() instanceof Type.Array) {
                add(sum, x, y, body);
                return;
            }
            Expr product = Arithmetic.convert(Arithmetic.times(x, y), sum.type());
            Expr more = Arithmetic.plus(new Expr.Ref(sum, note.span()), product);
            body.add(new Stmt.Assign(sum, more, note));
        }));
    }

    /** {@code for (int i = 0; i < a.length; i++) { … }}. */
    private Stmt elements(Expr a, Expr b, Element element) {
        Var index = new Var(names.fresh("i"), INT);
        Expr.Ref at = new Expr.Ref(index, note.span());
        List<Stmt> body = new ArrayList<>();
        element.at(element(a, at), element(b, at), a, at, body);
        Expr length = new Expr.Apply(Primitive.length(a.type()), List.of(a), note.span());
        Expr more = new Expr.Apply(Primitive.infix("<", INT, Type.Scalar.BOOLEAN), List.of(at, length), note.span());
        Stmt.Counter counter = new Stmt.Counter(index, new Expr.Literal("0", INT, note.span()), 1);
        return new Stmt.Loop(names.fresh("elements"), counter, more, body, note);
    }

    private static Expr element(Expr array, Expr.Ref at) {
        return new Expr.Apply(Primitive.index(array.type(), INT), List.of(array, at), array.span());
    }
}
