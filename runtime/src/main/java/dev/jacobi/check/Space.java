package dev.jacobi.check;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** How points and results of the supported types are taken apart into numbers, and points put together again. */
final class Space {
    /** Distance from 1 to the next number, in float64 and float32. */
    static final double DOUBLE_EPSILON = Math.ulp(1.0);

    static final double FLOAT_EPSILON = Math.ulp(1f);

    private Space() {}

    /** The numbers of a value, row by row. */
    static double[] numbers(Object value) {
        if (value instanceof Double number) {
            return new double[] {number};
        }
        if (value instanceof Float number) {
            return new double[] {number};
        }
        if (value instanceof Tensor tensor) {
            return tensor.toDoubleArray();
        }
        if (value instanceof double[] array) {
            return array.clone();
        }
        if (value instanceof float[] array) {
            return Tensor.of(array).toDoubleArray();
        }
        if (value instanceof double[][] rows) {
            return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        }
        throw new IllegalArgumentException("GradientCheck: a value of type "
                + (value == null ? "null" : value.getClass().getTypeName())
                + " can't be checked; give numbers, arrays of double or float, double[][] or tensors");
    }

    /** A value like the given one with other numbers; a tensor in float64, so that differences of it are exact. */
    static Object precise(Object like, double[] numbers) {
        return like instanceof Tensor tensor
                ? Tensor.from(numbers, tensor.shape().toArray())
                : exact(like, numbers);
    }

    /** A value of the type and shape of the given one with other numbers. */
    static Object exact(Object like, double[] numbers) {
        if (like instanceof Double) {
            return numbers[0];
        }
        if (like instanceof Float) {
            return (float) numbers[0];
        }
        if (like instanceof Tensor tensor) {
            return Tensor.from(numbers, tensor.shape().toArray()).to(tensor.dtype());
        }
        if (like instanceof float[]) {
            return Tensor.of(numbers).toFloatArray();
        }
        if (like instanceof double[][] rows) {
            double[][] result = new double[rows.length][];
            int from = 0;
            for (int i = 0; i < rows.length; i++) {
                result[i] = Arrays.copyOfRange(numbers, from, from + rows[i].length);
                from += rows[i].length;
            }
            return result;
        }
        return numbers.clone();
    }

    /** The precision in which a value was computed. */
    static double epsilon(Object value) {
        boolean single = value instanceof Float
                || value instanceof float[]
                || value instanceof Tensor tensor && tensor.dtype() == DType.FLOAT32;
        return single ? FLOAT_EPSILON : DOUBLE_EPSILON;
    }

    /** The name of one entry, such as {@code x[1, 0]}. */
    static String entry(String name, Object value, int i) {
        if (value instanceof Double || value instanceof Float) {
            return name;
        }
        if (value instanceof Tensor tensor) {
            int[] index = new int[tensor.rank()];
            int rest = i;
            for (int d = index.length - 1; d >= 0; d--) {
                index[d] = rest % tensor.dim(d);
                rest /= tensor.dim(d);
            }
            return index.length == 0 ? name : name + Arrays.toString(index);
        }
        if (value instanceof double[][] rows) {
            int row = 0;
            int rest = i;
            while (rest >= rows[row].length) {
                rest -= rows[row++].length;
            }
            return name + "[" + row + ", " + rest + "]";
        }
        return name + "[" + i + "]";
    }

    /** The point on one line, long ones shortened. */
    static String describe(Object value) {
        double[] numbers = numbers(value);
        String shown = Arrays.toString(Arrays.copyOf(numbers, Math.min(numbers.length, 12)));
        if (numbers.length > 12) {
            shown = shown.substring(0, shown.length() - 1) + ", …]";
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.toString(numbers[0]);
        }
        return value instanceof Tensor tensor && tensor.rank() != 1 ? shown + " of shape " + tensor.shape() : shown;
    }
}
