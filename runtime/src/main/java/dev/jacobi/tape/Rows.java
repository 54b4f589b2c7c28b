package dev.jacobi.tape;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of records taken apart into an array for each component, and put together again. Generated code computes with
 * the former and shows its users the latter. Where an array of records holds null, the arrays of components hold zero,
 * and {@link #given} tells.
 */
public final class Rows {

    private Rows() {}

    /**
     * Which elements are there.
     *
     * @param rows records, or null
     * @return for each element whether it is not null
     */
    public static boolean[] given(@Nullable Object[] rows) {
        boolean[] given = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            given[i] = rows[i] != null;
        }
        return given;
    }

    /**
     * Refuses to read from an element that is null.
     *
     * @param called what the source calls the element
     * @throws NullPointerException if the element is not there
     */
    public static void requireGiven(boolean isGiven, String called) {
        if (!isGiven) {
            throw new NullPointerException(called + " is null");
        }
    }

    /**
     * A component of all records.
     *
     * @param rows records, or null
     * @param component gives a record's component
     * @return what the component holds in each record; 0 for null
     */
    public static <T> double[] doubles(@Nullable T[] rows, ToDoubleFunction<? super T> component) {
        double[] numbers = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = component.applyAsDouble(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code float}, which a double holds exactly. */
    public static <T> float[] floats(@Nullable T[] rows, ToDoubleFunction<? super T> component) {
        float[] numbers = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = (float) component.applyAsDouble(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code int}. */
    public static <T> int[] ints(@Nullable T[] rows, ToIntFunction<? super T> component) {
        int[] numbers = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = component.applyAsInt(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code long}. */
    public static <T> long[] longs(@Nullable T[] rows, ToLongFunction<? super T> component) {
        long[] numbers = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = component.applyAsLong(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code short}. */
    public static <T> short[] shorts(@Nullable T[] rows, ToIntFunction<? super T> component) {
        short[] numbers = new short[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = (short) component.applyAsInt(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code byte}. */
    public static <T> byte[] bytes(@Nullable T[] rows, ToIntFunction<? super T> component) {
        byte[] numbers = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = (byte) component.applyAsInt(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code char}. */
    public static <T> char[] chars(@Nullable T[] rows, ToIntFunction<? super T> component) {
        char[] numbers = new char[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                numbers[i] = (char) component.applyAsInt(row);
            }
        }
        return numbers;
    }

    /** The same for a component of type {@code boolean}; false for null. */
    public static <T> boolean[] booleans(@Nullable T[] rows, Predicate<? super T> component) {
        boolean[] values = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            values[i] = row != null && component.test(row);
        }
        return values;
    }

    /**
     * The same for a component that is an object, or for the rows of an array of arrays; null for null.
     *
     * @param made makes an array of the results' type
     */
    public static <T, U> @Nullable U[] objects(
            @Nullable T[] rows, IntFunction<@Nullable U[]> made, Function<? super T, ? extends @Nullable U> component) {
        @Nullable U[] objects = made.apply(rows.length);
        for (int i = 0; i < rows.length; i++) {
            T row = rows[i];
            if (row != null) {
                objects[i] = component.apply(row);
            }
        }
        return objects;
    }

    /**
     * Writes what one array holds into another of the same shape; rows stay where they are and are written to.
     *
     * @param from records, or rows of them
     * @param to is overwritten
     */
    public static void copy(@Nullable Object[] from, @Nullable Object[] to) {
        for (int i = 0; i < to.length; i++) {
            if (from[i] instanceof Object[] row && to[i] instanceof Object[] own) {
                copy(row, own);
            } else {
                to[i] = from[i];
            }
        }
    }
}
