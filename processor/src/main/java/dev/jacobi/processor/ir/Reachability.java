package dev.jacobi.processor.ir;

import java.util.List;

/** What javac will see of where control can go (JLS 14.22): it refuses statements that can't be reached. */
public final class Reachability {

    private Reachability() {}

    /** Whether the end of the statements can be reached. */
    public static boolean canComplete(List<Stmt> body) {
        for (Stmt statement : body) {
            boolean never = statement instanceof Stmt.Throw
                    || statement instanceof Stmt.If s && !canComplete(s.then()) && !canComplete(s.otherwise())
                    || statement instanceof Stmt.Loop loop && isEndless(loop);
            if (never) {
                return false;
            }
        }
        return true;
    }

    /** There is no {@code break}: only an exception ends such a loop. */
    private static boolean isEndless(Stmt.Loop loop) {
        return loop.condition() instanceof Expr.Literal literal
                && literal.text().equals("true");
    }
}
