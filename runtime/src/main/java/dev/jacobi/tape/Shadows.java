package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Shadows: for an array of numbers an array of the same shape that collects their derivatives. Generated code calls
 * these methods; they are not meant to be called by hand.
 *
 * <p>Arrays have any rank; ragged ones and null rows have shadows that are ragged and null in the same places. An array
 * that stands in two places has one shadow that stands in both.
 */
public final class Shadows {

    private Shadows() {}

    /** Zeros, as many as {@code like} has; null for null. */
    public static double @Nullable [] zerosLike(double @Nullable [] like) {
        return like == null ? null : new double[like.length];
    }

    /**
     * Adds the elements of {@code addend} to those of {@code target}, if there is one: {@code target[i] += addend[i]}.
     */
    public static void add(double @Nullable [] target, double[] addend) {
        if (target == null) {
            return;
        }
        checkLength(target.length, addend.length);
        for (int i = 0; i < target.length; i++) {
            target[i] += addend[i];
        }
    }

    /** A copy of the elements, which are zero afterwards; null for null. */
    public static double @Nullable [] take(double @Nullable [] array) {
        if (array == null) {
            return null;
        }
        double[] taken = array.clone();
        Arrays.fill(array, 0);
        return taken;
    }

    /** Sets all elements to zero; nothing for null. */
    public static void clear(double @Nullable [] array) {
        if (array != null) {
            Arrays.fill(array, 0);
        }
    }

    /** Sets {@code count} elements from {@code from} on to zero: the adjoint of overwriting them. */
    public static void clear(double[] array, int from, int count) {
        Arrays.fill(array, from, from + count, 0);
    }

    /** The sum of all elements, which are zero afterwards: the adjoint of {@code Arrays.fill(array, x)} by x. */
    public static double takeSum(double[] array) {
        return takeSum(array, 0, array.length);
    }

