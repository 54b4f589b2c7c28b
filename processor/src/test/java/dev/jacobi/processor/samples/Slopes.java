package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Compares the whole Jacobian, by columns with {@code jvp} and by rows with {@code vjp}, with finite differences of the
 * method itself.
 *
 * <p>Tensors are widened to float64 for the differences, so that float32 derivatives are checked against better ones.
 * What may lie between the two is the error that the differences know of themselves, four times for safety, and the
 * derivative's own roundings.
 */
final class Slopes {
    private static final double ROUNDINGS = 256;

    private final Point point;
    /** To look at, not to call with: methods may write into theirs. */
    private final Object[] arguments;

    Slopes(Point point) {
        this.point = point;
        this.arguments = point.arguments();
    }

    void check(Object value) {
        Differences[][][] slopes = all();
        for (int i = 0; i < slopes.length; i++) {
            checkJvp(slopes[i], point.wrt().get(i));
            if (point.derived().hasVjp()) {
                checkVjp(slopes[i], point.wrt().get(i), value);
            }
        }
    }

    /** By each parameter, by each of its numbers, of each result. */
    Differences[][][] all() {
        List<Integer> wrt = point.wrt();
        Differences[][][] slopes = new Differences[wrt.size()][][];
        for (int i = 0; i < slopes.length; i++) {
            int parameter = wrt.get(i);
            slopes[i] = new Differences[Numbers.of(arguments[parameter]).length][];
            Arrays.setAll(slopes[i], column -> slopes(parameter, column));
        }
        return slopes;
    }

    private void checkJvp(Differences[][] slopes, int parameter) {
        Object[] dots =
                point.wrt().stream().map(i -> Numbers.zero(arguments[i])).toArray();
        int which = point.wrt().indexOf(parameter);
        for (int column = 0; column < slopes.length; column++) {
            dots[which] = Numbers.unit(arguments[parameter], column);
            Trace.reset();
            Object jvp = point.derived().jvp(point.arguments(), dots);
            double[] mine = Numbers.of(jvp);
            for (int row = 0; row < mine.length; row++) {
                compare("jvp", parameter, row, column, mine[row], slopes, rounding(jvp));
            }
        }
    }

    private void checkVjp(Differences[][] slopes, int parameter, Object value) {
        int which = point.wrt().indexOf(parameter);
        for (int row = 0; row < Numbers.of(value).length; row++) {
            Trace.reset();
            Object bar = point.derived().vjp(point.arguments(), Numbers.unit(value, row))[which];
            double[] mine = Numbers.of(bar);
            for (int column = 0; column < mine.length; column++) {
                compare("vjp", parameter, row, column, mine[column], slopes, rounding(bar));
            }
        }
    }

    /** The coarsest type that takes part decides. */
    private double rounding(Object derivative) {
        double epsilon = Math.max(Numbers.epsilon(derivative), Numbers.epsilon(arguments));
        return ROUNDINGS * epsilon;
    }

    private void compare(
            String mode, int parameter, int row, int column, double mine, Differences[][] slopes, double rounding) {
        Differences slope = slopes[column][row];
        double largest = Arrays.stream(slopes)
                .mapToDouble(s -> Math.abs(s[row].slope()))
                .max()
                .orElse(0);
        double allowed = 4 * slope.error() + rounding * largest;
        assertThat(Math.abs(mine - slope.slope()) <= allowed)
                .as(
                        "%s: result %d by number %d of parameter %d is %s, but differences say %s ± %s",
                        mode, row, column, parameter, mine, slope.slope(), allowed)
                .isTrue();
    }

    /** The slopes of all results by one number of a parameter. */
    private Differences[] slopes(int parameter, int column) {
        double at = Numbers.of(arguments[parameter])[column];
        boolean isFloat = Arrays.stream(arguments).anyMatch(Slopes::isFloat);
        boolean coarse = isFloat || Numbers.isFloat(primal(parameter, column, at));
        DoubleFunction<double[]> results = x -> Numbers.of(primal(parameter, column, x));
        return Differences.of(results, at, isFloat(arguments[parameter]), coarse);
    }

    /** Apart from tensors, which are widened. */
    private static boolean isFloat(Object argument) {
        return !(argument instanceof Tensor) && Numbers.isFloat(argument);
    }

    private Object primal(int parameter, int column, double x) {
        Object[] moved = Arrays.stream(point.arguments()).map(Slopes::widened).toArray();
        double[] numbers = Numbers.of(moved[parameter]);
        numbers[column] = x;
        moved[parameter] = Numbers.like(moved[parameter], numbers);
        return point.value(moved);
    }

    private static Object widened(Object argument) {
        return argument instanceof Tensor tensor ? tensor.to(DType.FLOAT64) : argument;
    }
}
