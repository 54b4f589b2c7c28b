package dev.jacobi.processor.split;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece's code with fields for what isn't its own. What its loops mention is a local variable all the same, loaded at
 * the start and stored at the end: C2 keeps fields in registers across few loops.
 */
final class Placement {

    private final Map<Var, Var> own;
    private final Map<Var, Var> remote;

    /**
     * @param own where the variables are that are fields here
     * @param remote where those are that are another object's
     */
    Placement(Map<Var, Var> own, Map<Var, Var> remote) {
        this.own = own;
        this.remote = remote;
    }

    List<Stmt> body(List<Stmt> body) {
        return isWhole(body) ? whole(body) : new Placing(Set.of()).rewrite(withoutDeclarations(body, Set.of(), false));
    }

    private List<Stmt> whole(List<Stmt> body) {
        Set<Var> locals = inLoops(body);
        Set<Var> initialised = new HashSet<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Declare s && s.value() != null && locals.contains(s.variable())) {
                initialised.add(s.variable());
            }
        }
        List<Stmt> out = new ArrayList<>();
        for (Var local : locals) {
            if (!initialised.contains(local)) {
                Stmt.Note note = note(body);
                out.add(new Stmt.Declare(local, new Expr.Ref(member(local), note.span()), note));
            }
        }
        out.addAll(new Placing(locals).rewrite(withoutDeclarations(body, locals, true)));
        if (Reachability.canComplete(body)) {
            Set<Var> assigned = Walk.assigns(body);
            assigned.addAll(initialised);
            assigned.retainAll(locals);
            for (Var local : assigned) {
                Stmt.Note note = note(body);
                out.add(new Stmt.Assign(member(local), new Expr.Ref(local, note.span()), note));
            }
        }
        return out;
    }

    private static Stmt.Note note(List<Stmt> body) {
        Span span = body.get(0).note().span();
        return new Stmt.Note(Stmt.Role.KEPT, span);
    }

    /** Whether no part of it is in other pieces. */
    private static boolean isWhole(List<Stmt> body) {
        return Walk.all(body).stream().noneMatch(Cutter::isCall);
    }

    /** The fields that loops mention. */
    private Set<Var> inLoops(List<Stmt> body) {
        Set<Var> mentioned = new LinkedHashSet<>();
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Loop) {
                mentioned.addAll(CutPoints.mentions(List.of(statement)));
            }
        }
        mentioned.removeIf(v -> !own.containsKey(v) && !remote.containsKey(v));
        return mentioned;
    }

    /** A field, where a local variable hides it. */
    private Var member(Var variable) {
        Var place = own.get(variable);
        return place == null
                ? remote.getOrDefault(variable, variable)
                : new Var(Split.THIS + "." + place.name(), place.type());
    }

    /**
     * Without declarations of fields.
     *
     * @param whole whether javac sees that all paths assign a variable: not where one may throw in another piece
     */
    private List<Stmt> withoutDeclarations(List<Stmt> body, Set<Var> locals, boolean whole) {
        List<Stmt> out = new ArrayList<>(body.size());
        for (Stmt statement : body) {
            if (!(statement instanceof Stmt.Declare s)) {
                out.add(Walk.withBlocks(statement, block -> withoutDeclarations(block, locals, whole)));
            } else if (!own.containsKey(s.variable())) {
                out.add(whole || s.value() != null ? s : new Stmt.Declare(s.variable(), nothing(s), s.note()));
            } else if (s.value() != null) {
                out.add(locals.contains(s.variable()) ? s : new Stmt.Assign(s.variable(), s.value(), s.note()));
            }
        }
        return out;
    }

    private static Expr nothing(Stmt.Declare s) {
        Type type = s.variable().type();
        String text = type == Type.Scalar.BOOLEAN ? "false" : type instanceof Type.Scalar ? "0" : "null";
        return new Expr.Literal(text, type, s.note().span());
    }

    /** Names fields by their places. */
    private final class Placing extends Rewriter {
        private final Set<Var> locals;

        Placing(Set<Var> locals) {
            this.locals = locals;
        }

        @Override
        protected Var target(Var variable) {
            return locals.contains(variable) ? variable : own.getOrDefault(variable, variable);
        }

        @Override
        public Expr ref(Expr.Ref e) {
            if (locals.contains(e.variable())) {
                return e;
            }
            Var place = own.getOrDefault(e.variable(), remote.getOrDefault(e.variable(), e.variable()));
            return place.equals(e.variable()) ? e : new Expr.Ref(place, e.span());
        }
    }
}
