package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether several runs of some statements can be one: all of them take the same way, and none has an effect but on
 * arrays that it has made.
 */
final class BatchCheck {

    /** Of how many statements four copies still fit into what C2 compiles well. */
    private static final int MOST = 40;

    private final Batches batches;
    private final Varying varying;
    private final LaneCheck lanes;
    private final Memory memory;
    private final Set<Var> own;
    private final Set<Var> others;

    /**
     * @param own the variables that the statements declare
     * @param others all that are in sight besides
     */
    BatchCheck(Batches batches, Varying varying, Memory memory, Set<Var> own, Set<Var> others) {
        this.batches = batches;
        this.varying = varying;
        this.lanes = new LaneCheck(varying, tangents -> false);
        this.memory = memory;
        this.own = own;
        this.others = others;
    }

    boolean allows(List<Stmt> body) {
        return own.stream().allMatch(lanes::isAllowed)
                && Walk.all(body).size() <= MOST
                && Walk.all(body).stream().allMatch(this::isAllowed);
    }

    /** Whether a result is a number that differs from run to run. */
    boolean isNumber(Expr result) {
        return result.type() instanceof Type.Scalar && varying.isIn(result) && lanes.isRepeatable(result);
    }

    private boolean isAllowed(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call) {
            return isAllowed(call, s.variable());
        }
        return lanes.isAllowed(statement)
                && Walk.own(statement).stream().allMatch(lanes::isRepeatable)
                && writesOwn(statement)
                && !(statement instanceof Stmt.Loop loop && loop.wish() != null);
    }

    private boolean isAllowed(Expr.Call call, Var variable) {
        return call.function() instanceof FunctionName.Primal
                && variable.type() instanceof Type.Scalar
                && call.arguments().stream().allMatch(lanes::isRepeatable)
                && varying.isIn(call)
                && batches.allows(Batches.batch(call, varying));
    }

    private boolean writesOwn(Stmt statement) {
        @Nullable Expr array = written(statement);
        return array != null ? isOwn(array) : !(statement instanceof Stmt.Effect || statement instanceof Stmt.Throw);
    }

    /** The array that a statement writes to; null where it does to none, or isn't known. */
    static @Nullable Expr written(Stmt statement) {
        if (statement instanceof Stmt.Store s) {
            return s.array();
        }
        if (statement instanceof Stmt.Accumulate s) {
            return s.array();
        }
        int target = statement instanceof Stmt.Effect s ? Varying.writesTo(s.value()) : -1;
        return target < 0
                ? null
                : Walk.operands(((Stmt.Effect) statement).value()).get(target);
    }

    /**
     * Whether an array has been made by the statements themselves, and nothing else names it. What stands for the row
     * {@code a[i]} isn't declared by them, and no region tells of it.
     */
    private boolean isOwn(Expr array) {
        @Nullable Var region = memory.region(array);
        return region != null
                && Walk.reads(array).stream().allMatch(v -> own.contains(v) || !Memory.isArray(v.type()))
                && !memory.isElsewhere(region)
                && others.stream()
                        .noneMatch(v ->
                                Memory.isArray(v.type()) && memory.region(v).equals(region));
    }
}
