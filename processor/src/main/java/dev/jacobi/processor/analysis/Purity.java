package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a function only computes: called again with the same arguments, it gives the same, and nothing else has
 * changed. The derivative of a gradient computes the function again, so that only such functions have one.
 */
public final class Purity {

    private final CallGraph calls;
    private final CallGraph.Bodies bodies;

    public Purity(CallGraph calls, CallGraph.Bodies bodies) {
        this.calls = calls;
        this.bodies = bodies;
    }

    /** Whether it neither writes to its arguments nor does, or asks, anything outside. */
    public boolean onlyComputes(FunctionName.Primal name) {
        Function function = bodies.body(name);
        return function != null && leavesArguments(function) && hasNoEffects(name, new HashSet<>());
    }

    /** Whether it does or asks nothing outside. */
    public boolean hasNoEffects(FunctionName name) {
        return hasNoEffects(name, new HashSet<>());
    }

    private boolean leavesArguments(Function function) {
        Memory memory = calls.dependence(function, Sharing.NONE).memory();
        for (Var parameter : function.parameters()) {
            if (Memory.isArray(parameter.type())) {
                Var region = memory.region(parameter);
                if (memory.isWritten(region) || memory.movesRows(region) || region.equals(memory.result())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hasNoEffects(FunctionName name, Set<FunctionName> seen) {
        if (!seen.add(name) || name instanceof FunctionName.Ruled) {
            return true; // who gives a method a derivative says that it is a function
        }
        if (name instanceof FunctionName.FixedPoint point) {
            return hasNoEffects(point.of(), seen);
        }
        Function function = bodies.body(name);
        if (function == null) {
            return name instanceof FunctionName.Gradient && hasNoEffects(name.primal(), seen);
        }
        for (Stmt statement : Walk.all(function.body())) {
            boolean throwing = statement instanceof Stmt.Throw;
            for (Expr expression : Walk.own(statement)) {
                if (!throwing && !isPure(expression, seen)) {
                    return false;
                }
            }
        }
        return function.result() == null || isPure(function.result(), seen);
    }

    private boolean isPure(Expr e, Set<FunctionName> seen) {
        if (e instanceof Expr.Call call && !hasNoEffects(call.function(), seen)) {
            return false;
        }
        if (e instanceof Expr.Apply apply && !isPure(apply.primitive())) {
            return false;
        }
        return Walk.operands(e).stream().allMatch(operand -> isPure(operand, seen));
    }

    private static boolean isPure(Primitive primitive) {
        boolean array = primitive.form() == Primitive.Form.NEW_ARRAY
                || primitive.form() == Primitive.Form.ARRAY_LITERAL
                || ArrayOperation.of(primitive) != ArrayOperation.NONE;
        boolean check = primitive.owner() instanceof Type.Library; // of the object that a method is called on
        return array || check || primitive.pure();
    }
}
