package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop whose iterations have nothing to do with each other but that their results are added up, in order.
 *
 * @param rows what stands for the elements {@code a[i]}, and for numbers made of i, which each iteration has its own of
 */
record BatchedLoop(Stmt.Loop loop, Expr bound, Rows rows, PartedIteration iteration, Varying varying, Batches batches) {

    private static final String OWNER = "dev.jacobi.tape.Batches";

    /** The loop; null where it has to run one by one, or does as well. */
    static @Nullable BatchedLoop of(Stmt.Loop loop, Function function, Activity activity, Batches batches) {
        Set<Var> carried = Walk.carried(loop.body());
        Expr bound = carried.stream().anyMatch(activity::isActive) ? bound(loop) : null;
        if (bound == null) {
            return null;
        }
        Memory memory = activity.memory();
        Rows rows = new Rows(loop, memory, NameSupply.after(function));
        List<Stmt> body = rows.rewrite(loop.body());
        PartedIteration iteration = PartedIteration.of(body, carried, memory);
        if (iteration == null || rows.found().isEmpty()) {
            return null;
        }
        Varying varying = Varying.of(body, List.copyOf(rows.found().keySet()));
        BatchedLoop batched = new BatchedLoop(loop, bound, rows, iteration, varying, batches);
        return batched.isUniform(function, memory) && batches.gains(iteration.rest(), varying, false) ? batched : null;
    }

    /** Whether all iterations take the same way, and only what the loop carries goes from one to the next. */
    private boolean isUniform(Function function, Memory memory) {
        Set<Var> own = new HashSet<>(Walk.declares(iteration.rest()));
        Set<Var> inTail = new HashSet<>(Walk.declares(iteration.tail()));
        Set<Var> others = new HashSet<>(function.parameters());
        others.addAll(Walk.declares(function.body()));
        others.removeAll(own);
        Set<Var> outside = new HashSet<>(others);
        outside.removeAll(inTail);
        outside.removeAll(Walk.carried(loop.body()));
        Var counter = Objects.requireNonNull(loop.counter()).variable();
        return rows.areAllowed()
                && !Walk.reads(iteration.all()).contains(counter)
                && outside.stream().noneMatch(varying::contains)
                && new BatchCheck(batches, varying, memory, own, others).allows(iteration.rest())
                && new BatchCheck(batches, varying, memory, inTail, others).allows(iteration.tail());
    }

    /** The e of a loop from i up to {@code i < e} by ones, if that stays what it is. */
    private static @Nullable Expr bound(Stmt.Loop loop) {
        Stmt.Counter counter = loop.counter();
        if (counter == null
                || loop.wish() != null
                || counter.step() != 1
                || !(loop.condition() instanceof Expr.Apply condition)
                || condition.primitive().form() != Primitive.Form.INFIX
                || !condition.primitive().name().equals("<")
                || !(condition.operands().get(0) instanceof Expr.Ref left)
                || !left.variable().equals(counter.variable())) {
            return null;
        }
        Expr bound = condition.operands().get(1);
        Set<Var> changing = Walk.assigns(loop.body());
        changing.add(counter.variable());
        changing.retainAll(Walk.reads(bound));
        return bound.type() == Type.Scalar.INT && changing.isEmpty() && isPlain(bound) && isPlain(counter.from())
                ? bound
                : null;
    }

    /** Whole numbers at hand. */
    static boolean isPlain(Expr e) {
        boolean own = e instanceof Expr.Ref || e instanceof Expr.Literal || Varying.isLength(e);
        if (e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INFIX) {
            own = Set.of("+", "-", "*").contains(apply.primitive().name());
        }
        return own && Walk.operands(e).stream().allMatch(BatchedLoop::isPlain);
    }

    /** The loop in batches, and one over the iterations that are left. */
    List<Stmt> statements(NameSupply names, Map<Var, Var> later) {
        Stmt.Counter counter = Objects.requireNonNull(loop.counter());
        Stmt.Note note = loop.note();
        Rewriter before = renaming(later);
        List<Stmt> out = new ArrayList<>();
        Expr from = before.rewrite(counter.from());
        Expr end = end(from, before, names, out);
        Map<Var, Var> carried = new HashMap<>();
        for (Var variable : Walk.carried(loop.body())) {
            Var first = new Var(names.fresh(variable.name()), variable.type());
            Expr.Ref value = new Expr.Ref(BatchedLoops.now(variable, later), note.span());
            out.add(new Stmt.Declare(first, value, note));
            carried.put(variable, first);
        }
        Var i = new Var(names.fresh(counter.variable().name()), Type.Scalar.INT);
        Expr condition = compared(i, end, note.span());
        String label = names.fresh(loop.label());
        Stmt.Counter fours = new Stmt.Counter(i, from, FunctionName.Batch.COUNT);
        out.add(new Stmt.Loop(label, fours, condition, batch(i, names, carried, before), note));
        carried.forEach((variable, first) -> {
            Var last = new Var(names.fresh(variable.name()), variable.type());
            out.add(new Stmt.Declare(last, new Expr.Ref(first, note.span()), note));
            later.put(BatchedLoops.now(variable, later), last);
        });
        Rewriter behind = renaming(later);
        Stmt.Loop left = (Stmt.Loop) loop.match(behind);
        Stmt.Counter rest = new Stmt.Counter(counter.variable(), end, 1);
        out.add(new Stmt.Loop(left.label(), rest, left.condition(), left.body(), note));
        return out;
    }

