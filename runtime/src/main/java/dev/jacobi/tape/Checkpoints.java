package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one run of a loop that is marked {@link dev.jacobi.Checkpoint}. Generated code calls these methods;
 * they are not meant to be called by hand, but for {@link #last}.
 *
 * <pre>{@code
 * for (…) { if (loop.isDue()) { loop.keep(x); loop.keep(u); } step }                 // forward
 * for (int i = loop.steps() - 1; i >= 0; i--) {                                      // backward
 *     int from = loop.restore(i); x = loop.next(); u = loop.next();
 *     for (int j = from; j < i; j++) { if (loop.isDue()) { … } step }
 *     step, recorded; loop.turn(); its adjoint
 * }
 * }</pre>
 *
 * <p>The backward sweep may run again: it starts from the snapshot before the first step then.
 */
public final class Checkpoints {

    /**
     * What undoing a loop has cost.
     *
     * @param steps the iterations of the loop
     * @param made how many were made without being recorded, the loop's own among them
     * @param recorded how many were recorded, each to be undone at once
     */
    public record Report(int steps, long made, long recorded) {}

    private static final ThreadLocal<@Nullable Report> LAST = new ThreadLocal<>();

    private final Schedule schedule;
    private final Copies copies = new Copies();
    private @Nullable Snapshot snapshot;
    private int part;
    private long recorded;

    /** The arrays of the step that is being undone. */
    private final List<@Nullable Object> restored = new ArrayList<>();

    private final Links before = new Links();
    private final Links inStep = new Links();
    private final Copies collecting = new Copies();
    private final List<@Nullable Object> collected = new ArrayList<>();
    private final List<@Nullable Object> emptied = new ArrayList<>();
    private int distributed;

    /** What has been given to the shadows of the step before. */
    private final Map<Object, Object> given = new IdentityHashMap<>();

    private Checkpoints(Schedule schedule) {
        this.schedule = schedule;
    }

    /** For a loop whose number of steps is known. */
    public static Checkpoints of(int snapshots, int steps) {
        return new Checkpoints(new Schedule(Schedule.Form.KNOWN, snapshots, steps));
    }

    /** For a loop that ends some time. */
    public static Checkpoints online(int snapshots) {
        return new Checkpoints(new Schedule(Schedule.Form.ONLINE, snapshots, 0));
    }

    /** With a snapshot before each step. */
    public static Checkpoints each() {
        return new Checkpoints(new Schedule(Schedule.Form.EACH, Integer.MAX_VALUE, 0));
    }

    /** What the last backward sweep of this thread through such a loop has cost; null if there was none. */
    public static @Nullable Report last() {
        return LAST.get();
    }

    /** Begins a step that isn't recorded: if it gives true, {@link #keep} is called for each part of the state. */
    public boolean isDue() {
        boolean due = schedule.begins();
        if (due) {
            snapshot = schedule.taken();
            part = 0;
            copies.begin();
        }
        return due;
    }

    /** Keeps a part of the state: an array is copied. */
    public void keep(@Nullable Object value) {
        List<@Nullable Object> parts = filled().parts;
        if (part == parts.size()) {
            parts.add(null);
        }
        parts.set(part, copies.of(value, parts.get(part)));
        part++;
    }

    private Snapshot filled() {
        if (snapshot == null) {
            throw new IllegalStateException("no snapshot is being taken");
        }
        return snapshot;
    }

    /** How many steps the loop has made. */
    public int steps() {
        return schedule.steps();
    }

    /** Goes to the snapshot from which a step can be reached; gives the number of the step that it was taken before. */
    public int restore(int step) {
        snapshot = schedule.before(step);
        part = 0;
        copies.begin();
        inStep.clear();
        return snapshot.position;
    }

    /** The next part of the state that was restored, as its own: arrays are those of the step before, written over. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T next() {
        if (part == restored.size()) {
            restored.add(null);
        }
        Object value = copies.of(filled().parts.get(part), restored.get(part));
        restored.set(part, value);
        part++;
        return (T) value;
    }

    /** The step has been recorded, and its adjoint follows. */
    public void turn() {
        recorded++;
        if (schedule.isUndone()) {
            LAST.set(report());
        }
    }

    Report report() {
        return new Report(schedule.steps(), schedule.made(), recorded);
    }

    /** Notes the shadow of an array that the loop's variables name when it begins. */
    public void link(@Nullable Object array, @Nullable Object shadow) {
        before.add(array, shadow);
    }

    /**
     * The shadow of an array that they name when it has ended: its own, or a new one if the loop has made the array.
     */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T linked(@Nullable T array) {
        return (T) before.of(array);
    }

    /** The shadow of an array of the state that was restored. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T shadow(@Nullable T array) {
        return (T) inStep.of(array);
    }

    /** Takes what a shadow holds; it is zero then. */
    public void collect(@Nullable Object shadow) {
        if (distributed == collected.size()) {
            collected.clear();
            emptied.clear();
            distributed = 0;
            collecting.begin();
        }
        collected.add(collecting.of(shadow, null));
        emptied.add(shadow);
    }

    /**
     * Adds what was collected to the shadows that the same variables have at the end of the step before. Those of
     * arrays from before the loop may hold something already: of the caller's, or of what came behind the loop.
     */
    public void distribute(@Nullable Object shadow) {
        if (distributed == 0) {
            emptied.forEach(Copies::clear);
            given.clear();
        }
        give(collected.get(distributed++), shadow);
    }

    /** Once, however many variables name the array. */
    private void give(@Nullable Object collectedShadow, @Nullable Object shadow) {
        if (collectedShadow == null || shadow == null || given.put(collectedShadow, shadow) != null) {
            return;
        }
        if (collectedShadow instanceof double[] numbers) {
            Shadows.add((double[]) shadow, numbers);
        } else if (collectedShadow instanceof float[] numbers) {
            Shadows.add((float[]) shadow, numbers);
        } else if (collectedShadow instanceof Tensor[] tensors) {
            TensorShadows.add((Tensor[]) shadow, tensors);
        } else if (collectedShadow instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                give(rows[i], ((Object[]) shadow)[i]);
            }
        }
    }
}
