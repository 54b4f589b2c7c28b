package dev.jacobi.processor.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The ways to ask for a sample's derivative: members by name, each a function of the arguments. */
final class Ways {
    private Ways() {}

    /**
     * Those that a point has.
     *
     * @param value what the method itself gives; null if it throws
     */
    static Map<String, Function<Object[], Object>> of(Point point, Object value) {
        Derived derived = point.derived();
        Object[] dots = new Seeds().likeEach(point.parameters());
        Map<String, Function<Object[], Object>> ways = new LinkedHashMap<>();
        ways.put("jvp", arguments -> derived.jvp(arguments, dots));
        if (!Derived.isVoid(point.primal())) {
            ways.put("pullback", arguments -> derived.pullback(arguments).value());
        }
        if (value != null && derived.hasVjp()) {
            Object seed = new Seeds().like(value);
            ways.put("vjp", arguments -> derived.vjp(arguments, seed));
            if (Numbers.of(value).length == 1 && !value.getClass().isArray()) {
                ways.put("gradient", derived::gradient);
            }
        }
        return ways;
    }

    /** What one of them gives, and does. */
    static Outcome outcome(Point point, Function<Object[], Object> way) {
        Object[] arguments = point.arguments();
        return Outcome.of(arguments, () -> way.apply(arguments));
    }
}
