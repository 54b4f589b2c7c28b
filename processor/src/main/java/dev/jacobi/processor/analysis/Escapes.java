package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which arrays that a function makes somebody may have when it has ended: those that it gives back, puts into arrays of
 * its caller, or leaks. All others nobody misses, and the next call may use them again.
 *
 * <p>A region doesn't tell an array from its rows, but their types do: what is made can stand in a caller's array only
 * as a row of it, so it must be of fewer dimensions.
 */
public final class Escapes {

    private static final int ANY = Integer.MAX_VALUE;

    private final Memory memory;

    /** Arrays of how many dimensions may escape by way of a variable. */
    private final Map<Var, Integer> ways;

    private final Set<Var> known;

    private Escapes(Memory memory, Map<Var, Integer> ways, Set<Var> known) {
        this.memory = memory;
        this.ways = ways;
        this.known = known;
    }

    /** @param resultStays whether the caller, too, lets go of what the function gives back */
    public static Escapes of(Function function, Memory memory, Leaks leaks, boolean resultStays) {
        Map<Var, Integer> ways = new HashMap<>();
        for (Var parameter : function.parameters()) {
            if (Memory.isArray(parameter.type())) {
                int own = dimensions(parameter.type());
                ways.put(parameter, own == ANY ? ANY : own - 1);
            }
        }
        Var result = memory.result();
        if (result != null && !resultStays) {
            ways.merge(result, dimensions(function.type()), Math::max);
        }
        for (Var region : leaks.regions(function, memory)) {
            ways.put(region, ANY);
        }
        Set<Var> known = new HashSet<>(function.parameters());
        known.addAll(Walk.declares(function.body()));
        return new Escapes(memory, ways, known);
    }

    /** Of arrays of objects, as many as there can be: an object may be an array. */
    public static int dimensions(Type type) {
        int dimensions = 0;
        while (type instanceof Type.Array array) {
            type = array.element();
            dimensions++;
        }
        return type instanceof Type.Scalar ? dimensions : ANY;
    }

    /**
     * Whether an array that is made and named by an expression may be asked for later, or one that is made with it.
     *
     * @param fewest how many dimensions the smallest has of what is made
     */
    public boolean escapes(Expr array, int fewest) {
        Var region = memory.region(array);
        if (region == null) {
            return false;
        }
        boolean escapes = memory.isElsewhere(region) || !known.containsAll(Walk.reads(array));
        for (Map.Entry<Var, Integer> way : ways.entrySet()) {
            boolean fits = fewest <= way.getValue();
            escapes |= fits && memory.region(way.getKey()).equals(region);
        }
        return escapes;
    }
}
