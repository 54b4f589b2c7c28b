package dev.jacobi.tape;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** How large tensors and arrays of numbers are, of any rank, and how far apart: by their largest element. */
final class Distance {

    private Distance() {}

    /** The largest element's absolute value, or NaN where there is one. */
    static double size(Object numbers) {
        double size = 0;
        if (numbers instanceof double[] row) {
            for (double x : row) {
                size = Math.max(size, Math.abs(x));
            }
        } else if (numbers instanceof float[] row) {
            for (float x : row) {
                size = Math.max(size, Math.abs(x));
            }
        } else if (numbers instanceof Object[] rows) {
            for (Object row : rows) {
                size = Math.max(size, size(row));
            }
        } else if (numbers instanceof Tensor tensor) {
            size = size(tensor.toDoubleArray());
        } else if (numbers instanceof Number number) {
            size = Math.abs(number.doubleValue());
        }
        return size;
    }

    /** The largest difference of two elements. */
    static double between(Object a, Object b) {
        return beyond(0, a, b);
    }

    /** The largest difference of two elements, but for those that is within {@code rounding} times the second. */
    static double beyond(double rounding, Object a, Object b) {
        double distance = 0;
        if (a instanceof double[] p && b instanceof double[] q) {
            checkLength(p.length, q.length);
            for (int i = 0; i < p.length; i++) {
                distance = Math.max(distance, beyond(rounding, p[i], q[i]));
            }
        } else if (a instanceof float[] p && b instanceof float[] q) {
            checkLength(p.length, q.length);
            for (int i = 0; i < p.length; i++) {
                distance = Math.max(distance, beyond(rounding, p[i], q[i]));
            }
        } else if (a instanceof Object[] p && b instanceof Object[] q) {
            checkLength(p.length, q.length);
            for (int i = 0; i < p.length; i++) {
                distance = Math.max(distance, beyond(rounding, p[i], q[i]));
            }
        } else if (a instanceof Tensor p && b instanceof Tensor q) {
            distance = beyond(rounding, p.toDoubleArray(), q.toDoubleArray());
        }
        return distance;
    }

    /** The difference of two numbers; 0 if it is within {@code rounding} times the second. */
    static double beyond(double rounding, double a, double b) {
        double distance = Math.abs(a - b);
        return Double.isFinite(distance) && distance <= rounding * Math.abs(b) ? 0 : distance;
    }

    /** {@code sum += weight * (before - now)}. */
    static void add(Object sum, Object before, Object now, int weight) {
        if (sum instanceof double[] s && before instanceof double[] p && now instanceof double[] q) {
            for (int i = 0; i < s.length; i++) {
                s[i] += weight * (p[i] - q[i]);
            }
        } else if (sum instanceof float[] s && before instanceof float[] p && now instanceof float[] q) {
            for (int i = 0; i < s.length; i++) {
                s[i] += weight * (p[i] - q[i]);
            }
        } else if (sum instanceof Object[] s && before instanceof Object[] p && now instanceof Object[] q) {
            for (int i = 0; i < s.length; i++) {
                add(s[i], p[i], q[i], weight);
            }
        }
    }

    /** Sets all elements to zero. */
    static void clear(Object numbers) {
        if (numbers instanceof double[] row) {
            Arrays.fill(row, 0);
        } else if (numbers instanceof float[] row) {
            Arrays.fill(row, 0);
        } else if (numbers instanceof Object[] rows) {
            for (Object row : rows) {
                clear(row);
            }
        }
    }

    /** Whether numbers are of single precision. */
    static boolean isFloat(Object numbers) {
        if (numbers instanceof Tensor tensor) {
            return tensor.dtype() == DType.FLOAT32;
        }
        Class<?> element = numbers.getClass();
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element == float.class || element == Float.class;
    }

    private static void checkLength(int a, int b) {
        if (a != b) {
            throw new IllegalArgumentException("a variable of a @FixedPoint loop has " + a
                    + " elements before an iteration and " + b + " behind it");
        }
    }
}
