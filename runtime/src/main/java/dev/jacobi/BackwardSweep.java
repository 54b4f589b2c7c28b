package dev.jacobi;

import dev.jacobi.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of reverse mode through the graph of {@link Variable}s.
 *
 * <p>Variables are visited from the root in an order in which each comes after everything computed from it. By then its
 * adjoint v̄ = Σ over uses is complete, and its pullback is called just once. No recursion: a chain may be longer than
 * the stack is deep.
 */
final class BackwardSweep {
    private final Variable root;
    private final Map<Variable, Tensor> bars = new IdentityHashMap<>();

    BackwardSweep(Variable root, Tensor seed) {
        this.root = root;
        bars.put(root, seed);
    }

    /** The gradients of the leaves that were reached. */
    Map<Variable, Tensor> run() {
        Map<Variable, Tensor> leaves = new LinkedHashMap<>();
        List<Variable> order = inputsFirst();
        for (int i = order.size() - 1; i >= 0; i--) {
            Variable variable = order.get(i);
            Tensor bar = bars.remove(variable);
            Variable.Origin origin = variable.origin();
            if (bar == null) {
                continue; // every use ignored it
            }
            if (origin == null) {
                leaves.put(variable, bar);
            } else {
                passOn(bar, origin);
            }
        }
        return leaves;
    }

    private void passOn(Tensor bar, Variable.Origin origin) {
        Variable[] inputs = origin.inputs();
        @Nullable Tensor[] inputBars = origin.pullback().apply(bar);
        if (inputBars.length != inputs.length) {
            throw new IllegalStateException(
                    "a pullback gave " + inputBars.length + " gradients for " + inputs.length + " inputs");
        }
        for (int i = 0; i < inputs.length; i++) {
            Tensor inputBar = inputBars[i];
            if (inputBar == null || !inputs[i].requiresGrad()) {
                continue;
            }
            Tensor like = inputs[i].value();
            if (!inputBar.shape().equals(like.shape())) {
                throw new IllegalStateException("a pullback gave a gradient of shape " + inputBar.shape()
                        + " for input " + i + ", which has shape " + like.shape());
            }
            bars.merge(inputs[i], inputBar.to(like.dtype()), Tensor::add);
        }
    }

    /** All variables that need a gradient below the root, each after its inputs. */
    private List<Variable> inputsFirst() {
        List<Variable> order = new ArrayList<>();
        Set<Variable> seen = new HashSet<>(); // by identity, as Variable has no equals of its own
        Deque<Visit> open = new ArrayDeque<>();
        seen.add(root);
        open.push(new Visit(root));
        while (!open.isEmpty()) {
            Variable next = open.peek().nextInput();
            if (next == null) {
                order.add(open.pop().variable);
            } else if (seen.add(next)) {
                open.push(new Visit(next));
            }
        }
        return order;
    }

    /** A variable whose inputs are being visited. */
    private static final class Visit {
        final Variable variable;
        private int next;

        Visit(Variable variable) {
            this.variable = variable;
        }

        /** The next input that needs a gradient; null if there is none left. */
        @Nullable
        Variable nextInput() {
            Variable.Origin origin = variable.origin();
            while (origin != null && next < origin.inputs().length) {
                Variable input = origin.inputs()[next++];
                if (input.requiresGrad()) {
                    return input;
                }
            }
            return null;
        }
    }
}
