package dev.jacobi.processor.simplify;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Printer;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dear expression that a variable in sight holds already is read from there. Variables are assigned once, so what
 * held once still holds; the primal's statements are left as they are.
 */
final class CommonSubexpressions {

    private final Map<String, Var> held;

    private CommonSubexpressions(Map<String, Var> held) {
        this.held = held;
    }

    static List<Stmt> share(List<Stmt> body) {
        return new CommonSubexpressions(new HashMap<>()).block(body);
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            out.add(statement(statement));
        }
        return out;
    }

    private Stmt statement(Stmt statement) {
        if (statement instanceof Stmt.If s) {
            List<Stmt> then = new CommonSubexpressions(new HashMap<>(held)).block(s.then());
            List<Stmt> otherwise = new CommonSubexpressions(new HashMap<>(held)).block(s.otherwise());
            return new Stmt.If(s.condition(), then, otherwise, s.note());
        }
        boolean derivative = statement.note().role() != Stmt.Role.PRIMAL;
        Stmt shared = derivative ? statement.match(new Reuse()) : statement;
        if (shared instanceof Stmt.Declare s && s.value() != null && isWorthHolding(s.value())) {
            held.putIfAbsent(Printer.print(s.value()), s.variable());
        }
        return shared;
    }

    private static boolean isWorthHolding(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().pure() && !Cost.isCheap(e);
    }

    private final class Reuse extends Rewriter {
        @Override
        public Expr apply(Expr.Apply e) {
            Var variable = Cost.isCheap(e) ? null : held.get(Printer.print(e));
            return variable != null ? new Expr.Ref(variable, e.span()) : super.apply(e);
        }
    }
}
