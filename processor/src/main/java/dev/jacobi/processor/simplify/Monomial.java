package dev.jacobi.processor.simplify;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** A number times factors over divisors: {@code 200 * a * sumBar}. */
record Monomial(double coefficient, List<Expr> factors, List<Expr> divisors, Type type, Span span) {

    /** Takes a product apart; what is no product is one factor. */
    static Monomial of(Expr e) {
        List<Expr> factors = new ArrayList<>();
        List<Expr> divisors = new ArrayList<>();
        double coefficient = collect(e, factors, divisors);
        return new Monomial(coefficient, factors, divisors, e.type(), e.span());
    }

    private static double collect(Expr e, List<Expr> factors, List<Expr> divisors) {
        OptionalDouble constant = Arithmetic.constant(e);
        if (constant.isPresent()) {
            return constant.getAsDouble();
        }
        if (e instanceof Expr.Apply apply && apply.type().isFloating()) {
            Primitive primitive = apply.primitive();
            List<Expr> operands = apply.operands();
            if (primitive.form() == Primitive.Form.PREFIX && primitive.name().equals("-")) {
                return -collect(operands.get(0), factors, divisors);
            }
            if (primitive.form() == Primitive.Form.INFIX && primitive.name().equals("*")) {
                double left = collect(operands.get(0), factors, divisors);
                double right = collect(operands.get(1), factors, divisors);
                if (isInRange(left * right, apply.type())
                        || !isInRange(left, apply.type())
                        || !isInRange(right, apply.type())) {
                    return left * right;
                }
                factors.add(Arithmetic.number(right, apply.type(), apply.span()));
                return left;
            }
            if (primitive.form() == Primitive.Form.INFIX && primitive.name().equals("/")) {
                double coefficient = collect(operands.get(0), factors, divisors);
                divisors.add(operands.get(1));
                return coefficient;
            }
        }
        factors.add(e);
        return 1;
    }

    /** Whether a number has all its digits: of two constants that are multiplied out the type may be too small. */
    private static boolean isInRange(double number, Type type) {
        double size = Math.abs(number);
        return type == Type.Scalar.FLOAT
                ? size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE
                : size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
    }

    /** Factors and divisors, and how often each is there. */
    record Key(Map<Structure, Integer> factors, Map<Structure, Integer> divisors) {}

    /** What two monomials must share to be added up: the same factors and divisors, in whatever order. */
    Key key() {
        return new Key(counted(factors), counted(divisors));
    }

    private static Map<Structure, Integer> counted(List<Expr> expressions) {
        Map<Structure, Integer> counts = new HashMap<>();
        Structure.of(expressions).forEach(structure -> counts.merge(structure, 1, Integer::sum));
        return counts;
    }

    Monomial plus(double more) {
        return new Monomial(coefficient + more, factors, divisors, type, span);
    }

    Monomial negated() {
        return new Monomial(-coefficient, factors, divisors, type, span);
    }

    /** The product without its sign; the caller writes that. */
    Expr magnitude() {
        double size = Math.abs(coefficient);
        Expr product = null;
        if (size != 1 || factors.isEmpty()) {
            product = Arithmetic.number(size, type, span);
        }
        for (Expr factor : factors) {
            product = product == null ? factor : multiply(product, factor);
        }
        Expr quotient = Objects.requireNonNull(product);
        for (Expr divisor : divisors) {
            quotient = Arithmetic.over(quotient, divisor);
        }
        return quotient;
    }

    private Expr multiply(Expr a, Expr b) {
        return new Expr.Apply(Primitive.infix("*", type, type), List.of(a, b), span);
    }

    boolean isNegative() {
        return coefficient < 0;
    }

    Expr expression() {
        return isNegative() ? Arithmetic.negate(magnitude()) : magnitude();
    }
}
