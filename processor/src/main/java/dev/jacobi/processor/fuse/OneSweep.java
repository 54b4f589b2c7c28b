package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets loops reach over the turn from the forward to the backward sweep, where one method runs both and the forward
 * sweep ends in operations on tensors. Where the value is a total, its seed is 1 whatever the value, so that one loop
 * can make both the value and the derivatives.
 */
final class OneSweep {

    private OneSweep() {}

    static Adjoint of(Adjoint adjoint) {
        List<Stmt> forward = adjoint.forward();
        if (forward.isEmpty() || adjoint.backward().isEmpty() || !isPlain(adjoint)) {
            return adjoint;
        }
        List<Stmt> all = new ArrayList<>(forward);
        List<Var> seeds = adjoint.seeds();
        if (adjoint.value() != null && adjoint.value().type() instanceof Type.Tensor) {
            Stmt.Declare total = total(adjoint.value(), forward);
            if (total == null) {
                return adjoint;
            }
            Expr ones =
                    Shadows.onesLike(new Expr.Ref(total.variable(), total.note().span()));
            all.add(new Stmt.Declare(adjoint.seed(), ones, total.note()));
            seeds = List.of();
        }
        all.addAll(adjoint.backward());
        return new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                adjoint.shadows(),
                all,
                adjoint.value(),
                adjoint.valueShadows(),
                seeds,
                List.of(),
                adjoint.bars());
    }

    /**
     * Whether its value is a tensor or number made of such, so that nothing is done between the sweeps; and whether
     * statements stand in a row, as blocks of the backward sweep may declare again what those of the forward sweep do.
     */
    private static boolean isPlain(Adjoint adjoint) {
        return adjoint.value() != null
                && Stream.concat(adjoint.forward().stream(), adjoint.backward().stream())
                        .allMatch(OneSweep::isStep)
                && isPlain(adjoint.value().type())
                && adjoint.shadows().isEmpty()
                && adjoint.primal().parameters().stream().allMatch(v -> isPlain(v.type()));
    }

    private static Stmt.@Nullable Declare total(Expr value, List<Stmt> forward) {
        for (Stmt statement : forward) {
            boolean isValue = value instanceof Expr.Ref ref
                    && statement instanceof Stmt.Declare s
                    && s.variable().equals(ref.variable());
            if (isValue && statement instanceof Stmt.Declare s && s.value() != null) {
                FusedLoop.Total total = Elementwise.total(s.value());
                return total != null && total.isWhole() ? s : null;
            }
        }
        return null;
    }

    private static boolean isStep(Stmt statement) {
        return statement instanceof Stmt.Declare
                || statement instanceof Stmt.Assign
                || statement instanceof Stmt.Increment;
    }

    private static boolean isPlain(Type type) {
        return type instanceof Type.Tensor || type instanceof Type.Scalar;
    }
}
