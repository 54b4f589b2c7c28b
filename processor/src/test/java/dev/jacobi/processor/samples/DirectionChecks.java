package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.function.Executable;

/**
 * Whatever else the arrays of directions are used for, derivatives along them are right, or refused with an
 * {@code IllegalArgumentException}, and they are left as they are unless the method is {@code void}.
 */
final class DirectionChecks {
    private final Point point;
    private final BiFunction<Object[], Object[], Object> derivative;
    private final boolean isVoid;

    /** @param derivative of arguments along directions */
    DirectionChecks(Point point, BiFunction<Object[], Object[], Object> derivative) {
        this.point = point;
        this.derivative = derivative;
        this.isVoid = Derived.isVoid(point.primal());
    }

    List<Executable> checks() {
        return List.of(this::areLeftAlone, this::mayBeTheArguments, this::mayBeOneArray);
    }

    private Object along(Object[] arguments, Object[] dots) {
        Trace.reset();
        return derivative.apply(arguments, dots);
    }

    private void areLeftAlone() {
        Object[] dots = new Seeds().likeEach(point.parameters());
        Object before = Numbers.copy(dots);
        along(point.arguments(), dots);
        assertThat(isVoid || Numbers.sameBits(before, dots))
                .as("directions are left as they are")
                .isTrue();
    }

    private void mayBeTheArguments() {
        Object[] arguments = point.arguments();
        Object[] dots = point.wrt().stream().map(i -> arguments[i]).toArray();
        compare("the arguments as directions", arguments, dots);
    }

    private void mayBeOneArray() {
        Map<String, Object> one = new HashMap<>();
        Object[] dots = new Seeds().likeEach(point.parameters());
        for (int i = 0; i < dots.length; i++) {
            dots[i] = one(dots[i], one);
        }
        compare("one array as several directions", point.arguments(), dots);
    }

    private void compare(String what, Object[] arguments, Object[] dots) {
        Object apart = along(point.arguments(), (Object[]) Numbers.copy(dots));
        Object given = null;
        try {
            given = along(arguments, dots);
        } catch (IllegalArgumentException e) {
            assertThat(isVoid).as("%s: %s", what, e).isTrue();
        }
        assertThat(given == null || Numbers.sameBits(given, apart)).as(what).isTrue();
    }

    /** The same array for all of one shape. */
    private static Object one(Object value, Map<String, Object> one) {
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        for (int i = 0; value instanceof Object[] && i < Array.getLength(value); i++) {
            Array.set(value, i, one(Array.get(value, i), one));
        }
        boolean numbers = value instanceof double[] || value instanceof float[];
        String shape = value.getClass() + " " + Array.getLength(value);
        return numbers ? one.computeIfAbsent(shape, s -> value) : value;
    }
}
