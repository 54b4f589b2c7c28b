package dev.jacobi.tensor;

import java.util.Arrays;

/** Stretching tensors to a common shape, and summing back over what was stretched. */
final class Broadcasting {
    /** So few elements are set faster than {@code Arrays.fill} is called. */
    private static final int SHORT = 32;

    private Broadcasting() {}

    /** The common shape of {@code x} and {@code y}. */
    static Shape shape(String operation, Shape x, Shape y) {
        if (x.equals(y)) {
            return x;
        }
        int rank = Math.max(x.rank(), y.rank());
        int[] dims = new int[rank];
        for (int i = 1; i <= rank; i++) {
            int a = i > x.rank() ? 1 : x.at(x.rank() - i);
            int b = i > y.rank() ? 1 : y.at(y.rank() - i);
            if (a != b && a != 1 && b != 1) {
                throw new ShapeMismatchException(operation + ": x has shape " + x + " and y has shape " + y
                        + "; counted from the last, dimensions must be equal or 1, and " + a + " and " + b
                        + " are not");
            }
            dims[rank - i] = a == 1 ? b : a;
        }
        return Shape.owning(operation, dims);
    }

    /** Whether there is a common shape of both, of which a tensor may be. */
    static boolean isCommon(Shape x, Shape y) {
        long size = 1;
        for (int i = 1; i <= Math.max(x.rank(), y.rank()); i++) {
            int a = i > x.rank() ? 1 : x.at(x.rank() - i);
            int b = i > y.rank() ? 1 : y.at(y.rank() - i);
            size *= a == 1 ? b : a;
            if (a != b && a != 1 && b != 1 || size > Integer.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a tensor of shape {@code from} can be stretched to {@code to}. */
    static boolean fits(Shape from, Shape to) {
        int added = to.rank() - from.rank();
        boolean fits = added >= 0;
        for (int i = 0; fits && i < from.rank(); i++) {
            fits = from.at(i) == 1 || from.at(i) == to.at(i + added);
        }
        return fits;
    }

    /** {@code x} stretched to the shape {@code to}; itself if it has that shape. */
    static Tensor expand(String operation, Tensor x, Shape to) {
        if (x.shape().equals(to)) {
            return x;
        }
        if (!fits(x.shape(), to)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape()
                    + ", which does not stretch to " + to
                    + "; counted from the last, each of its dimensions must be 1 or equal the other");
        }
        return Tensor.owning(to, x.dtype(), expandedData(x, to));
    }

    /** The elements of {@code x} stretched to {@code to}, which it fits; its own array if there is nothing to do. */
    static Object expandedData(Tensor x, Shape to) {
        if (x.size() == to.size()) {
            return x.data();
        }
        Object out = x.dtype().newArray(to.size());
        int width = x.rank() == 0 ? 0 : to.at(to.rank() - 1);
        if (width > 0
                && width < SHORT
                && (long) x.size() * width == to.size()
                && x.shape().at(x.rank() - 1) == 1) {
            repeatEach(x, width, out);
        } else if (to.size() > 0) {
            new Stretching(x, to, out).fill(0, 0, 0);
        }
        return out;
    }

    /** Each element so many times: what stretches a column to a matrix. */
    private static void repeatEach(Tensor x, int times, Object out) {
        if (x.dtype() == DType.FLOAT32) {
            repeatEach(x.floats(), times, (float[]) out);
        } else {
            repeatEach(x.doubles(), times, (double[]) out);
        }
    }

    private static void repeatEach(float[] x, int times, float[] out) {
        int i = 0;
        for (float element : x) {
            for (int end = i + times; i < end; i++) {
                out[i] = element;
            }
        }
    }

    private static void repeatEach(double[] x, int times, double[] out) {
        int i = 0;
        for (double element : x) {
            for (int end = i + times; i < end; i++) {
                out[i] = element;
            }
        }
    }

    /**
     * The adjoint of {@link #sumTo}. A number's sum along a dimension is 0-d, and so is its adjoint, to which that
     * dimension is added: what comes of it here, [1], goes back.
     */
    static Tensor expandTo(Tensor x, Shape to) {
        return to.rank() == 0 && x.rank() == 1 && x.size() == 1 ? x.reshaped(to) : expand("expandTo", x, to);
    }

    /** The sum of {@code x} over the dimensions that stretching {@code to} to its shape added or stretched. */
    static Tensor sumTo(Tensor x, Shape to) {
        if (x.shape().equals(to)) {
            return x;
        }
        if (x.rank() == 0 && to.rank() == 1 && to.size() == 1) {
            return x.reshaped(to); // the adjoint of what expandTo does then
        }
        if (!fits(to, x.shape())) {
            throw new ShapeMismatchException(
                    "sumTo: x has shape " + x.shape() + ", to which the shape " + to + " of like does not stretch");
        }
        if (to.size() == 1) {
            return x.sum().reshaped(to);
        }
        int added = x.rank() - to.rank();
        int stack = x.shape().span(0, added);
        Shape kept = x.shape().slice(added, x.rank());
        Tensor sum = stack == 1
                ? x.reshaped(kept)
                : Reductions.sum(x.reshaped(Shape.of(stack).concat(kept)), 0, false);
        for (int i = 0; i < to.rank(); i++) {
            if (to.at(i) == 1 && sum.shape().at(i) != 1) {
                sum = Reductions.sum(sum, i, true);
            }
        }
        return sum;
    }

    /**
     * Copies with repetition. A dimension that isn't stretched is copied slice by slice; a stretched one is filled once
     * and the result repeated by block copies that double.
     */
    private static final class Stretching {
        private final Object source;
        private final Object target;
        private final Shape to;
        private final int added;
        private final Shape from;
        /** From this dimension of the target on, nothing is stretched. */
        private final int whole;

        Stretching(Tensor x, Shape to, Object target) {
            this.source = x.data();
            this.target = target;
            this.to = to;
            this.from = x.shape();
            this.added = to.rank() - from.rank();
            int same = to.rank();
            while (same > added && from.at(same - 1 - added) == to.at(same - 1)) {
                same--;
            }
            this.whole = same;
        }

        /** One element, {@code count} times. */
        private void repeat(int s, int t, int count) {
            if (target instanceof float[] floats) {
                Arrays.fill(floats, t, t + count, ((float[]) source)[s]);
            } else {
                Arrays.fill((double[]) target, t, t + count, ((double[]) source)[s]);
            }
        }

        /** Fills the part of the target that starts at {@code t} and spans its dimensions from {@code dim} on. */
        void fill(int dim, int s, int t) {
            if (dim >= whole) {
                System.arraycopy(source, s, target, t, to.span(dim, to.rank()));
                return;
            }
            int slice = to.span(dim + 1, to.rank());
            int count = to.at(dim);
            if (slice == 1) {
                repeat(s, t, count);
            } else if (dim < added || from.at(dim - added) == 1) {
                fill(dim + 1, s, t);
                int total = slice * count;
                for (int done = slice; done < total; done += Math.min(done, total - done)) {
                    System.arraycopy(target, t, target, t + done, Math.min(done, total - done));
                }
            } else {
                int step = from.span(dim - added + 1, from.rank());
                for (int i = 0; i < count; i++) {
                    fill(dim + 1, s + i * step, t + i * slice);
                }
            }
        }
    }
}
