package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call whose backward half can follow its forward half at once, so that one method runs both and no pullback is kept:
 *
 * <pre>
 *   p = fPullback(a, aBar); y = p.value(); s += y; p.apply(sBar)
 *   becomes                 y = fWithAdjoint(a, aBar, sBar); s += y
 * </pre>
 *
 * It can where the seeds are known before the call, and the backward half only adds to shadows that nobody asks for in
 * between. What is handed on must be numbers: no array's adjoint may come to the call's result later, nor to a row that
 * the call has put into an array.
 *
 * @param forward what becomes of the forward statements at their places
 */
record JoinedCall(Map<Integer, List<Stmt>> forward) {

    /**
     * Null where the backward statement at a turn is no such half, or has to stay where it is.
     *
     * @param asked the variables that are read behind both sweeps
     * @param joins which functions may have both sweeps in one method
     */
    static @Nullable JoinedCall of(
            Level level, int turn, IndependentLoop.Facts facts, Set<Var> asked, Predicate<FunctionName.Forward> joins) {
        if (!(level.backward.get(turn) instanceof Stmt.Effect effect)
                || !(effect.value() instanceof Expr.Call half)
                || !(half.function() instanceof FunctionName.Backward)
                || !(half.arguments().get(0) instanceof Expr.Ref pullback)) {
            return null;
        }
        int place = made(level.forward, pullback.variable());
        if (place < 0 || asked.contains(pullback.variable()) || reads(level.backward, pullback.variable()) > 1) {
            return null;
        }
        Stmt.Declare made = (Stmt.Declare) level.forward.get(place);
        int use = use(level.forward, place, made.variable());
        List<Expr> seeds = half.arguments().subList(1, half.arguments().size());
        return use > place
                        && made.value() instanceof Expr.Call call
                        && call.function() instanceof FunctionName.Forward name
                        && givesNumbers(made.variable(), name)
                        && takesNumbers(call)
                        && !facts.memory().mixes(name.of(), name.sharing())
                        && onlyAdds(level, made.variable(), turn, facts)
                        && joins.test(plain(name))
                        && knows(level, place, turn, seeds)
                ? joined(level, place, use, call, name, seeds)
                : null;
    }

    /** The one statement that asks the pullback for a number; 0 where there is none, or others that ask. */
    private static int use(List<Stmt> forward, int place, Var pullback) {
        for (int i = place + 1; i < forward.size(); i++) {
            if (forward.get(i) instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Component part
                    && part.struct() instanceof Expr.Ref ref
                    && ref.variable().equals(pullback)) {
                return reads(forward, pullback) == 1 ? i : 0;
            }
        }
        return 0;
    }

    /** As both halves run at once, nobody writes to an array in between. */
    private static FunctionName.Forward plain(FunctionName.Forward name) {
        return new FunctionName.Forward(name.of(), name.active(), name.sharing(), Meanwhile.AT_ONCE);
    }

    private static int made(List<Stmt> forward, Var pullback) {
        for (int i = 0; i < forward.size(); i++) {
            if (forward.get(i) instanceof Stmt.Declare s && s.variable().equals(pullback)) {
                return i;
            }
        }
        return -1;
    }

    /** How often a variable is read. */
    private static int reads(List<Stmt> body, Var variable) {
        int reads = 0;
        for (Stmt statement : Walk.all(body)) {
            for (Expr e : Walk.own(statement)) {
                reads += reads(e, variable);
            }
        }
        return reads;
    }

    private static int reads(Expr e, Var variable) {
        int reads = e instanceof Expr.Ref ref && ref.variable().equals(variable) ? 1 : 0;
        for (Expr operand : Walk.operands(e)) {
            reads += reads(operand, variable);
        }
        return reads;
    }

    /** The halves of a gradient or a fixed point are no sweeps. */
    private static boolean givesNumbers(Var pullback, FunctionName.Forward name) {
        return !(name.of() instanceof FunctionName.Gradient)
                && !(name.of() instanceof FunctionName.FixedPoint)
                && pullback.type() instanceof Type.Struct struct
                && struct.components().stream().allMatch(c -> c.type() instanceof Type.Scalar);
    }

    /** Where tensors are in arrays, a caller's backward sweep gives those a zero that nothing was added to. */
    private static boolean takesNumbers(Expr.Call call) {
        return call.arguments().stream()
                .noneMatch(a -> a.type() instanceof Type.Tensor || Shadows.holdsTensors(a.type()));
    }

    /** Whether the half at a turn only adds to shadows that nobody asks for before. */
    private static boolean onlyAdds(Level level, Var pullback, int turn, IndependentLoop.Facts facts) {
        Touches touches = Touches.of(List.of(level.backward.get(turn)), facts.classes(), facts.memory());
        Touches between = Touches.of(level.staying(turn), facts.classes(), facts.memory());
        Set<Var> changed = new HashSet<>(touches.changed);
        changed.remove(facts.classes().of(ArrayClasses.shadow(pullback)));
        boolean sums = changed.isEmpty();
        for (Var each : touches.added) {
            sums &= !touches.read.contains(each)
                    && !between.read.contains(each)
                    && !between.changed.contains(each)
                    && !each.equals(facts.classes().of(ArrayClasses.ELSEWHERE))
                    && !facts.seeded().contains(each);
        }
        return sums;
    }

    /** Makes the seeds known before the call, if they can be. */
    private static boolean knows(Level level, int place, int turn, List<Expr> seeds) {
        Set<Var> read = new HashSet<>();
        boolean plain = true;
        for (Expr seed : seeds) {
            plain &= seed instanceof Expr.Ref || seed instanceof Expr.Literal;
            read.addAll(Walk.reads(seed));
        }
        return plain && level.provide(place, turn, read, Set.of());
    }

    private static @Nullable JoinedCall joined(
            Level level, int place, int use, Expr.Call call, FunctionName.Forward name, List<Expr> seeds) {
        List<Expr> arguments = new ArrayList<>(call.arguments());
        arguments.addAll(seeds);
        if (!(level.forward.get(use) instanceof Stmt.Declare s) || !(s.value() instanceof Expr.Component part)) {
            return null;
        }
        FunctionName joined = new FunctionName.Joined(plain(name), part.name(), false);
        Expr value = new Expr.Call(joined, arguments, part.type(), call.span());
        Stmt both = new Stmt.Declare(s.variable(), value, s.note());
        return new JoinedCall(Map.of(place, List.of(both), use, List.of()));
    }
}
