package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.Variable;
import dev.jacobi.processor.samples.Derived.Pullback;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** What all members of a generated class must agree on, at one point. */
final class Modes {
    private final Point point;
    private final Derived derived;
    private final Object[] parameters;
    private final Agreement agreement;
    private final Seeds seeds = new Seeds();

    private Modes(Point point) {
        this.point = point;
        this.derived = point.derived();
        this.parameters = point.parameters();
        this.agreement = new Agreement(parameters);
    }

    /** Every check of a point. */
    static List<Executable> checks(Point point) {
        if (point.aliased()) {
            return new AliasChecks(point).checks();
        }
        Object[] arguments = point.arguments();
        Outcome primal = Outcome.of(arguments, () -> point.value(arguments));
        List<Executable> checks = new ArrayList<>(new Effects(point, primal).checks());
        checks.addAll(new InPlaceChecks(point, primal).checks());
        if (primal.thrown() == null) {
            checks.addAll(new Modes(point).checks(primal.value()));
            if (point.smooth()) {
                checks.add(() -> new Slopes(point).check(primal.value()));
            }
        }
        return checks;
    }

    private List<Executable> checks(Object value) {
        List<Executable> checks = new ArrayList<>(List.of(() -> jvpIsShapedLikeTheResult(value)));
        checks.addAll(new DirectionChecks(point, derived::jvpInto).checks());
        if (derived.hasVjp()) {
            checks.add(() -> vjpIsShapedLikeTheParameters(value));
            checks.add(() -> jvpIsTheTransposeOfVjp(value));
        }
        if (!Derived.isVoid(point.primal())) {
            checks.add(() -> pullbackCanBeAppliedAgain(value));
            checks.add(() -> pullbackKeepsWhatItNeeds(value));
            checks.add(() -> seedsOfOtherShapesLeaveNothing(value));
            checks.add(() -> gradientIsVjpOfOne(value));
            checks.add(() -> new Jacobians(point).areMadeOfVjps(value));
            checks.add(() -> variablesGatherTheVjp(value));
        }
        checks.add(() -> derivativesAreThoseGiven(value));
        return checks;
    }

    private void jvpIsShapedLikeTheResult(Object value) {
        Trace.reset();
        Object jvp = derived.jvp(point.arguments(), seeds.likeEach(parameters));
        assertThat(Numbers.kind(jvp)).as("jvp").isEqualTo(Numbers.kind(value));
    }

    private void vjpIsShapedLikeTheParameters(Object value) {
        Trace.reset();
        Object[] bars = derived.vjp(point.arguments(), seeds.like(value));
        for (int i = 0; i < bars.length; i++) {
            assertThat(Numbers.kind(bars[i])).as("vjp by parameter %d", i).isEqualTo(Numbers.kind(parameters[i]));
        }
    }

    private void pullbackCanBeAppliedAgain(Object value) {
        Object seed = seeds.like(value);
        Trace.reset();
        Object[] arguments = point.arguments();
        Pullback pullback = derived.pullback(arguments);
        List<String> events = Trace.events();
        Object left = Numbers.copy(arguments);
        Object[] first = pullback.apply(seed);
        pullback.apply(seeds.like(value));
        Object[] again = pullback.apply(seed);
        assertThat(Trace.events()).as("apply has no side effect").isEqualTo(events);
        assertThat(Contents.same(arguments, left))
                .as("apply leaves the arguments alone")
                .isTrue();
        assertThat(Numbers.sameBits(pullback.value(), value))
                .as("apply leaves the value alone")
                .isTrue();
        Trace.reset();
        Object[] vjp = derived.vjp(point.arguments(), seed);
        for (int i = 0; i < first.length; i++) {
            assertThat(Numbers.sameBits(first[i], again[i])).as("applied again").isTrue();
            assertThat(Numbers.sameBits(first[i], vjp[i])).as("vjp").isTrue();
        }
    }

    /** Whatever the caller writes into its arrays in between. */
    private void pullbackKeepsWhatItNeeds(Object value) {
        Object seed = seeds.like(value);
        Trace.reset();
        Object[] arguments = point.arguments();
        Pullback pullback = derived.pullback(arguments);
        Contents.scribble(arguments);
        Object[] bars = pullback.apply(seed);
        Trace.reset();
        Object[] vjp = derived.vjp(point.arguments(), seed);
        for (int i = 0; i < bars.length; i++) {
            assertThat(Numbers.sameBits(bars[i], vjp[i]))
                    .as("apply after the caller has written into its arrays")
                    .isTrue();
        }
    }

    private void seedsOfOtherShapesLeaveNothing(Object value) {
        Object seed = seeds.like(value);
        Object shorter = shorter(seed);
        if (shorter == null) {
            return;
        }
        Trace.reset();
        Pullback pullback = derived.pullback(point.arguments());
        assertThatThrownBy(() -> pullback.apply(shorter)).isInstanceOf(IllegalArgumentException.class);
        Object[] bars = pullback.apply(seed);
        Trace.reset();
        Object[] vjp = derived.vjp(point.arguments(), seed);
        for (int i = 0; i < bars.length; i++) {
            assertThat(Numbers.sameBits(bars[i], vjp[i]))
                    .as("apply after a seed that was refused")
                    .isTrue();
        }
    }

