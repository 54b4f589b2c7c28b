package dev.jacobi.processor.samples;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** What carries derivatives, as a list of numbers: a double, a float, a tensor. */
final class Numbers {
    private Numbers() {}

    static boolean carryDerivatives(Class<?> type) {
        return type == double.class || type == float.class || type == Tensor.class;
    }

    static double[] of(Object value) {
        return value instanceof Tensor tensor ? tensor.toDoubleArray() : new double[] {((Number) value).doubleValue()};
    }

    /** Numbers in the type and shape of another value. */
    static Object like(Object other, double... numbers) {
        if (other instanceof Tensor tensor) {
            return Tensor.from(numbers, tensor.shape().toArray()).to(tensor.dtype());
        }
        if (other instanceof Float) {
            return (float) numbers[0];
        }
        return numbers[0];
    }

    /** All zeros but for a one. */
    static Object unit(Object other, int index) {
        double[] numbers = new double[of(other).length];
        numbers[index] = 1;
        return like(other, numbers);
    }

    static boolean isFloat(Object value) {
        return value instanceof Float || value instanceof Tensor tensor && tensor.dtype() == DType.FLOAT32;
    }

    /** The relative distance of neighbours in the type. */
    static double epsilon(Object value) {
        return isFloat(value) ? 0x1p-23 : 0x1p-52;
    }

    /** Type and shape: two values of one kind have as many numbers. */
    static String kind(Object value) {
        return value instanceof Tensor tensor
                ? tensor.dtype() + " tensor of shape " + tensor.shape()
                : value.getClass().getSimpleName();
    }

    static boolean sameBits(Object a, Object b) {
        return kind(a).equals(kind(b)) && Arrays.equals(of(a), of(b));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double largest(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }
}
