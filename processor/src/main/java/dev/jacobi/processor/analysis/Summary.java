package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Type;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a call of a function does, seen from outside; parameters are named by their indices.
 *
 * <p>(Equality is written out because a record's own is slow to link in a cold start.)
 *
 * @param result the parameters on which the result depends by way of derivatives
 * @param contents for each array parameter that is written, the parameters on which its numbers depend afterwards
 * @param writes the array parameters whose numbers are written
 * @param movesRows the array parameters whose rows are put in other places
 * @param resultIs the array parameters that the result may be, or be a row of
 * @param resultIsOld whether the result may be an array that existed before and is no parameter, such as a field's, as
 *     far as can be said without knowing all functions
 * @param resultIsElsewhere whether that is known of it
 * @param keeps where numbers may be afterwards that no variable names: the parameters whose numbers may be there
 * @param asks where it may read what is held by now
 * @param joined array parameters that are parts of each other afterwards
 */
public record Summary(
        Set<Integer> result,
        Map<Integer, Set<Integer>> contents,
        Set<Integer> writes,
        Set<Integer> movesRows,
        Set<Integer> resultIs,
        boolean resultIsOld,
        boolean resultIsElsewhere,
        Map<State, Set<Integer>> keeps,
        Set<State> asks,
        List<Set<Integer>> joined) {

    static final Summary NOTHING = pure(Set.of());

    /**
     * What a function may do whose code isn't here.
     *
     * @param numbers the parameters that carry derivatives
     * @param objects those that may have been made of numbers
     */
    static Summary unknown(Set<Integer> numbers, Set<Integer> objects) {
        Map<State, Set<Integer>> keeps = Map.of(State.OBJECTS, objects, State.STATICS, objects);
        return unseen(numbers, objects, keeps, EnumSet.of(State.STATICS));
    }

    /**
     * The same where its code is here, and does what can't be read: it may keep whatever it is given anywhere. Where
     * one of the arrays that it may change has rows, these may be others afterwards, and be in several of them. An
     * array that it gives may be any.
     *
     * @param arrays those that it may change, or give back
     * @param types what it takes
     * @param given what it gives
     */
    static Summary unread(
            Set<Integer> numbers, Set<Integer> objects, Set<Integer> arrays, List<Type> types, Type given) {
        Set<Integer> all = new TreeSet<>(numbers);
        all.addAll(objects);
        Map<State, Set<Integer>> keeps = new EnumMap<>(State.class);
        for (State state : State.values()) {
            keeps.put(state, all);
        }
        Map<Integer, Set<Integer>> contents = new TreeMap<>();
        Set<Integer> ofRows = new TreeSet<>();
        Set<Integer> resultIs = new TreeSet<>();
        for (int i : arrays) {
            Type type = types.get(i);
            if (type.carriesDerivative()) {
                contents.put(i, all);
            }
            if (type instanceof Type.Array array && Memory.isArray(array.element())) {
                ofRows.add(i);
            }
            if (given instanceof Type.Array && given.innermost().equals(type.innermost())) {
                resultIs.add(i);
            }
        }
        List<Set<Integer>> joined = ofRows.isEmpty() || contents.size() < 2 ? List.of() : List.of(contents.keySet());
        return new Summary(
                all,
                contents,
                arrays,
                ofRows,
                resultIs,
                true,
                Memory.namesArrays(given),
                keeps,
                EnumSet.allOf(State.class),
                joined);
    }

    /** The same where there is a rule: what it says of the parameters is all that there is to say. */
    static Summary ruled(Set<Integer> numbers, Set<Integer> objects) {
        Map<State, Set<Integer>> keeps = Map.of(State.OBJECTS, objects, State.STATICS, objects);
        return unseen(numbers, objects, keeps, Set.of());
    }

    private static Summary unseen(
            Set<Integer> numbers, Set<Integer> objects, Map<State, Set<Integer>> keeps, Set<State> asks) {
        Set<Integer> result = new TreeSet<>(numbers);
        result.addAll(objects);
        return new Summary(result, Map.of(), Set.of(), Set.of(), Set.of(), true, false, keeps, asks, List.of());
    }

    /** A function that only computes: what it gives is new, and depends on some parameters. */
    static Summary pure(Set<Integer> numbers) {
        return new Summary(
                new TreeSet<>(numbers),
                Map.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                false,
                Map.of(),
                Set.of(),
                List.of());
    }

    /** The parameters whose numbers may be somewhere afterwards. */
    Set<Integer> keeps(State state) {
        return keeps.getOrDefault(state, Set.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Summary that
                && result.equals(that.result)
                && contents.equals(that.contents)
                && writes.equals(that.writes)
                && movesRows.equals(that.movesRows)
                && resultIs.equals(that.resultIs)
                && resultIsOld == that.resultIsOld
                && resultIsElsewhere == that.resultIsElsewhere
                && keeps.equals(that.keeps)
                && asks.equals(that.asks)
                && joined.equals(that.joined);
    }

    @Override
    public int hashCode() {
        return 31 * result.hashCode() + contents.hashCode();
    }
}
