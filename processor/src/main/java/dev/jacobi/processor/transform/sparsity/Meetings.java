package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which operands of a primitive meet: ∂²r/∂x∂y can be other than zero only if the rule's text for ∂r/∂x depends on y by
 * way of derivatives. So a sum is linear, in a product the one factor meets the other, and {@code abs} is linear, its
 * derivative being a sign.
 */
final class Meetings {

    private final Partials partials;

    Meetings(Partials partials) {
        this.partials = partials;
    }

    /**
     * For each of the active operands those that it meets.
     *
     * @param active the operands that a derivative flows through
     */
    List<SortedSet<Integer>> of(List<Partials.@Nullable Partial> derivative, SortedSet<Integer> active) {
        List<SortedSet<Integer>> met = new ArrayList<>();
        for (int i = 0; i < derivative.size(); i++) {
            met.add(new TreeSet<>());
        }
        for (int i : active) {
            Partials.Partial partial = derivative.get(i);
            for (int j : partial == null ? new TreeSet<Integer>() : depends(partial, active)) {
                met.get(i).add(j);
                met.get(j).add(i);
            }
        }
        return met;
    }

    /** The active operands that a partial derivative depends on; the result depends on all. */
    private SortedSet<Integer> depends(Partials.Partial partial, SortedSet<Integer> active) {
        Set<Var> reads = new HashSet<>();
        if (partial instanceof Partials.Partial.Products products) {
            through(products.jvp(), reads);
            reads.removeAll(products.dots());
        } else {
            through(((Partials.Partial.Factor) partial).factor(), reads);
        }
        if (reads.contains(partial.names().result())) {
            return active;
        }
        SortedSet<Integer> depends = new TreeSet<>();
        for (int j : active) {
            if (reads.contains(partial.names().operands().get(j))) {
                depends.add(j);
            }
        }
        return depends;
    }

    /** The variables that an expression depends on by way of derivatives. */
    private void through(Expr e, Set<Var> reads) {
        if (!e.type().carriesDerivative()) {
            return;
        }
        if (e instanceof Expr.Ref ref) {
            reads.add(ref.variable());
        }
        List<Partials.@Nullable Partial> derivative =
                e instanceof Expr.Apply apply ? partials.of(apply.primitive()) : null;
        List<Expr> operands = Walk.operands(e);
        for (int i = 0; i < operands.size(); i++) {
            if (derivative == null || derivative.get(i) != null) {
                through(operands.get(i), reads);
            }
        }
    }
}
