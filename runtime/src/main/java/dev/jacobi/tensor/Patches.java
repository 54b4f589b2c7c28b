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
            int plane = start + c * shape.height() * shape.width();
            for (int kh = 0; kh < shape.kernelHeight(); kh++) {
                for (int kw = 0; kw < shape.kernelWidth(); kw++) {
                    target = row(image, plane, columns, target, kh, kw, back);
                }
            }
        }
    }

    /** One element of the kernel, in all of its places. */
    private int row(Object image, int plane, Object columns, int target, int kh, int kw, boolean back) {
        Convolution along = shape.along();
        int from = kw * along.dilation() - along.padding();
        int first = firstInside(from, along.stride());
        int last = Math.min(shape.resultWidth(), firstInside(from - shape.width(), along.stride()));
        int width = shape.resultWidth();
        int begin = target;
        for (int h = 0; h < shape.resultHeight(); h++, begin += width) {
            int y = h * shape.across().stride()
                    + kh * shape.across().dilation()
                    - shape.across().padding();
            boolean inside = y >= 0 && y < shape.height() && first < last;
            int source = plane + y * shape.width() + from;
            if (back) {
                if (inside) {
                    give(image, source, along.stride(), columns, begin, first, last);
                }
            } else {
                clear(columns, begin, begin + (inside ? first : width));
                if (inside) {
                    take(image, source, along.stride(), columns, begin, first, last);
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
