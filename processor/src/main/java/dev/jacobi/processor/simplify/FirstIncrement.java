package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code double aBar = 0; …; aBar += e;} becomes {@code double aBar = e;} where the first increment always runs; an
 * adjoint that starts with zero is declared just before its first use.
 */
final class FirstIncrement {

    private FirstIncrement() {}

    /** @param after the variables that are read behind the block */
    static List<Stmt> declareThere(List<Stmt> body, Set<Var> after) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            out.add(Walk.withBlocks(statement, block -> declareThere(block, Set.of())));
        }
        for (int i = out.size() - 1; i >= 0; i--) {
            if (out.get(i) instanceof Stmt.Declare s
                    && s.note().role() == Stmt.Role.ADJOINT
                    && s.value() != null
                    && isIncremented(s.variable(), out)) {
                move(s, i, out);
            } else if (out.get(i) instanceof Stmt.Declare s
                    && s.note().role() == Stmt.Role.ADJOINT
                    && !isMentioned(s.variable(), out.subList(i + 1, out.size()))
                    && (s.value() == null || isZero(s.value()))
                    && !after.contains(s.variable())) {
                out.remove(i);
            }
        }
        return out;
    }

    private static boolean isZero(Expr e) {
        return Arithmetic.is(e, 0) || e.type() instanceof Type.Tensor;
    }

    private static boolean isIncremented(Var variable, List<Stmt> body) {
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Increment increment
                    && increment.variable().equals(variable)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMentioned(Var variable, List<Stmt> body) {
        return Walk.reads(body).contains(variable) || Walk.assigns(body).contains(variable);
    }

    private static void move(Stmt.Declare declaration, int at, List<Stmt> out) {
        Var variable = declaration.variable();
        int use = at + 1;
        while (use < out.size() && !isMentioned(variable, out.subList(use, use + 1))) {
            use++;
        }
        if (use == out.size()) {
            return;
        }
        Stmt first = out.get(use);
        boolean simple = first instanceof Stmt.Increment;
        out.set(use, simple ? new Stmt.Declare(variable, value((Stmt.Increment) first), first.note()) : first);
        if (!simple) {
            out.add(use, declaration);
        }
        out.remove(at);
    }

    private static Expr value(Stmt.Increment increment) {
        return increment.value();
    }
}
