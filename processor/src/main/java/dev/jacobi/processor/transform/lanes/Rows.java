package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What each iteration of a loop has its own of. A variable goes into the place of each element {@code a[i]}, and of
 * each number that the counter becomes: i is one in {@code 0.5 * i}.
 */
final class Rows extends Rewriter {
    private final Var counter;
    private final Memory memory;
    private final Set<Var> inside;
    private final NameSupply names;
    private final Map<Var, Expr> found = new LinkedHashMap<>();
    private final Map<Structure, Var> known = new HashMap<>();
    private final List<Expr> arrays = new ArrayList<>();
    private boolean areAllowed = true;

    Rows(Stmt.Loop loop, Memory memory, NameSupply names) {
        this.names = names;
        this.counter = Objects.requireNonNull(loop.counter()).variable();
        this.memory = memory;
        this.inside = new HashSet<>(Walk.declares(loop.body()));
        inside.addAll(Walk.assigns(loop.body()));
    }

    /** The variables, and what they stand for. */
    Map<Var, Expr> found() {
        return found;
    }

    /** The arrays that have an element for each iteration. */
    List<Expr> arrays() {
        return arrays;
    }

    /** Whether what they are elements of stays what it is. */
    boolean areAllowed() {
        return areAllowed;
    }

    /** One of what was found, some iterations behind the one that {@code i} counts. */
    Expr at(Expr one, Var i, int behind) {
        return new Rewriter() {
            @Override
            public Expr ref(Expr.Ref e) {
                if (!e.variable().equals(counter)) {
                    return e;
                }
                Expr first = new Expr.Ref(i, e.span());
                return behind == 0
                        ? first
                        : Arithmetic.plus(first, Arithmetic.number(behind, Type.Scalar.INT, e.span()));
            }
        }.rewrite(one);
    }

    @Override
    public Expr apply(Expr.Apply e) {
        if (isElement(e)) {
            return element(e, (Expr.Ref) e.operands().get(0));
        }
        return isNumber(e) ? number(e) : super.apply(e);
    }

    private boolean isElement(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.INDEX
                && e.operands().get(0) instanceof Expr.Ref
                && e.operands().get(1) instanceof Expr.Ref at
                && at.variable().equals(counter);
    }

    private Expr element(Expr.Apply e, Expr.Ref array) {
        Type type = e.type();
        boolean row =
                type instanceof Type.Array rows && rows.element().isFloating() && rows.element() instanceof Type.Scalar;
        areAllowed &= !inside.contains(array.variable())
                && (row || LaneCheck.isNumeric(type) && type instanceof Type.Scalar)
                && !memory.isElsewhere(memory.region(array.variable()));
        if (!known.containsKey(Structure.of(e))) {
            arrays.add(array);
        }
        return variable(names.fresh(row ? "row" : "element"), e);
    }

    /** Whether a whole number that the counter tells becomes one with a fraction. */
    private boolean isNumber(Expr.Apply e) {
        Primitive.Form form = e.primitive().form();
        if ((form != Primitive.Form.CONVERSION && form != Primitive.Form.CAST)
                || !e.type().isFloating()
                || !(e.type() instanceof Type.Scalar)
                || e.operands().get(0).type() != Type.Scalar.INT) {
            return false;
        }
        Set<Var> read = Walk.reads(e);
        return read.contains(counter)
                && read.stream().noneMatch(inside::contains)
                && BatchedLoop.isPlain(e.operands().get(0));
    }

    /** It goes by the counter's name, which each iteration's letter makes another. */
    private Expr number(Expr.Apply e) {
        boolean plain = e.operands().get(0) instanceof Expr.Ref;
        return variable(plain ? counter.name() : names.fresh("number"), e);
    }

    private Expr variable(String name, Expr.Apply e) {
        Var own = known.computeIfAbsent(Structure.of(e), key -> new Var(name, e.type()));
        found.putIfAbsent(own, e);
        return new Expr.Ref(own, e.span());
    }
}
