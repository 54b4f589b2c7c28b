package dev.jacobi.check;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The derivatives under test; null for those not given. */
record Derivatives<X, Y>(
        @Nullable Function<X, X> gradient,
        @Nullable BiFunction<X, Y, X> vjp,
        @Nullable BiFunction<X, X, Y> jvp,
        @Nullable Function<X, ?> jacobian) {

    Derivatives<X, Y> withGradient(Function<X, X> added) {
        return new Derivatives<>(added, vjp, jvp, jacobian);
    }

    Derivatives<X, Y> withVjp(BiFunction<X, Y, X> added) {
        return new Derivatives<>(gradient, added, jvp, jacobian);
    }

    Derivatives<X, Y> withJvp(BiFunction<X, X, Y> added) {
        return new Derivatives<>(gradient, vjp, added, jacobian);
    }

    Derivatives<X, Y> withJacobian(Function<X, ?> added) {
        return new Derivatives<>(gradient, vjp, jvp, added);
    }

    boolean isEmpty() {
        return gradient == null && vjp == null && jvp == null && jacobian == null;
    }
}
