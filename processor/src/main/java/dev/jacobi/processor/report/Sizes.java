package dev.jacobi.processor.report;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.Optional;
import java.util.Set;

/** Whole numbers that bound loops as polynomials in what the source calls them: {@code 2·x.length − 1}. */
final class Sizes {

    private Sizes() {}

    /**
     * The polynomial that an expression is.
     *
     * @param changing variables that aren't the same throughout
     * @return empty where it isn't made of what is known at the start
     */
    static Optional<Polynomial> of(Expr e, Set<Var> changing) {
        Set<Var> reads = Walk.reads(e);
        reads.retainAll(changing);
        return reads.isEmpty() ? of(e) : Optional.empty();
    }

    private static Optional<Polynomial> of(Expr e) {
        if (e instanceof Expr.Literal literal) {
            return literal.text().matches("[0-9]{1,9}")
                    ? Optional.of(Polynomial.constant(Long.parseLong(literal.text())))
                    : Optional.empty();
        }
        if (!(e instanceof Expr.Apply apply)) {
            return words(e).map(Polynomial::size);
        }
        return switch (apply.primitive().form()) {
            case INFIX -> combined(apply);
            case CONVERSION, CAST -> of(apply.operands().get(0));
            case PREFIX ->
                apply.primitive().name().equals("-")
                        ? of(apply.operands().get(0)).map(Polynomial.ZERO::minus)
                        : Optional.empty();
            default -> words(e).map(Polynomial::size);
        };
    }

    private static Optional<Polynomial> combined(Expr.Apply e) {
        Optional<Polynomial> left = of(e.operands().get(0));
        Optional<Polynomial> right = of(e.operands().get(1));
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return switch (e.primitive().name()) {
            case "+" -> Optional.of(left.get().plus(right.get()));
            case "-" -> Optional.of(left.get().minus(right.get()));
            case "*" -> Optional.of(left.get().times(right.get()));
            default -> words(e).map(Polynomial::size);
        };
    }

    /** An expression as one reads it in the source; empty for what isn't short. */
    static Optional<String> words(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return Optional.of(ref.variable().name());
        }
        if (e instanceof Expr.Literal literal) {
            return Optional.of(literal.text());
        }
        if (!(e instanceof Expr.Apply apply) || apply.operands().isEmpty()) {
            return Optional.empty();
        }
        Primitive primitive = apply.primitive();
        Optional<String> first = words(apply.operands().get(0));
        Optional<String> second =
                apply.operands().size() == 2 ? words(apply.operands().get(1)) : Optional.empty();
        return switch (primitive.form()) {
            case FIELD -> first.map(of -> of + "." + primitive.name());
            case CONVERSION -> first;
            case METHOD ->
                apply.operands().size() == 1 && apply.type() instanceof Type.Scalar
                        ? first.map(of -> of + "." + primitive.name() + "()")
                        : Optional.empty();
            case INDEX -> first.flatMap(array -> second.map(index -> array + "[" + index + "]"));
            case INFIX -> first.flatMap(a -> second.map(b -> "(" + a + " " + primitive.name() + " " + b + ")"));
            default -> Optional.empty();
        };
    }
}
