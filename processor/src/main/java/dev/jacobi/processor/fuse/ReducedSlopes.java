package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slopes that {@link Twins} have made, where they are multiplied by nothing but what a reduction sends back for the
 * seed: {@code seed.unreduced(losses, reduction).unsqueeze(dim).mul(slopes)}. Where one method runs both sweeps, the
 * seed of a tensor is 1, so that the forward sweep can give the slopes of the reduced losses at once. So is what a sum
 * sends back for it to one of its parts, {@code seed.sumTo(part)}, as the value has one element.
 */
final class ReducedSlopes {
    private final Adjoint adjoint;
    private final Map<Var, Twins.Made> made;
    private final Map<Var, Integer> reads;

    /** What the variables are that the backward sweep has declared so far, and that don't change. */
    private final Map<Var, Expr> declared = new HashMap<>();

    /** By slopes, the reduction that they are of. */
    private final Map<Twins.Made, Expr> reductions = new HashMap<>();

    /** What nobody reads any more. */
    private final Set<Var> gone = new HashSet<>();

    /** What gets another value somewhere. */
    private final Set<Var> changing = new HashSet<>();

    private ReducedSlopes(Adjoint adjoint, Map<Var, Twins.Made> made) {
        this.adjoint = adjoint;
        this.made = made;
        this.reads = Twins.reads(adjoint);
        changing.addAll(Walk.assigns(adjoint.forward()));
        changing.addAll(Walk.assigns(adjoint.backward()));
    }

    /** @param made the slopes; those that are of reduced losses afterwards are taken out */
    static Adjoint of(Adjoint adjoint, Map<Var, Twins.Made> made) {
        boolean hasUnitSeed = adjoint.value() != null
                && adjoint.value().type() instanceof Type.Tensor
                && adjoint.seeds().size() == 1;
        return made.isEmpty() || !hasUnitSeed ? adjoint : new ReducedSlopes(adjoint, made).rewritten();
    }

    private Adjoint rewritten() {
        List<Stmt> backward = new ArrayList<>();
        for (Stmt statement : adjoint.backward()) {
            if (statement instanceof Stmt.Declare declare
                    && declare.value() != null
                    && !changing.contains(declare.variable())) {
                declared.put(declare.variable(), declare.value());
            }
            backward.add(new Products().rewrite(List.of(statement)).get(0));
        }
        if (reductions.isEmpty()) {
            return adjoint;
        }
        backward.removeIf(s -> s instanceof Stmt.Declare declare && gone.contains(declare.variable()));
        List<Stmt> forward = new Calls().rewrite(adjoint.forward());
        made.values().removeAll(reductions.keySet());
        return adjoint.with(forward, backward);
    }

    /** Slopes take the place of the products. */
    private final class Products extends Rewriter {
        @Override
        public Expr apply(Expr.Apply e) {
            Twins.Made slopes = Twins.slopes(e, made, reads);
            if (slopes == null) {
                return super.apply(e);
            }
            Expr bar = ((Expr.Apply) e.operands().get(0)).operands().get(0);
            Expr reduction = reduction(bar, slopes);
            if (reduction == null) {
                return super.apply(e);
            }
            reductions.put(slopes, reduction);
            leave(bar);
            return e.operands().get(1);
        }
    }

    /** An operand that is no longer read: what held it alone goes, and so on with what that was made of. */
    private void leave(Expr operand) {
        if (operand instanceof Expr.Ref ref
                && declared.get(ref.variable()) instanceof Expr.Apply made
                && reads.getOrDefault(ref.variable(), 0) == 1) {
            gone.add(ref.variable());
            leave(made.operands().get(0));
        }
    }

    /** The reduction of these losses whose adjoint this is for the seed; null if it is something else. */
    private @Nullable Expr reduction(Expr bar, Twins.Made twin) {
        return declared(bar) instanceof Expr.Apply unreduced
                        && Twins.isMethod(unreduced, "unreduced", 3)
                        && isOne(unreduced.operands().get(0))
                        && isLosses(unreduced.operands().get(1), twin)
                        && isKnownFromTheStart(unreduced.operands().get(2))
                ? unreduced.operands().get(2)
                : null;
    }

    /** Whether it is the seed, or the seed in the shape of a part of the value. */
    private boolean isOne(Expr e) {
        if (e instanceof Expr.Ref ref && ref.variable().equals(adjoint.seed())) {
            return !changing.contains(adjoint.seed());
        }
        return declared(e) instanceof Expr.Apply sum
                && Twins.isMethod(sum, "sumTo", 2)
                && isOne(sum.operands().get(0));
    }

    private @Nullable Expr declared(Expr e) {
        return e instanceof Expr.Ref ref ? declared.get(ref.variable()) : e;
    }

    private boolean isLosses(Expr like, Twins.Made twin) {
        return Structure.same(like, twin.losses())
                || adjoint.forward().stream()
                        .anyMatch(s -> s instanceof Stmt.Declare declare
                                && like instanceof Expr.Ref ref
                                && declare.variable().equals(ref.variable())
                                && declare.value() != null
                                && Structure.same(declare.value(), twin.losses()));
    }

    private boolean isKnownFromTheStart(Expr e) {
        Set<Var> read = Walk.reads(e);
        return adjoint.primal().parameters().containsAll(read) && read.stream().noneMatch(changing::contains);
    }

    /** The calls that make losses and slopes get the reduction as their last operand. */
    private final class Calls extends Rewriter {
        private final Map<Var, Expr> byCall = new HashMap<>();

        Calls() {
            reductions.forEach((slopes, reduction) -> byCall.put(slopes.both(), reduction));
        }

        @Override
        public Stmt declare(Stmt.Declare s) {
            Expr reduction = byCall.get(s.variable());
            if (reduction == null || !(s.value() instanceof Expr.Apply call)) {
                return super.declare(s);
            }
            List<Expr> operands = new ArrayList<>(call.operands());
            operands.add(reduction);
            Primitive of = call.primitive();
            Primitive reduced = new Primitive(
                    of.form(), of.owner(), of.name(), Walk.types(operands), of.result(), of.pure(), of.signature());
            return new Stmt.Declare(s.variable(), new Expr.Apply(reduced, operands, call.span()), s.note());
        }
    }
}
