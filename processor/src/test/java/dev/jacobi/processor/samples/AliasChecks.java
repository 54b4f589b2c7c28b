package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/**
 * Where one array is given in several places, derivatives are right or refused with an
 * {@code IllegalArgumentException}, never wrong.
 *
 * <p>Right means: as the array moves, which moves it in all its places, the result changes by the sum of what its bars
 * say, where an array of bars that is itself given in several places counts once.
 */
final class AliasChecks {
    private static final double ROUNDINGS = 256;

    private final Point point;

    AliasChecks(Point point) {
        this.point = point;
    }

    List<Executable> checks() {
        return List.of(this::effects, this::vjp, this::inPlace, this::jvp, this::jvpAlongDirectionsApart);
    }

    private void effects() {
        Object[] own = point.arguments();
        Outcome primal = Outcome.of(own, () -> point.value(own));
        Object[] arguments = point.arguments();
        boolean isVoid = Derived.isVoid(point.primal());
        Outcome derivative = Outcome.of(arguments, () -> isVoid ? left(arguments) : valueOf(arguments));
        if (!isRefusal(derivative.thrown())) {
            assertThat(derivative.same(primal))
                    .as("derivatives give%n%s%nbut the method itself%n%s", derivative, primal)
                    .isTrue();
        }
    }

    private Object valueOf(Object[] arguments) {
        return point.derived().pullback(arguments).value();
    }

    /** What {@code jvp} leaves in the arrays. */
    private Object left(Object[] arguments) {
        point.derived().jvpInto(arguments, (Object[]) Numbers.zero(point.parameters()));
        return Derived.arrays(point.wrt().stream().map(i -> arguments[i]).toArray());
    }

    private static boolean isRefusal(String thrown) {
        return thrown != null && thrown.startsWith("java.lang.IllegalArgumentException: ");
    }

    private void vjp() {
        Object seed = new Seeds().like(point.value(point.arguments()));
        Object[] bars = unlessRefused(() -> point.derived().vjp(point.arguments(), seed));
        List<double[]> arrays = arrays(point.parameters());
        for (int k = 0; bars != null && k < arrays.size(); k++) {
            for (int j = 0; j < arrays.get(k).length; j++) {
                compare("vjp", total(arrays, arrays(bars), k, j), k, j, seed);
            }
        }
    }

    private void inPlace() {
        InPlace inPlace = point.derived().inPlace();
        Object value = point.value(point.arguments());
        Object seed = value instanceof Number ? Numbers.unit(value, 0) : new Seeds().like(value);
        Object[] zeros = (Object[]) Numbers.zero(point.parameters());
        Object[] bars = inPlace.bars(point.parameters(), Derived.arrays(zeros));
        Object given = inPlace.exists() ? unlessRefused(() -> inPlace.run(point.arguments(), seed, bars)) : null;
        List<double[]> arrays = arrays(point.parameters());
        for (int k = 0; given != null && k < arrays.size(); k++) {
            for (int j = 0; j < arrays.get(k).length; j++) {
                compare("in place", total(arrays, arrays(bars), k, j), k, j, seed);
            }
        }
    }

    private void jvp() {
        Object seed = new Seeds().like(point.value(point.arguments()));
        List<double[]> arrays = arrays(point.parameters());
        for (int k = 0; k < arrays.size(); k++) {
            for (int j = 0; j < arrays.get(k).length; j++) {
                Object[] dots = point.parameters();
                arrays(dots).forEach(dot -> Arrays.fill(dot, 0));
                arrays(dots).get(k)[j] = 1;
                Object jvp = unlessRefused(() -> point.derived().jvpInto(point.arguments(), dots));
                if (jvp != null) {
                    compare("jvp", Numbers.dot(Numbers.of(seed), Numbers.of(jvp)), k, j, seed);
                }
            }
        }
    }

    /**
     * Along directions that don't share what the arguments share, no array moves one way only: that is right where the
     * method takes its arguments for arrays of their own.
     */
    private void jvpAlongDirectionsApart() {
        Object[] dots = (Object[]) Numbers.copy(new Seeds().likeEach(point.parameters()));
        Object jvp = unlessRefused(() -> point.derived().jvpInto(point.arguments(), dots));
        if (jvp != null) {
            Object[] apart = (Object[]) Numbers.copy(point.arguments());
            assertThat(Numbers.sameBits(point.value(apart), point.value(point.arguments())))
                    .as("the method doesn't notice that arrays are shared")
                    .isTrue();
            Object expected = point.derived().jvpInto(apart, (Object[]) Numbers.copy(dots));
            assertThat(Numbers.sameBits(jvp, expected))
                    .as("jvp along directions apart")
                    .isTrue();
        }
    }

    private static <T> T unlessRefused(Supplier<T> call) {
        Trace.reset();
        try {
            return call.get();
        } catch (IllegalArgumentException e) {
            assertThat(isRefusal(e.toString())).as("says why: %s", e).isTrue();
            return null;
        }
    }

    /** The sum of the bars of all places where array k stands. */
    private static double total(List<double[]> arrays, List<double[]> bars, int k, int j) {
        Set<double[]> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        double total = 0;
        for (int place = 0; place < arrays.size(); place++) {
            boolean same = arrays.get(place) == arrays.get(k);
            total += same && counted.add(bars.get(place)) ? bars.get(place)[j] : 0;
        }
        return total;
    }

    private void compare(String mode, double mine, int k, int j, Object seed) {
        double at = arrays(point.parameters()).get(k)[j];
        Differences slope = Differences.of(x -> new double[] {moved(k, j, x, seed)}, at, false, false)[0];
        double allowed = 4 * slope.error() + ROUNDINGS * Math.ulp(slope.slope());
        assertThat(Math.abs(mine - slope.slope()) <= allowed)
                .as("%s by element %d of array %d is %s, but differences say %s", mode, j, k, mine, slope)
                .isTrue();
    }

    private double moved(int k, int j, double x, Object seed) {
        Object[] arguments = point.arguments();
        Object[] parameters = point.wrt().stream().map(i -> arguments[i]).toArray();
        arrays(parameters).get(k)[j] = x;
        return Numbers.dot(Numbers.of(seed), Numbers.of(point.value(arguments)));
    }

    /** All arrays of numbers, in all places. */
    private static List<double[]> arrays(Object value) {
        List<double[]> arrays = new ArrayList<>();
        if (value instanceof double[] array) {
            arrays.add(array);
        } else if (value instanceof Object[] parts) {
            for (Object part : parts) {
                arrays.addAll(arrays(part));
            }
        }
        return arrays;
    }
}
