package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operations on tensors in one loop.
 *
 * @param leading the tensors that are supposed to have the loop's shape
 * @param stretched the tensors that are supposed to stretch to it
 * @param numbers the numbers, as parameters
 * @param given the expressions of those numbers, where the loop is called
 * @param size holds the number of the loop's elements; null if none of the operations asks for it
 * @param results what it gives: those of its shape, then the totals
 * @param apart the operations as they were
 * @param passes what is done one after the other to whole arrays
 * @param places what its methods call their parameters and counters
 */
public record FusedLoop(
        List<Var> leading,
        List<Var> stretched,
        List<Var> numbers,
        List<Expr> given,
        @Nullable Var size,
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

    /** What is made of elements, in the order of the results. */
    public List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        for (Result result : results) {
            if (result.total() != null) {
                totals.add(result.total());
            }
        }
        return totals;
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
                used.addAll(whole.operands());
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

    /** What a loop makes one number of. */
    public enum Total {
        SUM,
        MEAN,
        MAX,
        MIN
    }

    /**
     * A variable, and the array that holds its elements.
     *
     * @param total null for the elements themselves; else what is made of them, and the array holds lanes that they are
     *     gathered in
     */
    public record Result(
            Var variable, String array, @Nullable Total total) {}

    /** The names of the arrays, the numbers, the range of elements and their counter. */
    public record Places(String arrays, String numbers, String from, String to, String index) {}

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

        /**
         * One of the runtime's functions.
         *
         * @param operands arrays, or of two one may be a number
         */
        record Whole(String function, List<String> operands, String name, Stmt.Note note) implements Pass {
            public Whole {
                operands = List.copyOf(operands);
            }

            @Override
            public List<String> stores() {
                return List.of(name);
            }
        }
    }

    /**
     * {@code T name = text;} or, where it goes into an array, {@code name[i] = text;} or {@code name[i] += text;}. In
     * the text {@code T} is float or double.
     */
    public record Line(String name, Place place, String text, Stmt.Note note) {
        boolean stored() {
            return place != Place.LOCAL;
        }
    }

    /** Where a line's value goes. */
    public enum Place {
        LOCAL,
        STORED,
        ADDED
    }
}
