package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both sweeps in one method. */
public final class Fusion {

    private Fusion() {}

    /** The adjoint with 1 for the seed, and without the value: where that is a number, nobody asks for it. */
    public static Adjoint gradientAlone(Adjoint adjoint) {
        Adjoint seeded = seededWithOne(adjoint);
        return seeded.value() != null && seeded.value().type() instanceof Type.Scalar
                ? new Adjoint(
                        seeded.primal(),
                        seeded.active(),
                        seeded.shadows(),
                        seeded.forward(),
                        null,
                        List.of(),
                        List.of(),
                        seeded.backward(),
                        seeded.bars())
                : seeded;
    }

    /** The adjoint with 1 for the seed, where the result is a number; of a tensor the seed is made at run time. */
    public static Adjoint seededWithOne(Adjoint adjoint) {
        Expr value = adjoint.value();
        if (value == null
                || !(value.type() instanceof Type.Scalar)
                || adjoint.seeds().isEmpty()) {
            return adjoint;
        }
        Var seed = adjoint.seed();
        Expr one = Arithmetic.number(1, seed.type(), value.span());
        Rewriter seeding = Substitution.of(Map.of(seed, one));
        List<Stmt> backward = seeding.rewrite(adjoint.backward());
        List<Expr> bars = new ArrayList<>();
        for (Expr bar : adjoint.bars()) {
            bars.add(seeding.rewrite(bar));
        }
        return new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                adjoint.shadows(),
                adjoint.forward(),
                value,
                adjoint.valueShadows(),
                adjoint.seeds(),
                backward,
                bars);
    }
}
