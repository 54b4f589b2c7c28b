package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose value may go into nothing that is given back, since all that reads it stands in branches and loops
 * that need not run: {@code double r = Math.sqrt(x); if (r > 0) y /= r;}. A liveness analysis of the adjoints, from the
 * last statement to the first.
 */
final class IdleResults {

    private final Set<Var> carried;
    private final boolean readsHanded;
    private final Set<Stmt> idle = Collections.newSetFromMap(new IdentityHashMap<>());

    private IdleResults(Set<Var> carried, boolean readsHanded) {
        this.carried = carried;
        this.readsHanded = readsHanded;
    }

    /**
     * Those that the function itself has no use for.
     *
     * @param carried the variables that loops carry, which count as read
     */
    static IdleResults of(Function function, Set<Var> carried) {
        return of(function, carried, true, true);
    }

    /**
     * With those that go into elements of arrays or to other methods, which may read them or not: nobody asks for the
     * diagonal of a matrix of distances.
     *
     * @param carried the variables that loops carry, which count as read
     * @param isWanted whether the function's result always goes into something
     */
    static IdleResults orHandedOn(Function function, Set<Var> carried, boolean isWanted) {
        return of(function, carried, isWanted, false);
    }

    private static IdleResults of(Function function, Set<Var> carried, boolean isWanted, boolean readsHanded) {
        IdleResults results = new IdleResults(carried, readsHanded);
        Set<Var> read = new HashSet<>();
        if (isWanted && function.result() != null) {
            results.addReads(function.result(), read);
        }
        results.block(function.body(), read);
        return results;
    }

    boolean has(Stmt statement) {
        return idle.contains(statement);
    }

    /** @param read the variables that are read behind the block whatever happens; then those before it */
    private void block(List<Stmt> body, Set<Var> read) {
        for (int i = body.size() - 1; i >= 0; i--) {
            statement(body.get(i), read);
        }
    }

    private void statement(Stmt statement, Set<Var> read) {
        if (statement instanceof Stmt.Declare s) {
            value(s, s.variable(), s.value(), read);
        } else if (statement instanceof Stmt.Assign s) {
            value(s, s.variable(), s.value(), read);
        } else if (statement instanceof Stmt.Increment s) {
            value(s, s.variable(), s.value(), read);
        } else if (statement instanceof Stmt.If s) {
            Set<Var> then = new HashSet<>(read);
            block(s.then(), then);
            Set<Var> otherwise = new HashSet<>(read);
            block(s.otherwise(), otherwise);
            then.retainAll(otherwise);
            read.addAll(then);
        } else if (statement instanceof Stmt.Loop s) {
            block(s.body(), new HashSet<>(read));
        } else if (statement instanceof Stmt.Store s) {
            addReads(s.array(), read);
            addReads(s.index(), read);
            handed(s.value(), read);
        } else {
            Walk.own(statement).forEach(e -> addReads(e, read));
        }
    }

    private void value(Stmt statement, Var variable, @Nullable Expr value, Set<Var> read) {
        if (value == null || !variable.type().carriesDerivative() && !(variable.type() instanceof Type.Struct)) {
            return; // A condition sends nothing back to what it looks at.
        }
        boolean isNumber = variable.type().isFloating();
        if (isNumber && !carried.contains(variable) && !read.contains(variable)) {
            idle.add(statement);
        } else {
            addReads(value, read);
        }
    }

    /** What becomes an element of an array, or the argument of a call. */
    private void handed(Expr value, Set<Var> read) {
        if (readsHanded || !value.type().isFloating()) {
            addReads(value, read);
        }
    }

    /** Of a choice, what both sides read. */
    private void addReads(Expr e, Set<Var> read) {
        if (e instanceof Expr.Choose choose) {
            Set<Var> then = new HashSet<>();
            addReads(choose.whenTrue(), then);
            Set<Var> otherwise = new HashSet<>();
            addReads(choose.whenFalse(), otherwise);
            then.retainAll(otherwise);
            read.addAll(then);
            return;
        }
        if (e instanceof Expr.Ref ref) {
            read.add(ref.variable());
        }
        boolean kept = e instanceof Expr.Call
                || e instanceof Expr.Apply apply && ArrayOperation.of(apply.primitive()) == ArrayOperation.LITERAL;
        Walk.operands(e).forEach(kept ? operand -> handed(operand, read) : operand -> addReads(operand, read));
    }
}
