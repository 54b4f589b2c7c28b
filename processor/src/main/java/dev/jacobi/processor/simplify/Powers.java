package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import java.util.List;

/** Powers with small constant exponents, which derivatives of powers are full of. */
final class Powers {

    private Powers() {}

    static Expr simplify(Expr.Apply e) {
        String method = e.primitive().name();
        if (e.operands().size() != 2) {
            return e;
        }
        Expr base = e.operands().get(0);
        Expr exponent = e.operands().get(1);
        if (base.type() instanceof Type.Tensor) {
            boolean identity = method.equals("pow") && Arithmetic.is(exponent, 1)
                    || method.equals("mul") && Arithmetic.is(exponent, 1);
            return identity ? base : e;
        }
        return method.equals("pow") && e.primitive().form() == Primitive.Form.STATIC_METHOD
                ? number(e, base, exponent)
                : e;
    }

    private static Expr number(Expr.Apply e, Expr base, Expr exponent) {
        if (Arithmetic.is(exponent, 0)) {
            return Arithmetic.number(1, e.type(), e.span());
        }
        if (Arithmetic.is(exponent, 1)) {
            return base;
        }
        boolean isVariable = base instanceof Expr.Ref;
        if (isVariable && Arithmetic.is(exponent, 2)) {
            return times(base, base, e);
        }
        if (isVariable && Arithmetic.is(exponent, 3)) {
            return times(times(base, base, e), base, e);
        }
        return Arithmetic.is(exponent, -1) ? Arithmetic.over(Arithmetic.number(1, e.type(), e.span()), base) : e;
    }

    private static Expr times(Expr a, Expr b, Expr.Apply e) {
        return new Expr.Apply(Primitive.infix("*", e.type(), e.type()), List.of(a, b), e.span());
    }
}
