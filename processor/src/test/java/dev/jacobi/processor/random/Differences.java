package dev.jacobi.processor.random;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Central differences of the interpreter's value, which compiled code shares to the bit. They count only where every
 * decision is the same at all points that they are taken from, and where two step lengths agree. Where there is float,
 * whose roundings are steps, the dual numbers themselves are checked, in arithmetic without them.
 */
final class Differences {

    private final Program program;
    private final Point point;
    private final Seed seed;
    private final Tally tally;
    private final Interpreter.Result exact;
    private final Interpreter.Result centre;

    Differences(Program program, Point point, Seed seed, Tally tally) {
        this.program = program;
        this.point = point;
        this.seed = seed;
        this.tally = tally;
        double[] all = new double[point.size()];
        Arrays.fill(all, 1);
        List<Value> varied = point.along(all);
        this.exact = Interpreter.exact(program, point.method(), varied);
        this.centre = Interpreter.smooth(program, point.method(), varied, List.of());
    }

    /** The difference quotient by one number where it contradicts a derivative; empty where it doesn't. */
    Optional<String> against(int i, double derivative, double bound) {
        Value number = point.numbers().get(i);
        double x = number.number();
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
        return seed.dot(run(point.along(point.unit(i))).value());
    }

    private Interpreter.Result run(List<Value> values) {
        return Interpreter.smooth(program, point.method(), values, centre.trace().constants);
    }

    /**
     * The points as they are after rounding, not as they were meant; NaN where a decision is another than in the
     * middle.
     */
    private double quotient(int i, double x, double h) {
        double high = x + h;
        double low = x - h;
        Optional<List<Value>> above = results(i, high);
        Optional<List<Value>> below = results(i, low);
        if (above.isEmpty() || below.isEmpty()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = 0; k < seed.weights().length; k++) {
            sum += seed.weights()[k]
                    * (above.get().get(k).number() - below.get().get(k).number());
        }
        return sum / (high - low);
    }

    private Optional<List<Value>> results(int i, double x) {
        Type type = point.numbers().get(i).type();
        Interpreter.Result result = run(point.moved(i, Value.constant(type, x)));
        boolean same = result.trace().decisions.equals(exact.trace().decisions)
                && centre.trace().decisions.equals(exact.trace().decisions);
        return same ? Optional.of(Flat.values(result.value())) : Optional.empty();
    }
}
