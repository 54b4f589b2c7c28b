package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Which arrays that a function makes somebody may have when it has ended: those that it gives back, puts into arrays of
 * its caller, or leaks. All others nobody misses, and the next call may use them again.
 */
public final class Escapes {

    private final Memory memory;
    private final Set<Var> regions;
    private final Set<Var> known;

    private Escapes(Memory memory, Set<Var> regions, Set<Var> known) {
        this.memory = memory;
        this.regions = regions;
        this.known = known;
    }

    /** @param resultStays whether the caller, too, lets go of what the function gives back */
    public static Escapes of(Function function, Memory memory, Leaks leaks, boolean resultStays) {
        Set<Var> regions = new HashSet<>(leaks.regions(function, memory));
        for (Var parameter : function.parameters()) {
            if (Memory.isArray(parameter.type())) {
                regions.add(memory.region(parameter));
            }
        }
        Var result = memory.result();
        if (result != null && !resultStays) {
            regions.add(result);
        }
        Set<Var> known = new HashSet<>(function.parameters());
        known.addAll(Walk.declares(function.body()));
        return new Escapes(memory, regions, known);
    }

    /** Whether the array that an expression names may be asked for later. */
    public boolean escapes(Expr array) {
        Var region = memory.region(array);
        if (region == null) {
            return false;
        }
        boolean escapes = memory.isElsewhere(region) || !known.containsAll(Walk.reads(array));
        for (Var other : regions) {
            escapes |= memory.region(other).equals(region);
        }
        return escapes;
    }
}