    private static Rewriter renaming(Map<Var, Var> later) {
        return new Copies.Renaming(v -> BatchedLoops.now(v, later));
    }

    private static Expr compared(Var i, Expr end, Span span) {
        Primitive less = Primitive.infix("<", Type.Scalar.INT, Type.Scalar.BOOLEAN);
        return new Expr.Apply(less, List.of(new Expr.Ref(i, span), end), span);
    }

    /** Where batches end: rows of different lengths have none. */
    private Expr end(Expr from, Rewriter before, NameSupply names, List<Stmt> out) {
        Expr end = before.rewrite(bound);
        Set<Expr> arrays = new LinkedHashSet<>();
        rows.arrays().forEach(array -> arrays.add(before.rewrite(array)));
        if (arrays.isEmpty()) {
            return end(List.of(from, end), bound.span(), names, out);
        }
        for (Expr array : arrays) {
            end = end(List.of(from, end, array), array.span(), names, out);
        }
        return end;
    }

    private Expr end(List<Expr> operands, Span span, NameSupply names, List<Stmt> out) {
        List<Type> types = Walk.types(operands);
        String signature = OWNER + ".end" + types;
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(OWNER),
                "end",
                types,
                Type.Scalar.INT,
                false,
                signature.replace('[', '(').replace(']', ')'));
        Var held = new Var(names.fresh("end"), Type.Scalar.INT);
        out.add(new Stmt.Declare(held, new Expr.Apply(primitive, operands, span), loop.note()));
        return new Expr.Ref(held, span);
    }

    private List<Stmt> batch(Var i, NameSupply names, Map<Var, Var> carried, Rewriter before) {
        Set<Var> declared = new HashSet<>(Walk.declares(iteration.rest()));
        declared.addAll(Walk.declares(iteration.tail()));
        Walk.all(iteration.rest()).forEach(s -> {
            if (s instanceof Stmt.Loop inner && inner.counter() != null) {
                declared.add(inner.counter().variable());
            }
        });
        Copies copies = new Copies(FunctionName.Batch.COUNT, varying, names, declared);
        List<Stmt> out = new ArrayList<>();
        for (int lane = 0; lane < FunctionName.Batch.COUNT; lane++) {
            for (Map.Entry<Var, Expr> row : rows.found().entrySet()) {
                Expr.Ref named = (Expr.Ref) copies.lane(lane)
                        .rewrite(new Expr.Ref(row.getKey(), loop.note().span()));
                out.add(new Stmt.Declare(named.variable(), rows.at(row.getValue(), i, lane), loop.note()));
            }
        }
        out.addAll(copies.block(
                iteration.rest(), (made, call) -> batches.call((Stmt.Declare) made, call, varying, copies, names)));
        Map<Var, Var> now = new HashMap<>(carried);
        for (int lane = 0; lane < FunctionName.Batch.COUNT; lane++) {
            boolean last = lane == FunctionName.Batch.COUNT - 1;
            for (Stmt statement : iteration.tail()) {
                out.add(tail(statement, copies.lane(lane), now, last ? carried : Map.of(), names));
            }
        }
        return before.rewrite(out);
    }

    /** A statement of the tail in one lane, which hands on what the loop carries to the next one. */
    private static Stmt tail(
            Stmt statement, Rewriter lane, Map<Var, Var> now, Map<Var, Var> carried, NameSupply names) {
        Rewriter current = new Copies.Renaming(v -> now.getOrDefault(v, v));
        if (statement instanceof Stmt.Assign s) {
            Expr value = lane.rewrite(current.rewrite(s.value()));
            Var last = carried.get(s.variable());
            Var next = last != null
                    ? last
                    : new Var(names.fresh(s.variable().name()), s.variable().type());
            now.put(s.variable(), next);
            return last != null ? new Stmt.Assign(next, value, s.note()) : new Stmt.Declare(next, value, s.note());
        }
        Stmt.Declare s = (Stmt.Declare) statement;
        Var made = new Var(names.fresh(s.variable().name()), s.variable().type());
        Expr value = lane.rewrite(current.rewrite(Objects.requireNonNull(s.value())));
        now.put(s.variable(), made);
        return new Stmt.Declare(made, value, s.note());
    }
}
