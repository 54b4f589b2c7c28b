package dev.jacobi.processor.transform;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule applied to the operands of one expression. */
public final class PartialUse {

    private PartialUse() {}

    /**
     * The rules of an operation with these operands; null where it has none. That of a reciprocal {@code r = 1 / y} is
     * {@code -r·r}: it divides no more.
     */
    public static @Nullable List<Partials.@Nullable Partial> rules(Partials partials, Expr.Apply use) {
        List<Partials.@Nullable Partial> rules = partials.of(use.primitive());
        if (rules == null
                || !Arithmetic.isQuotient(use)
                || !Arithmetic.is(use.operands().get(0), 1)) {
            return rules;
        }
        Partials.Names names = Objects.requireNonNull(rules.get(1)).names();
        Expr r = new Expr.Ref(names.result(), Span.NOWHERE);
        Expr square = Arithmetic.times(r, r);
        return Arrays.asList(null, new Partials.Partial.Factor(names, Arithmetic.negate(square)));
    }

    /** The template variables that tangent or adjoint by one operand read. */
    static Set<Var> reads(Partials.Partial partial) {
        if (partial instanceof Partials.Partial.Products products) {
            Set<Var> reads = Walk.reads(products.jvp());
            reads.addAll(Walk.reads(products.vjp()));
            return reads;
        }
        return Walk.reads(((Partials.Partial.Factor) partial).factor());
    }

    private static Map<Var, Expr> operands(Partials.Partial partial, Expr.Apply use, @Nullable Expr result) {
        Map<Var, Expr> values = new HashMap<>();
        List<Var> names = partial.names().operands();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), use.operands().get(i));
        }
        values.put(partial.names().result(), result == null ? use : result);
        return values;
    }

    /**
     * What operand {@code i} adds to the tangent of the result.
     *
     * @param result a variable that holds the result, or null to compute it again
     * @param dots the tangents of all operands
     */
    public static Expr tangent(
            Partials.Partial partial, Expr.Apply use, int i, @Nullable Expr result, List<@Nullable Expr> dots) {
        Span span = use.span();
        Map<Var, Expr> values = operands(partial, use, result);
        if (partial instanceof Partials.Partial.Products products) {
            List<Var> names = products.dots();
            if (names.size() == 1) {
                values.put(names.get(0), dotOf(use, i, dots));
            } else {
                int first = use.operands().size() - names.size();
                for (int k = 0; k < names.size(); k++) {
                    values.put(names.get(k), dotOf(use, first + k, dots));
                }
            }
            return Substitution.instantiate(products.jvp(), values, span);
        }
        Expr factor = Substitution.instantiate(((Partials.Partial.Factor) partial).factor(), values, span);
        Expr dot = Arithmetic.convert(dotOf(use, i, dots), use.type());
        return Arithmetic.times(Arithmetic.convert(factor, use.type()), dot);
    }

    private static Expr dotOf(Expr.Apply use, int i, List<@Nullable Expr> dots) {
        Expr dot = dots.get(i);
        return dot != null ? dot : Arithmetic.zero(use.operands().get(i), use.span());
    }

    /** What the result's adjoint adds to the adjoint of operand {@code i}. */
    public static Expr adjoint(Partials.Partial partial, Expr.Apply use, int i, @Nullable Expr result, Expr resultBar) {
        Span span = use.span();
        Map<Var, Expr> values = operands(partial, use, result);
        if (partial instanceof Partials.Partial.Products products) {
            values.put(products.resultBar(), resultBar);
            return Substitution.instantiate(products.vjp(), values, span);
        }
        Expr factor = Substitution.instantiate(((Partials.Partial.Factor) partial).factor(), values, span);
        Expr converted = Arithmetic.convert(factor, use.type());
        return Arithmetic.convert(
                Arithmetic.times(converted, resultBar), use.operands().get(i).type());
    }

    /**
     * The rules by some operands without the divisor that all of these share, as those of a quotient do: {@code 1 / y}
     * and {@code -r / y}; nothing where they share none. Dividing by it once is enough.
     */
    public static Optional<Shared> withoutDivisor(
            List<Partials.@Nullable Partial> derivative, Collection<Integer> operands) {
        Map<Integer, Partials.Partial> numerators = new HashMap<>();
        Expr divisor = null;
        for (int i : operands) {
            if (!(derivative.get(i) instanceof Partials.Partial.Factor factor)
                    || !(factor.factor() instanceof Expr.Apply quotient)
                    || !Arithmetic.isQuotient(quotient)
                    || divisor != null
                            && !Structure.of(divisor)
                                    .equals(Structure.of(quotient.operands().get(1)))) {
                return Optional.empty();
            }
            divisor = quotient.operands().get(1);
            numerators.put(
                    i,
                    new Partials.Partial.Factor(
                            factor.names(), quotient.operands().get(0)));
        }
        return divisor != null && numerators.size() > 1
                ? Optional.of(new Shared(divisor, numerators))
                : Optional.empty();
    }

    /**
     * Rules that divide by the same.
     *
     * @param divisor over the variables of the rules
     * @param numerators the rules without it
     */
    public record Shared(Expr divisor, Map<Integer, Partials.Partial> numerators) {

        /** A number over the divisor, in one use of the rules. */
        public Expr divide(Expr dividend, Expr.Apply use, @Nullable Expr result) {
            Partials.Partial any = numerators.values().iterator().next();
            Expr by = Substitution.instantiate(divisor, PartialUse.operands(any, use, result), use.span());
            return Arithmetic.over(dividend, Arithmetic.convert(by, use.type()));
        }
    }

    /** Whether one term is the tangent by all operands together. */
    public static boolean isJoint(Partials.Partial partial) {
        return partial instanceof Partials.Partial.Products products
                && products.dots().size() > 1;
    }
}
