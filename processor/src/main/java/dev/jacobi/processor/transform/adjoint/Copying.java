package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements on other variables. */
final class Copying extends Rewriter {

    private final Map<Var, Var> variables;

    /** Where the copied loops get their labels from; null where the statements stand in the place of the first ones. */
    private final @Nullable NameSupply labels;

    private Copying(Map<Var, Var> variables, @Nullable NameSupply labels) {
        this.variables = variables;
        this.labels = labels;
    }

    /**
     * The statements once more, in variables of their own.
     *
     * @param given what stands for variables from outside
     */
    static List<Stmt> copy(List<Stmt> body, Map<Var, Var> given, NameSupply names) {
        Map<Var, Var> variables = new HashMap<>(given);
        for (Var variable : Walk.declares(body)) {
            variables.put(variable, new Var(names.fresh(variable.name()), variable.type()));
        }
        return new Copying(variables, names).rewrite(body);
    }

    /** The statements with other variables from outside. */
    static List<Stmt> renamed(List<Stmt> body, Map<Var, Var> given) {
        return new Copying(given, null).rewrite(body);
    }

    @Override
    protected Var target(Var variable) {
        return variables.getOrDefault(variable, variable);
    }

    @Override
    public Expr ref(Expr.Ref e) {
        Var variable = target(e.variable());
        return variable.equals(e.variable()) ? e : new Expr.Ref(variable, e.span());
    }

    @Override
    public Stmt loop(Stmt.Loop s) {
        Stmt.Loop copied = (Stmt.Loop) super.loop(s);
        return labels == null
                ? copied
                : new Stmt.Loop(
                        labels.fresh(s.label()),
                        copied.counter(),
                        copied.condition(),
                        copied.body(),
                        copied.wish(),
                        copied.note());
    }
}
