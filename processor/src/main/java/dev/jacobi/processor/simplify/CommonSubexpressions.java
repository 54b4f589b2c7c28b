package dev.jacobi.processor.simplify;

import dev.jacobi.processor.analysis.Lasting;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A dear expression that a variable in sight holds already is read from there. Variables are assigned once, so what
 * held once still holds; the primal's statements are left as they are.
 */
final class CommonSubexpressions {

    private final Map<Structure, Var> held;

    /** The variables that each expression reads. */
    private final Map<Structure, Set<Var>> readings;

    /** Variables that are assigned again hold nothing for long. */
    private final Set<Var> assigned;

    private CommonSubexpressions(Map<Structure, Var> held, Map<Structure, Set<Var>> readings, Set<Var> assigned) {
        this.assigned = assigned;
        this.held = held;
        this.readings = readings;
    }

    static List<Stmt> share(List<Stmt> body) {
        return new CommonSubexpressions(new HashMap<>(), new HashMap<>(), Walk.assigns(body)).block(body);
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
            List<Stmt> then = new CommonSubexpressions(new HashMap<>(held), readings, assigned).block(s.then());
            List<Stmt> otherwise =
                    new CommonSubexpressions(new HashMap<>(held), readings, assigned).block(s.otherwise());
            return new Stmt.If(s.condition(), then, otherwise, s.note());
        }
        if (statement instanceof Stmt.Loop s) {
            Map<Structure, Var> steady = new HashMap<>(held);
            Set<Var> changing = Walk.assigns(s.body());
            readings.forEach((structure, reads) -> {
                if (!Collections.disjoint(reads, changing)) {
                    steady.remove(structure);
                }
            });
            return s.with(new CommonSubexpressions(steady, readings, assigned).block(s.body()));
        }
        boolean derivative = statement.note().role() != Stmt.Role.PRIMAL;
        Stmt shared = derivative ? statement.match(new Reuse()) : statement;
        if (shared instanceof Stmt.Assign s) {
            held.values().removeIf(v -> v.equals(s.variable()));
            held.keySet()
                    .removeIf(structure ->
                            readings.getOrDefault(structure, Set.of()).contains(s.variable()));
        }
        if (shared instanceof Stmt.Declare s
                && s.value() != null
                && Lasting.isWorthHolding(s.value())
                && !assigned.contains(s.variable())) {
            Structure structure = Structure.of(s.value());
            held.putIfAbsent(structure, s.variable());
            readings.put(structure, Walk.reads(s.value()));
        }
        return shared;
    }

    private final class Reuse extends Rewriter {
        @Override
        public Expr apply(Expr.Apply e) {
            Var variable = Lasting.isWorthHolding(e) ? held.get(Structure.of(e)) : null;
            return variable != null ? new Expr.Ref(variable, e.span()) : super.apply(e);
        }
    }
}
