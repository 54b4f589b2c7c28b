package dev.jacobi.processor.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param keeps the parameters whose numbers may be in some object afterwards
 * @param keepsInFields the parameters whose numbers may be in some static field afterwards
 * @param asksFields whether it may read what static fields hold by now
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
        Set<Integer> keeps,
        Set<Integer> keepsInFields,
        boolean asksFields,
        List<Set<Integer>> joined) {

    static final Summary NOTHING = new Summary(
            Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), false, false, Set.of(), Set.of(), false, List.of());

    /**
     * What a function may do whose code isn't known.
     *
     * @param numbers the parameters that carry derivatives
     * @param objects those that may have been made of numbers
     */
    static Summary unknown(Set<Integer> numbers, Set<Integer> objects) {
        return unseen(numbers, objects, true);
    }

    /** The same where there is a rule: what it says of the parameters is all that there is to say. */
    static Summary ruled(Set<Integer> numbers, Set<Integer> objects) {
        return unseen(numbers, objects, false);
    }

    private static Summary unseen(Set<Integer> numbers, Set<Integer> objects, boolean asksFields) {
        Set<Integer> result = new TreeSet<>(numbers);
        result.addAll(objects);
        return new Summary(
                result, Map.of(), Set.of(), Set.of(), Set.of(), true, false, objects, objects, asksFields, List.of());
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
                Set.of(),
                Set.of(),
                false,
                List.of());
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
                && keepsInFields.equals(that.keepsInFields)
                && asksFields == that.asksFields
                && joined.equals(that.joined);
    }

    @Override
    public int hashCode() {
        return 31 * result.hashCode() + contents.hashCode();
    }
}
