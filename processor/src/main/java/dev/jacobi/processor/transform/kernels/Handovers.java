package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a pass gets what an earlier one has computed for the same iteration: cheap variables are computed again, others
 * handed on in arrays.
 */
final class Handovers {

    private final Steps steps;
    private final Order order;

    /** The step behind which a variable keeps its value. */
    private final Map<Var, Integer> finished = new HashMap<>();

    private final Map<Var, Expr> again = new HashMap<>();
    private final Set<Var> inArrays = new LinkedHashSet<>();

    private Handovers(Steps steps, Order order) {
        this.steps = steps;
        this.order = order;
    }

    static Handovers of(Steps steps, Order order, Elements elements) {
        Handovers handovers = new Handovers(steps, order);
        handovers.find(elements);
        for (int step = 0; step < steps.statements().size(); step++) {
            Stmt statement = steps.statements().get(step);
            handovers.ask(Walk.reads(List.of(statement)), order.pass(step));
            if (order.isKernel(step) && statement instanceof Stmt.Declare s) {
                handovers.inArrays.add(s.variable());
            }
        }
        return handovers;
    }

    private void find(Elements elements) {
        Set<Var> assigned = Walk.assigns(steps.statements());
        for (int step = 0; step < steps.statements().size(); step++) {
            Stmt statement = steps.statements().get(step);
            for (Var variable : Walk.assigns(List.of(statement))) {
                finished.replace(variable, step);
            }
            if (statement instanceof Stmt.Declare s) {
                finished.put(s.variable(), step);
                Expr value = s.value();
                boolean cheap = value != null
                        && !order.isKernel(step)
                        && !assigned.contains(s.variable())
                        && (Cost.isCheap(value) || s.variable().type() instanceof Type.Array)
                        && !elements.mayChange(value)
                        && Walk.reads(value).stream().noneMatch(assigned::contains);
                if (cheap) {
                    again.put(s.variable(), value);
                }
            }
        }
    }

    /** Takes note of what a pass reads of earlier ones. */
    private void ask(Set<Var> reads, int pass) {
        for (Var variable : reads) {
            if (steps.own().contains(variable) && isEarlier(variable, pass)) {
                Expr value = again.get(variable);
                if (value == null) {
                    inArrays.add(variable);
                } else {
                    ask(Walk.reads(value), pass);
                }
            }
        }
    }

    /** Whether a variable is finished before a pass. */
    boolean isEarlier(Var variable, int pass) {
        int step = finished(variable);
        return order.isKernel(step) || order.pass(step) < pass;
    }

    private int finished(Var variable) {
        return Objects.requireNonNull(finished.get(variable));
    }

    /** Whether none of what is handed on is an array itself. */
    boolean arePossible() {
        return inArrays.stream().allMatch(v -> v.type() instanceof Type.Scalar);
    }

    /** What computes a variable again where it is needed; null if it is handed on. */
    @Nullable
    Expr again(Var variable) {
        return again.get(variable);
    }

    /** The variables that go from one pass to another in an array, kernels' values among them. */
    Set<Var> inArrays() {
        return inArrays;
    }

    /** Whether a variable has its last value at a step. */
    boolean isFinished(Var variable, int step) {
        return finished(variable) < step;
    }

    /** Whether a step is the one that finishes a variable. */
    boolean finishes(int step, Var variable) {
        return finished(variable) == step;
    }
}
