package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code hvp} and {@code hessian} at one point, where they are generated ({@code -Ajacobi.order=2}): they do what the
 * method does, are the slope of the gradient by dual numbers, and symmetric.
 */
final class SecondOrder {

    /** How far a slope may be off that differences of a step of 1e-4 are taken of. */
    private static final double SLACK = 1e-4;

    /** Beyond, the roundings of second derivatives may be as large as these. */
    private static final double STEEPEST = 1e4;

    private final Program program;
    private final Point point;
    private final Class<?> derivative;
    private final Optional<Object> receiver;
    private final Interpreter.Result along;

    SecondOrder(
            Program program, Point point, Class<?> derivative, Optional<Object> receiver, Interpreter.Result along) {
        this.program = program;
        this.point = point;
        this.derivative = derivative;
        this.receiver = receiver;
        this.along = along;
    }

    private boolean has(String member) {
        return Arrays.stream(derivative.getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(member));
    }

    void check(double[] direction, Members.Outcome expected, Tally tally) {
        if (!has("hvp")) {
            return;
        }
        double[] product = product(direction, expected);
        if (expected.thrown().isPresent()) {
            return;
        }
        if (has("hessian") && expected.journal().isEmpty()) {
            rows(expected);
        }
        if (isTame(along.trace())) {
            compare(direction, product, expected, tally);
        }
    }

    /** Whether roundings are small against second derivatives. */
    static boolean isTame(Trace trace) {
        boolean steep = trace.gain > STEEPEST || trace.largest > STEEPEST || trace.steepest > STEEPEST;
        return !trace.singular && !trace.inFloat && !steep && !trace.remote;
    }

    private double[] product(double[] direction, Members.Outcome expected) {
        List<Object> given = new ArrayList<>(point.boxed());
        given.addAll(point.directions(direction));
        Members.Outcome outcome = Members.call(derivative, "hvp", receiver, given);
        Wrong.unlessSame("journal of hvp", expected.journal(), outcome.journal());
        Wrong.unlessSame(
                "exception of hvp",
                expected.thrown().map(Oracles::text),
                outcome.thrown().map(Oracles::text));
        if (outcome.thrown().isPresent()) {
            return new double[0];
        }
        int own = expected.left().size();
        Wrong.unlessSame("arrays after hvp", expected.left(), outcome.left().subList(0, own));
        Wrong.unlessSame("shape of hvp", point.shape(), Flat.shape(outcome.value()));
        return Flat.numbers(outcome.value());
    }

    /** The Hessian is made of products with unit vectors, to the bit. */
    private void rows(Members.Outcome expected) {
        Members.Outcome outcome = Members.call(derivative, "hessian", receiver, point.boxed());
        List<Double> products = new ArrayList<>();
        for (int i = 0; i < point.size(); i++) {
            Arrays.stream(product(point.unit(i), expected)).forEach(products::add);
        }
        List<Double> hessian =
                Arrays.stream(Flat.numbers(outcome.value())).boxed().toList();
        Wrong.unlessSame("hessian", products, hessian);
    }

    private void compare(double[] direction, double[] product, Members.Outcome expected, Tally tally) {
        double[] slopes = slopes(direction);
        double[] other = new double[direction.length];
        Arrays.setAll(other, i -> i % 2 == 0 ? 0.75 : -0.5);
        double[] products = product(other, expected);
        double[] otherSlopes = slopes(other);
        double size = Math.max(largest(product), largest(slopes));
        for (int i = 0; i < slopes.length; i++) {
            if (Math.abs(product[i] - slopes[i]) > SLACK * Math.max(1, size)) {
                throw new Wrong("hvp", "[" + i + "] is " + product[i] + ", by differences " + slopes[i]);
            }
        }
        double left = dot(other, product);
        double right = dot(direction, products);
        boolean smooth = Arrays.stream(slopes).allMatch(Double::isFinite)
                && Arrays.stream(otherSlopes).allMatch(Double::isFinite);
        if (smooth && !(Math.abs(left - right) <= SLACK * Math.max(1, Math.max(size, largest(products))))) {
            throw new Wrong("hvp is not symmetric", left + " and " + right);
        }
        tally.curved += smooth ? 1 : 0;
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** How fast each number of the gradient changes along a direction; NaN where differences don't tell. */
    private double[] slopes(double[] direction) {
        double[] slopes = new double[direction.length];
        double step = 1e-4 / Math.max(1, along.trace().steepest);
        for (int i = 0; i < slopes.length; i++) {
            double wide = quotient(i, direction, step);
            double narrow = quotient(i, direction, step / 2);
            double rounding = 4e-16 * Math.max(1, along.trace().steepest) / step;
            boolean exact = Math.abs(narrow - wide) + rounding <= 0.1 * SLACK * Math.max(1, Math.abs(narrow));
            slopes[i] = exact ? (4 * narrow - wide) / 3 : Double.NaN;
        }
        return slopes;
    }

    private double quotient(int i, double[] direction, double step) {
        Interpreter.Result above = moved(i, direction, step);
        Interpreter.Result below = moved(i, direction, -step);
        boolean same = above.trace().decisions.equals(along.trace().decisions)
                && below.trace().decisions.equals(along.trace().decisions);
        return same ? (above.value().dot() - below.value().dot()) / (2 * step) : Double.NaN;
    }

    /** The run a step away, whose derivative is by one number. */
    private Interpreter.Result moved(int i, double[] direction, double step) {
        List<Value> numbers = new ArrayList<>(point.numbers());
        for (int k = 0; k < direction.length; k++) {
            Value value = numbers.get(k);
            double dot = k == i ? 1 : 0;
            numbers.set(k, Value.floating(value.type(), value.number() + step * direction[k], dot, dot));
        }
        return Interpreter.smooth(program, point.method(), point.with(numbers), along.trace().constants);
    }
}
