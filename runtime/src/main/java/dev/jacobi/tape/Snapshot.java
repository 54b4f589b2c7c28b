package dev.jacobi.tape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes from one step of a loop to the next, as it was before one of them. */
final class Snapshot {

    /** Of the snapshot before the first step, which stays. */
    static final int FIRST = Integer.MAX_VALUE;

    /** The number of the step before which it was taken. */
    int position;

    /** See {@link Schedule}: how many snapshots it stands for. */
    int level;

    /** Numbers in boxes, references, and copies of arrays: what an earlier snapshot left is written over. */
    final List<@Nullable Object> parts = new ArrayList<>();
}
