package dev.jacobi.processor.samples;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;

/**
 * What carries derivatives, as a list of numbers: a double, a float, a tensor, an array or a record of such. What
 * carries none, such as an {@code int} in a record, has no number in the list.
 */
final class Numbers {
    private Numbers() {}

    static boolean carryDerivatives(Class<?> type) {
        if (type.isArray()) {
            return carryDerivatives(type.getComponentType());
        }
        return type == double.class || type == float.class || type == Tensor.class || carrying(type) != 0;
    }

    private static long carrying(Class<?> record) {
        return Records.components(record).stream()
                .filter(c -> carryDerivatives(c.getType()))
                .count();
    }

    static double[] of(Object value) {
        DoubleStream.Builder numbers = DoubleStream.builder();
        add(value, numbers);
        return numbers.build().toArray();
    }

    private static void add(Object value, DoubleStream.Builder numbers) {
        if (value instanceof Tensor tensor) {
            Arrays.stream(tensor.toDoubleArray()).forEach(numbers);
        } else if (value instanceof Double || value instanceof Float) {
            numbers.add(((Number) value).doubleValue());
        } else {
            parts(value).forEach(part -> add(part, numbers));
        }
    }

    /** The elements of an array, or of a record the components that carry derivatives. */
    private static List<Object> parts(Object value) {
        if (value != null && value.getClass().isArray()) {
            Object[] parts = new Object[Array.getLength(value)];
            Arrays.setAll(parts, i -> Array.get(value, i));
            return Arrays.asList(parts);
        }
        return value instanceof Record whole
                ? Records.components(whole.getClass()).stream()
                        .filter(c -> carryDerivatives(c.getType()))
                        .map(c -> Records.get(whole, c))
                        .toList()
                : List.of();
    }

    /** Numbers in the type and shape of another value, in memory of their own. */
    static Object like(Object other, double... numbers) {
        return like(other, Arrays.stream(numbers).iterator());
    }

    private static Object like(Object other, PrimitiveIterator.OfDouble numbers) {
        if (other instanceof Tensor tensor) {
            double[] elements = new double[of(tensor).length];
            Arrays.setAll(elements, i -> numbers.nextDouble());
            return Tensor.from(elements, tensor.shape().toArray()).to(tensor.dtype());
        } else if (other instanceof Float) {
            return (float) numbers.nextDouble();
        } else if (other instanceof Double) {
            return numbers.nextDouble();
        } else if (other != null && other.getClass().isArray()) {
            Object array = Array.newInstance(other.getClass().getComponentType(), Array.getLength(other));
            for (int i = 0; i < Array.getLength(other); i++) {
                Array.set(array, i, like(Array.get(other, i), numbers));
            }
            return array;
        }
        return other instanceof Record whole ? Records.map(whole, c -> like(Records.get(whole, c), numbers)) : other;
    }

    /** The same again: no change of the one is seen in the other. */
    static Object copy(Object value) {
        return like(value, of(value));
    }

    static Object zero(Object other) {
        return like(other, new double[of(other).length]);
    }

    /** All zeros but for a one. */
    static Object unit(Object other, int index) {
        double[] numbers = new double[of(other).length];
        numbers[index] = 1;
        return like(other, numbers);
    }

    /** Whether any number of it is a float. */
    static boolean isFloat(Object value) {
        return value instanceof Float
                || value instanceof float[]
                || value instanceof Tensor tensor && tensor.dtype() == DType.FLOAT32
                || parts(value).stream().anyMatch(Numbers::isFloat);
    }

    /** The relative distance of neighbours in the type. */
    static double epsilon(Object value) {
        return isFloat(value) ? 0x1p-23 : 0x1p-52;
    }

    /** Type and shape: two values of one kind have as many numbers. */
    static String kind(Object value) {
        if (value instanceof Tensor tensor) {
            return tensor.dtype() + " tensor of shape " + tensor.shape();
        } else if (value instanceof double[] || value instanceof float[]) {
            return value.getClass().getComponentType() + "[" + Array.getLength(value) + "]";
        } else if (value instanceof Record whole) {
            StringJoiner components = new StringJoiner(", ", "(", ")");
            for (RecordComponent component : Records.components(whole.getClass())) {
                if (carryDerivatives(component.getType())) {
                    components.add(component.getName() + ": " + kind(Records.get(whole, component)));
                }
            }
            return components.toString();
        } else if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Numbers::kind).toList().toString();
        }
        return value == null ? "null" : value.getClass().getSimpleName();
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
