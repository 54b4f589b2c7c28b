package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations on tensors in one loop.
 *
 * @param leading the tensors that are supposed to have the loop's shape
 * @param stretched the tensors that are supposed to stretch to it
 * @param numbers the numbers, as parameters
 * @param given the expressions of those numbers, where the loop is called
 * @param results what it gives
 * @param apart the operations as they were
 * @param passes what is done one after the other to whole arrays
 * @param places what its methods call their parameters and counters
 */
public record FusedLoop(
        List<Var> leading,
        List<Var> stretched,
        List<Var> numbers,
        List<Expr> given,
        List<Result> results,
        List<Stmt> apart,
        List<Pass> passes,
        Places places) {
    public FusedLoop {
        leading = List.copyOf(leading);
        stretched = List.copyOf(stretched);
        numbers = List.copyOf(numbers);
        given = List.copyOf(given);
        results = List.copyOf(results);
        apart = List.copyOf(apart);
        passes = List.copyOf(passes);
    }

    /** All tensors that it takes. */
    public List<Var> tensors() {
        List<Var> all = new ArrayList<>(leading);
        all.addAll(stretched);
        return all;
    }

    /** The names of the arrays that hold values between passes. */
    public List<String> scratch() {
        List<String> names = new ArrayList<>();
        for (Pass pass : passes) {
            for (String array : pass.stores()) {
                boolean result = results.stream().anyMatch(r -> r.array().equals(array));
                if (!result && !names.contains(array)) {
                    names.add(array);
                }
            }
        }
        return names;
    }

    /** The names of the arrays that its passes read or fill; of some tensors they ask for the shape alone. */
    public Set<String> arrays() {
        Set<String> used = new HashSet<>();
        for (Pass pass : passes) {
            used.addAll(pass.stores());
            if (pass instanceof Pass.Whole whole) {
                used.add(whole.from());
            } else if (pass instanceof Pass.Lines lines) {
                tensors().stream()
                        .map(Var::name)
                        .filter(name -> lines.lines().stream()
                                .anyMatch(line -> line.text().contains(name + "[" + places.index() + "]")))
                        .forEach(used::add);
            }
        }
        return used;
    }

    /** A variable, and the array that holds its elements. */
    public record Result(Var variable, String array) {}

    /** The names of the arrays, the numbers, the arrays' length and the counter of elements. */
    public record Places(String arrays, String numbers, String length, String index) {}

    /** What is done to all elements. */
    public sealed interface Pass {
        /** The arrays that it fills. */
        List<String> stores();

        /** A loop over lines, one element at a time. */
        record Lines(List<Line> lines) implements Pass {
            public Lines {
                lines = List.copyOf(lines);
            }

            @Override
            public List<String> stores() {
                return lines.stream().filter(Line::stored).map(Line::name).toList();
            }
        }

        /** One of the runtime's functions, from one array into another. */
        record Whole(String function, String from, String name, Stmt.Note note) implements Pass {
            @Override
            public List<String> stores() {
                return List.of(name);
            }
        }
    }

    /**
     * {@code T name = text;} or, where it is stored, {@code name[i] = text;}. In the text {@code T} is float or double.
     */
    public record Line(String name, boolean stored, String text, Stmt.Note note) {}
}
