package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes the variables that nothing asks for, and what is written to arrays that nobody reads. If computing them would
 * have thrown, so does the derivative, for which they are computed again.
 */
final class WriteOnly {

    private final Set<Var> unread = new HashSet<>();

    private WriteOnly() {}

    static List<Stmt> remove(List<Stmt> body) {
        List<Stmt> rest = body;
        int before;
        do {
            before = Walk.all(rest).size();
            WriteOnly pass = new WriteOnly();
            pass.unread.addAll(Walk.declares(rest));
            Walk.all(rest).forEach(pass::keepRead);
            rest = pass.block(rest);
        } while (Walk.all(rest).size() < before);
        return rest;
    }

    /** What a statement reads is needed, but for an array that is only written to. */
    private void keepRead(Stmt statement) {
        List<Expr> read = new ArrayList<>(Walk.own(statement));
        if (statement instanceof Stmt.Store s && s.array() instanceof Expr.Ref) {
            read.remove(s.array());
        } else if (statement instanceof Stmt.Declare s && s.variable().type() instanceof Type.Array && !isNew(s)) {
            unread.remove(s.variable());
        } else if (statement instanceof Stmt.Assign s && s.variable().type() instanceof Type.Array) {
            unread.remove(s.variable());
        }
        read.forEach(e -> unread.removeAll(Walk.reads(e)));
    }

    private static boolean isNew(Stmt.Declare s) {
        return s.value() instanceof Expr.Apply made && ArrayOperation.of(made.primitive()) == ArrayOperation.NEW;
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (!isUnread(statement)) {
                Stmt kept = Walk.withBlocks(statement, this::block);
                boolean idle = kept instanceof Stmt.If s
                        && s.then().isEmpty()
                        && s.otherwise().isEmpty()
                        && isPure(s.condition());
                if (!idle) {
                    out.add(kept);
                }
            }
        }
        return out;
    }

    private boolean isUnread(Stmt statement) {
        Var target = target(statement);
        return target != null
                && unread.contains(target)
                && Walk.own(statement).stream().allMatch(WriteOnly::isPure);
    }

    private static @Nullable Var target(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return s.variable();
        }
        if (statement instanceof Stmt.Assign s) {
            return s.variable();
        }
        if (statement instanceof Stmt.Increment s) {
            return s.variable();
        }
        return statement instanceof Stmt.Store s && s.array() instanceof Expr.Ref array ? array.variable() : null;
    }

    private static boolean isPure(Expr e) {
        boolean own = !(e instanceof Expr.Call)
                && (!(e instanceof Expr.Apply apply)
                        || apply.primitive().pure()
                        || ArrayOperation.of(apply.primitive()) == ArrayOperation.NEW);
        return own && Walk.operands(e).stream().allMatch(WriteOnly::isPure);
    }
}
