package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One differentiable method at one point: what it must give, and what it gives. */
final class Oracles {

    private final Program program;
    private final Point point;
    private final Class<?> primal;
    private final Class<?> derivative;
    private final Optional<Object> receiver;
    private final double[] direction;
    private final Tally tally;
    private final Interpreter.Result along;
    private final Seed seed;
    private final InPlace inPlace;

    Oracles(Program program, Point point, Class<?> primal, Class<?> derivative, double[] direction, Tally tally) {
        this.program = program;
        this.point = point;
        this.primal = primal;
        this.derivative = derivative;
        this.receiver = Members.receiver(primal, point.method());
        this.direction = direction;
        this.tally = tally;
        this.along = Interpreter.exact(program, point.method(), point.along(direction));
        this.seed = Seed.of(along.value(), new Dice(program.seed()));
        this.inPlace = new InPlace(point, derivative, receiver);
    }

    /** The first thing that is wrong, if anything is. */
    Optional<Finding> run() {
        try {
            tally.points++;
            if (along.endless()) {
                tally.endless++;
            } else if (point.method().signature().result() == Type.VOID) {
                new VoidOracle(program, point, derivative, receiver, direction, along)
                        .check(Primal.check(point, primal, along), tally);
            } else {
                check(Primal.check(point, primal, along));
            }
            return Optional.empty();
        } catch (Wrong wrong) {
            String at =
                    point.method().name() + Flat.text(point.boxed().toArray()) + " along " + Arrays.toString(direction);
            return Optional.of(new Finding(wrong.kind(), at + ": " + wrong.getMessage()));
        }
    }

    private void check(Members.Outcome outcome) {
        double[] gradient = reverse(outcome);
        double[] jvp = forward(outcome);
        new SecondOrder(program, point, derivative, receiver, along).check(direction, outcome, tally);
        new Matrices(program, point, derivative, receiver, along, tally).check(outcome);
        if (outcome.thrown().isPresent()) {
            tally.thrown++;
        } else if (!along.trace().singular) {
            compare(gradient, jvp);
        } else {
            tally.singular++;
        }
    }

    /** Every reverse member, each of which must do what the method does and agree with the others. */
    private double[] reverse(Members.Outcome expected) {
        List<Object> seeded = new ArrayList<>(point.boxed());
        boolean number = point.method().signature().result().isNumber();
        seeded.add(expected.thrown().isPresent() ? anySeed() : seed.boxed());
        Object vjp = member("vjp", seeded, expected, r -> expected.value());
        Object pullback = member("pullback", point.boxed(), expected, r -> Members.get(r, "value"));
        Object both = number
                ? member("valueAndGradient", point.boxed(), expected, r -> Members.get(r, "value"))
                : "no such member";
        Object gradient = number ? member("gradient", point.boxed(), expected, r -> expected.value()) : vjp;
        if (expected.thrown().isPresent()) {
            inPlace(number ? List.of() : List.of(anySeed()), expected);
            return new double[0];
        }
        Wrong.unlessSame("shape of vjp", point.shape(), Flat.shape(vjp));
        Wrong.unlessSame("shape of gradient", point.shape(), Flat.shape(gradient));
        double[] numbers = Flat.numbers(gradient);
        if (number) {
            equal("valueAndGradient", numbers, Members.get(both, "gradient"));
        }
        equal("vjp", numbers, vjp);
        applied(pullback, numbers, expected);
        inPlace(number ? List.of() : List.of(seed.boxed()), expected)
                .ifPresent(bars -> equal("in place", numbers, bars));
        return numbers;
    }

    /** Where there are no records in the header. */
    private Optional<Object> inPlace(List<Object> seeds, Members.Outcome expected) {
        return point.method().signature().hasRecords() ? Optional.empty() : Optional.of(inPlace.bars(seeds, expected));
    }

    /** Where there is no result, nobody knows how long the seed would be. */
    private Object anySeed() {
        return switch (point.method().signature().result()) {
            case FLOAT -> 1f;
            case DOUBLE -> 1.0;
            case FLOATS -> new float[1];
            case PAIR, TAGGED ->
                Points.value(point.method().signature().result(), new Dice(1)).boxed();
            case PAIRS -> new Parts[0];
            default -> new double[1];
        };
    }

    private void applied(Object pullback, double[] numbers, Members.Outcome expected) {
        Journal.restart();
        Object given = seed.boxed();
        equal("pullback", numbers, Members.get(pullback, "apply", given));
        equal("pullback applied again", numbers, Members.get(pullback, "apply", given));
        Wrong.unlessSame("seed after apply", Flat.text(seed.boxed()), Flat.text(given));
        Wrong.unlessSame("journal of apply", List.of(), Journal.restart());
        Wrong.unlessSame("value after apply", expected.value(), Members.get(pullback, "value"));
    }

