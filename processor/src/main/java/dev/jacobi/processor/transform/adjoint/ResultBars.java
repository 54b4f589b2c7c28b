package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;

/** The adjoints of what a call gives side by side, one for each part. */
final class ResultBars {

    private final NameSupply names;
    private final Map<String, Var> bars = new HashMap<>();

    ResultBars(NameSupply names) {
        this.names = names;
    }

    /** The adjoint of {@code r.x()}. */
    Var of(Var result, String part, Type type) {
        return bars.computeIfAbsent(
                result.name() + "." + part,
                key -> new Var(names.fresh(Leaves.joined(result.name(), part) + "Bar"), type));
    }

    Var of(Expr.Component part) {
        return of(((Expr.Ref) part.struct()).variable(), part.name(), part.type());
    }
}
