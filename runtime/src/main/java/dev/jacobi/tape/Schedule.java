package dev.jacobi.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Before which steps of a loop snapshots are taken, while it runs and while it is undone.
 *
 * <p>If the number of steps is known, they are placed by {@link Revolve}. If not, a snapshot is taken before each step,
 * and when there are too many, one is forgotten: one that has a later one of a higher level behind it; if there is
 * none, the last one moves on, and its level grows by one. (Wang, Moin, Iaccarino: Minimal repetition dynamic
 * checkpointing algorithm for unsteady adjoint calculation, SIAM J. Sci. Comput. 31, 2009.) While the loop is undone
 * the number of steps is known. With s snapshots, up to (s + r choose s) steps are made no more than r + 1 times each
 * on average; against a loop of known length that is at most a third more, and mostly less than a tenth.
 */
final class Schedule {

    /** What is known when a loop begins. */
    enum Form {
        /** How many steps there will be. */
        KNOWN,
        /** Nothing. */
        ONLINE,
        /** That a snapshot is wanted before each step. */
        EACH
    }

    private final Form form;
    private final int most;
    private final List<Snapshot> held = new ArrayList<>();
    private final Deque<Snapshot> spare = new ArrayDeque<>();

    /** The number of the step behind the last one that there will be, or that is to be undone. */
    private int end;

    private int position;
    private int due;
    private int steps;
    private int undone = Integer.MAX_VALUE;
    private long made;

    Schedule(Form form, int most, int end) {
        this.form = form;
        this.most = most;
        this.end = end;
    }

    /** Begins a step; gives whether a snapshot is to be taken before it: {@link #taken} then. */
    boolean begins() {
        boolean takes = switch (isUndoing() && form == Form.ONLINE ? Form.KNOWN : form) {
            case KNOWN -> position == due;
            case ONLINE -> most > 1 || held.isEmpty();
            case EACH -> held.isEmpty() || held.get(held.size() - 1).position < position;
        };
        position++;
        made++;
        if (!isUndoing()) {
            steps = position;
        }
        return takes;
    }

    private boolean isUndoing() {
        return undone < Integer.MAX_VALUE;
    }

    /** The snapshot to be filled before the step that has just begun. */
    Snapshot taken() {
        Snapshot snapshot = room();
        snapshot.position = position - 1;
        planFrom(snapshot.position);
        return snapshot;
    }

    private Snapshot room() {
        if (held.size() < most) {
            Snapshot fresh = spare.isEmpty() ? new Snapshot() : spare.pop();
            fresh.level = held.isEmpty() ? Snapshot.FIRST : 0;
            held.add(fresh);
            return fresh;
        }
        int highest = 0;
        for (int i = held.size() - 1; i > 0; i--) {
            if (held.get(i).level < highest) {
                Snapshot forgotten = held.remove(i);
                forgotten.level = 0;
                held.add(forgotten);
                return forgotten;
            }
            highest = Math.max(highest, held.get(i).level);
        }
        Snapshot last = held.get(held.size() - 1);
        last.level++;
        return last;
    }

    /** When the next snapshot is due, seen from the last one. */
    private void planFrom(int last) {
        int left = end - last;
        int free = most - held.size();
        due = free > 0 && left > 1 ? last + Revolve.advance(left, free + 1) : -1;
    }

    /** How many steps were made until the loop ended. */
    int steps() {
        return steps;
    }

    /** How many steps were made in all, but for those that were undone at once. */
    long made() {
        return made;
    }

    /** Whether the step that is being undone is the first of the loop. */
    boolean isUndone() {
        return undone == 0;
    }

    /** The snapshot from which the steps before {@code step} are to be made so that it can be undone. */
    Snapshot before(int step) {
        boolean again = step >= undone;
        undone = step;
        while (held.size() > 1 && (again || held.get(held.size() - 1).position > step)) {
            Snapshot behind = held.remove(held.size() - 1);
            if (form != Form.EACH) {
                spare.push(behind);
            }
        }
        Snapshot last = held.get(held.size() - 1);
        position = last.position;
        end = step + 1;
        planFrom(position);
        return last;
    }
}
