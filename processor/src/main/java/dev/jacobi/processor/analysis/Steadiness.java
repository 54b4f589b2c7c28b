package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Which elements of arrays still hold, when a derivative asks for them, what the primal read: those of arrays that
 * nobody writes. All others a derivative must not read again.
 */
public final class Steadiness {

    private final Memory memory;
    private final Set<Var> unsteady = new HashSet<>();
    private final boolean all;
    private boolean rowsMove;
    private final Set<Var> known = new HashSet<>();

    private Steadiness(Memory memory, boolean all) {
        this.memory = memory;
        this.all = all;
    }

    /** For forward mode, which reads an element in the same breath as the primal. */
    public static Steadiness ofEverything(Memory memory) {
        return new Steadiness(memory, true);
    }

    /** @param steady the parameters whose arrays nobody outside writes until the derivative has read them */
    public static Steadiness of(Function function, Memory memory, Set<Integer> steady) {
        Steadiness steadiness = new Steadiness(memory, false);
        steadiness.known.addAll(function.parameters());
        steadiness.known.addAll(Walk.declares(function.body()));
        for (Var variable : steadiness.known) {
            steadiness.rowsMove |= Memory.isArray(variable.type()) && memory.movesRows(memory.region(variable));
        }
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (Memory.isArray(parameter.type()) && !steady.contains(i)) {
                steadiness.unsteady.add(memory.region(parameter));
            }
        }
        return steadiness;
    }

    /** Whether evaluating an expression again gives what it gave, as far as arrays are concerned. */
    public boolean isSteady(Expr e) {
        if (all) {
            return true;
        }
        if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX) {
            Var region = memory.region(apply.operands().get(0));
            boolean row = Memory.isArray(e.type());
            if (row && isShadow(apply.operands().get(0)) && rowsMove) {
                return false;
            }
            boolean holds = region != null
                    && !memory.isElsewhere(region)
                    && !unsteady.contains(region)
                    && !(row ? memory.movesRows(region) : memory.isWritten(region));
            if (!holds) {
                return false;
            }
        }
        for (Expr operand : Walk.operands(e)) {
            if (!isSteady(operand)) {
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
                && (all || !unsteady.contains(region))
                && !memory.isWritten(region)
                && !memory.movesRows(region);
    }
}
