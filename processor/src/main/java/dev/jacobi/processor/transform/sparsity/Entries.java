package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.IndexSets;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of one row, from the expression of its set: elements of the argument, which each have a column, unions
 * and choices of such.
 *
 * <pre>
 *   c ? xOn[i - 1] ∪ xOn[i] : xOn[i]    becomes    if (c) { add(i - 1); add(i) } else { add(i) }
 * </pre>
 */
final class Entries {

    /** A row of more entries is one that a loop should write. */
    private static final int MOST = 64;

    private final Var argument;
    private final Var pattern;
    private final Set<Var> changing;
    private final Map<Var, Expr> held = new HashMap<>();
    private int count;
    private boolean fails;

    /**
     * @param argument the sets of the argument's elements
     * @param changing variables that are assigned again, and arrays that are written
     */
    Entries(Var argument, Var pattern, Set<Var> changing) {
        this.argument = argument;
        this.pattern = pattern;
        this.changing = changing;
    }

    /** Learns the set that a variable holds. */
    void learn(Var variable, Expr set) {
        held.put(variable, set);
    }

    /** The statements that add the entries; nothing where the set isn't made of elements alone. */
    Optional<List<Stmt>> of(Expr set, Stmt.Note note) {
        count = 0;
        fails = false;
        List<Stmt> out = new ArrayList<>();
        add(set, new HashSet<>(), note, out);
        return fails || count > MOST ? Optional.empty() : Optional.of(out);
    }

    /** @param seen the variables whose sets are added already, on every way that leads here */
    private void add(Expr set, Set<Var> seen, Stmt.Note note, List<Stmt> out) {
        if (fails || set instanceof Expr.Literal || set instanceof Expr.Ref ref && seen.contains(ref.variable())) {
            return;
        }
        if (set instanceof Expr.Ref ref && held.containsKey(ref.variable())) {
            seen.add(ref.variable());
            add(held.get(ref.variable()), seen, note, out);
        } else if (set instanceof Expr.Choose choose && isSteady(choose.condition())) {
            List<Stmt> then = new ArrayList<>();
            List<Stmt> otherwise = new ArrayList<>();
            add(choose.whenTrue(), new HashSet<>(seen), note, then);
            add(choose.whenFalse(), new HashSet<>(seen), note, otherwise);
            out.add(new Stmt.If(choose.condition(), then, otherwise, note));
        } else if (set instanceof Expr.Apply apply && IndexSets.isUnion(apply)) {
            apply.operands().forEach(operand -> add(operand, seen, note, out));
        } else if (set instanceof Expr.Apply element && isElement(element)) {
            count++;
            out.add(new Stmt.Effect(IndexSets.entry(pattern, element.operands().get(1)), note));
        } else {
            fails = true;
        }
    }

    private boolean isElement(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.INDEX
                && e.operands().get(0) instanceof Expr.Ref array
                && array.variable().equals(argument)
                && isSteady(e.operands().get(1));
    }

    /** Whether it gives the same where a set is used as where it was made. */
    boolean isSteady(Expr e) {
        boolean own = !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply && !apply.primitive().pure())
                && !(e instanceof Expr.Ref ref && changing.contains(ref.variable()))
                && !(e.type() instanceof Type.Struct);
        return own && Walk.operands(e).stream().allMatch(this::isSteady);
    }
}
