package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Several iterations of a loop at once, before it is differentiated:
 *
 * <pre>
 *   for (i …) { s += f(x[i], w) }    becomes    for (i …, by 4) { (a, b, c, d) = fBatch(x[i], x[i + 1], x[i + 2], x[i + 3], w);
 *                                                                 s += a; s += b; s += c; s += d }
 * </pre>
 *
 * and a loop over what is left. In {@code fBatch} an element of {@code w} is read once for four rows, and in its
 * backward sweep added to once; that is what waits for memory where {@code w} is large. (Unroll and jam: Allen,
 * Kennedy: Optimizing Compilers for Modern Architectures, 2001, §8.4.) Every iteration computes what it did, and sums
 * are made in their order, so the value keeps its bits.
 */
public final class Batches {

    /** A function's own code; null where it is not to be had. */
    public interface Bodies {
        @Nullable
        Function body(FunctionName name);
    }

    /** What functions give. */
    public interface Results {
        Type of(FunctionName name);
    }

    private final Bodies bodies;
    private final Results results;
    private final CallGraph calls;

    /** The functions that are being looked at. */
    private final Set<FunctionName.Batch> open = new HashSet<>();

    public Batches(Bodies bodies, Results results, CallGraph calls) {
        this.bodies = bodies;
        this.results = results;
        this.calls = calls;
    }

    /** The function with those loops in batches that gain by it. */
    public Function in(Function function, Activity activity) {
        return new BatchedLoops(this, function, activity).function();
    }

    /** Several calls of a function in one; null where they can't be. */
    public @Nullable Function function(FunctionName.Batch name) {
        Function one = allowed(name);
        if (one == null) {
            return null;
        }
        Varying varying = varying(one, name);
        NameSupply names = NameSupply.after(one);
        Copies copies = new Copies(FunctionName.Batch.COUNT, varying, names, Set.of());
        List<Var> parameters = new ArrayList<>();
        one.parameters().forEach(p -> parameters.add(copies.inLane(0, p)));
        for (int call = 1; call < FunctionName.Batch.COUNT; call++) {
            for (int i : name.varying()) {
                parameters.add(copies.inLane(call, one.parameters().get(i)));
            }
        }
        List<Stmt> body =
                copies.block(one.body(), (made, call) -> call((Stmt.Declare) made, call, varying, copies, names));
        Expr result = Objects.requireNonNull(one.result());
        List<Expr> values = new ArrayList<>();
        copies.lanes().forEach(lane -> values.add(lane.rewrite(result)));
        Type type = results.of(name);
        return new Function(name, parameters, one.reserved(), body, new Expr.Build(type, values, result.span()), type);
    }

    /** One call for those of all lanes. */
    List<Stmt> call(Stmt.Declare made, Expr.Call call, Varying varying, Copies copies, NameSupply names) {
        FunctionName.Batch batch = batch(call, varying);
        List<Expr> arguments = new ArrayList<>();
        call.arguments().forEach(a -> arguments.add(copies.lane(0).rewrite(a)));
        for (int lane = 1; lane < FunctionName.Batch.COUNT; lane++) {
            for (int i : batch.varying()) {
                arguments.add(copies.lane(lane).rewrite(call.arguments().get(i)));
            }
        }
        Type.Struct type = (Type.Struct) results.of(batch);
        Var all = new Var(names.fresh(made.variable().name() + "s"), type);
        List<Stmt> out = new ArrayList<>();
        out.add(new Stmt.Declare(all, new Expr.Call(batch, arguments, type, call.span()), made.note()));
        for (int lane = 0; lane < FunctionName.Batch.COUNT; lane++) {
            Type.Component part = type.components().get(lane);
            Expr.Ref one = (Expr.Ref) copies.lane(lane).rewrite(new Expr.Ref(made.variable(), call.span()));
            Expr value = new Expr.Component(new Expr.Ref(all, call.span()), part.name(), part.type(), call.span());
            out.add(new Stmt.Declare(one.variable(), value, made.note()));
        }
        return out;
    }

    static FunctionName.Batch batch(Expr.Call call, Varying varying) {
        SortedSet<Integer> own = new TreeSet<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (varying.isIn(call.arguments().get(i))) {
                own.add(i);
            }
        }
        return new FunctionName.Batch((FunctionName.Primal) call.function(), own);
    }

    private static Varying varying(Function one, FunctionName.Batch name) {
        List<Var> own = new ArrayList<>();
        name.varying().forEach(i -> own.add(one.parameters().get(i)));
        return Varying.of(one, own);
    }

    /** The function that several calls may be one of; null where they may not. */
    private @Nullable Function allowed(FunctionName.Batch name) {
        Function one = bodies.body(name.of());
        if (one == null || one.result() == null || !one.type().isFloating() || !open.add(name)) {
            return null;
        }
        Varying varying = varying(one, name);
        Memory memory = calls.dependence(one, Sharing.NONE).memory();
        Set<Var> own = new HashSet<>(Walk.declares(one.body()));
        Set<Var> others = new HashSet<>(one.parameters());
        BatchCheck check = new BatchCheck(this, varying, memory, own, others);
        boolean same = true;
        for (int i = 0; i < one.parameters().size(); i++) {
            same &= varying.contains(one.parameters().get(i)) == name.varying().contains(i);
        }
        boolean allowed = same && check.allows(one.body()) && check.isNumber(one.result());
        open.remove(name);
        return allowed ? one : null;
    }

    boolean allows(FunctionName.Batch name) {
        return allowed(name) != null;
    }

    /** Whether a called function, for several calls at once, reads in a loop what all of them share. */
    boolean gains(FunctionName.Batch name, boolean inLoop) {
        Function one = bodies.body(name.of());
        if (one == null || !open.add(name)) {
            return false;
        }
        boolean gains = gains(one.body(), varying(one, name), inLoop);
        open.remove(name);
        return gains;
    }

    /** Whether in some loop several iterations read an element that all of them share. */
    boolean gains(List<Stmt> body, Varying varying, boolean inLoop) {
        boolean gains = false;
        for (Stmt statement : body) {
            boolean inner = inLoop || statement instanceof Stmt.Loop;
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Call call && varying.isIn(call)) {
                gains |= gains(batch(call, varying), inner);
            } else if (inLoop && LaneCheck.varies(statement, varying)) {
                gains |= Walk.own(statement).stream().anyMatch(e -> sharesElement(e, varying));
            }
            gains |= Walk.blocks(statement).stream().anyMatch(b -> gains(b, varying, inner));
        }
        return gains;
    }

    private static boolean sharesElement(Expr e, Varying varying) {
        boolean own = e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INDEX
                && e.type().isFloating()
                && !varying.isIn(e);
        return own || Walk.operands(e).stream().anyMatch(operand -> sharesElement(operand, varying));
    }
}
