package dev.jacobi.check;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks derivatives of a function at a point: each against finite differences, and {@code jvp} against {@code vjp}.
 *
 * <pre>{@code
 * GradientCheck.of(Lyapunov::V).vjp(VGrad::vjp).jvp(VGrad::jvp).at(Tensor.of(2f, 3f));
 * GradientCheck.of(Model::rosenbrock).gradient(RosenbrockGrad::gradient).at(new double[] {-1.2, 1});
 * }</pre>
 *
 * <p>Points and results may be {@code double}, {@code float}, arrays of them, {@code double[][]} and tensors. A
 * function of several parameters is checked by one at a time: {@code GradientCheck.of((Tensor x) -> f(x, w)).vjp((x,
 * seed) -> FGrad.vjp(x, w, seed).x())}.
 *
 * <p>Differences are extrapolated over ten steps from a twentieth of the coordinate down, and so need the function some
 * twenty times per element of the point. A tensor function is evaluated in float64 for them, whatever the point's type,
 * so that float32 derivatives are checked against better ones. With a the derivative's entry and n that of the
 * differences, |a − n| may be {@code tolerance · (max(|a|, |n|) + max|J| / 100)}, plus what rounding in the function
 * itself costs. NaN agrees with nothing.
 *
 * <p>Immutable; each method that adds something returns a new check.
 *
 * @param <X> the type of the point
 * @param <Y> the type of the result
 */
public final class GradientCheck<X, Y> {
    private final Function<X, Y> function;
    private final Derivatives<X, Y> derivatives;
    private final @Nullable Double tolerance;
    private final boolean kinksAllowed;

    private GradientCheck(
            Function<X, Y> function, Derivatives<X, Y> derivatives, @Nullable Double tolerance, boolean kinksAllowed) {
        this.function = function;
        this.derivatives = derivatives;
        this.tolerance = tolerance;
        this.kinksAllowed = kinksAllowed;
    }

    /** A check of derivatives of this function. */
    public static <X, Y> GradientCheck<X, Y> of(Function<X, Y> function) {
        Objects.requireNonNull(function, "GradientCheck.of: function is null");
        return new GradientCheck<>(function, new Derivatives<>(null, null, null, null), null, false);
    }

    /** Adds the gradient, of a function with a single-number result. */
    public GradientCheck<X, Y> gradient(Function<X, X> gradient) {
        return with(derivatives.withGradient(gradient));
    }

    /** Adds the vector-Jacobian product: takes the point and a seed shaped like the result. */
    public GradientCheck<X, Y> vjp(BiFunction<X, Y, X> vjp) {
        return with(derivatives.withVjp(vjp));
    }

    /** Adds the Jacobian-vector product: takes the point and a direction shaped like it. */
    public GradientCheck<X, Y> jvp(BiFunction<X, X, Y> jvp) {
        return with(derivatives.withJvp(jvp));
    }

    /** Adds the Jacobian, whose entries are ∂yᵢ/∂xⱼ with j running faster: {@code double[][]} or a tensor. */
    public GradientCheck<X, Y> jacobian(Function<X, ?> jacobian) {
        return with(derivatives.withJacobian(jacobian));
    }

    /**
     * Sets the relative tolerance. Without it, it is 10⁻⁶ where all is computed in double, and 10⁻⁴ where float is
     * involved.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public GradientCheck<X, Y> tolerance(double relative) {
        if (!(relative > 0)) {
            throw new IllegalArgumentException("GradientCheck.tolerance: " + relative + " is not positive");
        }
        return new GradientCheck<>(function, derivatives, relative, kinksAllowed);
    }

    /**
     * Accepts, where the function has a kink, any derivative between its slopes on the left and on the right. Otherwise
     * a kink at the point is reported unless the derivative happens to be their mean.
     */
    public GradientCheck<X, Y> allowKinks() {
        return new GradientCheck<>(function, derivatives, tolerance, true);
    }

    private GradientCheck<X, Y> with(Derivatives<X, Y> more) {
        return new GradientCheck<>(function, more, tolerance, kinksAllowed);
    }

    /**
     * Compares all derivatives at a point.
     *
     * @throws AssertionError if any disagrees; it says which entry, by how much, at which point
     * @throws IllegalStateException if there is nothing to compare
     * @throws IllegalArgumentException if the point or the result is of a type that can't be checked
     */
    public void at(X point) {
        Report report = report(point);
        if (!report.passed()) {
            throw new AssertionError(report.toString());
        }
    }

    /** As {@link #at}, but tells instead of throwing an {@code AssertionError}. */
    public Report report(X point) {
        Objects.requireNonNull(point, "GradientCheck: the point is null");
        if (derivatives.isEmpty()) {
            throw new IllegalStateException(
                    "GradientCheck: there is nothing to check; add a gradient, vjp, jvp or jacobian");
        }
        return new Comparison<>(function, derivatives, tolerance, kinksAllowed, point).report();
    }
}
