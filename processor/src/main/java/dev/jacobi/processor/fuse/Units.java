package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements without effects, put together where they belong to one loop: a statement joins the last loop of its shape
 * unless something that it needs comes of that loop by another way.
 */
final class Units {

    /** Statements that run together, in order. */
    static final class Unit {
        private final List<Stmt> statements = new ArrayList<>();
        private final Set<Unit> needs = new LinkedHashSet<>();

        /** Of a loop that others may still join: all that need it, on whatever way. */
        private final Set<Unit> dependents = new HashSet<>();

        /** The class of a loop's shape. */
        private final @Nullable Integer shape;

        /** One of the totals that a loop makes; all are along one dimension, or none is. */
        private FusedLoop.@Nullable Total total;

        private Unit(@Nullable Integer shape) {
            this.shape = shape;
        }

        List<Stmt> statements() {
            return statements;
        }

        /** The class of the shape of a loop, else null. */
        @Nullable
        Integer shape() {
            return shape;
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private final Map<Integer, Unit> open = new HashMap<>();
    private final Map<Var, Unit> writer = new HashMap<>();
    private final Map<Var, Set<Unit>> readers = new HashMap<>();

    /** Adds a statement that no loop takes. */
    void alone(Stmt statement) {
        Unit unit = new Unit(null);
        units.add(unit);
        put(statement, unit);
    }

    /**
     * Adds a statement of a loop.
     *
     * @param shape the loop's
     * @param outside what it reads that a loop can't give to itself: of numbers
     */
    void fusible(Stmt statement, int shape, Set<Var> outside) {
        Unit last = open.get(shape);
        put(statement, last != null && joins(statement, last, outside) ? last : opened(shape));
    }

    /** Adds a statement of a loop that makes a total. */
    void total(Stmt statement, int shape, Set<Var> outside, FusedLoop.Total total) {
        Unit last = open.get(shape);
        boolean alike = last != null && (last.total == null || Objects.equals(last.total.dim(), total.dim()));
        Unit unit = last != null && alike && joins(statement, last, outside) ? last : opened(shape);
        unit.total = total;
        put(statement, unit);
    }

    private Unit opened(int shape) {
        Unit unit = new Unit(shape);
        units.add(unit);
        open.put(shape, unit);
        return unit;
    }

    /**
     * Adds a statement that no loop's shape tells the place of to the loop that gives a variable, if it may join.
     *
     * @return whether it did
     */
    boolean beside(Var total, Stmt statement, Set<Var> outside) {
        Unit loop = writer.get(total);
        boolean joins = loop != null && open.containsValue(loop) && joins(statement, loop, outside);
        if (loop != null && joins) {
            put(statement, loop);
        }
        return joins;
    }

    /** The class of the shape of the loop that gives a variable; null if none does. */
    @Nullable
    Integer shape(Var variable) {
        Unit unit = writer.get(variable);
        return unit == null ? null : unit.shape;
    }

    private boolean joins(Stmt statement, Unit loop, Set<Var> outside) {
        return loop.statements.size() < MOST
                && outside.stream().noneMatch(v -> writer.get(v) == loop)
                && needs(statement).stream().noneMatch(loop.dependents::contains);
    }

    /** A loop holds a bounded number of statements, so that its arrays stay in the cache. */
    private static final int MOST = 40;

    private Set<Unit> needs(Stmt statement) {
        Set<Unit> needs = new LinkedHashSet<>();
        for (Var variable : Walk.reads(List.of(statement))) {
            if (writer.containsKey(variable)) {
                needs.add(writer.get(variable));
            }
        }
        for (Var variable : writes(statement)) {
            if (writer.containsKey(variable)) {
                needs.add(writer.get(variable));
            }
            needs.addAll(readers.getOrDefault(variable, Set.of()));
        }
        return needs;
    }

    static Set<Var> writes(Stmt statement) {
        Set<Var> writes = new HashSet<>(Walk.assigns(List.of(statement)));
        writes.addAll(Walk.declares(List.of(statement)));
        return writes;
    }

    private void put(Stmt statement, Unit unit) {
        Set<Unit> needs = needs(statement);
        needs.remove(unit);
        unit.needs.addAll(needs);
        for (Unit loop : open.values()) {
            if (loop != unit && needs.stream().anyMatch(need -> need == loop || loop.dependents.contains(need))) {
                loop.dependents.add(unit);
                loop.dependents.addAll(unit.dependents);
            }
        }
        unit.statements.add(statement);
        Set<Var> reads = new HashSet<>(Walk.reads(List.of(statement)));
        if (statement instanceof Stmt.Increment s) {
            reads.add(s.variable());
        }
        reads.forEach(
                v -> readers.computeIfAbsent(v, key -> new LinkedHashSet<>()).add(unit));
        writes(statement).forEach(v -> writer.put(v, unit));
    }

    /** The units, each behind what it needs, else as they came. */
    List<Unit> ordered() {
        List<Unit> ordered = new ArrayList<>();
        Set<Unit> done = new HashSet<>();
        units.forEach(unit -> place(unit, done, ordered));
        return ordered;
    }

    private static void place(Unit unit, Set<Unit> done, List<Unit> ordered) {
        if (done.add(unit)) {
            unit.needs.forEach(needed -> place(needed, done, ordered));
            ordered.add(unit);
        }
    }
}
