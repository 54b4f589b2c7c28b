package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Central differences of the interpreter's value, which compiled code shares to the bit. They count only where every
 * decision is the same at all points that they are taken from, and where two step lengths agree. Where there is float,
 * whose roundings are steps, the dual numbers themselves are checked, in arithmetic without them.
 */
final class Differences {

    private final Program program;
    private final Method method;
    private final List<Value> point;
    private final List<Integer> active;
    private final Tally tally;
    private final Interpreter.Result exact;
    private final Interpreter.Result centre;

    Differences(Program program, Method method, List<Value> point, List<Integer> active, Tally tally) {
        this.program = program;
        this.method = method;
        this.point = point;
        this.active = active;
        this.tally = tally;
        List<Value> varied = point.stream()
                .map(v -> v.type().isFloating() ? Value.floating(v.type(), v.number(), 1, 1) : v)
                .toList();
        this.exact = Interpreter.exact(program, method, varied);
        this.centre = Interpreter.smooth(program, method, varied, List.of());
    }

    /** The difference quotient by one parameter where it contradicts a derivative; empty where it doesn't. */
    Optional<String> against(int i, double derivative, double bound) {
        double x = point.get(active.get(i)).number();
        // Where a sine's argument is steep, a longer step would jump over its waves.
        double h = Math.min(1e-4 * Math.max(1, Math.abs(x)), 1e-3 / centre.trace().steepest);
        double wide = quotient(i, x, h);
        double narrow = quotient(i, x, h / 2);
        double best = (4 * narrow - wide) / 3;
        double error = Math.abs(narrow - wide);
        double scale = Math.max(bound, 1e-3);
        double rounding = 4e-16 * centre.trace().largest * Math.max(1, centre.trace().steepest) / h;
        // NaN, too, is no measurement.
        if (!(error + rounding <= 1e-3 * scale) || !Double.isFinite(derivative)) {
            return Optional.empty();
        }
        tally.differenced++;
        double allowed = 10 * error + rounding + 1e-5 * scale;
        double expected = centre.trace().inFloat ? smooth(i) : derivative;
        return Math.abs(best - expected) <= allowed ? Optional.empty() : Optional.of(Double.toString(best));
    }

    /** The derivative without rounding to float, which can move a steep place. */
    private double smooth(int i) {
        List<Value> unit = new ArrayList<>(point);
        Value value = point.get(active.get(i));
        unit.set(active.get(i), Value.floating(value.type(), value.number(), 1, 1));
        return Interpreter.smooth(program, method, unit, centre.trace().constants)
                .value()
                .dot();
    }

    /** The points as they are after rounding, not as they were meant. */
    private double quotient(int i, double x, double h) {
        double high = x + h;
        double low = x - h;
        return (value(i, high) - value(i, low)) / (high - low);
    }

    /** NaN where a decision is another than in the middle. */
    private double value(int i, double x) {
        List<Value> moved = new ArrayList<>(point);
        moved.set(active.get(i), Value.floating(point.get(active.get(i)).type(), x, 0, 0));
        Interpreter.Result result = Interpreter.smooth(program, method, moved, centre.trace().constants);
        boolean same = result.trace().decisions.equals(exact.trace().decisions)
                && centre.trace().decisions.equals(exact.trace().decisions);
        return same ? result.value().number() : Double.NaN;
    }
}
