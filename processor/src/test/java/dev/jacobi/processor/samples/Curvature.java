package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.function.Executable;

/** What second derivatives must be at one point: symmetric, and how fast the gradient changes. */
final class Curvature {
    private static final double ROUNDINGS = 4096;

    private final Point point;
    private final Derived derived;
    private final Object[] parameters;
    private final Seeds seeds = new Seeds();

    private Curvature(Point point) {
        this.point = point;
        this.derived = point.derived();
        this.parameters = point.parameters();
    }

    /** Every check of a point at which the method gives a single number. */
    static List<Executable> checks(Point point) {
        Curvature curvature = new Curvature(point);
        List<Executable> checks = new ArrayList<>();
        checks.add(curvature::isShapedLikeTheParameters);
        checks.add(curvature::hessianIsMadeOfProducts);
        checks.addAll(new DirectionChecks(point, point.derived()::hvpAlong).checks());
        if (point.smooth()) { // else a convention stands for what is no derivative, and need not be symmetric
            checks.add(curvature::isSymmetric);
            checks.add(curvature::isTheSlopeOfTheGradient);
        }
        return checks;
    }

    private Object[] hvp(Object[] dots) {
        Trace.reset();
        return derived.hvp(point.arguments(), dots);
    }

    private void isShapedLikeTheParameters() {
        Object[] bars = hvp(seeds.likeEach(parameters));
        for (int i = 0; i < bars.length; i++) {
            assertThat(Numbers.kind(bars[i])).as("hvp by parameter %d", i).isEqualTo(Numbers.kind(parameters[i]));
        }
    }

    /** ⟨u, H·v⟩ = ⟨v, H·u⟩. */
    private void isSymmetric() {
        Object[] u = seeds.likeEach(parameters);
        Object[] v = seeds.likeEach(parameters);
        double[] ofV = all(hvp(v));
        double[] ofU = all(hvp(u));
        double left = Numbers.dot(all(u), ofV);
        double right = Numbers.dot(all(v), ofU);
        double size = magnitude(all(u), ofV) + magnitude(all(v), ofU);
        boolean same = Double.compare(left, right) == 0 || Math.abs(left - right) <= rounding() * size;
        assertThat(same).as("symmetric: %s and %s", left, right).isTrue();
    }

    private void hessianIsMadeOfProducts() {
        Trace.reset();
        point.value(point.arguments());
        boolean hasEffects = !Trace.events().isEmpty(); // then a second call may do something else
        if (!derived.hasHessian() || hasEffects) {
            return;
        }
        Trace.reset();
        double[] hessian = Numbers.of(derived.hessian(point.arguments()));
        int size = all(parameters).length;
        assertThat(hessian).hasSize(size * size);
        int row = 0;
        for (int i = 0; i < parameters.length; i++) {
            for (int j = 0; j < Numbers.of(parameters[i]).length; j++, row++) {
                double[] expected = all(hvp(unit(i, j)));
                assertThat(Arrays.copyOfRange(hessian, row * size, (row + 1) * size))
                        .as("row %d", row)
                        .containsExactly(expected);
            }
        }
    }

    private void isTheSlopeOfTheGradient() {
        for (int i = 0; i < parameters.length; i++) {
            for (int j = 0; j < Numbers.of(parameters[i]).length; j++) {
                compare(i, j, all(hvp(unit(i, j))), slopes(i, j));
            }
        }
    }

    private void compare(int parameter, int column, double[] mine, Differences[] slopes) {
        double largest = Arrays.stream(slopes)
                .mapToDouble(s -> Math.abs(s.slope()))
                .max()
                .orElse(0);
        for (int row = 0; row < mine.length; row++) {
            double allowed = 4 * slopes[row].error() + rounding() * largest;
            assertThat(Math.abs(mine[row] - slopes[row].slope()) <= allowed)
                    .as(
                            "hvp: number %d of the gradient by number %d of parameter %d is %s, but differences say %s ± %s",
                            row, column, parameter, mine[row], slopes[row].slope(), allowed)
                    .isTrue();
        }
    }

    /** How fast the gradient changes with one number of a parameter. */
    private Differences[] slopes(int parameter, int column) {
        Object[] arguments = point.arguments();
        boolean isFloat = Arrays.stream(arguments).anyMatch(Curvature::isFloat);
        int index = point.wrt().get(parameter);
        double at = Numbers.of(arguments[index])[column];
        boolean coarse = isFloat || Numbers.isFloat(gradient(index, column, at)[0]);
        double unit = Math.max(1, Numbers.largest(all(gradient(index, column, at))));
        DoubleFunction<double[]> gradients = x -> scaled(all(gradient(index, column, x)), 1 / unit);
        return Arrays.stream(Differences.of(gradients, at, isFloat(arguments[index]), coarse))
                .map(d -> new Differences(d.slope() * unit, d.error() * unit))
                .toArray(Differences[]::new);
    }

    /** So that roundings of a large gradient don't look like a kink. */
    private static double[] scaled(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(n -> n * factor).toArray();
    }

    private Object[] gradient(int parameter, int column, double x) {
        Object[] moved =
                Arrays.stream(point.arguments()).map(Curvature::widened).toArray();
        double[] numbers = Numbers.of(moved[parameter]);
        numbers[column] = x;
        moved[parameter] = Numbers.like(moved[parameter], numbers);
        Trace.reset();
        return derived.gradient(moved);
    }

    /** Apart from tensors, which are widened. */
    private static boolean isFloat(Object argument) {
        return !(argument instanceof Tensor) && Numbers.isFloat(argument);
    }

    private static Object widened(Object argument) {
        return argument instanceof Tensor tensor ? tensor.to(DType.FLOAT64) : argument;
    }

    private Object[] unit(int parameter, int index) {
        Object[] dots = Arrays.stream(parameters).map(Numbers::zero).toArray();
        dots[parameter] = Numbers.unit(parameters[parameter], index);
        return dots;
    }

    private double rounding() {
        double coarsest =
                Arrays.stream(parameters).mapToDouble(Numbers::epsilon).max().orElseThrow();
        return ROUNDINGS * coarsest;
    }

    private static double[] all(Object[] values) {
        return Arrays.stream(values)
                .flatMapToDouble(v -> Arrays.stream(Numbers.of(v)))
                .toArray();
    }

    private static double magnitude(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }
}
