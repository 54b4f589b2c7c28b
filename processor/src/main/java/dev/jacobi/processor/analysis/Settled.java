package dev.jacobi.processor.analysis;

import dev.jacobi.processor.analysis.ArrayUses.Part;
import dev.jacobi.processor.analysis.ArrayUses.Place;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Regions of arrays that are filled first and read later. What is read there still holds when the backward sweep asks,
 * since no write comes after it: arrays are restored from nowhere.
 *
 * <p>A write comes after a read if it stands behind it (or in one statement with it, as in {@code a[i] = 2 * a[i]}), or
 * if a loop is around both, unless each iteration has arrays of its own. Only arrays that are made in the function and
 * stay there count: whoever else had one might write it before the backward sweep.
 */
final class Settled implements ArrayUses.Listener {

    private final Memory memory;
    private final Set<Var> variables = new HashSet<>();
    private final Set<Var> excluded = new HashSet<>();
    private final Map<Part, Map<Var, History>> histories = new EnumMap<>(Part.class);

    private Settled(Function function, Memory memory) {
        this.memory = memory;
        variables.addAll(function.parameters());
        variables.addAll(Walk.declares(function.body()));
        for (Var parameter : function.parameters()) {
            exclude(memory.region(parameter));
        }
        exclude(memory.result());
        ArrayUses.tell(function, memory, this);
    }

    static Settled of(Function function, Memory memory) {
        return new Settled(function, memory);
    }

    /** Whether no number of the region's arrays is written after one has been read. */
    boolean numbers(Var region) {
        return holds(region, Part.NUMBERS);
    }

    /** Whether no row is put in a place of the region's arrays after one has been read. */
    boolean rows(Var region) {
        return holds(region, Part.ROWS);
    }

    private boolean holds(Var region, Part part) {
        Var root = memory.region(region);
        History history = histories(part).get(root);
        return !excluded.contains(root) && !memory.isElsewhere(root) && (history == null || history.isSettled());
    }

    private void exclude(@Nullable Var region) {
        if (region != null) {
            excluded.add(memory.region(region));
        }
    }

    @Override
    public void read(Expr array, Part part, Place place) {
        Var region = memory.region(array);
        if (region != null) {
            history(region, part).read(place, sharing(region));
        }
    }

    @Override
    public void written(Expr array, Part part, Place place) {
        Var region = memory.region(array);
        if (region != null) {
            history(region, part).written(place, sharing(region));
        }
    }

    @Override
    public void passedOn(Expr array, Place place) {
        // what has another name is in the same region
    }

    @Override
    public void exposed(Expr array) {
        exclude(memory.region(array));
    }

    @Override
    public void declared(Var variable, Expr value, Place place) {
        named(variable, value);
    }

    @Override
    public void assigned(Var variable, Expr value, Place place) {
        named(variable, value);
    }

    /** An array that comes from somewhere may be known to others. */
    private void named(Var variable, Expr value) {
        if (Memory.namesArrays(variable.type()) && memory.givesOldArrays(value)) {
            exclude(memory.region(variable));
        }
    }

    private Map<Var, History> histories(Part part) {
        return histories.computeIfAbsent(part, p -> new HashMap<>());
    }

    private History history(Var region, Part part) {
        return histories(part).computeIfAbsent(memory.region(region), r -> new History());
    }

    /** The variables that name the region's arrays: iterations that declare them all have arrays of their own. */
    private Set<Var> sharing(Var region) {
        Set<Var> names = new HashSet<>(variables);
        names.removeIf(v -> !Memory.namesArrays(v.type()) || !memory.region(v).equals(memory.region(region)));
        return names;
    }
}
