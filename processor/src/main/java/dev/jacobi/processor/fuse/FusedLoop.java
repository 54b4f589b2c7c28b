package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Operations on tensors in one loop.
 *
 * @param leading the tensors that must have the loop's shape
 * @param stretched the tensors that must stretch to it
 * @param together tensors among those that must have it together
 * @param numbers the numbers, as parameters
 * @param passed the expressions of those numbers, where the loop is called
 * @param size holds the number of the loop's elements; null if none of the operations asks for it
 * @param results what it gives: those of its shape, then the totals
 * @param others what else it gives, without making it
 * @param reuses the tensors in whose memory it writes results, by these, since nothing else reads them any more
 * @param apart the operations as they were
 * @param passes what is done one after the other to whole arrays
 * @param places what its methods call their parameters and counters
 */
public record FusedLoop(
        List<Var> leading,
        List<Var> stretched,
        List<List<Var>> together,
        List<Var> numbers,
        List<Expr> passed,
        @Nullable Var size,
        List<Result> results,
        List<Other> others,
        Map<Result, Var> reuses,
        List<Stmt> apart,
        List<Pass> passes,
        Places places) {
    public FusedLoop {
        leading = List.copyOf(leading);
        stretched = List.copyOf(stretched);
        together = List.copyOf(together);
        numbers = List.copyOf(numbers);
        passed = List.copyOf(passed);
        results = List.copyOf(results);
        others = List.copyOf(others);
        reuses = Collections.unmodifiableMap(new LinkedHashMap<>(reuses));
        apart = List.copyOf(apart);
        passes = List.copyOf(passes);
    }

    /** The same loop with results in the place of tensors that it takes. */
    FusedLoop reusing(Map<Result, Var> memory) {
        return new FusedLoop(
                leading, stretched, together, numbers, passed, size, results, others, memory, apart, passes, places);
    }

    /**
     * Whether a result may be written over a tensor's elements: only where no line behind the one that writes it reads
     * them, nor does one of the runtime's functions while it writes.
     */
    boolean mayReplace(Var tensor, Result result) {
        boolean written = false;
        for (Pass pass : passes) {
            if (pass instanceof Pass.Whole whole) {
                written |= whole.name().equals(result.array());
                if (written && whole.operands().contains(tensor.name())) {
                    return false;
                }
            } else if (pass instanceof Pass.Lines lines) {
                for (Line line : lines.lines()) {
                    if (written && reads(line, tensor)) {
                        return false;
                    }
                    written |= line.stored() && line.name().equals(result.array());
                }
            }
        }
        return true;
    }

    private boolean reads(Line line, Var tensor) {
        return line.text().contains(tensor.name() + "[" + places.index() + "]");
    }

    /** All tensors that it takes. */
    public List<Var> tensors() {
        List<Var> all = new ArrayList<>(leading);
        all.addAll(stretched);
        return all;
    }

    /** The variables that it gives, in order. */
    public List<Var> given() {
        List<Var> all = new ArrayList<>();
        results.forEach(r -> all.add(r.variable()));
        others.forEach(other -> all.add(other.variable()));
        return all;
    }

    /** A {@code sumTo} that is left to do to what it gives at that place; null if there is none. */
    public Expr.@Nullable Apply fit(int place) {
        return place < results.size()
                ? results.get(place).fit()
                : others.get(place - results.size()).fit();
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
                        .filter(tensor -> lines.lines().stream().anyMatch(line -> reads(line, tensor)))
                        .map(Var::name)
                        .forEach(used::add);
            }
        }
        return used;
    }

    /** Whether its passes may mention a number. */
    public boolean mentions(String number) {
        return passes.stream()
                .anyMatch(pass -> pass instanceof Pass.Whole whole
                        ? whole.operands().contains(number)
                        : pass instanceof Pass.Lines lines
                                && lines.lines().stream()
                                        .anyMatch(line -> line.text().contains(number)));
    }

    /**
     * What a loop makes one number of.
     *
     * @param dim the dimension that rows lie along, of each of which it makes one; null if it does of all elements
     */
    public record Total(Kind kind, @Nullable Integer dim, boolean keepsDim) {

        /** How. */
        public enum Kind {
            SUM,
            MEAN,
            MAX,
            MIN
        }

        public boolean isWhole() {
            return dim == null;
        }
    }

    /**
     * A variable, and the array that holds its elements.
     *
     * @param total null for the elements themselves; else what is made of them, and the array holds lanes that they are
     *     gathered in
     * @param fit a {@code sumTo} that is left to do to it; null if there is none
     */
    public record Result(
            Var variable, String array, @Nullable Total total, Expr.@Nullable Apply fit) {}

    /**
     * A variable that holds, where the operations run in one loop, what another does; or that is asked for nothing but
     * its shape, so that another will do.
     *
     * @param of one of the results, or of the tensors that the loop takes
     * @param taken whether it is one that the loop takes
     */
    public record Other(Var variable, Var of, boolean taken, Expr.@Nullable Apply fit) {}

    /** The names of the arrays, the numbers, the range of elements and their counter. */
    public record Places(String arrays, String numbers, String from, String to, String index) {}

    /** What is done to all elements. */
    public sealed interface Pass {
        /** The pass of a power with an exponent for all elements. */
        String POWER = "power";

        /** That of its derivative. */
        String POWER_SLOPE = "powerSlope";

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

            public boolean isPower() {
                return function.equals(POWER) || function.equals(POWER_SLOPE);
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
