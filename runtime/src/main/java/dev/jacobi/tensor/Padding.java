package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Adding elements at the ends of dimensions. As in PyTorch the amounts come in pairs, before and after, for the last
 * dimension first; negative ones take away.
 */
final class Padding {
    private Padding() {}

    /** What the elements that are added repeat. */
    enum Mode {
        /** Mirrored at the end elements, which aren't repeated. */
        REFLECT("padReflect") {
            @Override
            int source(int at, int length) {
                return at < 0 ? -at : at < length ? at : 2 * (length - 1) - at;
            }

            @Override
            int most(int length) {
                return length - 1;
            }
        },
        /** The end elements. */
        REPLICATE("padReplicate") {
            @Override
            int source(int at, int length) {
                return Math.max(0, Math.min(length - 1, at));
            }

            @Override
            int most(int length) {
                return length == 0 ? 0 : Integer.MAX_VALUE;
            }
        },
        /** The other end, as if the dimension were a ring. */
        CIRCULAR("padCircular") {
            @Override
            int source(int at, int length) {
                return Math.floorMod(at, length);
            }

            @Override
            int most(int length) {
                return length;
            }
        };

        private final String operation;

        Mode(String operation) {
            this.operation = operation;
        }

        /** The element of the dimension that stands at a place before, in or after it. */
        abstract int source(int at, int length);

        /** How many elements may be added at one end. */
        abstract int most(int length);
    }

    private static void check(String operation, Shape shape, int... pad) {
        Checks.present(operation, "pad", pad);
        if (pad.length % 2 != 0 || pad.length > 2 * shape.rank()) {
            throw new IllegalArgumentException(operation + ": " + Arrays.toString(pad)
                    + " must have two amounts for each dimension from the last on, and x has shape " + shape);
        }
    }

    /** The length of a dimension with what is added. */
    private static int length(String operation, Shape shape, int axis, int... pad) {
        int pair = 2 * (shape.rank() - 1 - axis);
        if (pair >= pad.length) {
            return shape.at(axis);
        }
        long length = (long) shape.at(axis) + pad[pair] + pad[pair + 1];
        boolean tooShort = length < 0 || -(long) pad[pair] > shape.at(axis) || -(long) pad[pair + 1] > shape.at(axis);
        if (tooShort || length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(operation + ": " + pad[pair] + " before and " + pad[pair + 1]
                    + " after dimension " + axis + " of x with shape " + shape + " makes it too "
                    + (tooShort ? "short" : "long"));
        }
        return (int) length;
    }

    private static Shape shape(String operation, Shape shape, int... pad) {
        check(operation, shape, pad);
        int[] dims = new int[shape.rank()];
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = length(operation, shape, axis, pad);
        }
        return Shape.owning(operation, dims);
    }

    static Tensor constant(Tensor x, double value, int... pad) {
        Shape shape = shape("pad", x.shape(), pad);
        return moved(x, Creation.filled(value, x.dtype(), shape), pad);
    }

    /** The adjoint of padding with a constant: takes away what it adds, and adds zeros where it took away. */
    static Tensor back(Tensor x, int... pad) {
        int[] opposite = new int[Checks.present("padBack", "pad", pad).length];
        Arrays.setAll(opposite, i -> pad[i] == Integer.MIN_VALUE ? Integer.MAX_VALUE : -pad[i]);
        Shape shape = shape("padBack", x.shape(), opposite);
        return moved(x, Creation.filled(0, x.dtype(), shape), opposite);
    }

    /** {@code whole} with the elements of {@code x} where the padding leaves them. */
    private static Tensor moved(Tensor x, Tensor whole, int... pad) {
        Tensor part = x;
        Shape target = whole.shape();
        int rank = x.rank();
        int[] starts = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            int pair = 2 * (rank - 1 - axis);
            int before = pair < pad.length ? pad[pair] : 0;
            int from = Math.max(0, -before);
            starts[axis] = Math.max(0, before);
            int count = Math.min(part.shape().at(axis) - from, target.at(axis) - starts[axis]);
            part = Slices.narrow("pad", part, axis, from, Math.max(0, count));
        }
        if (part.size() > 0) {
            copy(part, whole, starts, 0, 0, 0);
        }
        return whole;
    }

    private static void copy(Tensor part, Tensor whole, int[] starts, int axis, int source, int target) {
        if (axis == part.rank()) {
            System.arraycopy(part.data(), source, whole.data(), target, 1);
        } else if (axis == part.rank() - 1) {
            System.arraycopy(
                    part.data(),
                    source,
                    whole.data(),
                    target + starts[axis],
                    part.shape().at(axis));
        } else {
            int from = part.shape().span(axis + 1, part.rank());
            int to = whole.shape().span(axis + 1, part.rank());
            for (int i = 0; i < part.shape().at(axis); i++) {
                copy(part, whole, starts, axis + 1, source + i * from, target + (starts[axis] + i) * to);
            }
        }
    }

    static Tensor repeating(Mode mode, Tensor x, int... pad) {
        shape(mode.operation, x.shape(), pad);
        Tensor padded = x;
        for (int i = 0; i < pad.length; i += 2) {
            int axis = x.rank() - 1 - i / 2;
            padded = Along.picked(mode.operation, padded, axis, map(mode.operation, mode, x.shape(), axis, pad));
        }
        return padded;
    }

    /** The adjoint of {@link #repeating} for a tensor like this. */
    static Tensor repeatingBack(Mode mode, Tensor x, Tensor like, int... pad) {
        String operation = mode.operation + "Back";
        Shape shape = Checks.present(operation, "like", like).shape();
        Along.checkPart(operation, x, shape(operation, shape, pad));
        Tensor sum = x.to(like.dtype());
        for (int i = pad.length - 2; i >= 0; i -= 2) {
            int axis = shape.rank() - 1 - i / 2;
            Shape narrow = sum.shape().with(axis, shape.at(axis));
            Blocks blocks = Blocks.along(narrow, axis, map(operation, mode, shape, axis, pad));
            sum = blocks.add(Creation.filled(0, like.dtype(), narrow), sum);
        }
        return sum;
    }

    private static int[] map(String operation, Mode mode, Shape shape, int axis, int... pad) {
        int pair = 2 * (shape.rank() - 1 - axis);
        int before = pad[pair];
        int length = shape.at(axis);
        if (Math.max(before, pad[pair + 1]) > mode.most(length)) {
            throw new IllegalArgumentException(operation + ": " + before + " before and " + pad[pair + 1]
                    + " after dimension " + axis + " of x with shape " + shape + "; at most " + mode.most(length)
                    + " can be repeated");
        }
        int[] map = new int[length(operation, shape, axis, pad)];
        Arrays.setAll(map, k -> mode.source(k - before, length));
        return map;
    }
}
