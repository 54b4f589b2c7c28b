package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The iteration whose sweeps run together. Its tapes are made once, before the outermost loop of this kind, and used by
 * one iteration after the other.
 *
 * @param isNone whether the sweeps are those of the whole function
 * @param own the variables that change from one iteration to the next
 * @param present the variables that are known to hold an array, not null, before the first one
 */
record Iteration(boolean isNone, Set<Var> own, Set<Var> present) {

    static final Iteration NONE = new Iteration(true, Set.of(), Set.of());

    Iteration {
        own = Set.copyOf(own);
        present = Set.copyOf(present);
    }

    /**
     * An iteration of a loop.
     *
     * @param present the arrays that are there, besides those that the loop's condition asks for their lengths
     */
    static Iteration of(Stmt.Loop outermost, Set<Var> present) {
        Set<Var> own = new HashSet<>(Walk.declares(List.of(outermost)));
        own.addAll(Walk.assigns(List.of(outermost)));
        Set<Var> asked = new HashSet<>(present);
        asked(outermost.condition(), asked);
        return new Iteration(false, own, asked);
    }

    private static void asked(Expr condition, Set<Var> out) {
        if (condition instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INFIX) {
            boolean first = apply.primitive().name().equals("&&")
                    || apply.primitive().name().equals("||");
            apply.operands().subList(0, first ? 1 : 2).forEach(operand -> asked(operand, out));
        } else if (isLength(condition)) {
            out.addAll(Walk.reads(condition));
        }
    }

    /** The variables that are declared with an array and never hold another, or none. */
    static Set<Var> made(List<Stmt> body) {
        Set<Var> made = new HashSet<>();
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply apply && isArray(apply)) {
                made.add(s.variable());
            }
        }
        made.removeAll(Walk.assigns(body));
        return made;
    }

    private static boolean isArray(Expr.Apply made) {
        return switch (ArrayOperation.of(made.primitive())) {
            case NEW, LITERAL, CLONE, COPY -> true;
            case LIKE, COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, OF_TENSOR, NONE -> false;
        };
    }

    /** Whether a length has to be asked for in each iteration: before the first one it might throw, or be another. */
    boolean changes(Expr length) {
        Set<Var> reads = Walk.reads(length);
        reads.retainAll(own);
        return !isNone && (!reads.isEmpty() || !isFree(length));
    }

    /**
     * A length that doesn't change, as it is asked for before the first iteration. There may be none, or none that asks
     * for it: an array that isn't there counts as empty then.
     */
    Expr early(Expr length) {
        return isNone ? length : new Early().rewrite(length);
    }

    private final class Early extends Rewriter {
        @Override
        public Expr apply(Expr.Apply e) {
            boolean sure =
                    !isLength(e) || e.operands().get(0) instanceof Expr.Ref ref && present.contains(ref.variable());
            if (sure) {
                return super.apply(e);
            }
            Expr array = e.operands().get(0);
            Expr nothing = new Expr.Literal("null", array.type(), e.span());
            Primitive same = Primitive.infix("==", array.type(), Type.Scalar.BOOLEAN);
            Expr missing = new Expr.Apply(same, List.of(array, nothing), e.span());
            return new Expr.Choose(missing, new Expr.Literal("0", Type.Scalar.INT, e.span()), e, e.span());
        }
    }

    private static boolean isLength(Expr e) {
        return e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.FIELD
                && apply.primitive().name().equals("length");
    }

    /** {@code Math.max} of numbers that can be had without an exception. */
    private static boolean isFree(Expr length) {
        boolean larger = length instanceof Expr.Apply apply
                && apply.primitive().signature().equals("java.lang.Math.max(int,int)");
        return larger ? Walk.operands(length).stream().allMatch(Effects::isFree) : Effects.isFree(length);
    }
}
