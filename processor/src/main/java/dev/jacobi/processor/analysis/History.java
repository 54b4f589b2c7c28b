package dev.jacobi.processor.analysis;

import dev.jacobi.processor.analysis.ArrayUses.Place;
import dev.jacobi.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/** When arrays are first read and last written, and in which loops, whose iterations share them. */
final class History {
    private int firstRead = Integer.MAX_VALUE;
    private int lastWrite = -1;
    private final Set<String> readIn = new HashSet<>();
    private final Set<String> writtenIn = new HashSet<>();

    /** @param names the arrays' names */
    void read(Place place, Set<Var> names) {
        firstRead = Math.min(firstRead, place.time());
        readIn.addAll(place.loopsSharing(names));
    }

    void written(Place place, Set<Var> names) {
        lastWrite = Math.max(lastWrite, place.time());
        writtenIn.addAll(place.loopsSharing(names));
    }

    /** Whether no write comes after a read. */
    boolean isSettled() {
        Set<String> both = new HashSet<>(readIn);
        both.retainAll(writtenIn);
        return lastWrite < firstRead && both.isEmpty();
    }
}
