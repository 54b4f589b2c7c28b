package dev.jacobi.processor.random;

import dev.jacobi.tape.Workspace;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code gradientInto} and {@code vjpInto} at one point: they do what the method does, and what the workspace has seen
 * before is no matter to them.
 */
final class InPlace {

    /** Shared by all programs, as it may be. */
    private static final Workspace USED = new Workspace();

    private final Point point;
    private final Class<?> derivative;
    private final Optional<Object> receiver;
    private final String name;

    InPlace(Point point, Class<?> derivative, Optional<Object> receiver) {
        this.point = point;
        this.derivative = derivative;
        this.receiver = receiver;
        this.name = point.method().signature().result().isNumber() ? "gradientInto" : "vjpInto";
    }

    /**
     * What is added to zeros.
     *
     * @param seeds of a result that is an array
     */
    Object bars(List<Object> seeds, Members.Outcome expected) {
        return called(seeds, expected, () -> copies(point.directions(new double[point.size()])));
    }

    /** What becomes of bars that bring the seeds. */
    Object seeded(List<Object> bars, Members.Outcome expected) {
        return called(List.of(), expected, () -> copies(bars));
    }

    /** Makes the bars of one call, numbers in arrays of one element. */
    private interface Bars {
        List<Object> get();
    }

    private Object called(List<Object> seeds, Members.Outcome expected, Bars bars) {
        List<Object> used = bars.get();
        List<Object> again = bars.get();
        List<Object> fresh = bars.get();
        String before = Flat.text(used.toArray());
        call(seeds, used, USED, expected);
        call(seeds, again, USED, expected);
        call(seeds, fresh, new Workspace(), expected);
        Wrong.unlessSame("in place again", Flat.text(used.toArray()), Flat.text(again.toArray()));
        Wrong.unlessSame("in place with a new workspace", Flat.text(used.toArray()), Flat.text(fresh.toArray()));
        if (expected.thrown().isPresent()) {
            Wrong.unlessSame("bars after an exception", before, Flat.text(used.toArray()));
        }
        return used.toArray();
    }

    private void call(List<Object> seeds, List<Object> bars, Workspace workspace, Members.Outcome expected) {
        List<Object> given = new ArrayList<>(point.boxed());
        given.addAll(seeds);
        given.addAll(bars);
        given.add(workspace);
        Members.Outcome outcome = Members.call(derivative, name, receiver, given);
        Wrong.unlessSame("journal of " + name, expected.journal(), outcome.journal());
        Wrong.unlessSame(
                "exception of " + name,
                expected.thrown().map(Oracles::text),
                outcome.thrown().map(Oracles::text));
        int own = expected.left().size();
        if (outcome.thrown().isEmpty()) {
            Wrong.unlessSame("value of " + name, expected.value(), outcome.value());
            Wrong.unlessSame(
                    "arrays after " + name, expected.left(), outcome.left().subList(0, own));
        }
    }

    private static List<Object> copies(List<Object> like) {
        List<Object> bars = new ArrayList<>();
        for (Object each : like) {
            bars.add(each instanceof Number number ? one(number) : copy(each));
        }
        return bars;
    }

    private static Object one(Number number) {
        Object bar = Array.newInstance(number instanceof Float ? float.class : double.class, 1);
        Array.set(bar, 0, number);
        return bar;
    }

    private static Object copy(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        for (int i = 0; i < length; i++) {
            Object element = Array.get(array, i);
            Array.set(copy, i, element.getClass().isArray() ? copy(element) : element);
        }
        return copy;
    }
}
