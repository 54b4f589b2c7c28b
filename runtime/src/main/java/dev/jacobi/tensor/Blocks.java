package dev.jacobi.tensor;

/**
 * Taking equal blocks of elements out of an array, and putting them into one. An array is {@code outer} rows of blocks,
 * and {@code map} names blocks of a row: what all selections along a dimension, and by integers, come down to.
 *
 * @param outer the number of rows
 * @param length the number of blocks in a row of the whole
 * @param map which blocks of each row; a part has {@code map.length} blocks in a row
 * @param size the number of elements in a block
 */
record Blocks(int outer, int length, int[] map, int size) {

    /** The blocks that {@code map} names along a dimension of a tensor of this shape. */
    static Blocks along(Shape shape, int axis, int[] map) {
        return new Blocks(shape.span(0, axis), shape.at(axis), map, shape.span(axis + 1, shape.rank()));
    }

    /** Block k of the result is block {@code map[k]} of {@code x}. */
    Object pick(Tensor x) {
        Object out = x.dtype().newArray((int) ((long) outer * map.length * size));
        if (size != 1) {
            copy(x.data(), out);
        } else if (x.dtype() == DType.FLOAT32) {
            pick(x.floats(), (float[]) out);
        } else {
            pick(x.doubles(), (double[]) out);
        }
        return out;
    }

    private void copy(Object from, Object to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < map.length; k++) {
                System.arraycopy(from, (o * length + map[k]) * size, to, (o * map.length + k) * size, size);
            }
        }
    }

    private void pick(float[] from, float[] to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < map.length; k++) {
                to[o * map.length + k] = from[o * length + map[k]];
            }
        }
    }

    private void pick(double[] from, double[] to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < map.length; k++) {
                to[o * map.length + k] = from[o * length + map[k]];
            }
        }
    }

    /** A copy of {@code whole} whose block {@code map[k]} is block k of {@code part}; of several the last one. */
    Tensor put(Tensor whole, Tensor part) {
        Object out = copyOf(whole);
        Object from = part.to(whole.dtype()).data();
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < map.length; k++) {
                System.arraycopy(from, (o * map.length + k) * size, out, (o * length + map[k]) * size, size);
            }
        }
        return Tensor.owning(whole.shape(), whole.dtype(), out);
    }

    /** A copy of {@code whole} to whose block {@code map[k]} block k of {@code part} is added. */
    Tensor add(Tensor whole, Tensor part) {
        Object out = copyOf(whole);
        if (whole.dtype() == DType.FLOAT32) {
            add(part.to(DType.FLOAT32).floats(), (float[]) out);
        } else {
            add(part.to(DType.FLOAT64).doubles(), (double[]) out);
        }
        return Tensor.owning(whole.shape(), whole.dtype(), out);
    }

    private void add(float[] from, float[] to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < map.length && size == 1; k++) { // most often
                to[o * length + map[k]] += from[o * map.length + k];
            }
            for (int k = 0; k < map.length && size != 1; k++) {
                int source = (o * map.length + k) * size;
                int target = (o * length + map[k]) * size;
                for (int i = 0; i < size; i++) {
                    to[target + i] += from[source + i];
                }
            }
        }
    }

    private void add(double[] from, double[] to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < map.length && size == 1; k++) { // most often
                to[o * length + map[k]] += from[o * map.length + k];
            }
            for (int k = 0; k < map.length && size != 1; k++) {
                int source = (o * map.length + k) * size;
                int target = (o * length + map[k]) * size;
                for (int i = 0; i < size; i++) {
                    to[target + i] += from[source + i];
                }
            }
        }
    }

    /** Which blocks of the part are still to be seen after {@link #put}: none that a later one overwrites. */
    boolean[] kept() {
        boolean[] kept = new boolean[map.length];
        boolean[] later = new boolean[length];
        for (int k = map.length - 1; k >= 0; k--) {
            kept[k] = !later[map[k]];
            later[map[k]] = true;
        }
        return kept;
    }

    /** A copy of the elements. */
    static Object copyOf(Tensor x) {
        return x.dtype() == DType.FLOAT32 ? x.floats().clone() : x.doubles().clone();
    }
}
