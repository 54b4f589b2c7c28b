package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts expressions in the place of variables that are read, and other variables in that of variables. */
public final class Substitution extends Rewriter {

    private final Map<Var, Expr> values;
    private final Map<Var, Var> names;
    private final @Nullable Span span;

    private Substitution(Map<Var, Expr> values, Map<Var, Var> names, @Nullable Span span) {
        this.values = values;
        this.names = names;
        this.span = span;
    }

    public static Rewriter of(Map<Var, Expr> values) {
        return of(values, Map.of());
    }

    /** @param names variables that get other names everywhere, declarations included */
    public static Rewriter of(Map<Var, Expr> values, Map<Var, Var> names) {
        return new Substitution(values, names, null);
    }

    /** A rule's expression with the operands in place of its variables; what the rule adds gets the span of the use. */
    public static Expr instantiate(Expr template, Map<Var, Expr> values, Span span) {
        return new Substitution(values, Map.of(), span).rewrite(template);
    }

    /**
     * A statement of a definition, likewise.
     *
     * @param names the variables that stand for those that the statement declares or assigns
     */
    public static Stmt instantiate(Stmt template, Map<Var, Expr> values, Map<Var, Var> names, Span span) {
        return new Substitution(values, names, span).rewrite(List.of(template)).get(0);
    }

    /** Renames a variable everywhere, declarations included. */
    public static Rewriter rename(Var from, Var to) {
        return rename(Map.of(from, to));
    }

    /** Renames variables everywhere. */
    public static Rewriter rename(Map<Var, Var> names) {
        return of(Map.of(), names);
    }

    @Override
    protected Var target(Var variable) {
        return names.getOrDefault(variable, variable);
    }

    @Override
    public Expr ref(Expr.Ref e) {
        Expr value = values.get(e.variable());
        return value == null ? super.ref(e) : value;
    }

    @Override
    public Expr literal(Expr.Literal e) {
        return span == null ? e : new Expr.Literal(e.text(), e.type(), span);
    }

    @Override
    public Expr apply(Expr.Apply e) {
        Expr rewritten = super.apply(e);
        return span != null && rewritten instanceof Expr.Apply a
                ? new Expr.Apply(a.primitive(), a.operands(), span)
                : rewritten;
    }

    @Override
    public Expr choose(Expr.Choose e) {
        Span where = span == null ? e.span() : span;
        return new Expr.Choose(rewrite(e.condition()), rewrite(e.whenTrue()), rewrite(e.whenFalse()), where);
    }
}
