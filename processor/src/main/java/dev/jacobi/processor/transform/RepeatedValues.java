package dev.jacobi.processor.transform;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that {@link Preparation} has named although a variable in sight holds it goes by that variable's name: the
 * {@code hidden[i]} of two products is read, recorded and given an adjoint once.
 *
 * <pre>
 *   element = h[i]; y = sin(element);                   element = h[i]; y = sin(element);
 *   element2 = h[i]; z = cos(element2);      becomes    z = cos(element);
 * </pre>
 *
 * A value with elements of arrays in it holds until somebody may have written to such an array.
 */
public final class RepeatedValues {

    private final Activity activity;
    private final Memory memory;

    /** The names that may go: the others are the source's. */
    private final Set<Var> given;

    /** Variables that are assigned again hold nothing for long. */
    private final Set<Var> assigned;

    private final Map<Var, Expr> joined = new HashMap<>();

    private RepeatedValues(Activity activity, Set<Var> given, Set<Var> assigned) {
        this.activity = activity;
        this.memory = activity.memory();
        this.given = given;
        this.assigned = assigned;
    }

    /**
     * @param primal as it was before it was prepared
     * @param activity of the prepared function
     */
    public static Function joined(Function prepared, Function primal, Activity activity) {
        Set<Var> given = new HashSet<>(Walk.declares(prepared.body()));
        Walk.declares(primal.body()).forEach(given::remove);
        RepeatedValues values = new RepeatedValues(activity, given, Walk.assigns(prepared.body()));
        List<Stmt> body = values.block(prepared.body(), new LinkedHashMap<>());
        Expr result = prepared.result();
        Expr read = result == null ? null : Substitution.of(values.joined).rewrite(result);
        return values.joined.isEmpty() ? prepared : prepared.with(body, read);
    }

    /** What a variable holds. */
    private record Held(Var variable, Expr value) {}

    private List<Stmt> block(List<Stmt> body, Map<Structure, Held> held) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            Stmt joinedUp = statement(statement, held);
            if (joinedUp != null) {
                out.add(joinedUp);
            }
        }
        return out;
    }

    private @Nullable Stmt statement(Stmt statement, Map<Structure, Held> held) {
        if (statement instanceof Stmt.Loop loop) {
            forget(List.of(loop), held);
        }
        Stmt read = read(statement, held);
        forget(List.of(read), held);
        if (read instanceof Stmt.Declare declare && declare.value() != null && isValue(declare.value())) {
            Structure key = Structure.of(declare.value());
            Held before = held.get(key);
            if (before != null
                    && given.contains(declare.variable())
                    && standsFor(before.variable(), declare.variable())) {
                joined.put(
                        declare.variable(),
                        new Expr.Ref(before.variable(), declare.value().span()));
                return null;
            }
            if (!assigned.contains(declare.variable())) {
                held.put(key, new Held(declare.variable(), declare.value()));
            }
        }
        return read;
    }

    /** The statement with the variables that are left, in the blocks inside it too. */
    private Stmt read(Stmt statement, Map<Structure, Held> held) {
        Stmt inside = Walk.withBlocks(statement, block -> block(block, new LinkedHashMap<>(held)));
        return joined.isEmpty()
                ? inside
                : Substitution.of(joined).rewrite(List.of(inside)).get(0);
    }

    /** What has no adjoint, as nothing that counts was made of it, and so wasn't prepared, can't get one now. */
    private boolean standsFor(Var before, Var variable) {
        return before.type().equals(variable.type()) && (activity.isActive(before) || !activity.isActive(variable));
    }

    /** Whether it is a number or tensor that takes some reading or computing, and nothing else. */
    private static boolean isValue(Expr e) {
        boolean plain = e.type() instanceof Type.Scalar || e.type() instanceof Type.Tensor;
        return plain && e instanceof Expr.Apply && Effects.onlyComputes(e);
    }

    /** What may no longer be so when statements have run. */
    private void forget(List<Stmt> statements, Map<Structure, Held> held) {
        for (Stmt statement : Walk.all(statements)) {
            if (!Walk.own(statement).stream().allMatch(Effects::onlyComputes)) {
                held.clear();
            } else if (statement instanceof Stmt.Store store) {
                Var region = memory.region(store.array());
                held.values().removeIf(known -> mayRead(known.value(), region));
            } else if (statement instanceof Stmt.Assign assign) {
                held.values().removeIf(known -> Walk.reads(known.value()).contains(assign.variable()));
            }
        }
    }

    /** Whether an expression may read an element of a region, null standing for any. */
    private boolean mayRead(Expr e, @Nullable Var region) {
        for (Expr operand : Walk.operands(e)) {
            if (Memory.isArray(operand.type()) && !isApart(memory.region(operand), region)
                    || mayRead(operand, region)) {
                return true;
            }
        }
        return false;
    }

    private boolean isApart(@Nullable Var own, @Nullable Var region) {
        return own != null
                && region != null
                && !own.equals(region)
                && !memory.isElsewhere(own)
                && !memory.isElsewhere(region);
    }
}
