package dev.jacobi.processor.analysis;

import dev.jacobi.processor.analysis.ArrayUses.Part;
import dev.jacobi.processor.analysis.ArrayUses.Place;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that are finished when they get a second name, as in a loop that makes its next state in an array of its own
 * and hands that on:
 *
 * <pre>{@code
 * double[] next = new double[n];
 * …                                 // writes to next
 * state = next;
 * }</pre>
 *
 * <p>In a region in which all arrays are written so, what another name reads, such as {@code state}, is read when the
 * last write is over, and still holds when the backward sweep asks. What the maker's own name reads holds if no write
 * stands behind it ({@link History}). As in {@link Settled}, a loop around both a write and what follows it breaks
 * that, unless each iteration makes an array of its own.
 */
public final class Finished implements ArrayUses.Listener {

    private final Memory memory;
    private final Set<Var> assigned;

    /** Arrays that are made here, by their maker's name. */
    private final Map<Var, Making> makings = new HashMap<>();

    /** Other names that the maker gives an array while it is made, such as that of a row. */
    private final Map<Var, Var> makers = new HashMap<>();

    private final Set<Var> unfinished = new HashSet<>();

    /** What happens to the arrays that a variable is declared with, each time when it is. */
    private static final class Making {
        private final Set<Var> maker;
        private final History uses = new History();
        private final History passing = new History();

        Making(Var maker) {
            this.maker = Set.of(maker);
        }

        void written(Place place) {
            uses.written(place, maker);
            passing.written(place, maker);
        }

        void read(Place place) {
            uses.read(place, maker);
        }

        void passedOn(Place place) {
            passing.read(place, maker);
        }
    }

    private Finished(Function function, Memory memory) {
        this.memory = memory;
        this.assigned = Walk.assigns(function.body());
        ArrayUses.tell(function, memory, this);
        leave(memory.result());
    }

    public static Finished of(Function function, Memory memory) {
        return new Finished(function, memory);
    }

    /** Whether no number of an array is written after it has been read as here. */
    boolean numbers(Expr array) {
        Var region = memory.region(array);
        if (region == null || !numbersOfOthers(region)) {
            return false;
        }
        Making making = making(array);
        return making == null || making.uses.isSettled();
    }

    /** Whether arrays of the region are finished when they get a second name, and parameters never written. */
    public boolean numbersOfOthers(Var region) {
        return !memory.movesRows(region)
                && !memory.isElsewhere(region)
                && unfinished.stream().noneMatch(u -> isSame(u, region))
                && makings.entrySet().stream()
                        .filter(e -> isSame(e.getKey(), region))
                        .allMatch(e -> e.getValue().passing.isSettled());
    }

    private boolean isSame(Var one, Var other) {
        return memory.region(one).equals(memory.region(other));
    }

    private void leave(@Nullable Var region) {
        if (region != null) {
            unfinished.add(region);
        }
    }

    /** The variable that names an array, or one that the array is a row of. */
    private static @Nullable Var root(Expr array) {
        if (array instanceof Expr.Ref ref) {
            return ref.variable();
        }
        return array instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX
                ? root(apply.operands().get(0))
                : null;
    }

    private Var maker(Var name) {
        return makers.getOrDefault(name, name);
    }

    private @Nullable Making making(Expr array) {
        Var name = root(array);
        return name == null ? null : makings.get(maker(name));
    }

    @Override
    public void read(Expr array, Part part, Place place) {
        Making making = making(array);
        if (making != null && part == Part.NUMBERS) {
            making.read(place);
        }
    }

    @Override
    public void written(Expr array, Part part, Place place) {
        if (part == Part.ROWS) {
            return; // where rows move, no number of the region holds
        }
        Making making = making(array);
        if (making == null) {
            leave(memory.region(array));
        } else {
            making.written(place);
        }
    }

    @Override
    public void passedOn(Expr array, Place place) {
        Making making = making(array);
        if (making != null) {
            making.passedOn(place);
        }
    }

    @Override
    public void exposed(Expr array) {
        leave(memory.region(array));
    }

    @Override
    public void declared(Var variable, Expr value, Place place) {
        Var name = root(value);
        if (!Memory.namesArrays(variable.type())) {
            return;
        }
        if (memory.givesOldArrays(value)) {
            leave(variable);
        } else if (name != null && !assigned.contains(variable)) {
            makers.put(variable, maker(name));
        } else if (name != null) {
            passedOn(value, place);
        } else if (isNew(value)) {
            makings.put(variable, new Making(variable));
        }
    }

    /** From here on the variable may name another array. */
    @Override
    public void assigned(Var variable, Expr value, Place place) {
        if (Memory.namesArrays(variable.type()) && memory.givesOldArrays(value)) {
            leave(variable);
        }
        Making making = makings.get(variable);
        if (making != null) {
            making.passedOn(place);
        }
    }

    private boolean isNew(Expr value) {
        boolean given = value instanceof Expr.Call call
                && !memory.summary(call).resultIs().isEmpty();
        return memory.region(value) == null && !given;
    }
}
