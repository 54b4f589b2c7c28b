package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Finished;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The arrays that a pullback copies when it is made, since its user may overwrite them before it is applied: those that
 * the method itself neither writes nor gives back. Of others it records what it reads.
 */
final class Snapshots {

    private Snapshots() {}

    /** The indices of the parameters. */
    static SortedSet<Integer> of(Function function, Memory memory) {
        SortedSet<Integer> snapshots = new TreeSet<>();
        Finished finished = Finished.of(function, memory);
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (!(parameter.type() instanceof Type.Array)) {
                continue;
            }
            Var region = memory.region(parameter);
            boolean kept = memory.isWritten(region) && !finished.numbersOfOthers(region)
                    || memory.movesRows(region)
                    || memory.isElsewhere(region)
                    || region.equals(memory.result());
            if (!kept) {
                snapshots.add(i);
            }
        }
        return snapshots;
    }

    /** Whether all arrays are as they were, and the one that is given is new: other jars' methods can rely on that. */
    static boolean readsOnly(Function function, Memory memory, SortedSet<Integer> snapshots) {
        for (int i = 0; i < function.parameters().size(); i++) {
            boolean array = function.parameters().get(i).type() instanceof Type.Array;
            if (array && !snapshots.contains(i)) {
                return false;
            }
        }
        Var result = memory.result();
        return result == null || !memory.isElsewhere(result);
    }
}
