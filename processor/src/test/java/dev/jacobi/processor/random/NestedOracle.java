package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A method that calls a derivative, at one point: its own derivative is made of second derivatives. */
final class NestedOracle {

    private final Nested nested;
    private final Point point;
    private final Class<?> primal;
    private final Class<?> inner;
    private final Class<?> outer;
    private final Optional<Object> receiver;
    private final double slack;

    NestedOracle(Program program, Nested nested, Point point, Class<?> primal, Class<?> inner, Class<?> outer) {
        this.nested = nested;
        this.point = point;
        this.primal = primal;
        this.inner = inner;
        this.outer = outer;
        this.slack = nested.slack(program, point);
        this.receiver = Members.receiver(primal, point.method());
    }

    Optional<Finding> run(Program program, double[] direction, Tally tally) {
        try {
            if (nested.tame(program, point)) {
                check(direction);
                tally.nested++;
            }
            return Optional.empty();
        } catch (Wrong wrong) {
            String at = nested.name() + Flat.text(point.boxed().toArray());
            return Optional.of(new Finding(wrong.kind(), at + ": " + wrong.getMessage()));
        }
    }

    private void check(double[] direction) {
        double[] expected = nested.expected(point, inner, receiver);
        Object value = value(primal, nested.name(), point.boxed());
        Object both = value(outer, "valueAndGradient", point.boxed());
        Wrong.unlessSame("value of a nested derivative", value, Members.get(both, "value"));
        compare("gradient of a nested derivative", expected, Flat.numbers(Members.get(both, "gradient")));
        List<Object> directed = new ArrayList<>(point.boxed());
        directed.addAll(point.directions(direction));
        double dot = 0;
        for (int i = 0; i < expected.length; i++) {
            dot += expected[i] * direction[i];
        }
        double[] jvp = Flat.numbers(value(outer, "jvp", directed));
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        if (Double.isFinite(dot) && !(Math.abs(dot - jvp[0]) <= slack * Math.max(1, largest))) {
            throw new Wrong("jvp of a nested derivative", jvp[0] + ", but " + dot + " expected");
        }
    }

    private Object value(Class<?> type, String member, List<Object> given) {
        Members.Outcome outcome = Members.call(type, member, receiver, given);
        Wrong.unlessSame("exception of " + member + " of a nested derivative", Optional.empty(), outcome.thrown());
        return outcome.value();
    }

    private void compare(String kind, double[] expected, double[] seen) {
        double largest =
                Arrays.stream(expected).map(Math::abs).filter(Double::isFinite).max().orElse(0);
        Wrong.unlessSame("size of the " + kind, expected.length, seen.length);
        for (int i = 0; i < seen.length; i++) {
            if (Double.isFinite(expected[i]) && !(Math.abs(expected[i] - seen[i]) <= slack * Math.max(1, largest))) {
                throw new Wrong(kind, "[" + i + "] is " + seen[i] + ", by hvp " + expected[i]);
            }
        }
    }
}
