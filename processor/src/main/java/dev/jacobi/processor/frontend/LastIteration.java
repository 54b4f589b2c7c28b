package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one iteration of a loop computes of what it hands to the next, if it goes on: branches that leave the loop or
 * throw are taken not to, and what only tells when to stop, or prints, is left out.
 */
final class LastIteration {

    /** The variables that tell whether the loop is left, and what they are assigned there: {@code true}. */
    private final Map<Var, String> leaving;

    private final Set<Var> wanted = new HashSet<>();

    private LastIteration(Map<Var, String> leaving) {
        this.leaving = new HashMap<>(leaving);
    }

    /** The statements of a body that some values need. */
    static List<Stmt> of(List<Stmt> body, List<Expr> values, Map<Var, String> leaving) {
        LastIteration iteration = new LastIteration(leaving);
        List<Stmt> staying = iteration.staying(body);
        values.forEach(v -> iteration.wanted.addAll(Walk.reads(v)));
        List<Stmt> needed = iteration.needed(staying);
        for (int before = -1; before < iteration.wanted.size(); needed = iteration.needed(staying)) {
            before = iteration.wanted.size();
        }
        return needed;
    }

    private List<Stmt> staying(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.If s) {
                branch(s, out);
            } else if (!(statement instanceof Stmt.Throw)) {
                out.add(Walk.withBlocks(statement, this::staying));
            }
        }
        return out;
    }

    private void branch(Stmt.If s, List<Stmt> out) {
        boolean then = leaves(s.then());
        boolean otherwise = leaves(s.otherwise());
        if (then && !otherwise) {
            handOn(s.otherwise());
            out.addAll(staying(s.otherwise()));
        } else if (otherwise && !then) {
            handOn(s.then());
            out.addAll(staying(s.then()));
        } else {
            out.add(Walk.withBlocks(s, this::staying));
        }
    }

    private boolean leaves(List<Stmt> side) {
        for (Stmt statement : side) {
            boolean left = statement instanceof Stmt.Assign s
                    && s.value() instanceof Expr.Literal literal
                    && literal.text().equals(leaving.get(s.variable()));
            if (left || statement instanceof Stmt.Throw) {
                return true;
            }
        }
        return false;
    }

    /** A variable that tells it, too, since it is what another is assigned. */
    private void handOn(List<Stmt> side) {
        for (Stmt statement : side) {
            if (statement instanceof Stmt.Assign s && s.value() instanceof Expr.Ref ref) {
                String text = leaving.get(s.variable());
                if (text != null) {
                    leaving.put(ref.variable(), text);
                }
            }
        }
    }

    private List<Stmt> needed(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            Stmt inner = Walk.withBlocks(statement, this::needed);
            if (isNeeded(inner)) {
                Walk.own(inner).forEach(e -> wanted.addAll(Walk.reads(e)));
                out.add(inner);
            }
        }
        return out;
    }

    private boolean isNeeded(Stmt s) {
        if (s instanceof Stmt.Declare declare) {
            return wanted.contains(declare.variable()) || declare.value() != null && mayWrite(declare.value());
        }
        if (s instanceof Stmt.Assign assign) {
            return wanted.contains(assign.variable()) || mayWrite(assign.value());
        }
        if (s instanceof Stmt.Effect effect) {
            return mayWrite(effect.value());
        }
        boolean block = s instanceof Stmt.If || s instanceof Stmt.Loop;
        return block ? Walk.blocks(s).stream().anyMatch(b -> !b.isEmpty()) : !(s instanceof Stmt.Throw);
    }

    /** Whether evaluating an expression may write to an array of numbers. */
    static boolean mayWrite(Expr e) {
        boolean takesArray = Walk.operands(e).stream()
                .anyMatch(o -> o.type() instanceof Type.Array && o.type().carriesDerivative());
        if (takesArray && e instanceof Expr.Call) {
            return true;
        }
        return takesArray && e instanceof Expr.Apply apply && isWriting(apply);
    }

    private static boolean isWriting(Expr.Apply e) {
        return switch (ArrayOperation.of(e.primitive())) {
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED -> true;
            case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR -> false;
            case NONE -> !e.primitive().pure() && !ArrayOperation.onlyReads(e.primitive());
        };
    }
}
