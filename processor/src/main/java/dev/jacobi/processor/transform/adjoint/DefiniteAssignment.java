package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;

/** Whether javac will see that a variable has a value (JLS 16). */
final class DefiniteAssignment {

    private DefiniteAssignment() {}

    /** Whether every path through the statements assigns the variable, or doesn't get to their end. */
    static boolean assigns(List<Stmt> body, Var variable) {
        for (Stmt statement : body) {
            if (!Reachability.canComplete(List.of(statement))
                    || statement instanceof Stmt.Assign s && s.variable().equals(variable)) {
                return true;
            }
            if (statement instanceof Stmt.If s && assigns(s.then(), variable) && assigns(s.otherwise(), variable)) {
                return true;
            }
        }
        return false;
    }

    static Expr placeholder(Type type, Span span) {
        if (type instanceof Type.Scalar scalar) {
            return new Expr.Literal(scalar == Type.Scalar.BOOLEAN ? "false" : "0", type, span);
        }
        return new Expr.Literal("null", type, span);
    }
}
