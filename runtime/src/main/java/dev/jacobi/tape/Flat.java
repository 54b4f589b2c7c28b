package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of several values side by side: arguments and derivatives of any shape as one vector. Arrays are read row
 * by row, and so are tensors; what is null has no numbers and stays null.
 */
public final class Flat {

    private final double[] numbers;
    private int next;

    /** @param numbers where numbers are taken from, or put */
    public Flat(double[] numbers) {
        this.numbers = numbers;
    }

    /** How many numbers a value has. */
    public static int count(double value) {
        return 1;
    }

    /** How many numbers a value has. */
    public static int count(double @Nullable [] value) {
        return value == null ? 0 : value.length;
    }

    /** How many numbers a value has. */
    public static int count(float @Nullable [] value) {
        return value == null ? 0 : value.length;
    }

    /** How many numbers a value has. */
    public static int count(@Nullable Tensor value) {
        return value == null ? 0 : value.size();
    }

    /** How many numbers an array's rows have together. */
    public static int count(@Nullable Object @Nullable [] rows) {
        int count = 0;
        for (int i = 0; rows != null && i < rows.length; i++) {
            Object row = rows[i];
            count += row instanceof double[] doubles
                    ? count(doubles)
                    : row instanceof float[] floats
                            ? count(floats)
                            : row instanceof Tensor tensor ? count(tensor) : count((Object[]) row);
        }
        return count;
    }

    /** The next number. */
    public double take(double like) {
        return numbers[next++];
    }

    /** The next number. */
    public float take(float like) {
        return (float) numbers[next++];
    }

    /** The next numbers, as many as an array has; null for null. */
    public double @Nullable [] take(double @Nullable [] like) {
        if (like == null) {
            return null;
        }
        double[] taken = new double[like.length];
        System.arraycopy(numbers, next, taken, 0, taken.length);
        next += taken.length;
        return taken;
    }

    /** The next numbers, as many as an array has; null for null. */
    public float @Nullable [] take(float @Nullable [] like) {
        if (like == null) {
            return null;
        }
        float[] taken = new float[like.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = (float) numbers[next++];
        }
        return taken;
    }

    /** The next numbers, in a tensor of another's shape and type. */
    public Tensor take(Tensor like) {
        double[] taken = new double[like.size()];
        System.arraycopy(numbers, next, taken, 0, taken.length);
        next += taken.length;
        return Tensor.of(taken).reshape(like.shape().toArray()).to(like.dtype());
    }

    /** The next numbers, in rows like those of an array; null for null. */
    public <T extends @Nullable Object> T @Nullable [] take(T @Nullable [] like) {
        if (like == null) {
            return null;
        }
        T[] taken = like.clone();
        for (int i = 0; i < taken.length; i++) {
            taken[i] = row(taken[i]);
        }
        return taken;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // null is given for null alone
    private <T extends @Nullable Object> T row(T like) {
        if (like == null) {
            return like;
        }
        if (like instanceof double[] doubles) {
            return (T) take(doubles);
        }
        if (like instanceof float[] floats) {
            return (T) take(floats);
        }
        return like instanceof Tensor tensor ? (T) take(tensor) : (T) take((Object[]) like);
    }

    /** Puts a number behind those that are there. */
    public Flat put(double value) {
        numbers[next++] = value;
        return this;
    }

    /** Puts an array's numbers behind those that are there. */
    public Flat put(double @Nullable [] values) {
        for (int i = 0; values != null && i < values.length; i++) {
            put(values[i]);
        }
        return this;
    }

    /** Puts an array's numbers behind those that are there. */
    public Flat put(float @Nullable [] values) {
        for (int i = 0; values != null && i < values.length; i++) {
            put(values[i]);
        }
        return this;
    }

    /** Puts a tensor's numbers behind those that are there. */
    public Flat put(@Nullable Tensor values) {
        return values == null ? this : put(values.toDoubleArray());
    }

    /** Puts the numbers of an array's rows behind those that are there. */
    public Flat put(@Nullable Object @Nullable [] rows) {
        for (int i = 0; rows != null && i < rows.length; i++) {
            Object row = rows[i];
            if (row instanceof double[] doubles) {
                put(doubles);
            } else if (row instanceof float[] floats) {
                put(floats);
            } else if (row instanceof Tensor tensor) {
                put(tensor);
            } else {
                put((Object[]) row);
            }
        }
        return this;
    }

    /** All numbers. */
    public double[] numbers() {
        return numbers;
    }
}
