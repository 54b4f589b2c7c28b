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
 * <p>Ranges, since what stencils, bands and sums depend on are few of these, however many elements they have. Where
 * there are many, small sets that are added wait until they are as many as the ranges there, so that a sum over the
 * edges of a graph doesn't copy all that it depends on at every step; who asks what is in the set has them joined.
 */
public final class Indices {

    /** Of sets with fewer ranges the union is made at once. */
    private static final int MANY = 64;

    /** The first index, and the one behind the last. */
    private final int from;

    private final int to;

    /** Where each range begins and ends, in order, none touching the next; null where there is one. */
    private int @Nullable [] bounds;

    /** What the set is made of, until the union is made. */
    private @Nullable Waiting waiting;

    /**
     * A union that isn't made yet.
     *
     * @param count how many ranges were added
     */
    private record Waiting(Indices base, Added added, int count) {}

    private record Added(Indices set, @Nullable Added next) {}

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
        if (a.waiting != null) {
            return a.with(b.joined());
        }
        if (b.waiting != null) {
            return b.with(a);
        }
        if (a.bounds == null && b.bounds == null && a.from <= b.to && b.from <= a.to) {
            return joined(a, b);
        }
        return a.isIn(b) ? b : b.isIn(a) ? a : a.ranges() >= b.ranges() ? a.with(b) : b.with(a);
    }

    /** The union with a set that is smaller, or not known to be larger; made now, or later. */
    private Indices with(Indices more) {
        Indices base = waiting == null ? this : waiting.base();
        if (base.ranges() < MANY) {
            return merged(this, more);
        }
        if (more.isIn(base)) {
            return this;
        }
        Indices union = new Indices(Math.min(from, more.from), Math.max(to, more.to), null);
        int count = (waiting == null ? 0 : waiting.count()) + more.ranges();
        union.waiting = new Waiting(base, new Added(more, waiting == null ? null : waiting.added()), count);
        return count > base.ranges() / 2 ? union.joined() : union;
    }

    /** This set, its union made. */
    private Indices joined() {
        if (waiting == null) {
            return this;
        }
        Indices base = waiting.base();
        long[] all = new long[base.ranges() + waiting.count()];
        int at = base.copyRanges(all, 0);
        for (Added added = waiting.added(); added != null; added = added.next()) {
            at = added.set().copyRanges(all, at);
        }
        Arrays.sort(all);
        int[] joined = new int[2 * all.length];
        int count = 0;
        for (long range : all) {
            count = append(joined, count, (int) (range >>> Integer.SIZE), (int) range);
        }
        bounds = count == 2 ? null : Arrays.copyOf(joined, count);
        waiting = null;
        return this;
    }

    private int copyRanges(long[] target, int at) {
        for (int range = 0; range < ranges(); range++) {
            target[at + range] = (long) begin(range) << Integer.SIZE | end(range);
        }
        return at + ranges();
    }

    /** Adds a range that doesn't begin before the last one; gives how many bounds there are. */
    private static int append(int[] bounds, int count, int begin, int end) {
        if (count > 0 && begin <= bounds[count - 1]) {
            bounds[count - 1] = Math.max(bounds[count - 1], end);
            return count;
        }
        bounds[count] = begin;
        bounds[count + 1] = end;
        return count + 2;
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
        if (b.bounds == null) {
            return a.inserted(b.from, b.to);
        }
        if (a.bounds == null) {
            return b.inserted(a.from, a.to);
        }
        int[] of = a.bounds;
        int[] and = b.bounds;
        int[] all = new int[of.length + and.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < of.length || j < and.length) {
            if (j == and.length || i < of.length && of[i] <= and[j]) {
                count = append(all, count, of[i], of[i + 1]);
                i += 2;
            } else {
                count = append(all, count, and[j], and[j + 1]);
                j += 2;
            }
        }
        if (count == 2) {
            return new Indices(all[0], all[1], null);
        }
        return same(a, all, count) ? a : same(b, all, count) ? b : ranges(all, count);
    }

    /** With one more range, which isn't in one that is there. */
    private Indices inserted(int begin, int end) {
        int before = 0;
        while (before < ranges() && end(before) < begin) {
            before++;
        }
        int behind = before;
        while (behind < ranges() && begin(behind) <= end) {
            behind++;
        }
        int first = before == behind ? begin : Math.min(begin, begin(before));
        int last = before == behind ? end : Math.max(end, end(behind - 1));
        int count = ranges() - (behind - before) + 1;
        if (count == 1) {
            return new Indices(first, last, null);
        }
        int[] all = new int[2 * count];
        for (int range = 0; range < count; range++) {
            int old = range < before ? range : range - 1 - before + behind;
            all[2 * range] = range == before ? first : begin(old);
            all[2 * range + 1] = range == before ? last : end(old);
        }
        return new Indices(all[0], all[2 * count - 1], all);
    }

    private static boolean same(Indices set, int[] bounds, int count) {
        return set.bounds != null && Arrays.equals(set.bounds, 0, set.bounds.length, bounds, 0, count);
    }

    private static Indices ranges(int[] bounds, int count) {
        return new Indices(
                bounds[0], bounds[count - 1], count == bounds.length ? bounds : Arrays.copyOf(bounds, count));
    }

    /** How many indices there are. */
    static int count(@Nullable Indices set) {
        Indices joined = set == null ? null : set.joined();
        int count = 0;
        for (int range = 0; joined != null && range < joined.ranges(); range++) {
            count += joined.end(range) - joined.begin(range);
        }
        return count;
    }

    /** Each index, in order. */
    void forEach(IntConsumer action) {
        joined();
        for (int range = 0; range < ranges(); range++) {
            for (int i = begin(range); i < end(range); i++) {
                action.accept(i);
            }
        }
    }

    /** Writes the indices into {@code target} from {@code at} on, in order. */
    static int copy(@Nullable Indices set, int[] target, int at) {
        Indices joined = set == null ? null : set.joined();
        int next = at;
        for (int range = 0; joined != null && range < joined.ranges(); range++) {
            for (int i = joined.begin(range); i < joined.end(range); i++) {
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
        @Nullable
        Object[] sets =
                (@Nullable Object[]) Array.newInstance(setsOf(like.getClass().getComponentType()), length);
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
        joined();
        StringBuilder text = new StringBuilder();
        for (int range = 0; range < ranges(); range++) {
            text.append(range == 0 ? "" : " ").append(begin(range));
            text.append(end(range) - begin(range) == 1 ? "" : "-" + (end(range) - 1));
        }
        return text.toString();
    }
}
