package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The arrays that a loop's iterations make for themselves. A variable that is declared in the loop isn't enough: it may
 * be another name of an array from outside. Of rows nothing is said, those of a clone are the original's.
 */
public final class OwnArrays {

    private OwnArrays() {}

    /** The variables that hold such an array and never another. */
    public static Set<Var> of(List<Stmt> body) {
        Set<Var> variables = new HashSet<>();
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply apply && makes(apply)) {
                variables.add(s.variable());
            }
        }
        variables.removeAll(Walk.assigns(body));
        return variables;
    }

    private static boolean makes(Expr.Apply apply) {
        return switch (ArrayOperation.of(apply.primitive())) {
            case NEW, LIKE, LITERAL, CLONE, COPY -> true;
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, OF_TENSOR -> false;
            case NONE -> Shadows.isMaking(apply.primitive());
        };
    }
}
