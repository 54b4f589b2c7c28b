package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the iterations of a loop of the backward sweep may run in any order: they meet only in sums. Then they run
 * upwards, which processors and C2 do faster where a loop both adds to an array and sums up.
 *
 * <pre>
 *   for (int i = n - 1; i &gt;= 0; i--) {               for (int i = 0; i &lt; n; i++) {
 *     aBar[i] += b * zBar[i];                becomes     aBar[i] += b * zBar[i];
 *     bBar += a[i] * zBar[i];                            bBar += a[i] * zBar[i];
 *   }                                                  }
 * </pre>
 */
final class Unordered {

    private final ArrayClasses classes;
    private final Memory memory;

    Unordered(ArrayClasses classes, Memory memory) {
        this.classes = classes;
        this.memory = memory;
    }

    /** @param body of the loop, without what it restores */
    boolean isFree(List<Stmt> body) {
        return Walk.all(body).stream().allMatch(Unordered::isPlain)
                && Level.sums(body) != null
                && meetsOnlyInSums(Touches.of(body, classes, memory));
    }

    /** Only innermost loops gain, and no effect may change places with another. */
    private static boolean isPlain(Stmt statement) {
        boolean own = statement instanceof Stmt.Declare
                || statement instanceof Stmt.Increment
                || statement instanceof Stmt.Accumulate
                || statement instanceof Stmt.If;
        return own && Walk.own(statement).stream().allMatch(Unordered::isPlain);
    }

    private static boolean isPlain(Expr e) {
        boolean own = !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply
                        && (!apply.primitive().pure() || apply.primitive().form() == Primitive.Form.NEW_ARRAY));
        return own && Walk.operands(e).stream().allMatch(Unordered::isPlain);
    }

    private boolean meetsOnlyInSums(Touches touches) {
        Set<Object> both = new HashSet<>(touches.read);
        both.retainAll(touches.added);
        return both.isEmpty()
                && touches.changed.isEmpty()
                && Collections.disjoint(touches.added, Set.of(classes.of(ArrayClasses.ELSEWHERE)));
    }
}
