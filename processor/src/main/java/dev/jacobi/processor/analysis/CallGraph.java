package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters the result of each called function depends on. Recursion is solved as a least fixed point: a
 * function that is being analysed counts as depending on nothing until it is known better.
 */
public final class CallGraph {

    /** The bodies of the functions that are called. */
    public interface Bodies {
        /** Null where the body can't be had: the result then depends on every parameter that carries derivatives. */
        @Nullable
        Function body(FunctionName.Primal name);

        /** The parameters that carry derivatives. */
        Set<Integer> differentiable(FunctionName.Primal name);
    }

    private final Bodies bodies;
    private final Partials partials;
    private final Map<FunctionName.Primal, Set<Integer>> known = new HashMap<>();
    private final List<FunctionName.Primal> order = new ArrayList<>();

    public CallGraph(Bodies bodies, Partials partials) {
        this.bodies = bodies;
        this.partials = partials;
    }

    /** The indices of the parameters that the result depends on. */
    public Set<Integer> resultDependsOn(FunctionName name) {
        FunctionName.Primal primal = name.primal();
        Set<Integer> result = known.get(primal);
        return result != null ? result : solve(primal);
    }

    private Set<Integer> solve(FunctionName.Primal name) {
        Function function = bodies.body(name);
        if (function == null) {
            Set<Integer> all = bodies.differentiable(name);
            known.put(name, all);
            return all;
        }
        Set<Integer> before = Set.of();
        while (true) {
            known.put(name, before);
            int mark = order.size();
            Set<Integer> now = resultOf(function);
            if (now.equals(before)) {
                order.add(name);
                return now;
            }
            // What was found meanwhile may rest on too small a set for this function.
            while (order.size() > mark) {
                known.remove(order.remove(order.size() - 1));
            }
            before = now;
        }
    }

    private Set<Integer> resultOf(Function function) {
        return function.result() == null
                ? Set.of()
                : new TreeSet<>(dependence(function).of(function.result()));
    }

    /** The dependence of a function's variables on its parameters. */
    public Dependence dependence(Function function) {
        return Dependence.of(function, partials, this);
    }
}
