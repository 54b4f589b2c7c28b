package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import java.util.Set;

/** Puts requests in the place of expressions that make arrays. */
final class Arrays extends Rewriter {

    private final Requests requests;
    private final Pullbacks pullbacks;
    private final Set<Var> tapes;
    private final boolean all;

    /**
     * @param tapes arrays each element of which is written before it is read
     * @param all whether of all arrays; else of shadows and tapes only
     */
    Arrays(Requests requests, Pullbacks pullbacks, Set<Var> tapes, boolean all) {
        this.requests = requests;
        this.pullbacks = pullbacks;
        this.tapes = tapes;
        this.all = all;
    }

    @Override
    protected Var target(Var variable) {
        return pullbacks.renamed(variable);
    }

    @Override
    public Expr component(Expr.Component e) {
        return pullbacks.ofGradient(e).orElseGet(() -> super.component(e));
    }

    @Override
    public Stmt declare(Stmt.Declare s) {
        Var variable = target(s.variable());
        if (s.value() instanceof Expr.Apply apply && tapes.contains(s.variable())) {
            Expr made = tape(apply, (Type.Array) variable.type());
            return new Stmt.Declare(variable, made, s.note());
        }
        return pullbacks
                .applied(s)
                .<Stmt>map(call -> new Stmt.Effect(rewrite(call), s.note()))
                .orElseGet(() -> super.declare(s));
    }

    /** A tape that has become too short. */
    @Override
    public Stmt assign(Stmt.Assign s) {
        Var variable = target(s.variable());
        boolean isNew = s.value() instanceof Expr.Apply apply
                && ArrayOperation.of(apply.primitive()) == ArrayOperation.NEW
                && tapes.contains(s.variable());
        return isNew
                ? new Stmt.Assign(
                        variable, rewrite(tape((Expr.Apply) s.value(), (Type.Array) variable.type())), s.note())
                : super.assign(s);
    }

    private Expr tape(Expr.Apply made, Type.Array type) {
        boolean isNew = ArrayOperation.of(made.primitive()) == ArrayOperation.NEW;
        return isNew
                ? requests.made("tape", type, made.operands(), made.span()).orElseGet(() -> madeNew(made, type))
                : rewrite(made);
    }

    /** A tape of pullbacks is of another type now. */
    private static Expr madeNew(Expr.Apply made, Type.Array type) {
        return new Expr.Apply(Primitive.newArray(type, made.primitive().parameters()), made.operands(), made.span());
    }

    @Override
    public Expr apply(Expr.Apply e) {
        Expr rewritten = super.apply(e);
        if (!(rewritten instanceof Expr.Apply apply)) {
            return rewritten;
        }
        if (Shadows.isMaking(apply.primitive())) {
            Type type = apply.operands().get(0).type();
            return requests.making(apply.primitive().name(), type, apply.operands(), apply.span());
        }
        return all && requests.reuses() ? made(apply) : typed(apply);
    }

    private Expr made(Expr.Apply e) {
        List<Expr> operands = e.operands();
        return switch (ArrayOperation.of(e.primitive())) {
            case NEW ->
                requests.made("array", (Type.Array) e.type(), operands, e.span())
                        .orElse(e);
            case CLONE -> requests.call("copyOf", e.type(), operands, e.span());
            case COPY -> requests.call(e.primitive().name(), e.type(), operands, e.span());
            case LIKE, LITERAL, COPY_INTO, FILL, FILL_RANGE, OF_TENSOR, SORT, MOVE_SORTED, NONE -> typed(e);
        };
    }

    /** Tapes of pullbacks are of another type now. */
    private static Expr typed(Expr.Apply e) {
        if (e.operands().isEmpty()
                || e.operands().get(0).type().equals(e.primitive().parameters().get(0))) {
            return e;
        }
        Type array = e.operands().get(0).type();
        return switch (e.primitive().form()) {
            case INDEX ->
                new Expr.Apply(Primitive.index(array, e.operands().get(1).type()), e.operands(), e.span());
            case FIELD -> new Expr.Apply(Primitive.length(array), e.operands(), e.span());
            default -> e;
        };
    }
}
