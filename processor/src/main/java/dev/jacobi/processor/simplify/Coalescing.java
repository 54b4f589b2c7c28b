package dev.jacobi.processor.simplify;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Gives variables that only hand a value on to one that a loop carries the name of that one, so that loops read as they
 * were written:
 *
 * <pre>
 *   double sum2 = sum; while (c) { double sum3 = sum2 + x; sum2 = sum3; }    becomes    while (c) { sum = sum + x; }
 * </pre>
 */
final class Coalescing {

    private final Map<Var, Var> names = new HashMap<>();

    private Coalescing() {}

    static Function function(Function function) {
        Coalescing coalescing = new Coalescing();
        Set<Var> after = function.result() == null ? Set.of() : Walk.reads(function.result());
        List<Stmt> body = coalescing.starts(ends(function.body()), after);
        Expr result = function.result() == null ? null : coalescing.renamed(function.result());
        return function.with(body, result);
    }

    /** The forward sweep; what the backward sweep reads of it goes by the new names too. */
    static Adjoint adjoint(Adjoint adjoint) {
        Coalescing coalescing = new Coalescing();
        Set<Var> after = new HashSet<>(Walk.reads(adjoint.backward()));
        after.addAll(adjoint.results());
        after.addAll(adjoint.given());
        List<Stmt> forward = coalescing.starts(ends(adjoint.forward()), after);
        List<Stmt> backward = new Renaming(coalescing.names).rewrite(adjoint.backward());
        List<Expr> bars = new ArrayList<>();
        adjoint.bars().forEach(bar -> bars.add(coalescing.renamed(bar)));
        List<Var> valueShadows = new ArrayList<>();
        adjoint.valueShadows().forEach(shadow -> valueShadows.add(coalescing.name(shadow)));
        return new Adjoint(
                adjoint.primal(),
                adjoint.active(),
                adjoint.shadows(),
                forward,
                adjoint.value() == null ? null : coalescing.renamed(adjoint.value()),
                valueShadows,
                adjoint.seeds(),
                backward,
                bars);
    }

    private Expr renamed(Expr e) {
        return new Renaming(names).rewrite(e);
    }

    private Var name(Var variable) {
        return new Renaming(names).target(variable);
    }

