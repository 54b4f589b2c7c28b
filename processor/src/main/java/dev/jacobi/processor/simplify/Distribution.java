package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code (c ? a : 0) * b} is {@code c ? a * b : 0}: a side that was not taken gives no NaN where b is infinite. As a
 * rewriter it does this to such products and leaves all else, for derivatives without algebra.
 */
final class Distribution extends Rewriter {

    private static final Set<String> PRODUCTS = Set.of("*", "/");

    @Override
    public Expr apply(Expr.Apply e) {
        Expr rewritten = super.apply(e);
        boolean product = rewritten instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && PRODUCTS.contains(apply.primitive().name())
                && apply.type().isFloating();
        if (!product) {
            return rewritten;
        }
        Monomial monomial = Monomial.of(rewritten);
        return monomial.factors().stream().anyMatch(Distribution::hasZeroSide) ? product(monomial) : rewritten;
    }

    /** A product as an expression. */
    static Expr product(Monomial monomial) {
        if (monomial.coefficient() == 0) {
            return Arithmetic.number(0, monomial.type(), monomial.span());
        }
        for (int i = 0; i < monomial.factors().size(); i++) {
            if (monomial.factors().get(i) instanceof Expr.Choose choose && hasZero(choose)) {
                List<Expr> rest = new ArrayList<>(monomial.factors());
                rest.remove(i);
                Monomial others = new Monomial(
                        monomial.coefficient(), rest, monomial.divisors(), monomial.type(), monomial.span());
                return new Expr.Choose(
                        choose.condition(),
                        scaled(choose.whenTrue(), others),
                        scaled(choose.whenFalse(), others),
                        choose.span());
            }
        }
        return monomial.expression();
    }

    private static boolean hasZero(Expr.Choose e) {
        return hasZeroSide(e.whenTrue()) || hasZeroSide(e.whenFalse());
    }

    private static boolean hasZeroSide(Expr e) {
        return Arithmetic.is(e, 0) || e instanceof Expr.Choose choose && hasZero(choose);
    }

    private static Expr scaled(Expr side, Monomial others) {
        if (Arithmetic.is(side, 0)) {
            return side;
        }
        return product(Monomial.of(Arithmetic.times(side, others.expression())));
    }
}
