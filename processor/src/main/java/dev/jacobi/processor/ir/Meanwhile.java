package dev.jacobi.processor.ir;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the caller of a function does to arrays between the two halves of its reverse mode.
 *
 * @param steady the array parameters whose numbers nobody overwrites, and {@link #RESULT} where nobody overwrites those
 *     of the result
 * @param moving the array parameters whose rows may be put in other places, and {@link #RESULT} where those of the
 *     result may
 */
public record Meanwhile(SortedSet<Integer> steady, SortedSet<Integer> moving) {

    /** Stands for the result among parameters. */
    public static final int RESULT = -1;

    /** Of halves that run at once, or of forward mode, where it says nothing. */
    public static final Meanwhile AT_ONCE = new Meanwhile(FunctionName.NONE, FunctionName.NONE);

    /** Where no caller comes in between. */
    public static Meanwhile nothing(Function function) {
        SortedSet<Integer> all = new TreeSet<>(function.indices());
        all.add(RESULT);
        return new Meanwhile(all, FunctionName.NONE);
    }
}
