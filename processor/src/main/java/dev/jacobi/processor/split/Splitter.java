package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts what is too large for one method.
 *
 * <p>Not returned values but fields carry what crosses from piece to piece: derivatives hardly ever hand on one number
 * alone. The pieces are methods of the class that has the fields, so that they read like the whole.
 */
public final class Splitter {

    /** About how many bytecodes a piece may have; a method may have twice as many before it is cut. */
    public static final int LIMIT = 2_000;

    /** The most that can be asked for: even where the weight is too low by half, HotSpot compiles what comes of it. */
    private static final int MOST = 2_500;

    private final int limit;
    private final Set<String> taken;

    /**
     * @param limit about how many bytecodes a piece may have
     * @param taken names of methods that the pieces call, which a method of the same name would hide
     */
    public Splitter(int limit, Set<String> taken) {
        this.limit = Math.min(limit, MOST);
        this.taken = taken;
    }

    /** Whether a method with these statements and results is cut. */
    public boolean isLarge(List<Stmt> body, List<? extends Expr> results) {
        int weight = Weight.of(body);
        for (Expr result : results) {
            weight += Weight.of(result);
        }
        return weight > 2 * limit;
    }

    /**
     * Cuts a method.
     *
     * @param self the class to be, as a type
     * @param given the variables that have their values before the first section, or get them between two
     * @param remote the variables that are elsewhere
     * @param outside the variables that are read outside the pieces
     */
    public Split split(Type self, List<Section> sections, List<Var> given, Remote remote, Set<Var> outside) {
        List<List<Stmt>> bodies = bodies(sections, given, remote, outside);
        Set<Var> fields = new LinkedHashSet<>(given);
        fields.addAll(outside);
        fields.addAll(shared(bodies));
        Cutter cutter = new Cutter(limit, new Var(Split.THIS, self), fields);
        List<List<Stmt>> calls = new ArrayList<>();
        bodies.forEach(body -> calls.add(cutter.section(body)));
        Split split = new Fields(cutter.pieces(), given, remote, outside).split(calls);
        return new Numbering(taken).named(split, sections);
    }

    /** The sections with no expression too large, and with a name of its own for each variable. */
    private List<List<Stmt>> bodies(List<Section> sections, List<Var> given, Remote remote, Set<Var> outside) {
        Set<Var> everywhere = new LinkedHashSet<>(given);
        everywhere.addAll(remote.variables());
        everywhere.addAll(remote.fields());
        everywhere.addAll(outside);
        Set<Var> keep = new HashSet<>(everywhere);
        for (Section section : sections) {
            everywhere.addAll(CutPoints.mentions(section.body()));
            section.body().forEach(statement -> keep.addAll(declares(statement)));
        }
        NameSupply names = new NameSupply();
        everywhere.forEach(v -> names.fresh(v.name()));
        LargeExpressions expressions = new LargeExpressions(names, limit);
        List<List<Stmt>> bodies = new ArrayList<>();
        Set<Var> declared = new HashSet<>();
        for (Section section : sections) {
            List<Stmt> body = expressions.cut(section.body());
            Walk.all(body).forEach(statement -> declared.addAll(declares(statement)));
            bodies.add(body);
        }
        Apart apart = new Apart(names, keep, declared);
        bodies.replaceAll(apart::rename);
        return bodies;
    }

    private static List<Var> declares(Stmt statement) {
        return statement instanceof Stmt.Declare s ? List.of(s.variable()) : List.of();
    }

    /** The variables that several sections mention. */
    private static Set<Var> shared(List<List<Stmt>> bodies) {
        Set<Var> shared = new LinkedHashSet<>();
        Set<Var> before = new HashSet<>();
        for (List<Stmt> body : bodies) {
            Set<Var> mentioned = CutPoints.mentions(body);
            Set<Var> both = new LinkedHashSet<>(mentioned);
            both.retainAll(before);
            shared.addAll(both);
            before.addAll(mentioned);
        }
        Set<Var> counters = new HashSet<>();
        bodies.forEach(body -> counters.addAll(counters(body)));
        shared.removeAll(counters);
        return shared;
    }

    /** The counters of the loops in a body. */
    static Set<Var> counters(List<Stmt> body) {
        Set<Var> counters = new HashSet<>();
        for (Stmt statement : Walk.all(body)) {
            if (statement instanceof Stmt.Loop loop && loop.counter() != null) {
                counters.add(loop.counter().variable());
            }
        }
        return counters;
    }
}
