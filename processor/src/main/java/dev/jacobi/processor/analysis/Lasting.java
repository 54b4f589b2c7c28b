package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;

/**
 * What a variable may hold for an expression that comes again: it is dear, and the same as long as its variables are.
 */
public final class Lasting {

    private Lasting() {}

    public static boolean isWorthHolding(Expr e) {
        return e instanceof Expr.Apply && !Cost.isCheap(e) && isPure(e);
    }

    /** Elements of arrays may be overwritten, and arrays may be made anew. */
    private static boolean isPure(Expr e) {
        boolean own = !(e.type() instanceof Type.Array)
                && !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply
                        && (!apply.primitive().pure() || apply.primitive().form() == Primitive.Form.INDEX));
        return own && Walk.operands(e).stream().allMatch(Lasting::isPure);
    }
}
