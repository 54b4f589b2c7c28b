package dev.jacobi.processor.ir;

import java.util.ArrayList;
import java.util.List;

/** Rebuilds a tree from the bottom up; a subclass says what changes. Nodes that stay the same are shared. */
public abstract class Rewriter implements Expr.Cases<Expr>, Stmt.Cases<Stmt> {

    public final Expr rewrite(Expr expression) {
        return expression.match(this);
    }

    public final List<Stmt> rewrite(List<Stmt> body) {
        List<Stmt> result = new ArrayList<>(body.size());
        for (Stmt statement : body) {
            result.add(statement.match(this));
        }
        return result;
    }

    /** The variable that stands where {@code variable} is declared, assigned or incremented, and where it is read. */
    protected Var target(Var variable) {
        return variable;
    }

    private List<Expr> all(List<Expr> expressions) {
        List<Expr> result = new ArrayList<>(expressions.size());
        boolean changed = false;
        for (Expr expression : expressions) {
            Expr rewritten = rewrite(expression);
            changed |= rewritten != expression;
            result.add(rewritten);
        }
        return changed ? result : expressions;
    }

    @Override
    public Expr literal(Expr.Literal e) {
        return e;
    }

    @Override
    public Expr ref(Expr.Ref e) {
        Var variable = target(e.variable());
        return variable.equals(e.variable()) ? e : new Expr.Ref(variable, e.span());
    }

    @Override
    public Expr apply(Expr.Apply e) {
        List<Expr> operands = all(e.operands());
        return operands == e.operands() ? e : new Expr.Apply(e.primitive(), operands, e.span());
    }

    @Override
    public Expr call(Expr.Call e) {
        List<Expr> arguments = all(e.arguments());
        return arguments == e.arguments() ? e : new Expr.Call(e.function(), arguments, e.type(), e.span());
    }

    @Override
    public Expr component(Expr.Component e) {
        Expr struct = rewrite(e.struct());
        return struct == e.struct() ? e : new Expr.Component(struct, e.name(), e.type(), e.span());
    }

    @Override
    public Expr build(Expr.Build e) {
        List<Expr> components = all(e.components());
        return components == e.components() ? e : new Expr.Build(e.type(), components, e.span());
    }

    @Override
    public Expr choose(Expr.Choose e) {
        return new Expr.Choose(rewrite(e.condition()), rewrite(e.whenTrue()), rewrite(e.whenFalse()), e.span());
    }

    @Override
    public Stmt declare(Stmt.Declare s) {
        return new Stmt.Declare(target(s.variable()), s.value() == null ? null : rewrite(s.value()), s.note());
    }

    @Override
    public Stmt assign(Stmt.Assign s) {
        return new Stmt.Assign(target(s.variable()), rewrite(s.value()), s.note());
    }

    @Override
    public Stmt increment(Stmt.Increment s) {
        return new Stmt.Increment(target(s.variable()), rewrite(s.value()), s.note());
    }

    @Override
    public Stmt store(Stmt.Store s) {
        return new Stmt.Store(rewrite(s.array()), rewrite(s.index()), rewrite(s.value()), s.note());
    }

    @Override
    public Stmt accumulate(Stmt.Accumulate s) {
        return new Stmt.Accumulate(rewrite(s.array()), rewrite(s.index()), rewrite(s.value()), s.note());
    }

    @Override
    public Stmt loop(Stmt.Loop s) {
        Stmt.Counter counter = s.counter();
        if (counter != null) {
            counter = new Stmt.Counter(target(counter.variable()), rewrite(counter.from()), counter.step());
        }
        return new Stmt.Loop(s.label(), counter, rewrite(s.condition()), rewrite(s.body()), s.wish(), s.note());
    }

    @Override
    public Stmt reverse(Stmt.Reverse s) {
        return new Stmt.Reverse(s.label(), rewrite(s.body()), s.note());
    }

    @Override
    public Stmt branch(Stmt.If s) {
        return new Stmt.If(rewrite(s.condition()), rewrite(s.then()), rewrite(s.otherwise()), s.note());
    }

    @Override
    public Stmt effect(Stmt.Effect s) {
        return new Stmt.Effect(rewrite(s.value()), s.note());
    }

    @Override
    public Stmt raise(Stmt.Throw s) {
        return new Stmt.Throw(rewrite(s.value()), s.note());
    }
}
