package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One differentiable method at one point: what it must give, and what it gives. */
final class Oracles {

    private final Program program;
    private final Method method;
    private final Class<?> primal;
    private final Class<?> derivative;
    private final List<Value> point;
    private final List<Integer> active;
    private final double[] direction;
    private final Tally tally;
    private final List<Object> arguments;

    Oracles(
            Program program,
            Method method,
            Class<?> primal,
            Class<?> derivative,
            List<Value> point,
            double[] direction,
            Tally tally) {
        this.program = program;
        this.method = method;
        this.primal = primal;
        this.derivative = derivative;
        this.point = point;
        this.active = method.active();
        this.direction = direction;
        this.tally = tally;
        this.arguments = point.stream().map(Value::boxed).toList();
    }

    /** The first thing that is wrong, if anything is. */
    Optional<Finding> run() {
        try {
            check();
            return Optional.empty();
        } catch (Wrong wrong) {
            String at = method.name() + arguments + " along " + Arrays.toString(direction);
            return Optional.of(new Finding(wrong.kind, at + ": " + wrong.getMessage()));
        }
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String kind;

        Wrong(String kind, String message) {
            super(message, null, false, false);
            this.kind = kind;
        }
    }

    private void check() {
        tally.points++;
        Interpreter.Result along = Interpreter.exact(program, method, along(direction));
        Members.Outcome outcome = Members.call(primal, method.name(), arguments);
        same("interpreter", along.value().boxed(), outcome.thrown().isPresent() ? "nothing" : outcome.value());
        same("interpreter's journal", along.trace().journal, outcome.journal());
        double[] gradient = reverse(outcome, along);
        Object jvp = forward(outcome);
        if (outcome.thrown().isPresent()) {
            tally.thrown++;
        } else if (!along.trace().singular) {
            compare(gradient, ((Number) jvp).doubleValue(), along);
        } else {
            tally.singular++;
        }
    }

    /** Every reverse member, each of which must do what the method does and agree with the others. */
    private double[] reverse(Members.Outcome expected, Interpreter.Result along) {
        Object seed = method.signature().result() == Type.FLOAT ? (Object) 1f : (Object) 1.0;
        List<Object> seeded = new ArrayList<>(arguments);
        seeded.add(seed);
        Object both = member("valueAndGradient", arguments, expected, r -> Members.get(r, "value"));
        Object gradient = member("gradient", arguments, expected, r -> expected.value());
        Object vjp = member("vjp", seeded, expected, r -> expected.value());
        Object pullback = member("pullback", arguments, expected, r -> Members.get(r, "value"));
        if (expected.thrown().isPresent()) {
            return new double[0];
        }
        double[] numbers = Members.numbers(gradient);
        equal("valueAndGradient", numbers, Members.numbers(Members.get(both, "gradient")), along);
        equal("vjp", numbers, Members.numbers(vjp), along);
        Journal.restart();
        equal("pullback", numbers, Members.numbers(Members.get(pullback, "apply", seed)), along);
        equal("pullback applied again", numbers, Members.numbers(Members.get(pullback, "apply", seed)), along);
        same("journal of apply", List.of(), Journal.restart());
        return numbers;
    }

    private Object forward(Members.Outcome expected) {
        List<Object> directed = new ArrayList<>(arguments);
        for (int i = 0; i < active.size(); i++) {
            directed.add(point.get(active.get(i)).type() == Type.FLOAT ? (Object) (float) direction[i] : direction[i]);
        }
        Object both = member("valueAndJvp", directed, expected, r -> Members.get(r, "value"));
        Object jvp = member("jvp", directed, expected, r -> expected.value());
        if (expected.thrown().isEmpty()) {
            same("jvp and valueAndJvp", jvp, Members.get(both, "jvp"));
        }
        return jvp;
    }

    private Object member(String name, List<Object> given, Members.Outcome expected, Function<Object, Object> value) {
        Members.Outcome outcome = Members.call(derivative, name, given);
        same("journal of " + name, expected.journal(), outcome.journal());
        same(
                "exception of " + name,
                expected.thrown().map(Object::toString),
                outcome.thrown().map(Object::toString));
        if (outcome.thrown().isEmpty()) {
            same("value of " + name, expected.value(), value.apply(outcome.value()));
        }
        return outcome.value();
    }

    /** Boxes compare to the bit. */
    private static void same(String kind, Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new Wrong(kind, expected + " expected, but " + seen);
        }
    }

    /** To rounding: where the seed is a known 1, products may be computed in another order. */
    private static void equal(String kind, double[] expected, double[] seen, Interpreter.Result along) {
        double tolerance = along.trace().singular
                ? Double.POSITIVE_INFINITY
                : along.trace().tolerance(4 * along.value().bound());
        boolean equal = expected.length == seen.length;
        for (int i = 0; equal && i < seen.length; i++) {
            equal = Double.compare(expected[i], seen[i]) == 0
                    || Double.isNaN(expected[i]) == Double.isNaN(seen[i])
                            && !(Math.abs(expected[i] - seen[i]) > tolerance);
        }
        if (!equal) {
            throw new Wrong("gradient and " + kind, Arrays.toString(expected) + " and " + Arrays.toString(seen));
        }
    }

    private List<Value> along(double[] dots) {
        List<Value> values = new ArrayList<>(point);
        for (int i = 0; i < active.size(); i++) {
            Value value = point.get(active.get(i));
            values.set(active.get(i), Value.floating(value.type(), value.number(), dots[i], Math.abs(dots[i])));
        }
        return values;
    }

    private void compare(double[] gradient, double jvp, Interpreter.Result along) {
        tally.compared++;
        tally.varied += along.value().bound() > 0 ? 1 : 0;
        Differences differences = new Differences(program, method, point, active, tally);
        double dot = 0;
        for (int i = 0; i < active.size(); i++) {
            double[] unit = new double[active.size()];
            unit[i] = 1;
            Interpreter.Result exact = Interpreter.exact(program, method, along(unit));
            Optional<String> difference =
                    differences.against(i, gradient[i], exact.value().bound());
            String values = "gradient[" + i + "] is " + gradient[i] + ", by dual numbers "
                    + exact.value().dot()
                    + ", by differences " + difference.orElse("the same or not known")
                    + ", bound " + exact.value().bound();
            if (off(gradient[i], exact.value().dot(), exact.value().bound(), along.trace())) {
                throw new Wrong("gradient", values);
            }
            if (difference.isPresent()) {
                throw new Wrong("differences", values);
            }
            dot += gradient[i] * direction[i];
        }
        String values = "jvp is " + jvp + ", by dual numbers " + along.value().dot() + ", by vjp " + dot + ", bound "
                + along.value().bound();
        if (off(jvp, along.value().dot(), along.value().bound(), along.trace())) {
            throw new Wrong("jvp", values);
        }
        if (off(jvp, dot, along.value().bound(), along.trace())) {
            throw new Wrong("dot product", values);
        }
    }

    private static boolean off(double seen, double expected, double bound, Trace trace) {
        boolean overflown = !Double.isFinite(seen) && trace.mayOverflow() || !Double.isFinite(expected);
        boolean indefinite = Double.isNaN(seen) && trace.indefinite;
        return !overflown && !indefinite && !(Math.abs(seen - expected) <= trace.tolerance(bound));
    }
}
