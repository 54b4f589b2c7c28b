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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether lanes save enough. With {@code s} the work that all share and {@code l} that of one lane, {@code k}
 * directions take {@code s + k·l} together and {@code k·(s + l)} one by one. Of what is shared only functions,
 * divisions and arrays that loops make count: sums and products cost next to nothing in loops that wait for memory, and
 * there the sweep of one direction is the faster one.
 */
final class Worth {

    /** The least gain for which a method more is generated. */
    private static final double LEAST = 1.2;

    private static final int FUNCTION = 20;
    private static final int ARRAY = 20;
    private static final int DIVISION = 5;

    private static final Set<String> ROOTS = Set.of("sqrt");

    /** Functions that take no longer than a sum. */
    private static final Set<String> CHEAP =
            Set.of("abs", "max", "min", "fma", "floor", "ceil", "rint", "signum", "copySign");

    private final Lanes.Callees callees;

    /** Called functions, each of which counts once. */
    private final Set<FunctionName> counted = new HashSet<>();

    private int shared;
    private int own;

    private Worth(Lanes.Callees callees) {
        this.callees = callees;
    }

    static boolean pays(Function function, Varying varying, Lanes.Callees callees) {
        Worth worth = new Worth(callees);
        worth.new Counting(varying).add(function.body(), false);
        double together = worth.shared + FunctionName.Lanes.COUNT * (double) worth.own;
        return FunctionName.Lanes.COUNT * (double) (worth.shared + worth.own) >= LEAST * together;
    }

    /** What one function adds. */
    private final class Counting {
        private final Varying varying;

        Counting(Varying varying) {
            this.varying = varying;
        }

        void add(List<Stmt> body, boolean inLoop) {
            for (Stmt statement : body) {
                boolean varies = LaneCheck.varies(statement, varying);
                own += varies ? 1 : 0;
                Walk.own(statement).forEach(e -> add(e, varies, inLoop));
                Expr.Call tangent = TangentCalls.of(statement);
                if (tangent != null) {
                    add(TangentCalls.inLanes(tangent).of(), inLoop);
                }
                boolean inner = inLoop || statement instanceof Stmt.Loop;
                Walk.blocks(statement).forEach(block -> add(block, inner));
            }
        }

        private void add(FunctionName.Tangent called, boolean inLoop) {
            Function tangent = counted.add(called) ? callees.tangent(called) : null;
            if (tangent != null) {
                List<Var> dots = Lanes.last(called.active().size(), tangent);
                new Counting(Varying.of(tangent, dots)).add(tangent.body(), inLoop);
            }
        }

        private void add(Expr e, boolean varies, boolean inLoop) {
            boolean array = inLoop && e.type() instanceof Type.Array;
            if (e instanceof Expr.Apply apply && (array || e.type().isFloating())) {
                int cost = array ? costOfArray(apply) : cost(apply);
                if (varies && (array || varying.isIn(e))) {
                    own += cost;
                } else {
                    shared += cost > 1 ? cost : 0;
                }
            }
            Walk.operands(e).forEach(operand -> add(operand, varies, inLoop));
        }
    }

    private static int costOfArray(Expr.Apply e) {
        return switch (ArrayOperation.of(e.primitive())) {
            case NEW, LIKE, LITERAL, CLONE, COPY -> ARRAY;
            case OF_TENSOR, COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, NONE -> 0;
        };
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
