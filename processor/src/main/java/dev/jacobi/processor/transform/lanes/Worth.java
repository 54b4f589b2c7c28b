package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Walk;
import java.util.Set;

/**
 * Whether lanes save enough. With {@code s} the work that all share and {@code l} that of one lane, {@code k}
 * directions take {@code s + k·l} together and {@code k·(s + l)} one by one. Of what is shared only functions and
 * divisions count: sums and products cost next to nothing in loops that wait for memory, and there the sweep of one
 * direction is the faster one.
 */
final class Worth {

    /** The least gain for which a method more is generated. */
    private static final double LEAST = 1.2;

    private static final int FUNCTION = 20;
    private static final int DIVISION = 5;

    private static final Set<String> ROOTS = Set.of("sqrt");

    /** Functions that take no longer than a sum. */
    private static final Set<String> CHEAP =
            Set.of("abs", "max", "min", "fma", "floor", "ceil", "rint", "signum", "copySign");

    private final Varying varying;
    private int shared;
    private int own;

    private Worth(Varying varying) {
        this.varying = varying;
    }

    static boolean pays(Function function, Varying varying) {
        Worth worth = new Worth(varying);
        Walk.all(function.body()).forEach(worth::add);
        double together = worth.shared + FunctionName.Lanes.COUNT * (double) worth.own;
        return FunctionName.Lanes.COUNT * (double) (worth.shared + worth.own) >= LEAST * together;
    }

    private void add(Stmt statement) {
        boolean varies = LaneCheck.varies(statement, varying);
        own += varies ? 1 : 0;
        Walk.own(statement).forEach(e -> add(e, varies));
    }

    private void add(Expr e, boolean varies) {
        if (e instanceof Expr.Apply apply && e.type().isFloating()) {
            int cost = cost(apply);
            if (varies && varying.isIn(e)) {
                own += cost;
            } else {
                shared += cost > 1 ? cost : 0;
            }
        }
        Walk.operands(e).forEach(operand -> add(operand, varies));
    }

    private static int cost(Expr.Apply e) {
        Primitive primitive = e.primitive();
        return switch (primitive.form()) {
            case STATIC_METHOD ->
                ROOTS.contains(primitive.name()) ? DIVISION : CHEAP.contains(primitive.name()) ? 1 : FUNCTION;
            case METHOD, NEW, NEW_ARRAY, ARRAY_LITERAL, FUNCTION -> FUNCTION;
            case INFIX -> primitive.name().equals("/") ? DIVISION : 1;
            case INDEX -> 1;
            case PREFIX, CAST, CONVERSION, STATIC_FIELD, FIELD, INSTANCE_OF -> 0;
        };
    }
}
