package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The shadows of the arrays that a function is given, from its entry to what the backward sweep gives of them. */
final class ParameterShadows {

    private final List<Var> parameters;
    private final SortedSet<Integer> active;
    private final Activity activity;
    private final NameSupply names;
    private final Reversal.Use use;
    private final Bars bars;

    /** Those that the caller brings. */
    private final List<Var> given = new ArrayList<>();

    /** Shadows whose rows keep their places, of parameters whose rows don't. */
    private final Map<Var, Var> wholes = new HashMap<>();

    /** Where rows are put in other places, the shadow's rows as they were at first. */
    private final Map<Integer, Var> rows = new HashMap<>();

    /** The arrays of tensors as the function was given them. */
    private final Map<Integer, Expr> tensors = new HashMap<>();

    ParameterShadows(
            Function primal,
            SortedSet<Integer> active,
            Activity activity,
            NameSupply names,
            Reversal.Use use,
            Bars bars) {
        this.parameters = primal.parameters();
        this.active = active;
        this.activity = activity;
        this.names = names;
        this.use = use;
        this.bars = bars;
    }

    List<Var> given() {
        return given;
    }

    /** Adds what must be done before the function's own statements. */
    void enter(Span span, List<Stmt> forward) {
        Stmt.Note note = new Stmt.Note(Stmt.Role.KEPT, span);
        for (int i = 0; i < parameters.size(); i++) {
            shadow(i, note, forward);
        }
        for (int i = 0; i < parameters.size(); i++) {
            keepRows(i, note, forward);
        }
        for (int i : active) {
            keepTensors(i, note, forward);
        }
    }

    /** A shadow that the caller brings, or that is made here. */
    private void shadow(int i, Stmt.Note note, List<Stmt> forward) {
        Var parameter = parameters.get(i);
        Expr.Ref ref = new Expr.Ref(parameter, note.span());
        boolean wanted = active.contains(i) && Memory.isArray(parameter.type());
        if (wanted && use == Reversal.Use.SWEEP && movesRows(parameter)) {
            Var whole = new Var(names.fresh(parameter.name() + "Bar"), parameter.type());
            wholes.put(parameter, whole);
            given.add(whole);
            Expr copied = Shadows.rows(new Expr.Ref(whole, note.span()));
            forward.add(new Stmt.Declare(bars.named(parameter, "BarRows"), copied, note));
        } else if (wanted && use != Reversal.Use.PULLBACK) {
            given.add(bars.apply(parameter));
        } else if (wanted || activity.isActiveArray(ref)) {
            forward.add(new Stmt.Declare(bars.apply(parameter), Shadows.roomLike(ref), note));
        }
    }

    private void keepRows(int i, Stmt.Note note, List<Stmt> forward) {
        Var parameter = parameters.get(i);
        boolean asked = use == Reversal.Use.PULLBACK && active.contains(i);
        if ((asked || isOwn(i)) && movesRows(parameter)) {
            Var bar = bars.apply(parameter);
            Var kept = new Var(names.fresh(bar.name() + "AtEntry"), parameter.type());
            forward.add(new Stmt.Declare(kept, Shadows.rows(new Expr.Ref(bar, note.span())), note));
            rows.put(i, kept);
        }
    }

    /** Arrays of tensors are copied where the function writes to its own. */
    private void keepTensors(int i, Stmt.Note note, List<Stmt> forward) {
        Var parameter = parameters.get(i);
        if (use == Reversal.Use.HELPER || !Shadows.holdsTensors(parameter.type())) {
            return;
        }
        Span span = note.span();
        Expr held = new Expr.Ref(parameter, span);
        Var region = activity.memory().region(parameter);
        if (activity.memory().isWritten(region) || activity.memory().movesRows(region)) {
            Var copy = new Var(names.fresh(parameter.name() + "AtEntry"), parameter.type());
            Expr copied = Shadows.call("copy", parameter.type(), true, span, held);
            forward.add(new Stmt.Declare(copy, copied, note));
            held = new Expr.Ref(copy, span);
        }
        tensors.put(i, held);
    }

    private boolean movesRows(Var parameter) {
        return Memory.hasRows(parameter.type())
                && activity.memory().movesRows(activity.memory().region(parameter));
    }

    /** Whether the function makes a parameter's shadow itself, in sweeps that may run again. */
    private boolean isOwn(int i) {
        Var parameter = parameters.get(i);
        boolean may = use != Reversal.Use.SWEEP && !active.contains(i) && Memory.isArray(parameter.type());
        return may && activity.isActiveArray(new Expr.Ref(parameter, Span.NOWHERE));
    }

    /**
     * Shadows that the function makes itself start at zero when the backward sweep runs again; rows of others that have
     * been put into them are not theirs.
     */
    void clear(Stmt.Note note, List<Stmt> backward) {
        for (int i = 0; i < parameters.size(); i++) {
            if (isOwn(i)) {
                Expr shadow = new Expr.Ref(rows.getOrDefault(i, bars.apply(parameters.get(i))), note.span());
                Expr cleared = Shadows.call("clear", Type.Scalar.VOID, false, note.span(), shadow);
                backward.add(new Stmt.Effect(cleared, note));
            }
        }
    }

    /** The adjoints that the backward sweep gives, of arrays and of others. */
    List<Expr> results(Stmt.Note note, List<Stmt> backward) {
        Span span = note.span();
        List<Expr> all = new ArrayList<>();
        for (int i : active) {
            Var parameter = parameters.get(i);
            Var bar = bars.apply(parameter);
            if (!Memory.isArray(parameter.type())) {
                all.add(new Expr.Ref(bar, span));
            } else if (use == Reversal.Use.SWEEP) {
                Var whole = wholes.getOrDefault(parameter, bar);
                all.add(filled(new Expr.Ref(whole, span), tensors.get(i), note, backward));
            } else if (use == Reversal.Use.PULLBACK) {
                Expr whole = new Expr.Ref(rows.getOrDefault(i, bar), span);
                Var taken = new Var(names.fresh(parameter.name() + "Gradient"), parameter.type());
                backward.add(new Stmt.Declare(taken, Shadows.call("take", parameter.type(), false, span, whole), note));
                all.add(filled(new Expr.Ref(taken, span), tensors.get(i), note, backward));
            }
        }
        return all;
    }

    /** What nothing was added to is zero: of an array of tensors, zeros like those that it held at first. */
    private static Expr filled(Expr shadow, @Nullable Expr tensors, Stmt.Note note, List<Stmt> backward) {
        if (tensors != null) {
            Expr fill = Shadows.call("fill", Type.Scalar.VOID, false, note.span(), shadow, tensors);
            backward.add(new Stmt.Effect(fill, note));
        }
        return shadow;
    }
}
