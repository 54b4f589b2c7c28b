package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A differentiable method without a result at one point: its results are the numbers that it leaves in the arrays that
 * it is differentiated by. {@code jvp} and {@code vjpInto} against dual numbers.
 */
final class VoidOracle {

    private final Program program;
    private final Point point;
    private final Class<?> derivative;
    private final Optional<Object> receiver;
    private final double[] direction;
    private final Interpreter.Result along;

    VoidOracle(
            Program program,
            Point point,
            Class<?> derivative,
            Optional<Object> receiver,
            double[] direction,
            Interpreter.Result along) {
        this.program = program;
        this.point = point;
        this.derivative = derivative;
        this.receiver = receiver;
        this.direction = direction;
        this.along = along;
    }

    void check(Members.Outcome expected, Tally tally) {
        List<Object> directions = point.directions(direction);
        List<Object> moved = jvp(directions, expected);
        List<Object> seeds = seeds();
        boolean records = point.method().signature().hasRecords();
        Object seen = records ? seeds : inPlace(seeds, expected);
        if (expected.thrown().isPresent()) {
            tally.thrown++;
        } else if (along.trace().singular) {
            tally.singular++;
        } else {
            tally.compared++;
            tally.varied++;
            compareForward(moved);
            if (keepsShape() && !records) {
                compareBackward(seeds, Flat.numbers(seen));
            }
        }
    }

    /** What it leaves in the directions. */
    private List<Object> jvp(List<Object> directions, Members.Outcome expected) {
        List<Object> given = new ArrayList<>(point.boxed());
        given.addAll(directions);
        Members.Outcome outcome = Members.call(derivative, "jvp", receiver, given);
        Wrong.unlessSame("journal of jvp", expected.journal(), outcome.journal());
        Wrong.unlessSame(
                "exception of jvp",
                expected.thrown().map(Oracles::text),
                outcome.thrown().map(Oracles::text));
        int own = expected.left().size();
        if (outcome.thrown().isEmpty()) {
            Wrong.unlessSame("arrays after jvp", expected.left(), outcome.left().subList(0, own));
        }
        return outcome.given().subList(own, given.size());
    }

    /** Where a row has become longer or shorter, its seeds don't fit, and that is said. */
    private Object inPlace(List<Object> seeds, Members.Outcome expected) {
        try {
            return new InPlace(point, derivative, receiver).seeded(seeds, expected);
        } catch (Wrong wrong) {
            if (expected.thrown().isEmpty() && !keepsShape()) {
                return new Object[0];
            }
            throw wrong;
        }
    }

    private boolean keepsShape() {
        return Flat.shape(arrays(point.values())).equals(Flat.shape(arrays(along.arguments())));
    }

    private Object[] arrays(List<Value> arguments) {
        return results(arguments).stream().map(Value::boxed).toArray();
    }

    /** The arrays that are differentiated by. */
    private List<Value> results(List<Value> arguments) {
        return point.method().active().stream()
                .map(arguments::get)
                .filter(v -> v.type().isArray())
                .toList();
    }

    /** A seed for each element of an array, zero for a number. */
    private List<Object> seeds() {
        Dice dice = new Dice(program.seed());
        List<Object> seeds = new ArrayList<>();
        for (int i : point.method().active()) {
            Value value = point.values().get(i);
            double[] weights = new double[Flat.count(value)];
            List<Value> leaves = Flat.values(value);
            if (value.type().isArray()) {
                Arrays.setAll(weights, k -> (float) (dice.pick(1, -1) * dice.uniform(0.4, 1.5)));
            }
            List<Value> numbers = new ArrayList<>();
            for (int k = 0; k < weights.length; k++) {
                numbers.add(Value.constant(leaves.get(k).type(), weights[k]));
            }
            seeds.add(Flat.shaped(value, numbers).boxed());
        }
        return seeds;
    }

    private List<Value> numbers(Interpreter.Result run) {
        return results(run.arguments()).stream()
                .flatMap(v -> Flat.values(v).stream())
                .toList();
    }

    private void compareForward(List<Object> directions) {
        List<Value> exact = numbers(along);
        double[] seen = Flat.numbers(
                directions.stream().filter(d -> d.getClass().isArray()).toArray());
        for (int i = 0; i < exact.size(); i++) {
            compare("jvp", i, seen[i], exact.get(i).dot(), exact.get(i).bound());
        }
    }

    private void compareBackward(List<Object> seeds, double[] seen) {
        double[] weights =
                Flat.numbers(seeds.stream().filter(s -> s.getClass().isArray()).toArray());
        for (int i = 0; i < point.size(); i++) {
            List<Value> exact = numbers(Interpreter.exact(program, point.method(), point.along(point.unit(i))));
            double sum = 0;
            double bound = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * exact.get(k).dot();
                bound += Math.abs(weights[k]) * exact.get(k).bound();
            }
            compare("vjpInto", i, seen[i], sum, bound);
        }
    }

    private void compare(String kind, int i, double seen, double expected, double bound) {
        if (along.trace().off(seen, expected, bound)) {
            throw new Wrong(
                    kind + " of a void method",
                    "[" + i + "] is " + seen + ", by dual numbers " + expected + ", bound " + bound);
        }
    }
}
