package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements once more, with variables and labels of their own. */
public final class Copying extends Rewriter {

    private final Map<Var, Var> variables;

    private final NameSupply labels;

    private Copying(Map<Var, Var> variables, NameSupply labels) {
        this.variables = variables;
        this.labels = labels;
    }

    /** A loop once more. */
    public static Stmt.Loop copy(Stmt.Loop loop, NameSupply names) {
        return (Stmt.Loop) copy(List.of(loop), Map.of(), names).get(0);
    }

    /** @param given what stands for variables from outside */
    static List<Stmt> copy(List<Stmt> body, Map<Var, Var> given, NameSupply names) {
        Map<Var, Var> variables = new HashMap<>(given);
        for (Var variable : Walk.declares(body)) {
            variables.put(variable, new Var(names.fresh(variable.name()), variable.type()));
        }
        return new Copying(variables, names).rewrite(body);
    }

    @Override
    protected Var target(Var variable) {
        return variables.getOrDefault(variable, variable);
    }

    @Override
    public Stmt loop(Stmt.Loop s) {
        Stmt.Loop copied = (Stmt.Loop) super.loop(s);
        return new Stmt.Loop(
                labels.fresh(s.label()),
                copied.counter(),
                copied.condition(),
                copied.body(),
                copied.wish(),
                copied.note());
    }
}
