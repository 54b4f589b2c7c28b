package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.Set;

/**
 * Recompute or store: whether an expression is so cheap that the derivative may compute it again. Up to three additions
 * or multiplications of numbers cost less than a load from memory, and up to eight of them and of loads less than a
 * place on a tape that grows; calls and everything on tensors are kept. A division is kept in a variable, but not on a
 * tape, where it would be stored and loaded again: there it counts as two.
 */
public final class Cost {

    private static final int LIMIT = 3;
    private static final int GROWING_LIMIT = 8;
    private static final int DEAR = 1000;
    private static final int DIVISION = 2;
    private static final Set<String> DIVISIONS = Set.of("/", "%");

    private Cost() {}

    /** Whether it may be evaluated twice. */
    public static boolean isCheap(Expr e) {
        return of(e, DEAR) <= LIMIT;
    }

    /** Whether evaluating it twice costs less than recording it on a tape. */
    public static boolean isCheaperThanRecording(Expr e) {
        return of(e, DIVISION) <= LIMIT;
    }

    /** Whether evaluating it twice costs less than recording it on a tape that grows. */
    public static boolean isCheaperThanGrowing(Expr e) {
        return of(e, DIVISION) <= GROWING_LIMIT;
    }

    /** Whether it needs no computation at all. */
    public static boolean isTrivial(Expr e) {
        return of(e, DEAR) == 0;
    }

    /** @param division what a division of floating-point numbers costs; a remainder takes many times as long */
    private static int of(Expr e, int division) {
        int cost = Arithmetic.isQuotient(e) ? division : e.match(OWN);
        for (Expr operand : Walk.operands(e)) {
            cost = Math.min(DEAR, cost + of(operand, division));
        }
        return cost;
    }

    private static final Expr.Cases<Integer> OWN = new Expr.Cases<>() {
        @Override
        public Integer literal(Expr.Literal e) {
            return 0;
        }

        @Override
        public Integer ref(Expr.Ref e) {
            return 0;
        }

        @Override
        public Integer apply(Expr.Apply e) {
            Primitive primitive = e.primitive();
            return switch (primitive.form()) {
                case STATIC_FIELD -> primitive.pure() ? 0 : DEAR;
                case CONVERSION, PREFIX -> e.type() instanceof Type.Scalar ? 0 : DEAR;
                case CAST -> primitive.pure() && e.type() instanceof Type.Scalar ? 1 : DEAR;
                case FIELD ->
                    primitive.name().equals("length")
                            ? 0
                            : primitive.pure() && e.type() instanceof Type.Scalar ? 1 : DEAR;
                case INDEX -> 1;
                case INFIX -> DIVISIONS.contains(primitive.name()) || !(e.type() instanceof Type.Scalar) ? DEAR : 1;
                case STATIC_METHOD, METHOD, NEW, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> DEAR;
            };
        }

        @Override
        public Integer call(Expr.Call e) {
            return DEAR;
        }

        @Override
        public Integer component(Expr.Component e) {
            return 0;
        }

        @Override
        public Integer build(Expr.Build e) {
            return DEAR;
        }

        @Override
        public Integer choose(Expr.Choose e) {
            return 1;
        }
    };
}
