package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of arrays still hold, when a derivative asks for them, what the primal read: those of arrays that
 * nobody writes, or nobody after they are read ({@link Settled}, {@link Finished}). All others a derivative must not
 * read again.
 */
public final class Steadiness {

    private final Memory memory;
    private final Set<Var> unsteady = new HashSet<>();

    /** Regions whose rows the caller may put in other places. */
    private final Set<Var> movedLater = new HashSet<>();

    private final boolean all;
    private boolean rowsMove;
    private final Set<Var> known = new HashSet<>();
    private final @Nullable Settled settled;
    private final @Nullable Finished finished;

    /** What stands for variables that are copies of others. */
    private final Map<Var, Expr> copies;

    private Steadiness(Memory memory, boolean all, @Nullable Settled settled, @Nullable Finished finished) {
        this.memory = memory;
        this.all = all;
        this.settled = settled;
        this.finished = finished;
        this.copies = Map.of();
    }

    private Steadiness(Steadiness other, Map<Var, Expr> copies) {
        this.memory = other.memory;
        this.all = other.all;
        this.settled = other.settled;
        this.finished = other.finished;
        this.unsteady.addAll(other.unsteady);
        this.movedLater.addAll(other.movedLater);
        this.rowsMove = other.rowsMove;
        this.known.addAll(other.known);
        this.copies = Map.copyOf(copies);
    }

    /** For forward mode, which reads an element in the same breath as the primal. */
    public static Steadiness ofEverything(Memory memory) {
        return new Steadiness(memory, true, null, null);
    }

    /**
     * @param meanwhile what the caller does until the derivative has read the arrays
     * @param filled whether it counts that arrays are filled before they are read
     * @param finished whether it counts that arrays are finished before they get a second name
     */
    public static Steadiness of(
            Function function, Memory memory, Meanwhile meanwhile, boolean filled, boolean finished) {
        Steadiness steadiness = new Steadiness(
                memory,
                false,
                filled ? Settled.of(function, memory) : null,
                finished ? Finished.of(function, memory) : null);
        steadiness.known.addAll(function.parameters());
        steadiness.known.addAll(Walk.declares(function.body()));
        meanwhile
                .moving()
                .forEach(i -> steadiness.moveLater(
                        i == Meanwhile.RESULT
                                ? memory.result()
                                : memory.region(function.parameters().get(i))));
        Var result = memory.result();
        if (result != null && !meanwhile.steady().contains(Meanwhile.RESULT)) {
            steadiness.unsteady.add(result);
        }
        for (Var variable : steadiness.known) {
            steadiness.rowsMove |= Memory.isArray(variable.type()) && !steadiness.rowsStay(memory.region(variable));
        }
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (Memory.isArray(parameter.type()) && !meanwhile.steady().contains(i)) {
                steadiness.unsteady.add(memory.region(parameter));
            }
        }
        return steadiness;
    }

    private void moveLater(@Nullable Var region) {
        if (region != null) {
            movedLater.add(region);
        }
    }

    /** The same where variables stand for others, which they have been copied from. */
    public Steadiness ofCopies(Map<Var, Var> originals) {
        Map<Var, Expr> known = new HashMap<>(copies);
        originals.forEach((copy, original) -> known.put(copy, new Expr.Ref(original, Span.NOWHERE)));
        return new Steadiness(this, known);
    }

    /** Whether evaluating an expression again gives what it gave, as far as arrays are concerned. */
    public boolean isSteady(Expr e) {
        return all || stays(copies.isEmpty() ? e : Substitution.of(copies).rewrite(e));
    }

    private boolean stays(Expr e) {
        if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX) {
            Expr array = apply.operands().get(0);
            Var region = memory.region(array);
            boolean row = Memory.isArray(e.type());
            if (row && isShadow(array) && rowsMove) {
                return false;
            }
            boolean holds = region != null
                    && !memory.isElsewhere(region)
                    && !holds(unsteady, region)
                    && (row ? rowsStay(region) : numbersStay(region, array));
            if (!holds) {
                return false;
            }
        }
        for (Expr operand : Walk.operands(e)) {
            if (!stays(operand)) {
                return false;
            }
        }
        return true;
    }

    /** The rows of shadows move where those of the arrays do. */
    private boolean isShadow(Expr array) {
        Set<Var> reads = Walk.reads(array);
        reads.removeAll(known);
        return !reads.isEmpty();
    }

    /** Whether an array, as a whole, still holds what it held. */
    public boolean holds(Expr array) {
        return all || isSteadyArray(array);
    }

    /** Whether nobody writes an array that is handed on, until the derivative has been made of it. */
    public boolean isSteadyArray(Expr array) {
        Var region = memory.region(array);
        return region != null
                && !memory.isElsewhere(region)
                && (all || !holds(unsteady, region))
                && numbersStay(region, array)
                && rowsStay(region);
    }

    /** Whether arrays, those in a record, too, still have the rows that they had; what has no rows does. */
    public boolean holdsRows(Expr arrays) {
        Var region = namesRows(arrays.type()) ? memory.region(arrays) : null;
        return all || region == null || !memory.isElsewhere(region) && rowsStay(region);
    }

    private static boolean namesRows(Type type) {
        return type instanceof Type.Struct struct
                ? struct.components().stream().anyMatch(part -> namesRows(part.type()))
                : Memory.hasRows(type);
    }

    /** Whether rows of the region are put in other places, by the function or by its caller. */
    public boolean movesRows(Var region) {
        return memory.movesRows(region) || holds(movedLater, region);
    }

    /** Whether a region is one of some, as they are now: regions join. */
    private boolean holds(Set<Var> regions, Var region) {
        return regions.stream().anyMatch(r -> memory.region(r).equals(memory.region(region)));
    }

    private boolean numbersStay(Var region, Expr array) {
        return !memory.isWritten(region)
                || settled != null && settled.numbers(region)
                || finished != null && finished.numbers(array);
    }

    private boolean rowsStay(Var region) {
        return !holds(movedLater, region) && (!memory.movesRows(region) || settled != null && settled.rows(region));
    }
}
