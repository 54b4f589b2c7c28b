package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The adjoints of a backward sweep that stay zero, since nothing but zero is ever added to them: all of them, until a
 * statement says otherwise. What is multiplied with one is zero, whatever the other factor, as of a branch that didn't
 * run.
 */
final class Zeros {

    private final Set<Var> zeros = new HashSet<>();

    private Zeros(List<Stmt> backward) {
        Walk.declares(backward).stream().filter(Zeros::isNumber).forEach(zeros::add);
        List<Stmt> all = Walk.all(backward);
        while (all.stream().anyMatch(this::saysOtherwise)) {}
    }

    static Zeros of(List<Stmt> backward) {
        return new Zeros(backward);
    }

    private static boolean isNumber(Var variable) {
        return variable.type() instanceof Type.Scalar && variable.type().isFloating();
    }

    private boolean saysOtherwise(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return s.value() != null && !isZero(s.value()) && zeros.remove(s.variable());
        }
        if (statement instanceof Stmt.Assign s) {
            return !isZero(s.value()) && zeros.remove(s.variable());
        }
        return statement instanceof Stmt.Increment s && !isZero(s.value()) && zeros.remove(s.variable());
    }

    private boolean isZero(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return zeros.contains(ref.variable());
        }
        if (e instanceof Expr.Choose choose) {
            return isZero(choose.whenTrue()) && isZero(choose.whenFalse());
        }
        return e instanceof Expr.Apply apply && e.type().isFloating() && isZero(apply) || Arithmetic.is(e, 0);
    }

    private boolean isZero(Expr.Apply e) {
        List<Expr> operands = e.operands();
        return switch (e.primitive().form()) {
            case INFIX ->
                switch (e.primitive().name()) {
                    case "*" -> operands.stream().anyMatch(this::isZero);
                    case "/" -> isZero(operands.get(0));
                    default -> operands.stream().allMatch(this::isZero);
                };
            case PREFIX, CAST, CONVERSION -> isZero(operands.get(0));
            case STATIC_METHOD,
                    METHOD,
                    STATIC_FIELD,
                    FIELD,
                    INDEX,
                    NEW,
                    NEW_ARRAY,
                    ARRAY_LITERAL,
                    INSTANCE_OF,
                    FUNCTION -> false;
        };
    }

    /** The sweep without them. */
    List<Stmt> removed(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(statement, this::removed));
            } else if (!isIdle(statement)) {
                out.add(statement.match(written()));
            }
        }
        return out;
    }

    /** What gives a value to an adjoint that is zero, or adds nothing to one that isn't. */
    private boolean isIdle(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return zeros.contains(s.variable());
        }
        if (statement instanceof Stmt.Assign s) {
            return zeros.contains(s.variable());
        }
        return statement instanceof Stmt.Increment s && isZero(s.value());
    }

    /** Puts 0 where one is read. */
    Rewriter written() {
        return new Rewriter() {
            @Override
            public Expr ref(Expr.Ref e) {
                return zeros.contains(e.variable()) ? Arithmetic.number(0, e.type(), e.span()) : e;
            }
        };
    }
}
