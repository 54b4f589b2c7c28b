package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The adjoint of each variable; an array's is its shadow. */
final class Bars implements UnaryOperator<Var> {

    private final NameSupply names;
    private final Map<Var, Var> bars = new HashMap<>();

    Bars(NameSupply names) {
        this.names = names;
    }

    @Override
    public Var apply(Var variable) {
        Var bar = bars.get(variable);
        return bar != null ? bar : named(variable, "Bar");
    }

    /** Gives a variable an adjoint with a word behind its name. */
    Var named(Var variable, String word) {
        Var bar = new Var(names.fresh(variable.name() + word), variable.type());
        bars.put(variable, bar);
        return bar;
    }
}
