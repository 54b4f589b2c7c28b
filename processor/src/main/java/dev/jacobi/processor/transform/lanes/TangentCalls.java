package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that give a value with its derivative along a direction: several directions share one call. */
final class TangentCalls {

    private TangentCalls() {}

    /** The call whose result a statement names, or that it is; null where there is none. */
    static Expr.@Nullable Call of(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call && isTangent(call)) {
            return call;
        }
        return statement instanceof Stmt.Effect s && s.value() instanceof Expr.Call call && isTangent(call)
                ? call
                : null;
    }

    /** A derivative of a method of the source: others compute with directions what lanes can't share. */
    static boolean isTangent(Expr.Call call) {
        return call.function() instanceof FunctionName.Tangent tangent && tangent.of() instanceof FunctionName.Primal;
    }

    static FunctionName.Tangents inLanes(Expr.Call call) {
        return new FunctionName.Tangents((FunctionName.Tangent) call.function());
    }

    /** The arguments of the function itself. */
    static List<Expr> values(Expr.Call call) {
        return call.arguments().subList(0, firstDirection(call));
    }

    /** What it is differentiated along. */
    static List<Expr> directions(Expr.Call call) {
        return call.arguments().subList(firstDirection(call), call.arguments().size());
    }

    private static int firstDirection(Expr.Call call) {
        FunctionName.Tangent tangent = (FunctionName.Tangent) call.function();
        return call.arguments().size() - tangent.active().size();
    }

    /** How many parts of a value with its tangent are the value's: those behind are of them that carry derivatives. */
    static int values(Type.Struct both) {
        int values = 0;
        int tangents = 0;
        while (values + tangents < both.components().size()) {
            tangents += both.components().get(values).type().carriesDerivative() ? 1 : 0;
            values++;
        }
        return values;
    }

    /** The place of a part among those of a value with its tangent. */
    static int place(Expr.Component part) {
        List<Type.Component> all = ((Type.Struct) part.struct().type()).components();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(part.name())) {
                return i;
            }
        }
        throw new IllegalStateException(
                "no part " + part.name() + " of " + part.struct().type());
    }

    /** Whether a part of a value with its tangent is one of the tangent. */
    static boolean isOfTangent(Expr.Component part) {
        return place(part) >= values((Type.Struct) part.struct().type());
    }
}
