package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Both sweeps in one method. */
public final class Fusion {

    private Fusion() {}

    /** Both sweeps as one function, which gives the adjoints. */
    public static Function function(Adjoint fused, FunctionName name, Type type) {
        Function primal = fused.primal();
        Span span = primal.result() == null ? Span.NOWHERE : primal.result().span();
        Stmt.Note kept = new Stmt.Note(Stmt.Role.KEPT, span);
        List<Stmt> body = new ArrayList<>();
        Iterator<Var> shadows = fused.shadows().iterator();
        for (int i : fused.active()) {
            Var parameter = primal.parameters().get(i);
            if (parameter.type() instanceof Type.Array) {
                Expr zeros = Shadows.zerosLike(new Expr.Ref(parameter, span));
                body.add(new Stmt.Declare(shadows.next(), zeros, kept));
            }
        }
        body.addAll(fused.forward());
        if (fused.value() != null
                && fused.value().type() instanceof Type.Tensor
                && !fused.seeds().isEmpty()) {
            body.add(new Stmt.Declare(fused.seed(), Shadows.seed(fused.value()), kept));
        }
        body.addAll(fused.backward());
        Expr result = type instanceof Type.Struct
                ? new Expr.Build(type, fused.bars(), span)
                : fused.bars().get(0);
        return new Function(name, primal.parameters(), primal.reserved(), body, result, type);
    }

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
