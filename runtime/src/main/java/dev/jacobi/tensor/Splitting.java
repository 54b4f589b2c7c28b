package dev.jacobi.tensor;

import java.util.Arrays;

/** Taking a tensor apart along a dimension. */
final class Splitting {
    private Splitting() {}

    /** Parts that begin at {@code bounds[i]} and end before {@code bounds[i + 1]}. */
    private static Tensor[] parts(String operation, Tensor x, int axis, int... bounds) {
        Tensor[] parts = new Tensor[bounds.length - 1];
        for (int i = 0; i < parts.length; i++) {
            int length = Math.max(0, bounds[i + 1] - bounds[i]);
            parts[i] = Slices.narrow(operation, x, axis, bounds[i], length);
        }
        return parts;
    }

    static Tensor[] split(String operation, Tensor x, int size, int axis) {
        int length = x.shape().at(axis);
        if (size < 0 || size == 0 && length > 0) {
            throw new IllegalArgumentException(operation + ": the size is " + size + ", but must be positive");
        }
        int count = size == 0 ? 1 : Math.max(1, (length - 1) / size + (length > 0 ? 1 : 0));
        int[] bounds = new int[count + 1];
        Arrays.setAll(bounds, i -> (int) Math.min(length, (long) i * size));
        return parts(operation, x, axis, bounds);
    }

    static Tensor[] split(Tensor x, int[] sizes, int axis) {
        int[] bounds = new int[Checks.present("split", "sizes", sizes).length + 1];
        long end = 0;
        boolean negative = sizes.length == 0;
        for (int i = 0; i < sizes.length; i++) {
            negative |= sizes[i] < 0;
            end += sizes[i];
            bounds[i + 1] = (int) Math.min(end, Integer.MAX_VALUE);
        }
        if (negative || end != x.shape().at(axis)) {
            throw new IllegalArgumentException("split: the sizes " + Arrays.toString(sizes)
                    + " must not be negative, and add up to the length of dimension " + axis + " of x with shape "
                    + x.shape());
        }
        return parts("split", x, axis, bounds);
    }

    static Tensor[] chunk(Tensor x, int chunks, int axis) {
        checkCount("chunk", chunks);
        int length = x.shape().at(axis);
        int size = length == 0 ? 0 : (length - 1) / chunks + 1;
        if (size == 0) {
            return parts("chunk", x, axis, new int[chunks + 1]);
        }
        return split("chunk", x, size, axis);
    }

    /** The first {@code length % sections} parts are longer by one. */
    static Tensor[] tensorSplit(Tensor x, int sections, int axis) {
        checkCount("tensorSplit", sections);
        int length = x.shape().at(axis);
        int[] bounds = new int[sections + 1];
        Arrays.setAll(bounds, i -> i * (length / sections) + Math.min(i, length % sections));
        return parts("tensorSplit", x, axis, bounds);
    }

    /** Split before these indices, which are clamped as the bounds of a slice. */
    static Tensor[] tensorSplit(Tensor x, int[] indices, int axis) {
        int length = x.shape().at(axis);
        int[] bounds = new int[Checks.present("tensorSplit", "indices", indices).length + 2];
        for (int i = 0; i < indices.length; i++) {
            bounds[i + 1] = Along.clamped(indices[i], length);
            if (bounds[i + 1] < bounds[i]) {
                throw new IllegalArgumentException("tensorSplit: the indices " + Arrays.toString(indices)
                        + " must not decrease along dimension " + axis + " of x with shape " + x.shape());
            }
        }
        bounds[indices.length + 1] = length;
        return parts("tensorSplit", x, axis, bounds);
    }

    private static void checkCount(String operation, int count) {
        if (count <= 0 || count == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(operation + ": the number of parts is " + count + ", but must be "
                    + (count <= 0 ? "positive" : "smaller"));
        }
    }

    static Tensor[] unbind(Tensor x, int axis) {
        Tensor[] parts = new Tensor[x.shape().at(axis)];
        Arrays.setAll(parts, i -> Along.select(x, axis, i));
        return parts;
    }
}
