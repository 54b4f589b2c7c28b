package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an argument that a number depends on: a set of indices, as the ranges that it consists of. Sets are
 * immutable and shared; null is the empty set, so that a new array holds empty ones.
 *
 * <p>Ranges, since what stencils, bands and sums depend on are few of these, however many elements they have.
 */
public final class Indices {

    /** The first index, and the one behind the last. */
    private final int from;

    private final int to;

    /** Where each range begins and ends, in order, none touching the next; null where there is one. */
    private final int @Nullable [] bounds;

    private Indices(int from, int to, int @Nullable [] bounds) {
        this.from = from;
        this.to = to;
        this.bounds = bounds;
    }

    /** The set of one index. */
    static Indices of(int index) {
        return new Indices(index, index + 1, null);
    }

    /** For each of {@code count} elements the set of itself. */
    public static Indices[] each(int count) {
        Indices[] all = new Indices[count];
        for (int i = 0; i < count; i++) {
            all[i] = of(i);
        }
        return all;
    }

    /** What is in either set. */
    public static @Nullable Indices union(@Nullable Indices a, @Nullable Indices b) {
        if (a == null || a == b) {
            return b;
        }
        if (b == null) {
            return a;
        }
        if (a.bounds == null && b.bounds == null && a.from <= b.to && b.from <= a.to) {
            return joined(a, b);
        }
        return a.isIn(b) ? b : b.isIn(a) ? a : merged(a, b);
    }

    /** Of ranges that meet. */
    private static Indices joined(Indices a, Indices b) {
        if (a.from <= b.from && b.to <= a.to) {
            return a;
        }
        if (b.from <= a.from && a.to <= b.to) {
            return b;
        }
        return new Indices(Math.min(a.from, b.from), Math.max(a.to, b.to), null);
    }

    /** Whether all of this is in one range of the other: most often, where one set is in another. */
    private boolean isIn(Indices other) {
        if (other.bounds == null) {
            return other.from <= from && to <= other.to;
        }
        if (other.from > from || to > other.to) {
            return false;
        }
        int at = Arrays.binarySearch(other.bounds, from);
        int begin = at >= 0 ? at : -at - 2;
        return begin % 2 == 0 && to <= other.bounds[begin + 1];
    }

    private int ranges() {
        return bounds == null ? 1 : bounds.length / 2;
    }

    private int begin(int range) {
        return bounds == null ? from : bounds[2 * range];
    }

    private int end(int range) {
        return bounds == null ? to : bounds[2 * range + 1];
    }

    private static Indices merged(Indices a, Indices b) {
        int[] all = new int[2 * (a.ranges() + b.ranges())];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.ranges() || j < b.ranges()) {
            boolean first = j == b.ranges() || i < a.ranges() && a.begin(i) <= b.begin(j);
            int begin = first ? a.begin(i) : b.begin(j);
            int end = first ? a.end(i++) : b.end(j++);
            if (count > 0 && begin <= all[count - 1]) {
                all[count - 1] = Math.max(all[count - 1], end);
            } else {
                all[count++] = begin;
                all[count++] = end;
            }
        }
        if (count == 2) {
            return new Indices(all[0], all[1], null);
        }
        return same(a, all, count) ? a : same(b, all, count) ? b : ranges(all, count);
    }

    private static boolean same(Indices set, int[] bounds, int count) {
        return set.bounds != null && Arrays.equals(set.bounds, 0, set.bounds.length, bounds, 0, count);
    }

    private static Indices ranges(int[] bounds, int count) {
        return new Indices(bounds[0], bounds[count - 1], count == bounds.length ? bounds : Arrays.copyOf(bounds, count));
    }

    /** How many indices there are. */
    static int count(@Nullable Indices set) {
        int count = 0;
        for (int range = 0; set != null && range < set.ranges(); range++) {
            count += set.end(range) - set.begin(range);
        }
        return count;
    }

    /** Each index, in order. */
    void forEach(IntConsumer action) {
        for (int range = 0; range < ranges(); range++) {
            for (int i = begin(range); i < end(range); i++) {
                action.accept(i);
            }
        }
    }

    /** Writes the indices into {@code target} from {@code at} on, in order. */
    static int copy(@Nullable Indices set, int[] target, int at) {
        int next = at;
        for (int range = 0; set != null && range < set.ranges(); range++) {
            for (int i = set.begin(range); i < set.end(range); i++) {
                target[next++] = i;
            }
        }
        return next;
    }

    /** What any element of an array depends on, rows inside too. */
    public static @Nullable Indices all(@Nullable Object @Nullable [] array) {
        Indices all = null;
        for (Object element : array == null ? new Object[0] : array) {
            all = union(all, element instanceof Object[] row ? all(row) : (Indices) element);
        }
        return all;
    }

    /** Empty sets for the elements of an array. */
    public static @Nullable Indices @Nullable [] noneLike(double @Nullable [] like) {
        return like == null ? null : new Indices[like.length];
    }

    /** Empty sets for the elements of an array. */
    public static @Nullable Indices @Nullable [] noneLike(float @Nullable [] like) {
        return like == null ? null : new Indices[like.length];
    }

    /** Empty sets for the elements of an array. */
    public static @Nullable Indices @Nullable [] noneLike(@Nullable Tensor @Nullable [] like) {
        return like == null ? null : new Indices[like.length];
    }

    /** Empty sets for the numbers of an array of arrays, in arrays of its shape. */
    public static @Nullable Object noneLike(Object @Nullable [] like) {
        return like == null ? null : everywhere(like, null, new IdentityHashMap<>());
    }

    /** The same set for each number of an array, in an array of its shape. */
    public static @Nullable Object everywhere(@Nullable Object like, @Nullable Indices set) {
        return like == null ? null : everywhere(like, set, new IdentityHashMap<>());
    }

    /** An array that stands in two places has one array of sets in both. */
    private static Object everywhere(Object like, @Nullable Indices set, Map<Object, Object> made) {
        Object before = made.get(like);
        if (before != null) {
            return before;
        }
        int length = Array.getLength(like);
        Object[] sets = (Object[]) Array.newInstance(setsOf(like.getClass().getComponentType()), length);
        made.put(like, sets);
        if (like instanceof Object[] rows && like.getClass().getComponentType().isArray()) {
            for (int i = 0; i < length; i++) {
                sets[i] = rows[i] == null ? null : everywhere(rows[i], set, made);
            }
        } else {
            Arrays.fill(sets, set);
        }
        return sets;
    }

    private static Class<?> setsOf(Class<?> element) {
        return element.isArray() ? setsOf(element.getComponentType()).arrayType() : Indices.class;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int range = 0; range < ranges(); range++) {
            text.append(range == 0 ? "" : " ").append(begin(range));
            text.append(end(range) - begin(range) == 1 ? "" : "-" + (end(range) - 1));
        }
        return text.toString();
    }
}
