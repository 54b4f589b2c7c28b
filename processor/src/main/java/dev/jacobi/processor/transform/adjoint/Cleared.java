package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that each iteration fills anew, though they are made before the loop. What an iteration reads of one it has
 * written itself, so its backward sweep leaves the shadow as it found it, zero:
 *
 * <pre>
 *   forward: for (j = 0; j &lt; n; j++) a[j] = …      backward, at the end: for (j …) { bar = aBar[j]; aBar[j] = 0; … }
 * </pre>
 *
 * Then it doesn't matter which iteration comes first.
 */
final class Cleared {

    private final ArrayClasses classes;
    private final Memory memory;

    /** The statements before the loop, among which the shadow is made. */
    private final List<Stmt> before;

    /** The variables that change once they are declared. */
    private final Set<Var> changing;

    Cleared(ArrayClasses classes, Memory memory, List<Stmt> before, Set<Var> changing) {
        this.classes = classes;
        this.memory = memory;
        this.before = before;
        this.changing = changing;
    }

    /** Whether all arrays of a class are zero when an iteration's backward sweep has run, if they were at its start. */
    boolean holds(Var wanted, List<Stmt> forward, List<Stmt> backward) {
        Var shadow = wanted;
        Expr length = length(shadow);
        if (length == null || !classes.holdsOnly(wanted, Set.of(shadow)) || !isSteady(length)) {
            return false;
        }
        for (int i = backward.size() - 1; i >= 0; i--) {
            List<Stmt> one = List.of(backward.get(i));
            if (Touches.of(one, classes, memory).all().contains(wanted)) {
                return clears(backward.get(i), shadow, length, forward);
            }
        }
        return false;
    }

    private boolean isSteady(Expr length) {
        Set<Var> reads = Walk.reads(length);
        reads.retainAll(changing);
        return reads.isEmpty();
    }

    /** How long a shadow is that is made before the loop; null where that isn't in sight. */
    private @Nullable Expr length(Var shadow) {
        for (Stmt statement : before) {
            if (statement instanceof Stmt.Declare s
                    && s.variable().equals(shadow)
                    && s.value() instanceof Expr.Apply made) {
                boolean like = Shadows.isFresh(made.primitive());
                boolean numbers = made.type() instanceof Type.Array array && array.element() instanceof Type.Scalar;
                boolean isNew = ArrayOperation.of(made.primitive()) == ArrayOperation.NEW;
                return !numbers
                        ? null
                        : like && made.operands().get(0) instanceof Expr.Ref array
                                ? length(array.variable())
                                : isNew ? made.operands().get(0) : null;
            }
        }
        return null;
    }

    private boolean clears(Stmt last, Var shadow, Expr length, List<Stmt> forward) {
        if (last instanceof Stmt.Reverse reverse) {
            for (Stmt statement : forward) {
                if (statement instanceof Stmt.Loop loop && loop.label().equals(reverse.label())) {
                    return isOfAll(loop, length) && clearsElement(reverse.body(), shadow, loop);
                }
            }
            return false;
        }
        boolean alone = last instanceof Stmt.Declare || last instanceof Stmt.Effect;
        return alone
                && Walk.own(last).size() == 1
                && Walk.own(last).get(0) instanceof Expr.Apply apply
                && apply.operands().size() == 1
                && apply.operands().get(0) instanceof Expr.Ref ref
                && ref.variable().equals(shadow)
                && Shadows.isClearing(apply.primitive());
    }

    /** {@code for (int j = 0; j < length; j++)}, or up to the length of an array that is as long. */
    private boolean isOfAll(Stmt.Loop loop, Expr length) {
        Stmt.Counter counter = loop.counter();
        if (counter == null
                || counter.step() != 1
                || !Arithmetic.is(counter.from(), 0)
                || !(loop.condition() instanceof Expr.Apply condition)
                || condition.primitive().form() != Primitive.Form.INFIX
                || !condition.primitive().name().equals("<")
                || !(condition.operands().get(0) instanceof Expr.Ref counted)) {
            return false;
        }
        Expr limit = condition.operands().get(1);
        if (limit instanceof Expr.Apply asked
                && asked.primitive().form() == Primitive.Form.FIELD
                && asked.primitive().name().equals("length")
                && asked.operands().get(0) instanceof Expr.Ref array) {
            limit = length(array.variable());
        }
        return limit != null && counted.variable().equals(counter.variable()) && Structure.same(limit, length);
    }

    /** Nothing is done with the shadow but {@code bar = aBar[j]; aBar[j] = 0}. */
    private boolean clearsElement(List<Stmt> body, Var shadow, Stmt.Loop loop) {
        boolean cleared = false;
        for (Stmt statement : body) {
            boolean store = statement instanceof Stmt.Store s
                    && isElement(s.array(), s.index(), shadow, loop)
                    && Arithmetic.is(s.value(), 0);
            boolean taken = !cleared
                    && statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Apply apply
                    && apply.primitive().form() == Primitive.Form.INDEX
                    && isElement(apply.operands().get(0), apply.operands().get(1), shadow, loop);
            cleared |= store;
            if (!store && !taken) {
                Touches touches = Touches.of(List.of(statement), classes, memory);
                if (touches.all().contains(classes.of(shadow))) {
                    return false;
                }
            }
        }
        return cleared;
    }

    private static boolean isElement(Expr array, Expr index, Var shadow, Stmt.Loop loop) {
        return array instanceof Expr.Ref a
                && a.variable().equals(shadow)
                && index instanceof Expr.Ref i
                && loop.counter() != null
                && i.variable().equals(loop.counter().variable());
    }
}
