package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A variable that a loop carries keeps the name that its first value has, where that value is used for nothing else:
 * {@code sum = 0; sum2 = sum; while (…) sum2 = …} becomes {@code sum = 0; while (…) sum = …}. Not so arrays: an array
 * that was made has a shadow of its own, which must be found again when another has taken its name.
 */
final class CarriedNames {

    private final Map<Var, Integer> reads = new HashMap<>();
    private final Map<Var, Var> renamed = new LinkedHashMap<>();

    private CarriedNames() {}

    static Function of(Function function) {
        CarriedNames names = new CarriedNames();
        for (Stmt statement : Walk.all(function.body())) {
            Walk.own(statement).forEach(names::count);
        }
        if (function.result() != null) {
            names.count(function.result());
        }
        List<Stmt> body = names.block(function.body());
        Expr result = function.result();
        for (Map.Entry<Var, Var> pair : names.renamed.entrySet()) {
            Rewriter renaming = Substitution.rename(pair.getKey(), names.first(pair.getValue()));
            body = renaming.rewrite(body);
            result = result == null ? null : renaming.rewrite(result);
        }
        return function.with(body, result);
    }

    /** The name at the start of a chain of loops that hand a variable on. */
    private Var first(Var variable) {
        Var before = renamed.get(variable);
        return before == null ? variable : first(before);
    }

    private void count(Expr e) {
        if (e instanceof Expr.Ref ref) {
            reads.merge(ref.variable(), 1, Integer::sum);
        }
        Walk.operands(e).forEach(this::count);
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Stmt statement = body.get(i);
            if (statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Ref ref
                    && reads.getOrDefault(ref.variable(), 0) == 1
                    && !(ref.type() instanceof Type.Array)
                    && s.variable().type().equals(ref.type())
                    && isFirstValue(ref.variable(), body.subList(0, i))
                    && isCarried(s.variable(), body.subList(i + 1, body.size()))) {
                renamed.put(s.variable(), ref.variable());
                continue;
            }
            out.add(Walk.withBlocks(statement, this::block));
        }
        return out;
    }

    private static boolean isFirstValue(Var variable, List<Stmt> before) {
        boolean declared = false;
        for (Stmt statement : before) {
            declared |= statement instanceof Stmt.Declare s
                    && s.value() != null
                    && !(s.value() instanceof Expr.Call)
                    && s.variable().equals(variable);
        }
        return declared;
    }

    private static boolean isCarried(Var variable, List<Stmt> behind) {
        for (Stmt statement : behind) {
            if (statement instanceof Stmt.Loop loop) {
                return Walk.carried(loop.body()).contains(variable);
            }
        }
        return false;
    }
}
