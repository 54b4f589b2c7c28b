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
 * A loop whose iterations have nothing to do with each other but that their results are added up, in order: the
 * <em>tail</em> of an iteration is what reads what the loop carries, the rest can run for several iterations at once.
 *
 * @param rows what stands for the elements {@code a[i]}, and for numbers made of i, which each iteration has its own of
 */
record BatchedLoop(
        Stmt.Loop loop, Expr bound, Rows rows, List<Stmt> rest, List<Stmt> tail, Varying varying, Batches batches) {

    /** The loop; null where it has to run one by one, or does as well. */
    static @Nullable BatchedLoop of(Stmt.Loop loop, Function function, Activity activity, Batches batches) {
        Stmt.Counter counter = loop.counter();
        if (counter == null || loop.wish() != null || counter.step() != 1) {
            return null;
        }
        Set<Var> carried = Walk.carried(loop.body());
        Expr bound = bound(loop, counter);
        if (bound == null || carried.stream().noneMatch(activity::isActive)) {
            return null;
        }
        Memory memory = activity.memory();
        Rows rows = new Rows(loop, memory, NameSupply.after(function));
        List<Stmt> body = rows.rewrite(loop.body());
        List<Stmt> tail = new ArrayList<>();
        List<Stmt> rest = new ArrayList<>();
        if (!divide(body, carried, memory, rest, tail) || rows.found().isEmpty()) {
            return null;
        }
        Varying varying = Varying.of(body, List.copyOf(rows.found().keySet()));
        Set<Var> own = new HashSet<>(Walk.declares(rest));
        Set<Var> others = new HashSet<>(function.parameters());
        others.addAll(Walk.declares(function.body()));
        others.removeAll(own);
        boolean uniform = rows.areAllowed()
                && !Walk.reads(body).contains(counter.variable())
                && others.stream().noneMatch(v -> varying.contains(v) && !carried.contains(v) && !inTail(v, tail))
                && new BatchCheck(batches, varying, memory, own, others).allows(rest)
                && new BatchCheck(batches, varying, memory, new HashSet<>(Walk.declares(tail)), others).allows(tail);
        return uniform && batches.gains(rest, varying, false)
                ? new BatchedLoop(loop, bound, rows, rest, tail, varying, batches)
                : null;
    }

    private static boolean inTail(Var variable, List<Stmt> tail) {
        return Walk.declares(tail).contains(variable);
    }

    /** The e of {@code i < e}, if that stays what it is. */
    private static @Nullable Expr bound(Stmt.Loop loop, Stmt.Counter counter) {
        if (!(loop.condition() instanceof Expr.Apply condition)
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

    /**
     * Says of each statement whether it reads, by way of others, what the loop carries; false where a block does, or
     * where the rest, which runs first, writes to an array that the tail has read by then.
     */
    private static boolean divide(List<Stmt> body, Set<Var> carried, Memory memory, List<Stmt> rest, List<Stmt> tail) {
        Set<Var> serial = new HashSet<>(carried);
        Set<Var> seen = new HashSet<>();
        for (Stmt statement : body) {
            Set<Var> read = Walk.reads(List.of(statement));
            Set<Var> touched = new HashSet<>(read);
            touched.addAll(Walk.assigns(List.of(statement)));
            touched.retainAll(serial);
            if (touched.isEmpty()) {
                if (writes(statement, seen, memory)) {
                    return false;
                }
                rest.add(statement);
                continue;
            }
            read.stream().filter(v -> Memory.isArray(v.type())).forEach(v -> seen.add(memory.region(v)));
            boolean number = statement instanceof Stmt.Declare s && isNumber(s.variable(), s.value())
                    || statement instanceof Stmt.Assign a && isNumber(a.variable(), a.value());
            if (!number) {
                return false;
            }
            tail.add(statement);
            if (statement instanceof Stmt.Declare s) {
                serial.add(s.variable());
            }
        }
        return !tail.isEmpty();
    }

    private static boolean writes(Stmt statement, Set<Var> regions, Memory memory) {
        return Walk.all(List.of(statement)).stream()
                .map(BatchCheck::written)
                .filter(Objects::nonNull)
                .anyMatch(array -> regions.contains(memory.region(array)));
    }

    private static boolean isNumber(Var variable, @Nullable Expr value) {
        return value != null
                && !(value instanceof Expr.Call)
                && LaneCheck.isNumeric(variable.type())
                && variable.type() instanceof Type.Scalar;
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

    private static final String OWNER = "dev.jacobi.tape.Batches";

    private List<Stmt> batch(Var i, NameSupply names, Map<Var, Var> carried, Rewriter before) {
        Set<Var> declared = new HashSet<>(Walk.declares(rest));
        declared.addAll(Walk.declares(tail));
        Walk.all(rest).forEach(s -> {
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
        out.addAll(copies.block(rest, (made, call) -> batches.call(made, call, varying, copies, names)));
        Map<Var, Var> now = new HashMap<>(carried);
        for (int lane = 0; lane < FunctionName.Batch.COUNT; lane++) {
            boolean last = lane == FunctionName.Batch.COUNT - 1;
            for (Stmt statement : tail) {
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
