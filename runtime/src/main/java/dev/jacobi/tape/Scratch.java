package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arrays and objects of a {@link Workspace}. Generated code asks for them in the place of {@code new}; it is not
 * meant to be used by hand.
 *
 * <p>What a call has got is its own until it ends or {@link #release releases} it: until then no two requests give the
 * same array. An array has just the length that was asked for, since {@code a.length} is a part of what a program
 * computes with.
 */
public final class Scratch {

    private final Pool doubles = new Pool(double.class);
    private final Map<Class<?>, Pool> pools = new HashMap<>();
    private final Map<Class<?>, Shelf> shelves = new HashMap<>();
    private final Map<Object, Object> shadows = new IdentityHashMap<>();
    private final Bars bars = new Bars();
    private final Taken taken = new Taken();
    private long call;

    Scratch() {}

    /** A new call: all is free again. */
    void restart() {
        call++;
        taken.forget();
    }

    /** How much has been given out, for {@link #release}. */
    public int mark() {
        return taken.mark();
    }

    /** What has been given out since the mark is free again: nobody reads it any more. */
    public void release(int mark) {
        taken.release(mark);
    }

    /** What checks the arrays that a member is given. */
    public Bars bars() {
        return bars;
    }

    private Pool pool(Class<?> type) {
        if (type == double[].class) {
            return doubles;
        }
        Pool pool = pools.get(type);
        if (pool == null) {
            pool = new Pool(type.getComponentType());
            pools.put(type, pool);
        }
        return pool;
    }

    /** An array with anything in it: for what is written before it is read. */
    @SuppressWarnings("unchecked") // the pool's arrays are of this class
    public <A> A tape(Class<A> type, int length) {
        return (A) pool(type).array(length, call, taken);
    }

    /** The same as {@code new double[length]}, for arrays of any type: zeros, or nulls. */
    public <A> A array(Class<A> type, int length) {
        A array = tape(type, length);
        clear(array);
        return array;
    }

    /** The same as {@code new double[length][next]}. */
    public <A> A array(Class<A> type, int length, int next) {
        checkLength(length);
        checkLength(next);
        A array = tape(type, length);
        Object[] rows = (Object[]) array;
        for (int i = 0; i < length; i++) {
            rows[i] = array(type.getComponentType(), next);
        }
        return array;
    }

    /** The same as {@code new double[length][next][last]}. */
    public <A> A array(Class<A> type, int length, int next, int last) {
        checkLength(length);
        checkLength(next);
        checkLength(last);
        A array = tape(type, length);
        Object[] rows = (Object[]) array;
        for (int i = 0; i < length; i++) {
            rows[i] = array(type.getComponentType(), next, last);
        }
        return array;
    }

    /** Java looks at all lengths before it makes anything, also where there are no rows to be made. */
    private static void checkLength(int length) {
        if (length < 0) {
            throw new NegativeArraySizeException(String.valueOf(length));
        }
    }

    private static void clear(Object array) {
        if (array instanceof double[] a) {
            Arrays.fill(a, 0);
        } else if (array instanceof Object[] a) {
            Arrays.fill(a, null);
        } else if (array instanceof int[] a) {
            Arrays.fill(a, 0);
        } else if (array instanceof float[] a) {
            Arrays.fill(a, 0);
        } else if (array instanceof boolean[] a) {
            Arrays.fill(a, false);
        } else if (array instanceof long[] a) {
            Arrays.fill(a, 0);
        } else if (array instanceof byte[] a) {
            Arrays.fill(a, (byte) 0);
        } else if (array instanceof short[] a) {
            Arrays.fill(a, (short) 0);
        } else if (array instanceof char[] a) {
            Arrays.fill(a, '\0');
        }
    }

    @SuppressWarnings("unchecked") // an array's class is the class of arrays like it
    private <A> A like(A array, int length) {
        return (A) tape(array.getClass(), length);
    }

    /** The same as {@code array.clone()}. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays, of one class
    public <A> A copyOf(A array) {
        int length = Array.getLength(array);
        A copy = like(array, length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    /** The same as {@link Arrays#copyOf(double[], int)}, for arrays of any type. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays, of one class
    public <A> A copyOf(A array, int length) {
        int own = Array.getLength(array);
        A copy = like(array, length);
        if (length > own) {
            clear(copy);
        }
        System.arraycopy(array, 0, copy, 0, Math.min(own, length));
        return copy;
    }

    /** The same as {@link Arrays#copyOfRange(double[], int, int)}, for arrays of any type. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays, of one class
    public <A> A copyOfRange(A array, int from, int to) {
        int own = Array.getLength(array);
        if (from < 0 || from > own || from > to) {
            throwAsArrays(array, own, from, to);
        }
        A copy = like(array, to - from);
        if (to > own) {
            clear(copy);
        }
        System.arraycopy(array, from, copy, 0, Math.min(own, to) - from);
        return copy;
    }

    private static void throwAsArrays(Object array, int own, int from, int to) {
        Object copy = array instanceof double[] a
                ? Arrays.copyOfRange(a, from, to)
                : array instanceof float[] a
                        ? Arrays.copyOfRange(a, from, to)
                        : Arrays.copyOfRange(new int[own], from, to);
        throw new IllegalStateException("a copy that must fail gave " + copy);
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays, of one class
    public <A> A grown(A tape, int length) {
        int before = Array.getLength(tape);
        if (length <= before) {
            return tape;
        }
        A longer = like(tape, Math.max(length, 2 * before));
        System.arraycopy(tape, 0, longer, 0, before);
        return longer;
    }

    /** The same as {@link Shadows#rows}: the same rows in an array of its own; of rows of rows the same. */
    public <T> T[] rows(T[] array) {
        T[] rows = copyOf(array);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] instanceof Object[] inner && !(inner instanceof Tensor[])) {
                ((Object[]) rows)[i] = rows(inner);
            }
        }
        return rows;
    }

    /**
     * Zeros in the shape of {@code like}, null where that is null; an array that stands in it twice has one shadow that
     * stands in both places.
     */
    @SuppressWarnings("unchecked") // the zeros are of the class of what they are like
    public <A extends @Nullable Object> A zerosLike(A like) {
        if (!(like instanceof Object[] rows)) {
            return like == null ? like : (A) array(like.getClass(), Array.getLength(like));
        }
        try {
            return (A) shadow(rows);
        } finally {
            shadows.clear();
        }
    }

    /** The same as {@link TensorShadows#noneLike}. */
    @SuppressWarnings("unchecked") // what is made is of the class of what it is like
    public <T extends @Nullable Object> T @Nullable [] noneLike(T @Nullable [] like) {
        return like == null ? null : (T[]) zerosLike((Object[]) like);
    }

    /** Zeros in the shape of {@code like}, for each place an array of its own; null where that is null. */
    @SuppressWarnings("unchecked") // the zeros are of the class of what they are like
    public <A extends @Nullable Object> A zerosApart(A like) {
        if (like == null) {
            return like;
        }
        A zeros = (A) array(like.getClass(), Array.getLength(like));
        if (zeros instanceof Object[] places && like instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] != null) {
                    places[i] = zerosApart(rows[i]);
                }
            }
        }
        return zeros;
    }

    private Object[] shadow(Object[] like) {
        Object[] zeros = array(like.getClass(), like.length);
        shadows.put(like, zeros);
        for (int i = 0; i < like.length; i++) {
            Object row = like[i];
            if (row != null && row.getClass().isArray()) {
                Object before = shadows.get(row);
                zeros[i] = before != null ? before : row instanceof Object[] inner ? shadow(inner) : numbers(row);
            }
        }
        return zeros;
    }

    private Object numbers(Object row) {
        Object zeros = array(row.getClass(), Array.getLength(row));
        shadows.put(row, zeros);
        return zeros;
    }

    /**
     * An object of the class that this call has not had yet; null where one must be made, and given to {@link #keep}.
     */
    @SuppressWarnings("unchecked") // the shelf's objects are of this class
    public <T> @Nullable T reuse(Class<T> type) {
        Shelf shelf = shelves.get(type);
        return shelf == null ? null : (T) shelf.next(call, taken);
    }

    /** Keeps an object for later calls. */
    public <T> T keep(T made) {
        Shelf shelf = shelves.get(made.getClass());
        if (shelf == null) {
            shelf = new Shelf();
            shelves.put(made.getClass(), shelf);
            shelf.next(call, taken);
        }
        shelf.add(made, taken);
        return made;
    }
}
