package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a method may throw when derivatives have been added already: where both sweeps of iterations run together, an
 * exception may come in any of them, and behind the loop. The backward sweep itself throws nothing that the forward one
 * hasn't.
 *
 * <p>Elements that a loop's own condition shows to be there throw nothing: {@code x[i]} and {@code x[i + 1]} in
 * {@code for (int i = 0; i + 1 < x.length; i++)}.
 */
public final class Interruptions {

    /** Arrays that are there: parameters, which are looked at first, and what the method makes. */
    private final Set<Var> present = new HashSet<>();

    /** Variables that hold an array's length. */
    private final Map<Var, Var> lengths = new HashMap<>();

    private boolean together;
    private boolean possible;

    private Interruptions(Adjoint sweeps) {
        present.addAll(sweeps.primal().parameters());
        for (Stmt statement : sweeps.forward()) {
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply apply) {
                if (ArrayOperation.of(apply.primitive()) == ArrayOperation.NEW) {
                    present.add(s.variable());
                }
                if (isLength(apply) && apply.operands().get(0) instanceof Expr.Ref array) {
                    lengths.put(s.variable(), array.variable());
                }
            }
        }
        Set<Var> changing = Walk.assigns(sweeps.forward());
        present.removeAll(changing);
        lengths.keySet().removeAll(changing);
    }

    /** Whether it may. */
    public static boolean arePossible(Adjoint sweeps) {
        Interruptions interruptions = new Interruptions(sweeps);
        interruptions.block(sweeps.forward(), Map.of());
        for (Expr value : sweeps.values()) {
            interruptions.evaluated(value, Map.of());
        }
        return interruptions.possible;
    }

    private record Bound(Var array, int from, int ahead) {}

    private void block(List<Stmt> body, Map<Var, Bound> bounds) {
        for (Stmt statement : body) {
            boolean backward = statement.note().role() == Stmt.Role.ADJOINT
                    || statement.note().role() == Stmt.Role.KEPT;
            if (backward) {
                continue;
            }
            Map<Var, Bound> inside = bounds;
            if (statement instanceof Stmt.Loop loop) {
                together |= loop.note().role() == Stmt.Role.TOGETHER;
                inside = new HashMap<>(bounds);
                bound(loop, inside);
            }
            possible |= together && statement instanceof Stmt.Throw;
            for (Expr e : Walk.own(statement)) {
                together |= e instanceof Expr.Call call && call.function() instanceof FunctionName.Joined;
                evaluated(e, inside);
            }
            if (statement instanceof Stmt.Store s) {
                evaluated(element(s.array(), s.index()), inside);
            }
            for (List<Stmt> block : Walk.blocks(statement)) {
                block(block, inside);
            }
        }
    }

    private static Expr element(Expr array, Expr index) {
        return new Expr.Apply(Primitive.index(array.type(), index.type()), List.of(array, index), index.span());
    }

    private void evaluated(Expr e, Map<Var, Bound> bounds) {
        possible |= together && !isSafe(e, bounds);
    }

    private boolean isSafe(Expr e, Map<Var, Bound> bounds) {
        if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX) {
            return isThere(apply.operands().get(0), apply.operands().get(1), bounds);
        }
        if (e instanceof Expr.Apply apply && isLength(apply)) {
            return apply.operands().get(0) instanceof Expr.Ref array && present.contains(array.variable());
        }
        boolean own =
                e instanceof Expr.Apply apply ? Effects.isFree(withSimpleOperands(apply)) : !(e instanceof Expr.Call);
        return own && Walk.operands(e).stream().allMatch(operand -> isSafe(operand, bounds));
    }

    /** The primitive on operands that throw nothing. */
    private static Expr withSimpleOperands(Expr.Apply e) {
        List<Expr> operands = Walk.operands(e).stream()
                .map(operand -> (Expr) new Expr.Ref(new Var("operand", operand.type()), operand.span()))
                .toList();
        return new Expr.Apply(e.primitive(), operands, e.span());
    }

    private static boolean isLength(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.FIELD
                && e.primitive().name().equals("length")
                && e.operands().get(0).type() instanceof Type.Array;
    }

    /** Whether an element is where the loops around say. */
    private boolean isThere(Expr array, Expr index, Map<Var, Bound> bounds) {
        Expr counted = shift(index).isPresent() && index instanceof Expr.Apply apply
                ? apply.operands().get(0)
                : index;
        OptionalInt shift = shift(index);
        if (!(array instanceof Expr.Ref a) || !(counted instanceof Expr.Ref i) || shift.isEmpty()) {
            return false;
        }
        Bound bound = bounds.get(i.variable());
        return bound != null
                && present.contains(a.variable())
                && bound.array().equals(a.variable())
                && shift.getAsInt() <= bound.ahead()
                && bound.from() + shift.getAsInt() >= 0;
    }

    /** Of {@code i}, {@code i + 2} and {@code i - 2} the number. */
    private static OptionalInt shift(Expr e) {
        if (e instanceof Expr.Ref) {
            return OptionalInt.of(0);
        }
        if (e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && apply.type() == Type.Scalar.INT
                && apply.operands().get(0) instanceof Expr.Ref
                && apply.operands().get(1) instanceof Expr.Literal number
                && number.type() == Type.Scalar.INT
                && Arithmetic.constant(number).isPresent()) {
            int value = (int) Arithmetic.constant(number).getAsDouble();
            return switch (apply.primitive().name()) {
                case "+" -> OptionalInt.of(value);
                case "-" -> OptionalInt.of(-value);
                default -> OptionalInt.empty();
            };
        }
        return OptionalInt.empty();
    }

    /** {@code for (int i = from; i + ahead < x.length; i++)}: there is no way past the largest number either. */
    private void bound(Stmt.Loop loop, Map<Var, Bound> bounds) {
        Stmt.Counter counter = loop.counter();
        if (counter == null
                || counter.step() != 1
                || Arithmetic.constant(counter.from()).isEmpty()
                || !(loop.condition() instanceof Expr.Apply condition)
                || condition.primitive().form() != Primitive.Form.INFIX
                || !condition.primitive().name().equals("<")) {
            return;
        }
        Expr left = condition.operands().get(0);
        OptionalInt ahead = shift(left);
        Expr counted = left instanceof Expr.Apply apply ? apply.operands().get(0) : left;
        Var array = measured(condition.operands().get(1));
        double from = Arithmetic.constant(counter.from()).getAsDouble();
        boolean plain = counted instanceof Expr.Ref ref
                && ref.variable().equals(counter.variable())
                && ahead.isPresent()
                && ahead.getAsInt() >= 0
                && from >= 0
                && from + ahead.getAsInt() < Integer.MAX_VALUE;
        if (plain && array != null) {
            bounds.put(counter.variable(), new Bound(array, (int) from, ahead.getAsInt()));
        }
    }

    /** The array whose length an expression is. */
    private @Nullable Var measured(Expr e) {
        if (e instanceof Expr.Apply apply && isLength(apply) && apply.operands().get(0) instanceof Expr.Ref array) {
            return array.variable();
        }
        return e instanceof Expr.Ref ref ? lengths.get(ref.variable()) : null;
    }
}
