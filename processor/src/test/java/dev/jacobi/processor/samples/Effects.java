package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.function.Executable;

/**
 * Every mode does what the method itself does: gives the same value or throws the same, with the same side effects in
 * the same order, and leaves the caller's arrays the same.
 */
final class Effects {
    private final Point point;
    private final Derived derived;
    private final Outcome primal;
    private final Seeds seeds = new Seeds();

    Effects(Point point, Outcome primal) {
        this.point = point;
        this.derived = point.derived();
        this.primal = primal;
    }

    List<Executable> checks() {
        Object[] dots = seeds.likeEach(point.parameters());
        List<Executable> checks = new ArrayList<>();
        checks.add(() -> sameEffects("jvp", a -> derived.jvp(a, dots)));
        if (!Derived.isVoid(point.primal())) {
            checks.add(
                    () -> same("valueAndJvp", a -> derived.valueAndJvp(a, dots).value()));
            checks.add(() -> same("pullback", a -> derived.pullback(a).value()));
            checks.add(this::gradients);
        }
        if (primal.value() != null && derived.hasVjp()) {
            Object seed = seeds.like(primal.value());
            checks.add(() -> sameEffects("vjp", a -> derived.vjp(a, seed)));
        }
        if (primal.value() != null && derived.hasJacobian()) {
            checks.add(() -> sameEffects("jacobian", derived::jacobian));
        }
        return checks;
    }

    /** Second derivatives do, too. */
    void ofSecondOrder() {
        sameEffects("hvp", a -> derived.hvp(a, seeds.likeEach(point.parameters())));
    }

    private void gradients() {
        if (hasGradient()) {
            same("valueAndGradient", a -> derived.valueAndGradient(a).value());
            sameEffects("gradient", derived::gradient);
        } else if (primal.value() instanceof Tensor) {
            assertThatThrownBy(() -> derived.gradient(point.arguments()))
                    .as("gradient of several elements")
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private boolean hasGradient() {
        Class<?> result = point.primal().getReturnType();
        return result.isPrimitive()
                || result == Tensor.class && (primal.value() == null || Numbers.of(primal.value()).length == 1);
    }

    private void same(String member, Function<Object[], Object> call) {
        Outcome outcome = outcome(call);
        assertThat(outcome.same(primal)).as(difference(member, outcome)).isTrue();
    }

    private void sameEffects(String member, Function<Object[], Object> call) {
        Outcome outcome = outcome(call);
        assertThat(outcome.sameEffects(primal)).as(difference(member, outcome)).isTrue();
    }

    private Outcome outcome(Function<Object[], Object> call) {
        Object[] arguments = point.arguments();
        return Outcome.of(arguments, () -> call.apply(arguments));
    }

    private String difference(String member, Outcome outcome) {
        return member + " gives\n" + outcome + "\nbut the method itself\n" + primal;
    }
}
