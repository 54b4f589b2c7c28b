package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Array parameters that must be different arrays: derivatives are made for arguments that share none, which matters
 * where one of two is written or given back.
 */
final class Changes {

    private Changes() {}

    static List<List<Integer>> of(Function function, Memory memory) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            for (int j = i + 1; j < function.parameters().size(); j++) {
                Var a = function.parameters().get(i);
                Var b = function.parameters().get(j);
                boolean may = a.type() instanceof Type.Array
                        && a.type().innermost().equals(b.type().innermost());
                if (may && b.type() instanceof Type.Array && (changes(a, memory) || changes(b, memory))) {
                    pairs.add(List.of(i, j));
                }
            }
        }
        return pairs;
    }

    private static boolean changes(Var parameter, Memory memory) {
        Var region = memory.region(parameter);
        return memory.isWritten(region) || memory.movesRows(region) || region.equals(memory.result());
    }

    /** The array parameters that the function writes to, or whose rows it moves. */
    static SortedSet<Integer> written(Function function, Memory memory) {
        SortedSet<Integer> written = overwritten(function, memory);
        written.addAll(moved(function, memory));
        return written;
    }

    /** The array parameters in which the function overwrites numbers. */
    static SortedSet<Integer> overwritten(Function function, Memory memory) {
        return arrays(function, parameter -> memory.isWritten(memory.region(parameter)));
    }

    /** The array parameters whose rows the function puts in other places. */
    static SortedSet<Integer> moved(Function function, Memory memory) {
        return arrays(function, parameter -> memory.movesRows(memory.region(parameter)));
    }

    private static SortedSet<Integer> arrays(Function function, Predicate<Var> wanted) {
        SortedSet<Integer> arrays = new TreeSet<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (Memory.isArray(parameter.type()) && wanted.test(parameter)) {
                arrays.add(i);
            }
        }
        return arrays;
    }
}