    private double[] forward(Members.Outcome expected) {
        List<Object> directed = new ArrayList<>(point.boxed());
        directed.addAll(point.directions(direction));
        Object jvp = member("jvp", directed, expected, r -> expected.value());
        List<Object> again = new ArrayList<>(point.boxed());
        again.addAll(point.directions(direction));
        Object both = member("valueAndJvp", again, expected, r -> Members.get(r, "value"));
        if (expected.thrown().isPresent()) {
            return new double[0];
        }
        Wrong.unlessSame("shape of jvp", Flat.shape(expected.value()), Flat.shape(jvp));
        Wrong.unlessSame("jvp and valueAndJvp", jvp, Members.get(both, "jvp"));
        return Flat.numbers(jvp);
    }

    /**
     * An exception that the program throws is the same one. Those that the machine throws count as one: where two
     * operands would throw, a derivative may compute the second first.
     */
    static String text(Object thrown) {
        boolean machine = thrown instanceof IndexOutOfBoundsException
                || thrown instanceof ArithmeticException
                || thrown instanceof NullPointerException
                || thrown instanceof NegativeArraySizeException;
        return machine ? "an exception of the machine" : thrown.toString();
    }

    private Object member(String name, List<Object> given, Members.Outcome expected, Function<Object, Object> value) {
        Object last = given.get(given.size() - 1);
        String seeded = Flat.text(last);
        Members.Outcome outcome = Members.call(derivative, name, receiver, given);
        Wrong.unlessSame("journal of " + name, expected.journal(), outcome.journal());
        Wrong.unlessSame(
                "exception of " + name,
                expected.thrown().map(Oracles::text),
                outcome.thrown().map(Oracles::text));
        if (outcome.thrown().isEmpty()) {
            Wrong.unlessSame("value of " + name, expected.value(), value.apply(outcome.value()));
            int own = expected.left().size();
            Wrong.unlessSame(
                    "arrays after " + name, expected.left(), outcome.left().subList(0, own));
            if (name.equals("vjp")) {
                Wrong.unlessSame("seed after vjp", seeded, Flat.text(last));
            }
        }
        return outcome.value();
    }

    /**
     * To rounding: where the seed is a known 1, products may be computed in another order, and what leaves the range of
     * its type is infinite in the one and no number in the other.
     */
    private void equal(String kind, double[] expected, Object given) {
        double[] seen = Flat.numbers(given);
        double tolerance = along.trace().singular
                ? Double.POSITIVE_INFINITY
                : along.trace().tolerance(4 * seed.bound(along.value()));
        boolean equal = expected.length == seen.length;
        for (int i = 0; equal && i < seen.length; i++) {
            boolean overflown = !Double.isFinite(expected[i])
                    && !Double.isFinite(seen[i])
                    && along.trace().mayOverflow();
            equal = Double.compare(expected[i], seen[i]) == 0
                    || overflown
                    || Double.isNaN(expected[i]) == Double.isNaN(seen[i])
                            && !(Math.abs(expected[i] - seen[i]) > tolerance);
        }
        if (!equal) {
            throw new Wrong("gradient and " + kind, Arrays.toString(expected) + " and " + Arrays.toString(seen));
        }
    }

    private void compare(double[] gradient, double[] jvp) {
        tally.compared++;
        tally.varied += seed.bound(along.value()) > 0 ? 1 : 0;
        Differences differences = new Differences(program, point, seed, tally);
        double dot = 0;
        for (int i = 0; i < gradient.length; i++) {
            backward(i, gradient[i], differences);
            dot += gradient[i] * direction[i];
        }
        double sum = 0;
        List<Value> results = Flat.values(along.value());
        for (int i = 0; i < jvp.length; i++) {
            Value exact = results.get(i);
            if (along.trace().off(jvp[i], exact.dot(), exact.bound())) {
                throw new Wrong(
                        "jvp",
                        "[" + i + "] is " + jvp[i] + ", by dual numbers " + exact.dot() + ", bound " + exact.bound());
            }
            sum += seed.weights()[i] * jvp[i];
        }
        if (along.trace().off(sum, dot, seed.bound(along.value()))) {
            throw new Wrong(
                    "dot product", "by jvp " + sum + ", by vjp " + dot + ", bound " + seed.bound(along.value()));
        }
    }

    private void backward(int i, double gradient, Differences differences) {
        Value exact = Interpreter.exact(program, point.method(), point.along(point.unit(i)))
                .value();
        double bound = seed.bound(exact);
        Optional<String> difference = differences.against(i, gradient, bound);
        String values = "gradient[" + i + "] is " + gradient + ", by dual numbers " + seed.dot(exact)
                + ", by differences " + difference.orElse("the same or not known")
                + ", bound " + bound;
        if (along.trace().off(gradient, seed.dot(exact), bound)) {
            throw new Wrong("gradient", values);
        }
        if (difference.isPresent()) {
            throw new Wrong("differences", values);
        }
    }
}
