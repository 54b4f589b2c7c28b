package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An adjoint that is just another adjoint, the seed or a number needs no name of its own: {@code yBar = seed; xBar = 2
 * * x * yBar} becomes {@code xBar = 2 * x * seed}.
 */
final class Aliases {

    private final Set<Var> changing = new HashSet<>();
    private final Set<Var> adjoints = new HashSet<>();
    private final Set<Var> results;

    private Aliases(List<Var> seeds, Set<Var> results) {
        this.results = results;
        adjoints.addAll(seeds);
    }

    /** @param results the adjoints that are given back: they keep their names */
    static List<Stmt> remove(List<Stmt> backward, List<Var> seeds, Set<Var> results) {
        Aliases aliases = new Aliases(seeds, results);
        for (Stmt statement : Walk.all(backward)) {
            aliases.collect(statement);
        }
        return aliases.block(backward, new HashMap<>());
    }

    private void collect(Stmt statement) {
        if (statement instanceof Stmt.Increment s) {
            changing.add(s.variable());
        } else if (statement instanceof Stmt.Assign s) {
            changing.add(s.variable());
        } else if (statement instanceof Stmt.Declare s) {
            adjoints.add(s.variable());
        }
    }

    private List<Stmt> block(List<Stmt> body, Map<Var, Expr> known) {
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Stmt statement = body.get(i);
            if (statement instanceof Stmt.If s) {
                out.add(new Stmt.If(
                        Substitution.of(known).rewrite(s.condition()),
                        block(s.then(), new HashMap<>(known)),
                        block(s.otherwise(), new HashMap<>(known)),
                        s.note()));
                continue;
            }
            if (statement instanceof Stmt.Loop s && Checkpoints.isRetracing(s)) {
                // What a step makes in a branch is read in a branch of its adjoint.
                List<Stmt> both = new ArrayList<>(Substitution.of(known).rewrite(Checkpoints.forward(s)));
                both.addAll(block(Checkpoints.backward(s), new HashMap<>(known)));
                out.add(s.with(both));
                continue;
            }
            if (!Walk.blocks(statement).isEmpty()) {
                out.add(Walk.withBlocks(statement, inside -> block(inside, new HashMap<>(known))));
                continue;
            }
            Stmt replaced = statement.match(Substitution.of(known));
            if (replaced instanceof Stmt.Declare s
                    && s.value() != null
                    && isAlias(s.variable(), s.value(), body.subList(i + 1, body.size()))) {
                known.put(s.variable(), s.value());
            } else {
                out.add(replaced);
            }
        }
        return out;
    }

    /** @param after the statements that may read the variable */
    private boolean isAlias(Var variable, Expr value, List<Stmt> after) {
        if (changing.contains(variable) || results.contains(variable)) {
            return false;
        }
        boolean steady = value instanceof Expr.Ref ref
                && adjoints.contains(ref.variable())
                && (!changing.contains(ref.variable()) || !changes(after, ref.variable()));
        return steady || value instanceof Expr.Literal;
    }

    private static boolean changes(List<Stmt> body, Var variable) {
        return Walk.all(body).stream()
                .anyMatch(statement -> statement instanceof Stmt.Increment s
                                && s.variable().equals(variable)
                        || statement instanceof Stmt.Assign a && a.variable().equals(variable));
    }
}
