package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts expressions in the place of variables that are read. */
public final class Substitution extends Rewriter {

    private final Map<Var, Expr> values;
    private final @Nullable Span span;

    private Substitution(Map<Var, Expr> values, @Nullable Span span) {
        this.values = values;
        this.span = span;
    }

    public static Rewriter of(Map<Var, Expr> values) {
        return new Substitution(values, null);
    }

    /** A rule's expression with the operands in place of its variables; what the rule adds gets the span of the use. */
    public static Expr instantiate(Expr template, Map<Var, Expr> values, Span span) {
        return new Substitution(values, span).rewrite(template);
    }

    /** Renames a variable everywhere, declarations included. */
    public static Rewriter rename(Var from, Var to) {
        return rename(Map.of(from, to));
    }

    /** Renames variables everywhere. */
    public static Rewriter rename(Map<Var, Var> names) {
        return new Rewriter() {
            @Override
            protected Var target(Var variable) {
                return names.getOrDefault(variable, variable);
            }
        };
    }

    @Override
    public Expr ref(Expr.Ref e) {
        return values.getOrDefault(e.variable(), e);
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