    /** An array whose last array of numbers is shorter; null where there is none. */
    private static Object shorter(Object seed) {
        if (seed instanceof Object[] rows && rows.length > 0 && !(seed instanceof Record[])) {
            Object[] copy = rows.clone();
            copy[rows.length - 1] = shorter(rows[rows.length - 1]);
            return copy[rows.length - 1] == null ? null : copy;
        } else if (seed instanceof double[] numbers && numbers.length > 0) {
            return Arrays.copyOf(numbers, numbers.length - 1);
        }
        return seed instanceof float[] numbers && numbers.length > 0
                ? Arrays.copyOf(numbers, numbers.length - 1)
                : null;
    }

    private void gradientIsVjpOfOne(Object value) {
        if (value instanceof Number || value instanceof Tensor tensor && tensor.size() == 1) {
            Trace.reset();
            Object[] gradient = derived.gradient(point.arguments());
            Trace.reset();
            Object[] both = derived.valueAndGradient(point.arguments()).derivative();
            Trace.reset();
            agreement.close("gradient and vjp", gradient, derived.vjp(point.arguments(), Numbers.unit(value, 0)));
            for (int i = 0; i < gradient.length; i++) {
                assertThat(Numbers.kind(gradient[i])).as("gradient").isEqualTo(Numbers.kind(parameters[i]));
                assertThat(Numbers.sameBits(gradient[i], both[i]))
                        .as("valueAndGradient")
                        .isTrue();
            }
        }
    }

    /** ⟨seed, J·v⟩ = ⟨Jᵀ·seed, v⟩. */
    private void jvpIsTheTransposeOfVjp(Object value) {
        Object seed = seeds.like(value);
        Object[] dots = seeds.likeEach(parameters);
        Trace.reset();
        double[] jvp = Numbers.of(derived.jvp(point.arguments(), dots));
        Trace.reset();
        Object[] bars = derived.vjp(point.arguments(), seed);
        double left = Numbers.dot(Numbers.of(seed), jvp);
        double right = 0;
        double size = Numbers.dot(magnitudes(Numbers.of(seed)), magnitudes(jvp));
        for (int i = 0; i < bars.length; i++) {
            right += Numbers.dot(Numbers.of(bars[i]), Numbers.of(dots[i]));
            size += Numbers.dot(magnitudes(Numbers.of(bars[i])), magnitudes(Numbers.of(dots[i])));
        }
        agreement.close("dot product", left, right, size, value);
    }

    private void variablesGatherTheVjp(Object value) {
        Object[] given = point.arguments();
        List<Integer> tensors = point.wrt().stream()
                .filter(i -> point.inputs().isParameter(i) && given[i] instanceof Tensor)
                .toList();
        if (!(value instanceof Tensor) || tensors.isEmpty()) {
            return;
        }
        Object seed = seeds.like(value);
        tensors.forEach(i -> given[i] = Variable.of((Tensor) given[i]));
        Trace.reset();
        Variable result = derived.apply(given);
        assertThat(Numbers.sameBits(result.value(), value)).as("apply's value").isTrue();
        result.backward((Tensor) seed);
        Trace.reset();
        Object[] bars = derived.vjp(point.arguments(), seed);
        for (int i = 0; i < bars.length; i++) {
            if (given[point.wrt().get(i)] instanceof Variable variable) {
                assertThat(Numbers.sameBits(variable.grad(), bars[i]))
                        .as("grad")
                        .isTrue();
            }
        }
    }

    private void derivativesAreThoseGiven(Object value) {
        if (point.gives() == null) {
            assertThat(point.smooth()).as("smooth, or with derivatives given").isTrue();
            return;
        }
        double[][] given = point.given();
        if (derived.hasVjp()) {
            double[] ones = new double[Numbers.of(value).length];
            Arrays.fill(ones, 1);
            Trace.reset();
            Object[] bars = derived.vjp(point.arguments(), Numbers.like(value, ones));
            for (int i = 0; i < bars.length; i++) {
                agreement.close("vjp by parameter " + i, Numbers.of(bars[i]), given[i], Numbers.largest(given[i]));
            }
        }
        for (int i = 0; i < parameters.length; i++) {
            for (int j = 0; j < given[i].length; j++) {
                Trace.reset();
                double[] column = Numbers.of(derived.jvp(point.arguments(), unit(i, j)));
                double sum = Arrays.stream(column).sum();
                agreement.close("jvp by parameter " + i, sum, given[i][j], Math.abs(given[i][j]), parameters[i]);
            }
        }
    }

    /** Directions that are zero but in one number of one parameter. */
    private Object[] unit(int parameter, int index) {
        Object[] dots = Arrays.stream(parameters).map(Numbers::zero).toArray();
        dots[parameter] = Numbers.unit(parameters[parameter], index);
        return dots;
    }

    private static double[] magnitudes(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).toArray();
    }
}