    /** At the end of a loop's body: {@code sum3 = e; …; sum2 = sum3} becomes {@code sum2 = e}. */
    private static List<Stmt> ends(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            Stmt inner = Walk.withBlocks(statement, Coalescing::ends);
            out.add(inner instanceof Stmt.Loop loop ? loop.with(handed(loop.body())) : inner);
        }
        return out;
    }

    private static List<Stmt> handed(List<Stmt> body) {
        List<Stmt> out = body;
        for (int i = out.size() - 1; i >= 0; i--) {
            if (i < out.size() && out.get(i) instanceof Stmt.Assign s && s.value() instanceof Expr.Ref ref) {
                out = handed(out, i, s.variable(), ref.variable());
            }
        }
        return out;
    }

    private static List<Stmt> handed(List<Stmt> body, int at, Var carried, Var value) {
        int declared = -1;
        for (int i = 0; i < at; i++) {
            if (body.get(i) instanceof Stmt.Declare s && s.variable().equals(value)) {
                declared = i;
            }
        }
        if (declared < 0 || !carried.type().equals(value.type())) {
            return body;
        }
        Stmt.Declare s = (Stmt.Declare) body.get(declared);
        Clash clash = new Clash(carried, value);
        clash.assigned = s.value() != null;
        clash.block(body.subList(declared + 1, at));
        boolean later = mentions(body.subList(at + 1, body.size()), carried);
        if (clash.found || later) {
            return body;
        }
        List<Stmt> out = new ArrayList<>(body);
        out.remove(at);
        if (s.value() == null) {
            out.remove(declared);
        } else {
            out.set(declared, new Stmt.Assign(carried, s.value(), s.note()));
        }
        return withoutIdle(new Renaming(Map.of(value, carried)).rewrite(out));
    }

    private static boolean mentions(List<Stmt> body, Var variable) {
        return Walk.reads(body).contains(variable) || Walk.assigns(body).contains(variable);
    }

    /** Whether the carried variable is asked for where the other one may hold a new value already. */
    private static final class Clash {
        private final Var carried;
        private final Var value;
        private boolean assigned;
        private boolean found;

        Clash(Var carried, Var value) {
            this.carried = carried;
            this.value = value;
        }

        void block(List<Stmt> body) {
            for (Stmt statement : body) {
                if (statement instanceof Stmt.If s) {
                    found |= assigned && Walk.reads(s.condition()).contains(carried);
                    boolean before = assigned;
                    block(s.then());
                    boolean after = assigned;
                    assigned = before;
                    block(s.otherwise());
                    assigned |= after;
                    continue;
                }
                List<Stmt> one = List.of(statement);
                boolean mentioned = mentions(one, carried);
                boolean assigns = Walk.assigns(one).contains(value);
                boolean loops = !Walk.blocks(statement).isEmpty();
                found |= mentioned && (assigned || loops && assigns)
                        || Walk.assigns(one).contains(carried);
                assigned |= assigns;
            }
        }
    }

    /** Before a loop: of {@code sum2 = sum}, where the latter is not asked for again, both become one. */
    private List<Stmt> starts(List<Stmt> body, Set<Var> after) {
        List<Stmt> renamed = start(body, after::contains);
        return names.isEmpty() ? renamed : withoutIdle(new Renaming(names).rewrite(renamed));
    }

    private List<Stmt> start(List<Stmt> body, Predicate<Var> after) {
        List<Stmt> out = new ArrayList<>();
        Set<Var> declared = new HashSet<>();
        Map<Var, Integer> read = new HashMap<>();
        Map<Var, Integer> mentioned = new HashMap<>();
        for (int i = 0; i < body.size(); i++) {
            int at = i;
            Walk.reads(List.of(body.get(i))).forEach(v -> read.put(v, at));
            Walk.assigns(List.of(body.get(i))).forEach(v -> mentioned.put(v, at));
        }
        read.forEach((variable, at) -> mentioned.merge(variable, at, Math::max));
        for (int i = 0; i < body.size(); i++) {
            int at = i;
            Stmt statement = body.get(i);
            if (statement instanceof Stmt.Declare s) {
                boolean merges = s.value() instanceof Expr.Ref first
                        && declared.contains(first.variable())
                        && !names.containsKey(first.variable())
                        && first.type().equals(s.variable().type())
                        && mentioned.getOrDefault(first.variable(), -1) <= at
                        && !after.test(first.variable());
                if (merges && s.value() instanceof Expr.Ref ref) {
                    names.put(s.variable(), ref.variable());
                    declared.add(s.variable());
                    continue;
                }
                declared.add(s.variable());
            }
            Predicate<Var> behind = v -> read.getOrDefault(v, -1) > at || after.test(v);
            out.add(Walk.withBlocks(statement, block -> start(block, behind)));
        }
        return out;
    }

    /** {@code x = x} does nothing. */
    private static List<Stmt> withoutIdle(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            boolean idle = statement instanceof Stmt.Assign s
                    && s.value() instanceof Expr.Ref ref
                    && ref.variable().equals(s.variable());
            if (!idle) {
                out.add(Walk.withBlocks(statement, Coalescing::withoutIdle));
            }
        }
        return out;
    }

    /** Renames variables everywhere. */
    private static final class Renaming extends Rewriter {
        private final Map<Var, Var> names;

        Renaming(Map<Var, Var> names) {
            this.names = names;
        }

        @Override
        protected Var target(Var variable) {
            Var name = variable;
            while (names.containsKey(name)) {
                name = names.get(name);
            }
            return name;
        }
    }
}
