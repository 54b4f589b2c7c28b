package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.Variable;
import dev.jacobi.processor.samples.Derived.Pullback;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/** What all members of a generated class must agree on, at one point. */
final class Modes {
    /** How many roundings may lie between two ways of computing one derivative. */
    private static final double ROUNDINGS = 256;

    private final Point point;
    private final Derived derived;
    private final Object[] arguments;
    private final Object[] parameters;
    private final Random random = new Random(3);

    private Modes(Point point) {
        this.point = point;
        this.derived = point.derived();
        this.arguments = point.arguments();
        this.parameters = point.wrt().stream().map(i -> arguments[i]).toArray();
    }

    /** Every check of a point. */
    static List<Executable> checks(Point point) {
        Modes modes = new Modes(point);
        Outcome primal = Outcome.of(() -> modes.primal());
        List<Executable> checks = new ArrayList<>(List.of(() -> modes.allDoWhatThePrimalDoes(primal)));
        if (primal.thrown() == null) {
            Object value = primal.value();
            checks.add(() -> modes.derivativesAreShapedLikeParameters(value));
            checks.add(() -> modes.pullbackCanBeAppliedAgain(value));
            checks.add(() -> modes.gradientIsVjpOfOne(value));
            checks.add(() -> modes.jvpIsTheTransposeOfVjp(value));
            checks.add(() -> modes.jacobianIsMadeOfVjps(value));
            checks.add(() -> modes.variablesGatherTheVjp(value));
            checks.add(() -> modes.derivativesAreThoseGiven(value));
            if (point.smooth()) {
                checks.add(() -> new Slopes(point).check(value));
            }
        }
        return checks;
    }

    private Object primal() {
        return Derived.invoke(point.primal(), null, arguments);
    }