    /** The sum of the elements from {@code from} to {@code to}, exclusive, which are zero afterwards. */
    public static double takeSum(double[] array, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += array[i];
            array[i] = 0;
        }
        return sum;
    }

    /**
     * The adjoint of a copy: adds the elements of {@code copy} to those of {@code source} from {@code from} on, as far
     * as both reach, and sets them to zero.
     */
    public static void giveBack(double[] copy, double[] source, int from) {
        int count = Math.min(copy.length, source.length - from);
        for (int i = 0; i < count; i++) {
            source[from + i] += copy[i];
        }
        Arrays.fill(copy, 0);
    }

    /**
     * The adjoint of {@code System.arraycopy(source, sourceFrom, target, targetFrom, count)}; both may be one array,
     * and the ranges may overlap.
     */
    public static void moveBack(double[] target, int targetFrom, double[] source, int sourceFrom, int count) {
        if (target != source) {
            for (int i = 0; i < count; i++) {
                source[sourceFrom + i] += target[targetFrom + i];
                target[targetFrom + i] = 0;
            }
            return;
        }
        // An element that is the source of one and the target of another is taken before it is added to.
        for (int k = 0; k < count; k++) {
            int i = targetFrom > sourceFrom ? k : count - 1 - k;
            double moved = target[targetFrom + i];
            target[targetFrom + i] = 0;
            source[sourceFrom + i] += moved;
        }
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static double[] grown(double[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** Zeros, as many as {@code like} has; null for null. */
    public static float @Nullable [] zerosLike(float @Nullable [] like) {
        return like == null ? null : new float[like.length];
    }

    /**
     * Adds the elements of {@code addend} to those of {@code target}, if there is one: {@code target[i] += addend[i]}.
     */
    public static void add(float @Nullable [] target, float[] addend) {
        if (target == null) {
            return;
        }
        checkLength(target.length, addend.length);
        for (int i = 0; i < target.length; i++) {
            target[i] += addend[i];
        }
    }

    /** A copy of the elements, which are zero afterwards; null for null. */
    public static float @Nullable [] take(float @Nullable [] array) {
        if (array == null) {
            return null;
        }
        float[] taken = array.clone();
        Arrays.fill(array, 0);
        return taken;
    }

    /** Sets all elements to zero; nothing for null. */
    public static void clear(float @Nullable [] array) {
        if (array != null) {
            Arrays.fill(array, 0);
        }
    }

    /** Sets {@code count} elements from {@code from} on to zero: the adjoint of overwriting them. */
    public static void clear(float[] array, int from, int count) {
        Arrays.fill(array, from, from + count, 0);
    }

    /** The sum of all elements, which are zero afterwards: the adjoint of {@code Arrays.fill(array, x)} by x. */
    public static float takeSum(float[] array) {
        return takeSum(array, 0, array.length);
    }

    /** The sum of the elements from {@code from} to {@code to}, exclusive, which are zero afterwards. */
    public static float takeSum(float[] array, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += array[i];
            array[i] = 0;
        }
        return sum;
    }

    /**
     * The adjoint of a copy: adds the elements of {@code copy} to those of {@code source} from {@code from} on, as far
     * as both reach, and sets them to zero.
     */
    public static void giveBack(float[] copy, float[] source, int from) {
        int count = Math.min(copy.length, source.length - from);
        for (int i = 0; i < count; i++) {
            source[from + i] += copy[i];
        }
        Arrays.fill(copy, 0);
    }

    /**
     * The adjoint of {@code System.arraycopy(source, sourceFrom, target, targetFrom, count)}; both may be one array,
     * and the ranges may overlap.
     */
    public static void moveBack(float[] target, int targetFrom, float[] source, int sourceFrom, int count) {
        if (target != source) {
            for (int i = 0; i < count; i++) {
                source[sourceFrom + i] += target[targetFrom + i];
                target[targetFrom + i] = 0;
            }
            return;
        }
        // An element that is the source of one and the target of another is taken before it is added to.
        for (int k = 0; k < count; k++) {
            int i = targetFrom > sourceFrom ? k : count - 1 - k;
            float moved = target[targetFrom + i];
            target[targetFrom + i] = 0;
            source[sourceFrom + i] += moved;
        }
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static float[] grown(float[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static int[] grown(int[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static boolean[] grown(boolean[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static long[] grown(long[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static byte[] grown(byte[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static short[] grown(short[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static char[] grown(char[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** A tape of at least a length: the same, or one at least twice as long that begins with the same elements. */
    public static <T> T[] grown(T[] tape, int length) {
        return length <= tape.length ? tape : Arrays.copyOf(tape, Math.max(length, 2 * tape.length));
    }

    /** The same rows in an array of its own; of rows of rows the same. Null for null. */
    public static <T> T @Nullable [] rows(T @Nullable [] array) {
        if (array == null) {
            return null;
        }
        T[] rows = array.clone();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] instanceof Object[] inner && !(inner instanceof Tensor[])) {
                Array.set(rows, i, rows(inner));
            }
        }
        return rows;
    }

    /** Ones, as many as {@code like} has; null for null. */
    public static double @Nullable [] onesLike(double @Nullable [] like) {
        if (like == null) {
            return null;
        }
        double[] ones = new double[like.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Ones, as many as {@code like} has; null for null. */
    public static float @Nullable [] onesLike(float @Nullable [] like) {
        if (like == null) {
            return null;
        }
        float[] ones = new float[like.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Ones in the shape of an array of arrays or tensors. */
    public static <T> T @Nullable [] onesLike(T @Nullable [] like) {
        T[] ones = zerosLike(like);
        for (int i = 0; ones != null && i < ones.length; i++) {
            if (ones[i] instanceof double[] row) {
                Arrays.fill(row, 1);
            } else if (ones[i] instanceof float[] row) {
                Arrays.fill(row, 1);
            } else if (ones[i] instanceof Tensor tensor) {
                Array.set(ones, i, Tensor.onesLike(tensor));
            } else if (ones[i] instanceof Object[] rows) {
                Array.set(ones, i, onesLike(rows));
            }
        }
        return ones;
    }

    /** Zeros in the shape of an array of arrays or tensors; a row that stands in it twice has one shadow. */
    @SuppressWarnings("unchecked") // the zeros are of the class of what they are like
    public static <T> T @Nullable [] zerosLike(T @Nullable [] like) {
        return like == null ? null : (T[]) new Shape().zerosLike(like);
    }

    /** Adds the elements of {@code addend} to those of {@code target}, if there is one. */
    public static <T> void add(T @Nullable [] target, T[] addend) {
        if (target != null) {
            add(target, addend, part -> true);
        }
    }

    /**
     * Adds a derivative, in which an array that stands in two places holds the sum of the derivatives by both: it
     * counts once.
     */
    public static <T> void addOnce(T @Nullable [] target, T[] addend) {
        if (target != null) {
            Set<Object> added = Collections.newSetFromMap(new IdentityHashMap<>());
            add(target, addend, added::add);
        }
    }

    private static void add(Object[] target, Object[] addend, Predicate<Object> counts) {
        checkLength(target.length, addend.length);
        for (int i = 0; i < target.length; i++) {
            if (target[i] == null || !counts.test(addend[i])) {
                continue;
            }
            if (target[i] instanceof double[] row) {
                add(row, (double[]) addend[i]);
            } else if (target[i] instanceof float[] row) {
                add(row, (float[]) addend[i]);
            } else if (target[i] instanceof Tensor[] row) {
                TensorShadows.add(row, (Tensor[]) addend[i]);
            } else if (target[i] instanceof Object[] rows) {
                add(rows, (Object[]) addend[i], counts);
            }
        }
    }

    /**
     * The same numbers in arrays of their own; an array that stands in two places has one copy in both. Null for null.
     */
    public static <T> T @Nullable [] copy(T @Nullable [] array) {
        return array == null ? null : copy(array, new IdentityHashMap<>());
    }

    private static <T> T[] copy(T[] array, Map<Object, Object> copies) {
        T[] copied = array.clone();
        for (int i = 0; i < array.length; i++) {
            T row = array[i];
            if (row != null && row.getClass().isArray()) {
                Object before = copies.get(row);
                Object copy =
                        before != null ? before : row instanceof Object[] rows ? copy(rows, copies) : numbers(row);
                copies.put(row, copy);
                Array.set(copied, i, copy);
            }
        }
        return copied;
    }

    private static Object numbers(Object row) {
        int length = Array.getLength(row);
        Object copy = Array.newInstance(row.getClass().getComponentType(), length);
        System.arraycopy(row, 0, copy, 0, length);
        return copy;
    }

    /**
     * Refuses two arrays that are one, or have an array inside in common.
     *
     * @throws IllegalArgumentException with the message, if they do
     */
    public static void checkDistinct(@Nullable Object a, @Nullable Object b, String message) {
        Map<Object, Object> inside = new IdentityHashMap<>();
        collect(a, inside);
        if (meets(b, inside)) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Refuses one array given twice.
     *
     * @throws IllegalArgumentException with the message, if it is
     */
    public static void checkDistinct(double @Nullable [] a, double @Nullable [] b, String message) {
        if (a == b && a != null) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Refuses an array that holds one row in two places.
     *
     * @throws IllegalArgumentException with the message, if it does
     */
    public static void checkRows(@Nullable Object @Nullable [] rows, String message) {
        if (rows != null && !isOnce(rows, new IdentityHashMap<>())) {
            throw new IllegalArgumentException(message);
        }
    }

    private static boolean isOnce(@Nullable Object[] rows, Map<Object, Object> met) {
        boolean once = true;
        for (Object row : rows) {
            if (isArray(row)) {
                once &= met.put(row, row) == null && !(row instanceof Object[] inner && !isOnce(inner, met));
            }
        }
        return once;
    }

    private static void collect(@Nullable Object array, Map<Object, Object> inside) {
        if (isArray(array) && inside.put(array, array) == null && array instanceof Object[] rows) {
            for (Object row : rows) {
                collect(row, inside);
            }
        }
    }

    /** Tensors may stand in several arrays: nobody changes them. */
    private static boolean isArray(@Nullable Object element) {
        return element != null && element.getClass().isArray();
    }

    private static boolean meets(@Nullable Object array, Map<Object, Object> inside) {
        if (!isArray(array)) {
            return false;
        }
        boolean meets = inside.containsKey(array);
        if (!meets && array instanceof Object[] rows) {
            for (Object row : rows) {
                meets |= meets(row, inside);
            }
        }
        return meets;
    }

    /** Sets all elements to zero; nothing for null. */
    public static <T> void clear(T @Nullable [] array) {
        if (array == null) {
            return;
        }
        for (T row : array) {
            if (row instanceof double[] numbers) {
                clear(numbers);
            } else if (row instanceof float[] numbers) {
                clear(numbers);
            } else if (row instanceof Tensor[] tensors) {
                TensorShadows.clear(tensors);
            } else if (row instanceof Object[] rows) {
                clear(rows);
            }
        }
    }

    /** A copy of the elements, which are zero afterwards; null for null. */
    public static <T> T @Nullable [] take(T @Nullable [] array) {
        T[] taken = copy(array);
        clear(array);
        return taken;
    }

    private static void checkLength(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalArgumentException(
                    "the seed has " + actual + " elements, but the result has " + expected + ": give one for each");
        }
    }

    /** Makes arrays of zeros, one for each array however often that is met. */
    private static final class Shape {
        private final Map<Object, Object> made = new IdentityHashMap<>();

        Object zerosLike(Object like) {
            if (like instanceof Tensor tensor) {
                return Tensor.zerosLike(tensor);
            }
            Object before = made.get(like);
            if (before != null) {
                return before;
            }
            int length = Array.getLength(like);
            Object zeros = Array.newInstance(like.getClass().getComponentType(), length);
            made.put(like, zeros);
            if (like instanceof Object[] rows) {
                for (int i = 0; i < length; i++) {
                    Array.set(zeros, i, rows[i] == null ? null : zerosLike(rows[i]));
                }
            }
            return zeros;
        }
    }
}
