package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.List;

/**
 * Whether several directions can share a sweep: all of them take the same way through the code, only numbers and arrays
 * of these differ, and what is computed for each may be computed several times over.
 */
final class LaneCheck {

    /** The derivatives of called functions that several directions can share a call of. */
    interface Called {
        boolean allows(FunctionName.Tangents name);
    }

    private final Varying varying;
    private final Called called;

    LaneCheck(Varying varying, Called called) {
        this.varying = varying;
        this.called = called;
    }

    /** Whether a function that gives a derivative can give several. */
    boolean allowsDerivative(Function function, List<Var> directions) {
        Expr result = function.result();
        return result != null && isNumeric(result.type()) && isRepeatable(result) && allows(function, directions);
    }

    /** Whether one that gives a value with its derivative can give that with several. */
    boolean allowsTangent(Function function, List<Var> directions) {
        Expr result = function.result();
        boolean given = result == null || !varying.isIn(result);
        if (result instanceof Expr.Build build && result.type() instanceof Type.Struct both) {
            int values = TangentCalls.values(both);
            List<Expr> parts = build.components();
            given = parts.subList(0, values).stream().noneMatch(varying::isIn)
                    && parts.stream().allMatch(this::isRepeatable);
        }
        return given && allows(function, directions);
    }

    private boolean allows(Function function, List<Var> directions) {
        return function.parameters().stream().allMatch(this::isAllowed)
                && function.parameters().stream().allMatch(v -> varying.contains(v) == directions.contains(v))
                && Walk.declares(function.body()).stream().allMatch(this::isAllowed)
                && Walk.all(function.body()).stream().allMatch(this::isAllowed);
    }

    /** Whether a statement stands there once for each lane. */
    static boolean varies(Stmt statement, Varying varying) {
        if (statement instanceof Stmt.Declare s) {
            return varying.contains(s.variable());
        }
        if (statement instanceof Stmt.Assign s) {
            return varying.contains(s.variable());
        }
        if (statement instanceof Stmt.Increment s) {
            return varying.contains(s.variable());
        }
        if (statement instanceof Stmt.Store s) {
            return varying.isIn(s.array());
        }
        if (statement instanceof Stmt.Accumulate s) {
            return varying.isIn(s.array());
        }
        return statement instanceof Stmt.Effect s && varying.isIn(s.value());
    }

    /** A number that carries a derivative, or an array of such. */
    static boolean isNumeric(Type type) {
        return type.isFloating() && type instanceof Type.Scalar
                || type instanceof Type.Array array && isNumeric(array.element());
    }

    /** A call's pullback holds arrays of its own, of which there is one set. */
    private static boolean isStruct(Type type) {
        return type instanceof Type.Struct || type instanceof Type.Array array && isStruct(array.element());
    }

    boolean isAllowed(Var variable) {
        return varying.isTangent(variable) || !isStruct(variable.type()) && isKnown(variable);
    }

    private boolean isKnown(Var variable) {
        return isNumeric(variable.type()) || !variable.type().carriesDerivative() && !varying.contains(variable);
    }

    boolean isAllowed(Stmt statement) {
        if (statement instanceof Stmt.Reverse) {
            return false;
        }
        Expr.Call tangent = TangentCalls.of(statement);
        if (tangent != null) {
            return isAllowed(tangent);
        }
        boolean varies = varies(statement, varying);
        if (!varies) {
            return statement instanceof Stmt.Store || statement instanceof Stmt.Accumulate || isShared(statement);
        }
        return Walk.own(statement).stream().allMatch(this::isRepeatable) && hasSharedIndex(statement);
    }

    private boolean isAllowed(Expr.Call tangent) {
        return TangentCalls.values(tangent).stream().noneMatch(varying::isIn)
                && TangentCalls.directions(tangent).stream().allMatch(this::isRepeatable)
                && called.allows(TangentCalls.inLanes(tangent));
    }

    boolean isShared(Stmt statement) {
        return Walk.own(statement).stream().noneMatch(varying::isIn);
    }

    private boolean hasSharedIndex(Stmt statement) {
        if (statement instanceof Stmt.Store s) {
            return !varying.isIn(s.index());
        }
        return !(statement instanceof Stmt.Accumulate s) || !varying.isIn(s.index());
    }

    /** No effect but on arrays of its own lane; no question that lanes may answer differently. */
    boolean isRepeatable(Expr e) {
        if (e instanceof Expr.Component part && varying.tangent(part) != null) {
            return true;
        }
        if (e instanceof Expr.Call || e instanceof Expr.Build || e instanceof Expr.Component) {
            return false;
        }
        if (e instanceof Expr.Choose choose && varying.isIn(choose.condition())) {
            return false;
        }
        if (e instanceof Expr.Apply apply && !(isRepeatable(apply) && isSameWay(apply))) {
            return false;
        }
        return Walk.operands(e).stream().allMatch(this::isRepeatable);
    }

    private static boolean isRepeatable(Expr.Apply e) {
        Primitive primitive = e.primitive();
        return primitive.pure() || ArrayOperation.of(primitive) != ArrayOperation.NONE || Varying.writesTo(e) >= 0;
    }

    /** An element's index is the same in all lanes, and so is all else that is no number of derivatives. */
    private boolean isSameWay(Expr.Apply e) {
        boolean numeric = isNumeric(e.type()) || e.type() == Type.Scalar.VOID;
        return numeric
                ? e.primitive().form() != Primitive.Form.INDEX
                        || !varying.isIn(e.operands().get(1))
                : !varying.isIn(e);
    }
}
