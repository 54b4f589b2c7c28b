package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Ranges;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Checkpoints;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.ArrayClasses;
import dev.jacobi.processor.transform.adjoint.Copying;
import dev.jacobi.processor.transform.adjoint.Trips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts innermost loops where they compute dear functions:
 *
 * <pre>
 *   for (i …) {                              if (FastFunctions.pays(n)) {
 *     exp = Math.exp(x[i] - shift);            for (i …) { expTape[i] = x[i] - shift; }
 *     expTape[i] = exp;            becomes     FastFunctions.exp(expTape, n);
 *     sum += exp;                              for (i …) { sum += expTape[i]; }
 *   }                                        } else … as before
 * </pre>
 *
 * A function of many numbers takes a third to a half of the time, as its steps are vector instructions. In short loops
 * little is won, so they run as they were.
 */
public final class Kernels {

    private final ArrayClasses classes;

    /** The classes of the arrays that the method is given. */
    private final Set<Var> given;

    private final Ranges ranges;
    private final NameSupply names;
    private final boolean always;

    private Kernels(Adjoint taped, Memory memory, boolean always) {
        this.classes = new ArrayClasses(taped, memory);
        this.given = taped.primal().parameters().stream().map(classes::of).collect(Collectors.toSet());
        this.ranges = Ranges.of(taped.primal());
        this.names = NameSupply.after(taped);
        this.always = always;
    }

    /**
     * The sweeps with their loops cut.
     *
     * @param memory of the primal
     * @param always whether short loops, too, run as they are cut
     */
    public static Adjoint in(Adjoint taped, Memory memory, boolean always) {
        Kernels kernels = new Kernels(taped, memory, always);
        return taped.with(kernels.block(taped.forward()), kernels.block(taped.backward()));
    }

    private List<Stmt> block(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Loop loop && isInnermost(loop)) {
                out.addAll(cut(loop));
            } else {
                out.add(Walk.withBlocks(statement, this::block));
            }
        }
        return out;
    }

    private static boolean isInnermost(Stmt.Loop loop) {
        return Walk.all(loop.body()).stream().noneMatch(s -> s instanceof Stmt.Loop) && !Checkpoints.isRetracing(loop);
    }

    private List<Stmt> cut(Stmt.Loop loop) {
        if (!Steps.haveKernels(loop.body()) || !Steps.canBe(loop.body())) {
            return List.of(loop);
        }
        Stmt.Loop longer = Copying.copy(loop, names);
        Optional<Trips> trips = Trips.of(longer, ranges)
                .filter(t -> t.position().isPresent())
                .filter(t -> !readsElements(longer.condition()) && !readsElements(t.from()));
        if (trips.isEmpty()) {
            return List.of(loop);
        }
        Steps steps = Steps.of(longer.body(), names);
        Elements elements = new Elements(steps, trips.get().counter(), classes, given);
        Order order = Order.of(steps, elements);
        Handovers handovers = Handovers.of(steps, order, elements);
        if (order.passes() == 1 || !handovers.arePossible()) {
            return List.of(loop);
        }
        Passes passes = new Passes(longer, trips.get(), steps, order, handovers, names);
        List<Stmt> loops = passes.loops();
        if (always) {
            return loops;
        }
        return List.of(
                new Stmt.If(Kernel.pays(Kernel.count(trips.get()), passes.made()), loops, List.of(loop), loop.note()));
    }

    /** Elements may be overwritten, so how often the loop runs must be known by variables. */
    private static boolean readsElements(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX
                || Walk.operands(e).stream().anyMatch(Kernels::readsElements);
    }
}
