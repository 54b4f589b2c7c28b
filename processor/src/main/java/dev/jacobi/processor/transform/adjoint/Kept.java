package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of an iteration that its backward sweep reads.
 *
 * @param all in the order of their making
 * @param recorded those that can't be computed again
 * @param computed what gives the others their values again
 * @param same those of the others that have one value in all iterations, so that it is computed before the loop
 */
record Kept(List<Var> all, List<Var> recorded, Map<Var, Expr> computed, Set<Var> same) {

    /**
     * @param inside what is added to the loops inside this one, by label: the variables before them are kept by it
     * @param sized whether the loop's tapes are made in their size
     */
    static Kept of(
            Stmt.Loop loop,
            List<Stmt> backward,
            Map<String, Recording> inside,
            boolean sized,
            Steadiness steadiness,
            Optimisations optimisations) {
        Set<Var> read = new HashSet<>(Walk.reads(backward));
        Walk.declares(backward).forEach(read::remove);
        List<Var> all = new ArrayList<>();
        Set<Var> carried = Walk.carried(loop.body());
        for (Var variable : carried) {
            if (read.contains(variable)) {
                all.add(variable);
            }
        }
        List<Var> declared = new ArrayList<>();
        declares(loop.body(), inside, declared);
        declared.stream().filter(read::contains).forEach(all::add);
        Set<Var> own = new HashSet<>(declared);
        own.addAll(carried);
        Map<Var, Expr> computed = new HashMap<>();
        List<Var> recorded = new ArrayList<>();
        Set<Var> same = new LinkedHashSet<>();
        Set<Var> changing = new HashSet<>(own);
        if (loop.counter() != null) {
            changing.add(loop.counter().variable());
        }
        for (Var variable : all) {
            Expr value = carried.contains(variable) ? null : value(variable, loop.body());
            List<Var> known = all.subList(0, all.indexOf(variable));
            if (value != null
                    && isWithin(known, value, own)
                    && isComputedAgain(value, sized, optimisations)
                    && isPure(value)
                    && steadiness.isSteady(value)) {
                computed.put(variable, value);
            } else if (value != null
                    && isWithin(List.copyOf(same), value, changing)
                    && isFreeNumber(value, optimisations)
                    && steadiness.isSteady(value)) {
                computed.put(variable, value);
                same.add(variable);
            } else {
                recorded.add(variable);
            }
        }
        return new Kept(all, recorded, computed, same);
    }

    /** Variables that a loop's body declares itself: those of loops inside it are kept by these. */
    private static void declares(List<Stmt> body, Map<String, Recording> inside, List<Var> out) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Declare s) {
                out.add(s.variable());
            } else if (statement instanceof Stmt.If s) {
                declares(s.then(), inside, out);
                declares(s.otherwise(), inside, out);
            } else if (statement instanceof Stmt.Loop s && inside.containsKey(s.label())) {
                out.addAll(Walk.declares(inside.get(s.label()).before));
            }
        }
    }

    /** What alone gives a variable its value in the body itself, not in a branch of it. */
    static @Nullable Expr value(Var variable, List<Stmt> body) {
        if (Walk.assigns(body).contains(variable)) {
            return null;
        }
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Declare s && s.variable().equals(variable)) {
                return s.value();
            }
        }
        return null;
    }

    /** Whether a value reads nothing of the iteration's own but what is known. */
    private static boolean isWithin(List<Var> known, Expr value, Set<Var> own) {
        Set<Var> missing = Walk.reads(value);
        missing.retainAll(own);
        missing.removeAll(known);
        return missing.isEmpty();
    }

    /** Whether an expression is computed again at the price of what a tape takes. */
    static boolean isComputedAgain(Expr e, boolean sized, Optimisations optimisations) {
        if (!optimisations.has(Optimisation.RECOMPUTING)) {
            return Cost.isTrivial(e);
        }
        return sized ? Cost.isCheaperThanRecording(e) : Cost.isCheaperThanGrowing(e);
    }

    /** Whether a number may be computed although the loop might not run. */
    private static boolean isFreeNumber(Expr e, Optimisations optimisations) {
        return optimisations.has(Optimisation.RECOMPUTING) && e.type() instanceof Type.Scalar && Effects.isFree(e);
    }

    static boolean isPure(Expr e) {
        boolean own = Effects.isFree(e)
                || e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX
                || e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INFIX;
        return own && Walk.operands(e).stream().allMatch(Kept::isPure);
    }
}
