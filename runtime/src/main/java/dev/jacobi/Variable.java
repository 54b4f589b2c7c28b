package dev.jacobi;

import dev.jacobi.tensor.Seeds;
import dev.jacobi.tensor.Tensor;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that remembers what it was computed from, so that {@link #backward()} finds its derivatives: PyTorch's
 * {@code Variable}, over methods differentiated at compile time.
 *
 * <pre>{@code
 * Variable x = Variable.of(Tensor.of(2f, 3f));
 * Variable v = VGrad.apply(x);
 * v.backward(Tensor.of(1f));
 * x.grad();                          // 4 6
 * }</pre>
 *
 * <p>Gradients add up over calls of {@code backward} until {@link #zeroGrad()}. What was computed stays, so
 * {@code backward} may be called again. Not for use by several threads at once.
 */
public final class Variable {
    private final Tensor value;
    private final boolean requiresGrad;
    /** How this was computed; null for leaves, and for results of constants only. */
    private final @Nullable Origin origin;

    private @Nullable Tensor grad;

    private Variable(Tensor value, boolean requiresGrad, @Nullable Origin origin) {
        this.value = value;
        this.requiresGrad = requiresGrad;
        this.origin = origin;
    }

    /** A leaf, which gathers gradients. */
    public static Variable of(Tensor value) {
        return new Variable(Objects.requireNonNull(value, "Variable.of: value is null"), true, null);
    }

    /** A leaf that gathers none, and through which nothing is differentiated. */
    public static Variable constant(Tensor value) {
        return new Variable(Objects.requireNonNull(value, "Variable.constant: value is null"), false, null);
    }

    /**
     * The result of a differentiated method. Called by generated code.
     *
     * @param value the result
     * @param pullback takes the derivative by the result to those by the inputs, one each in their order; null for an
     *     input on which the result doesn't depend
     * @param inputs what the result was computed from
     */
    public static Variable of(Tensor value, Function<Tensor, @Nullable Tensor[]> pullback, Variable... inputs) {
        for (Variable input : inputs) {
            if (input.requiresGrad) {
                return new Variable(value, true, new Origin(pullback, inputs.clone()));
            }
        }
        return constant(value);
    }

    /** The tensor. */
    public Tensor value() {
        return value;
    }

    /**
     * The gradient gathered so far: null before the first {@code backward} that reached this variable, and always for
     * constants and for results of methods.
     */
    public @Nullable Tensor grad() {
        return grad;
    }

    /** Whether {@code backward} can be called: false for constants and what is computed from them alone. */
    public boolean requiresGrad() {
        return requiresGrad;
    }

    /** Sets the gathered gradient to zeros; if there is none yet, it stays null. */
    public void zeroGrad() {
        if (grad != null) {
            grad = Tensor.zerosLike(grad);
        }
    }

    /**
     * Adds the derivatives of this single number to the gradients of the leaves it was computed from.
     *
     * @throws IllegalStateException if the value has several elements or none, or depends on constants only
     */
    public void backward() {
        if (value.size() != 1) {
            throw new IllegalStateException("backward() needs a single number, but the value has shape " + value.shape()
                    + ": use backward(seed), or sum the value first");
        }
        backward(Tensor.onesLike(value));
    }

    /**
     * Adds the derivatives of this, weighted with the seed, to the gradients of the leaves it was computed from. Leaves
     * are changed only if every pullback succeeds.
     *
     * @param seed one weight per element of the value; it is broadcast to its shape
     * @throws IllegalArgumentException if the seed doesn't broadcast to the value's shape
     * @throws IllegalStateException if the value depends on constants only
     */
    public void backward(Tensor seed) {
        Tensor weights = Seeds.like(seed, value, "Variable.backward");
        if (!requiresGrad) {
            throw new IllegalStateException("backward: this variable was computed from constants only; "
                    + "make what to differentiate by with Variable.of");
        }
        new BackwardSweep(this, weights).run().forEach(Variable::accumulate);
    }

    private void accumulate(Tensor more) {
        grad = grad == null ? more : grad.add(more);
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    /** {@code Variable containing:}, and the tensor below. */
    @Override
    public String toString() {
        return "Variable containing:\n" + value;
    }

    /** How a variable was computed. */
    record Origin(Function<Tensor, @Nullable Tensor[]> pullback, Variable[] inputs) {}
}
