package dev.jacobi.processor.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much code computes.
 *
 * @param arithmetic additions, subtractions, multiplications and divisions of floating-point numbers
 * @param functions calls of {@code Math}
 * @param tensors operations on tensors
 * @param calls how often other methods are called, by name: their work isn't in the other counts
 */
record Work(Count arithmetic, Count functions, Count tensors, SortedMap<String, Count> calls) {

    static final Work NONE = new Work(Count.NONE, Count.NONE, Count.NONE, new TreeMap<>());

    static Work arithmetic(Polynomial times) {
        return new Work(Count.of(times), Count.NONE, Count.NONE, new TreeMap<>());
    }

    static Work functions(Polynomial times) {
        return new Work(Count.NONE, Count.of(times), Count.NONE, new TreeMap<>());
    }

    static Work tensors(Polynomial times) {
        return new Work(Count.NONE, Count.NONE, Count.of(times), new TreeMap<>());
    }

    static Work call(String name, Polynomial times) {
        return new Work(Count.NONE, Count.NONE, Count.NONE, new TreeMap<>(Map.of(name, Count.of(times))));
    }

    /** All operations, what is in calls aside. */
    Count all() {
        return arithmetic.plus(functions).plus(tensors);
    }

    Count calls(String name) {
        return calls.getOrDefault(name, Count.NONE);
    }

    Work plus(Work other) {
        SortedMap<String, Count> all = new TreeMap<>(calls);
        other.calls.forEach((name, count) -> all.merge(name, count, Count::plus));
        return new Work(
                arithmetic.plus(other.arithmetic), functions.plus(other.functions), tensors.plus(other.tensors), all);
    }

    /** One or the other: at most the larger of each. */
    Work or(Work other) {
        SortedMap<String, Count> all = new TreeMap<>();
        calls.forEach((name, count) -> all.put(name, count.or(other.calls(name))));
        other.calls.forEach((name, count) -> all.put(name, count.or(calls(name))));
        return new Work(arithmetic.or(other.arithmetic), functions.or(other.functions), tensors.or(other.tensors), all);
    }

    Work atMost() {
        SortedMap<String, Count> all = new TreeMap<>();
        calls.forEach((name, count) -> all.put(name, count.atMost()));
        return new Work(arithmetic.atMost(), functions.atMost(), tensors.atMost(), all);
    }
}
