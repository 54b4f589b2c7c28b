package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loops of one function, those in batches that can be and gain by it. */
final class BatchedLoops {

    private final Batches batches;
    private final Function function;
    private final Activity activity;
    private final NameSupply names;

    BatchedLoops(Batches batches, Function function, Activity activity) {
        this.batches = batches;
        this.function = function;
        this.activity = activity;
        this.names = NameSupply.after(function);
    }

    Function function() {
        Map<Var, Var> later = new HashMap<>();
        List<Stmt> body = block(function.body(), later);
        Expr result = function.result();
        return later.isEmpty() && body.equals(function.body())
                ? function
                : function.with(body, result == null ? null : new Copies.Renaming(v -> now(v, later)).rewrite(result));
    }

    /** @param later what the variables are called behind loops that are now two */
    private List<Stmt> block(List<Stmt> body, Map<Var, Var> later) {
        List<Stmt> out = new ArrayList<>();
        Set<Var> declared = new HashSet<>();
        for (Stmt original : body) {
            Stmt statement = original.match(new Copies.Renaming(v -> now(v, later)));
            BatchedLoop batched =
                    original instanceof Stmt.Loop loop ? BatchedLoop.of(loop, function, activity, batches) : null;
            if (batched != null && declared.containsAll(Walk.carried(((Stmt.Loop) original).body()))) {
                out.addAll(batched.statements(names, later));
            } else {
                out.add(Walk.withBlocks(statement, b -> inner(original, b)));
            }
            if (original instanceof Stmt.Declare s) {
                declared.add(s.variable());
            }
        }
        return out;
    }

    /** The blocks of a statement; what they declare isn't seen outside. */
    private List<Stmt> inner(Stmt original, List<Stmt> renamed) {
        return original instanceof Stmt.Reverse ? renamed : block(renamed, new HashMap<>());
    }

    static Var now(Var variable, Map<Var, Var> later) {
        Var now = variable;
        while (later.containsKey(now)) {
            now = later.get(now);
        }
        return now;
    }
}
