package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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
                boolean may = a.type() instanceof Type.Array && number(a.type()).equals(number(b.type()));
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
        SortedSet<Integer> written = new TreeSet<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            Var region = memory.region(parameter);
            if (Memory.isArray(parameter.type()) && (memory.isWritten(region) || memory.movesRows(region))) {
                written.add(i);
            }
        }
        return written;
    }

    private static Type number(Type type) {
        return type instanceof Type.Array array ? number(array.element()) : type;
    }
}
