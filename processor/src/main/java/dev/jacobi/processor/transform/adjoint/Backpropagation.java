package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.PartialUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The adjoint of one expression: sends the adjoint of its value down to the variables that it reads. */
final class Backpropagation {

    private final Activity activity;
    private final Partials partials;
    private final NameSupply names;
    private final UnaryOperator<Var> bars;
    private final ResultBars resultBars;
    private final ShadowReferences shadows;

    /** @param bars gives the adjoint of a variable */
    Backpropagation(
            Activity activity,
            Partials partials,
            NameSupply names,
            UnaryOperator<Var> bars,
            ResultBars resultBars,
            ShadowReferences shadows) {
        this.activity = activity;
        this.partials = partials;
        this.names = names;
        this.bars = bars;
        this.resultBars = resultBars;
        this.shadows = shadows;
    }

    /**
     * Adds the statements that send {@code bar} into {@code e}.
     *
     * @param held a variable that holds the expression's value, if one does
     */
    void into(Expr e, Expr.@Nullable Ref held, Expr bar, Stmt.Note note, List<Stmt> out) {
        if (!activity.isVaried(e)) {
            return;
        }
        if (Memory.isArray(e.type()) && !isMadeOfTensor(e)) {
            if (activity.isActiveArray(e)) {
                out.add(new Stmt.Effect(
                        Shadows.call("add", Type.Scalar.VOID, false, e.span(), shadows.of(e), bar), note));
            }
        } else if (e instanceof Expr.Ref ref) {
            if (activity.isUseful(ref.variable())) {
                out.add(new Stmt.Increment(bars.apply(ref.variable()), bar, note));
            }
        } else if (e instanceof Expr.Component part && part.struct() instanceof Expr.Ref result) {
            if (activity.isUseful(result.variable())) {
                out.add(new Stmt.Increment(resultBars.of(part), bar, note));
            }
        } else if (e instanceof Expr.Choose choose) {
            choose(choose, held, bar, note, out);
        } else if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX) {
            Expr array = shadows.of(apply.operands().get(0));
            out.add(new Stmt.Accumulate(array, apply.operands().get(1), bar, note));
        } else if (e instanceof Expr.Apply apply) {
            apply(apply, held, bar, note, out);
        } else {
            throw new IllegalStateException("no adjoint of " + e);
        }
    }

    private static boolean isMadeOfTensor(Expr e) {
        return e instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) == ArrayOperation.OF_TENSOR;
    }

    /** Only the side that ran receives anything: not even a NaN comes from the other. */
    private void choose(Expr.Choose e, Expr.@Nullable Ref held, Expr bar, Stmt.Note note, List<Stmt> out) {
        Expr named = shared(bar, note, out);
        List<Stmt> then = new ArrayList<>();
        List<Stmt> otherwise = new ArrayList<>();
        into(e.whenTrue(), held, named, note, then);
        into(e.whenFalse(), held, named, note, otherwise);
        out.add(new Stmt.If(e.condition(), then, otherwise, note));
    }

    private void apply(Expr.Apply e, Expr.@Nullable Ref held, Expr bar, Stmt.Note note, List<Stmt> out) {
        List<Partials.@Nullable Partial> derivative = PartialUse.rules(partials, e);
        if (derivative == null) {
            throw new IllegalStateException("no rule for " + e.primitive());
        }
        List<Integer> active = new ArrayList<>();
        for (int i = 0; i < e.operands().size(); i++) {
            if (derivative.get(i) != null && activity.isVaried(e.operands().get(i))) {
                active.add(i);
            }
        }
        PartialUse.Shared over = PartialUse.withoutDivisor(derivative, active).orElse(null);
        Expr once = over == null ? bar : over.divide(bar, e, held);
        Expr named = active.size() > 1 ? shared(once, note, out) : bar;
        for (int i : active) {
            Partials.Partial partial =
                    over == null ? derivative.get(i) : over.numerators().get(i);
            if (partial != null) {
                Expr operandBar = PartialUse.adjoint(partial, e, i, held, named);
                into(e.operands().get(i), null, operandBar, note, out);
            }
        }
    }

    /** An adjoint that is read more than once, in a variable if it is dear. */
    private Expr shared(Expr bar, Stmt.Note note, List<Stmt> out) {
        if (Cost.isCheap(bar) && !(bar.type() instanceof Type.Tensor && !(bar instanceof Expr.Ref))) {
            return bar;
        }
        Var variable = new Var(names.fresh("bar"), bar.type());
        out.add(new Stmt.Declare(variable, bar, note));
        return new Expr.Ref(variable, bar.span());
    }
}