    private void allDoWhatThePrimalDoes(Outcome primal) {
        Object[] dots = Arrays.stream(parameters).map(this::someLike).toArray();
        same("valueAndJvp", primal, () -> derived.valueAndJvp(arguments, dots).value());
        same("pullback", primal, () -> derived.pullback(arguments).value());
        if (primal.value() == null || hasOneElement(primal.value())) {
            same(
                    "valueAndGradient",
                    primal,
                    () -> derived.valueAndGradient(arguments).value());
        } else {
            assertThatThrownBy(() -> derived.gradient(arguments))
                    .as("gradient of several elements")
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void same(String member, Outcome primal, Supplier<Object> call) {
        Outcome outcome = Outcome.of(call);
        assertThat(outcome.same(primal))
                .as("%s gives%n%s%nbut the method itself%n%s", member, outcome, primal)
                .isTrue();
    }

    private void derivativesAreShapedLikeParameters(Object value) {
        Object[] bars = derived.vjp(arguments, someLike(value));
        for (int i = 0; i < bars.length; i++) {
            assertThat(Numbers.kind(bars[i])).as("vjp by parameter %d", i).isEqualTo(Numbers.kind(parameters[i]));
        }
        Object[] dots = Arrays.stream(parameters).map(this::someLike).toArray();
        assertThat(Numbers.kind(derived.jvp(arguments, dots))).as("jvp").isEqualTo(Numbers.kind(value));
    }

    private void pullbackCanBeAppliedAgain(Object value) {
        Object seed = someLike(value);
        Trace.reset();
        Pullback pullback = derived.pullback(arguments);
        List<String> events = Trace.events();
        Object[] first = pullback.apply(seed);
        pullback.apply(someLike(value));
        Object[] again = pullback.apply(seed);
        assertThat(Trace.events()).as("apply has no side effect").isEqualTo(events);
        Trace.reset();
        Object[] vjp = derived.vjp(arguments, seed);
        for (int i = 0; i < first.length; i++) {
            assertThat(Numbers.sameBits(first[i], again[i])).as("applied again").isTrue();
            assertThat(Numbers.sameBits(first[i], vjp[i])).as("vjp").isTrue();
        }
    }

    private void gradientIsVjpOfOne(Object value) {
        if (hasOneElement(value)) {
            Trace.reset();
            Object[] gradient = derived.gradient(arguments);
            Trace.reset();
            Object[] both = derived.valueAndGradient(arguments).derivative();
            Trace.reset();
            close("gradient and vjp", gradient, derived.vjp(arguments, Numbers.unit(value, 0)));
            for (int i = 0; i < gradient.length; i++) {
                assertThat(Numbers.sameBits(gradient[i], both[i]))
                        .as("valueAndGradient")
                        .isTrue();
            }
        }
    }

    /** ⟨seed, J·v⟩ = ⟨Jᵀ·seed, v⟩. */
    private void jvpIsTheTransposeOfVjp(Object value) {
        Object seed = someLike(value);
        Object[] dots = Arrays.stream(parameters).map(this::someLike).toArray();
        Trace.reset();
        double[] jvp = Numbers.of(derived.jvp(arguments, dots));
        Trace.reset();
        Object[] bars = derived.vjp(arguments, seed);
        double left = Numbers.dot(Numbers.of(seed), jvp);
        double right = 0;
        double size = Numbers.dot(magnitudes(Numbers.of(seed)), magnitudes(jvp));
        for (int i = 0; i < bars.length; i++) {
            right += Numbers.dot(Numbers.of(bars[i]), Numbers.of(dots[i]));
            size += Numbers.dot(magnitudes(Numbers.of(bars[i])), magnitudes(Numbers.of(dots[i])));
        }
        close("dot product", left, right, size, value);
    }

    private void jacobianIsMadeOfVjps(Object value) {
        if (!(value instanceof Tensor)) {
            assertThat(derived.hasJacobian()).as("there is a jacobian").isFalse();
            return;
        }
        Trace.reset();
        Object[] jacobians = derived.jacobian(arguments);
        int rows = Numbers.of(value).length;
        for (int row = 0; row < rows; row++) {
            Trace.reset();
            Object[] bars = derived.vjp(arguments, Numbers.unit(value, row));
            for (int i = 0; i < bars.length; i++) {
                double[] jacobian = Numbers.of(jacobians[i]);
                int columns = jacobian.length / rows;
                double[] mine = Arrays.copyOfRange(jacobian, row * columns, (row + 1) * columns);
                close("jacobian, row " + row, mine, Numbers.of(bars[i]), Numbers.largest(jacobian));
            }
        }
    }

    private void variablesGatherTheVjp(Object value) {
        boolean tensors = Arrays.stream(parameters).anyMatch(Tensor.class::isInstance);
        if (!(value instanceof Tensor) || !tensors) {
            return;
        }
        Object seed = someLike(value);
        Object[] given = arguments.clone();
        point.wrt().stream()
                .filter(i -> given[i] instanceof Tensor)
                .forEach(i -> given[i] = Variable.of((Tensor) given[i]));
        Trace.reset();
        Variable result = derived.apply(given);
        assertThat(Numbers.sameBits(result.value(), value)).as("apply's value").isTrue();
        result.backward((Tensor) seed);
        Trace.reset();
        Object[] bars = derived.vjp(arguments, seed);
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
        double[] ones = new double[Numbers.of(value).length];
        Arrays.fill(ones, 1);
        double[][] given = point.given();
        Trace.reset();
        Object[] bars = derived.vjp(arguments, Numbers.like(value, ones));
        for (int i = 0; i < bars.length; i++) {
            close("vjp by parameter " + i, Numbers.of(bars[i]), given[i], Numbers.largest(given[i]));
        }
        for (int i = 0; i < parameters.length; i++) {
            for (int j = 0; j < given[i].length; j++) {
                Trace.reset();
                double[] column = Numbers.of(derived.jvp(arguments, unit(i, j)));
                close("jvp by parameter " + i, Arrays.stream(column).sum(), given[i][j], given[i][j], parameters[i]);
            }
        }
    }

    /** Directions that are zero but in one number of one parameter. */
    private Object[] unit(int parameter, int index) {
        Object[] dots = Arrays.stream(parameters)
                .map(p -> Numbers.like(p, new double[Numbers.of(p).length]))
                .toArray();
        dots[parameter] = Numbers.unit(parameters[parameter], index);
        return dots;
    }

    private void close(String what, Object[] actual, Object[] expected) {
        for (int i = 0; i < actual.length; i++) {
            double[] wanted = Numbers.of(expected[i]);
            close(what, Numbers.of(actual[i]), wanted, Numbers.largest(wanted));
        }
    }

    private void close(String what, double[] actual, double[] expected, double size) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            close(what, actual[i], expected[i], size, parameters[0]);
        }
    }

    private void close(String what, double actual, double expected, double size, Object type) {
        double rounding = Math.max(Numbers.epsilon(type), coarsest());
        boolean close = Double.compare(actual, expected) == 0
                || actual == expected
                || Math.abs(actual - expected) <= ROUNDINGS * rounding * size;
        assertThat(close).as("%s: %s and %s", what, actual, expected).isTrue();
    }

    private double coarsest() {
        return Arrays.stream(parameters).mapToDouble(Numbers::epsilon).max().orElseThrow();
    }

    private Object someLike(Object other) {
        double[] numbers = new double[Numbers.of(other).length];
        Arrays.setAll(numbers, i -> random.nextInt(-8, 9) / 4.0 + 0.125);
        return Numbers.like(other, numbers);
    }

    private static boolean hasOneElement(Object value) {
        return Numbers.of(value).length == 1;
    }

    private static double[] magnitudes(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).toArray();
    }
}
