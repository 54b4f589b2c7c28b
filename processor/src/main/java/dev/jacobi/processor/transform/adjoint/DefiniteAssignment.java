package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;

/** Whether javac will see that a variable has a value (JLS 16). */
public final class DefiniteAssignment {

    private DefiniteAssignment() {}

    /** Whether every path through the statements assigns the variable, or throws. */
    static boolean assigns(List<Stmt> body, Var variable) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Throw
                    || statement instanceof Stmt.Assign s && s.variable().equals(variable)) {
                return true;
            }
            if (statement instanceof Stmt.If s && assigns(s.then(), variable) && assigns(s.otherwise(), variable)) {
                return true;
            }
        }
        return false;
    }

    /** Whether javac will see that the end can be reached (JLS 14.22). */
    public static boolean canComplete(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Throw
                    || statement instanceof Stmt.If s && !canComplete(s.then()) && !canComplete(s.otherwise())) {
                return false;
            }
        }
        return true;
    }

    static Expr placeholder(Type type, Span span) {
        if (type instanceof Type.Scalar scalar) {
            return new Expr.Literal(scalar == Type.Scalar.BOOLEAN ? "false" : "0", type, span);
        }
        return new Expr.Literal("null", type, span);
    }
}
