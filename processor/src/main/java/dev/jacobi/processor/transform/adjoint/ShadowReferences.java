package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.transform.NewArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The shadow of an array: an array of the same shape that collects the adjoints of its numbers. Arrays are references,
 * so shadows are handed on in the forward sweep just as the arrays are: a row {@code a[i]} has the shadow
 * {@code aBar[i]}, and two names of one array have one shadow.
 */
final class ShadowReferences {

    private final Activity activity;
    private final UnaryOperator<Var> bars;

    /** @param bars gives the variable that holds the shadow of a variable's array */
    ShadowReferences(Activity activity, UnaryOperator<Var> bars) {
        this.activity = activity;
        this.bars = bars;
    }

    /** The shadow of an array that exists already. */
    Expr of(Expr array) {
        if (array instanceof Expr.Literal) {
            return array;
        }
        if (!activity.isActiveArray(array)) {
            return Shadows.roomLike(array);
        }
        if (array instanceof Expr.Ref ref) {
            return new Expr.Ref(bars.apply(ref.variable()), ref.span());
        }
        if (array instanceof Expr.Component e) {
            return new Expr.Component(e.struct(), e.name() + "Bar", e.type(), e.span());
        }
        if (array instanceof Expr.Choose e) {
            return new Expr.Choose(e.condition(), of(e.whenTrue()), of(e.whenFalse()), e.span());
        }
        if (array instanceof Expr.Apply e) {
            return Memory.comesFromElsewhere(e) ? Shadows.roomLike(e) : applied(e);
        }
        throw new IllegalStateException("no shadow of " + array);
    }

    /** The shadow of an array as it is now, since rows may change places before the backward sweep. */
    Expr kept(Expr array, Steadiness steadiness, NameSupply names, Stmt.Note note, List<Stmt> out) {
        Expr shadow = of(array);
        if (!steadiness.holdsRows(array)) {
            return rows(shadow, names, note, out);
        }
        if (shadow instanceof Expr.Ref) {
            return shadow;
        }
        Var held = new Var(names.fresh("rowBar"), array.type());
        out.add(new Stmt.Declare(held, shadow, note));
        return new Expr.Ref(held, array.span());
    }

    /** Declares the shadow of a new array; gives it as the backward sweep finds it. */
    Expr made(Expr.Ref array, Steadiness steadiness, NameSupply names, Stmt.Note note, List<Stmt> out) {
        Var bar = bars.apply(array.variable());
        out.add(new Stmt.Declare(bar, Shadows.roomLike(array), note));
        Expr.Ref shadow = new Expr.Ref(bar, array.span());
        return steadiness.holdsRows(array) ? shadow : rows(shadow, names, note, out);
    }

    /** The rows that a shadow has now. */
    private static Expr rows(Expr shadow, NameSupply names, Stmt.Note note, List<Stmt> out) {
        Var rows = new Var(
                names.fresh(shadow instanceof Expr.Ref ref ? ref.variable().name() + "Rows" : "rowBars"),
                shadow.type());
        out.add(new Stmt.Declare(rows, Shadows.rows(shadow), note));
        return new Expr.Ref(rows, shadow.span());
    }

    private Expr applied(Expr.Apply e) {
        List<Expr> operands = new ArrayList<>(e.operands());
        boolean rows = ArrayOperation.of(e.primitive()) == ArrayOperation.LITERAL;
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) instanceof Expr.Apply row && isNumbers(row)) {
                Expr length = new Expr.Literal(String.valueOf(row.operands().size()), Type.Scalar.INT, row.span());
                Primitive zeros = Primitive.newArray((Type.Array) row.type(), List.of(Type.Scalar.INT));
                operands.set(i, new Expr.Apply(zeros, List.of(length), row.span()));
            } else if (Memory.isArray(operands.get(i).type()) && (rows || i == 0)) {
                operands.set(i, of(operands.get(i)));
            }
        }
        return new Expr.Apply(e.primitive(), operands, e.span());
    }

    /** Whether an array is written out as its numbers. */
    private static boolean isNumbers(Expr.Apply e) {
        return ArrayOperation.of(e.primitive()) == ArrayOperation.LITERAL
                && !Memory.isArray(((Type.Array) e.type()).element());
    }

    /** The shadow of an array that {@code value} has just made, or given, and {@code held} names now. */
    Expr of(Expr.Ref held, Expr value) {
        if (!(value instanceof Expr.Apply e)) {
            return of(value);
        }
        if (Memory.comesFromElsewhere(e)) {
            return Shadows.roomLike(held);
        }
        boolean rows = ((Type.Array) value.type()).element() instanceof Type.Array;
        return switch (ArrayOperation.of(e.primitive())) {
            case NEW -> {
                Expr again = NewArrays.again(held, e);
                yield again != null ? again : Shadows.roomLike(held);
            }
            case LIKE, OF_TENSOR -> Shadows.roomLike(held);
            case LITERAL, CLONE, COPY -> rows ? applied(e) : Shadows.roomLike(held);
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, NONE -> of(value);
        };
    }
}
