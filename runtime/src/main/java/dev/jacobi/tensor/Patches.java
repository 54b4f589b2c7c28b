package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * The patches of an image that a kernel meets, as the columns of a matrix: a row for each element of the kernel, a
 * column for each of its places. PyTorch: {@code unfold}; elsewhere im2col.
 */
final class Patches {
    private final ConvolutionShape shape;

    Patches(ConvolutionShape shape) {
        this.shape = shape;
    }

    /** Copies the patches of the channels from {@code start} on into {@code columns}, zeros for the padding. */
    void read(Object image, int start, Object columns) {
        move(image, start, columns, false);
    }

    /** The adjoint of {@link #read}: adds the columns to the places that they were read from. */
    void add(Object columns, Object image, int start) {
        move(image, start, columns, true);
    }

    private void move(Object image, int start, Object columns, boolean back) {
        int target = 0;
        for (int c = 0; c < shape.inputs(); c++) {
            int plane = start + c * shape.plane();
            for (int k = 0; k < shape.into().kernel() * shape.across().kernel(); k++) {
                int kd = k / shape.across().kernel();
                int kh = k % shape.across().kernel();
                for (int kw = 0; kw < shape.along().kernel(); kw++) {
                    target = row(image, plane, columns, target, kd, kh, kw, back);
                }
            }
        }
    }

    /** One element of the kernel, in all of its places. */
    private int row(Object image, int plane, Object columns, int target, int kd, int kh, int kw, boolean back) {
        Direction into = shape.into();
        Direction across = shape.across();
        Direction along = shape.along();
        int stride = along.how().stride();
        int from = along.at(0, kw);
        int first = firstInside(from, stride);
        int last = Math.min(along.places(), firstInside(from - along.length(), stride));
        int width = along.places();
        int begin = target;
        for (int line = 0; line < into.places() * across.places(); line++, begin += width) {
            int z = into.at(line / across.places(), kd);
            int y = across.at(line % across.places(), kh);
            boolean inside = into.isInside(z) && across.isInside(y) && first < last;
            int source = plane + (z * across.length() + y) * along.length() + from;
            if (back) {
                if (inside) {
                    give(image, source, stride, columns, begin, first, last);
                }
            } else {
                clear(columns, begin, begin + (inside ? first : width));
                if (inside) {
                    take(image, source, stride, columns, begin, first, last);
                    clear(columns, begin + last, begin + width);
                }
            }
        }
        return begin;
    }

    /** The first place i, not negative, for which {@code from + i·stride ≥ 0}. */
    private static int firstInside(int from, int stride) {
        return from >= 0 ? 0 : (-from + stride - 1) / stride;
    }

    private static void clear(Object columns, int from, int to) {
        if (columns instanceof float[] floats) {
            Arrays.fill(floats, from, Math.max(from, to), 0);
        } else {
            Arrays.fill((double[]) columns, from, Math.max(from, to), 0);
        }
    }

    private static void take(Object image, int source, int stride, Object columns, int begin, int first, int last) {
        if (stride == 1) {
            System.arraycopy(image, source + first, columns, begin + first, last - first);
        } else if (image instanceof float[] floats) {
            float[] to = (float[]) columns;
            for (int i = first; i < last; i++) {
                to[begin + i] = floats[source + i * stride];
            }
        } else {
            double[] from = (double[]) image;
            double[] to = (double[]) columns;
            for (int i = first; i < last; i++) {
                to[begin + i] = from[source + i * stride];
            }
        }
    }

    private static void give(Object image, int source, int stride, Object columns, int begin, int first, int last) {
        if (image instanceof float[] floats) {
            float[] from = (float[]) columns;
            for (int i = first; i < last; i++) {
                floats[source + i * stride] += from[begin + i];
            }
        } else {
            double[] to = (double[]) image;
            double[] from = (double[]) columns;
            for (int i = first; i < last; i++) {
                to[source + i * stride] += from[begin + i];
            }
        }
    }
}
