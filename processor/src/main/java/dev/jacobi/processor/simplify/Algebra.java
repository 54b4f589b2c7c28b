package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes derivative expressions as a person would: numbers multiplied out, like terms added up, small powers as
 * products. The primal's own statements stay as they are, since their bits are promised.
 */
final class Algebra extends Rewriter {

    /** Simplifies the statements that are not the primal's. */
    static List<Stmt> simplify(List<Stmt> body) {
        return derivatives(body, new Algebra());
    }

    static Expr simplify(Expr e) {
        return new Algebra().rewrite(e);
    }

    /** Rewrites the statements that are not the primal's. */
    static List<Stmt> derivatives(List<Stmt> body, Rewriter rewriter) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(statement, block -> derivatives(block, rewriter)));
            } else if (statement.note().role() == Stmt.Role.PRIMAL) {
                out.add(statement);
            } else {
                out.add(statement.match(rewriter));
            }
        }
        return out;
    }

    @Override
    public Expr choose(Expr.Choose e) {
        Expr condition = rewrite(e.condition());
        Expr whenTrue = rewrite(e.whenTrue());
        Expr whenFalse = rewrite(e.whenFalse());
        if (isLiteral(condition, "true")) {
            return whenTrue;
        }
        if (isLiteral(condition, "false")) {
            return whenFalse;
        }
        return new Expr.Choose(condition, whenTrue, whenFalse, e.span());
    }

    private static boolean isLiteral(Expr e, String text) {
        return e instanceof Expr.Literal literal && literal.text().equals(text);
    }

    @Override
    public Expr apply(Expr.Apply e) {
        Expr rewritten = asksForBits(e) ? withConstants(e) : super.apply(e);
        if (!(rewritten instanceof Expr.Apply apply)) {
            return rewritten;
        }
        return switch (apply.primitive().form()) {
            case INFIX -> infix(apply);
            case PREFIX -> isMinus(apply) ? Distribution.product(Monomial.of(apply)) : apply;
            case CAST, CONVERSION -> conversion(apply);
            case STATIC_METHOD, METHOD ->
                apply.type() == Type.Scalar.BOOLEAN ? Conditions.asked(apply) : Powers.simplify(apply);
            case STATIC_FIELD, FIELD, INDEX, NEW, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> apply;
        };
    }

    /**
     * Calls and comparisons of numbers: what they are asked of is the primal's own value, rounded as the primal rounds
     * it.
     */
    private static boolean asksForBits(Expr.Apply e) {
        boolean call = e.primitive().form() == Primitive.Form.STATIC_METHOD;
        boolean comparison = e.primitive().form() == Primitive.Form.INFIX
                && e.type() == Type.Scalar.BOOLEAN
                && e.operands().get(0).type() != Type.Scalar.BOOLEAN;
        return call && e.type() instanceof Type.Scalar || comparison;
    }

    /** The call with operands that are known numbers written as such, and the others as they are. */
    private Expr withConstants(Expr.Apply e) {
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            Expr simpler = rewrite(operand);
            operands.add(Arithmetic.constant(simpler).isPresent() ? simpler : operand);
        }
        return new Expr.Apply(e.primitive(), operands, e.span());
    }

    private static boolean isMinus(Expr.Apply e) {
        return e.primitive().name().equals("-") && e.type().isFloating();
    }

    /** A constant takes the type that it is converted to. */
    private static Expr conversion(Expr.Apply e) {
        boolean back = e.operands().get(0) instanceof Expr.Apply inner && Arithmetic.isWidened(inner, e.type());
        if (back) {
            return ((Expr.Apply) e.operands().get(0)).operands().get(0);
        }
        boolean constant = Arithmetic.constant(e.operands().get(0)).isPresent();
        return constant && e.type().isFloating() && !e.primitive().name().equals(Primitive.CONSTANT)
                ? Arithmetic.convert(e.operands().get(0), e.type())
                : e;
    }

    private Expr infix(Expr.Apply e) {
        if (e.type() == Type.Scalar.BOOLEAN) {
            return Conditions.simplify(e);
        }
        if (!e.type().isFloating()) {
            return e;
        }
        return switch (e.primitive().name()) {
            case "*", "/" -> Distribution.product(Monomial.of(e));
            case "+", "-" -> sum(e);
            default -> e;
        };
    }

    private static Expr sum(Expr.Apply e) {
        Map<Monomial.Key, Monomial> terms = new LinkedHashMap<>();
        collect(e, false, terms);
        Expr sum = null;
        for (Monomial term : terms.values()) {
            if (term.coefficient() == 0) {
                continue;
            }
            if (sum == null) {
                sum = term.expression();
            } else {
                String sign = term.isNegative() ? "-" : "+";
                sum = new Expr.Apply(
                        Primitive.infix(sign, e.type(), e.type()), List.of(sum, term.magnitude()), e.span());
            }
        }
        return sum == null ? Arithmetic.number(0, e.type(), e.span()) : sum;
    }

    private static void collect(Expr e, boolean negative, Map<Monomial.Key, Monomial> terms) {
        if (e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && (apply.primitive().name().equals("+")
                        || apply.primitive().name().equals("-"))) {
            collect(apply.operands().get(0), negative, terms);
            collect(apply.operands().get(1), negative ^ apply.primitive().name().equals("-"), terms);
            return;
        }
        Monomial monomial = negative ? Monomial.of(e).negated() : Monomial.of(e);
        terms.merge(monomial.key(), monomial, (a, b) -> a.plus(b.coefficient()));
    }

    /** Adds up increments of one variable that stand one after the other and differ by a number only. */
    static List<Stmt> mergeIncrements(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            Stmt last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(statement, Algebra::mergeIncrements));
            } else if (statement instanceof Stmt.Accumulate b
                    && last instanceof Stmt.Accumulate a
                    && isMergeable(a, b)) {
                Expr both = Algebra.simplify(Arithmetic.plus(a.value(), b.value()));
                out.set(out.size() - 1, new Stmt.Accumulate(a.array(), a.index(), both, a.note()));
            } else if (statement instanceof Stmt.Increment b
                    && last instanceof Stmt.Increment a
                    && a.variable().equals(b.variable())
                    && isMergeable(a, b)) {
                Expr both = Algebra.simplify(Arithmetic.plus(a.value(), b.value()));
                out.set(out.size() - 1, new Stmt.Increment(a.variable(), both, a.note()));
            } else {
                out.add(statement);
            }
        }
        return out;
    }

    private static boolean isMergeable(Stmt.Accumulate a, Stmt.Accumulate b) {
        return a.value().type().isFloating()
                && a.note().span().line() == b.note().span().line()
                && Structure.same(a.array(), b.array())
                && Structure.same(a.index(), b.index())
                && Monomial.of(a.value()).key().equals(Monomial.of(b.value()).key());
    }

    private static boolean isMergeable(Stmt.Increment a, Stmt.Increment b) {
        return a.variable().type().isFloating()
                && a.note().span().line() == b.note().span().line()
                && Monomial.of(a.value()).key().equals(Monomial.of(b.value()).key());
    }
}
