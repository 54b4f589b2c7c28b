package dev.jacobi.tensor;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Selecting along a dimension, in any order and with repetition, and the updates that are adjoint to it. */
final class Along {
    private Along() {}

    /** Element k along the dimension is element {@code map[k]} of {@code x}. */
    static Tensor picked(String operation, Tensor x, int axis, int... map) {
        Shape shape = x.shape().with(operation, axis, map.length);
        return Tensor.owning(
                shape, x.dtype(), Blocks.along(x.shape(), axis, map).pick(x));
    }

    private static Tensor picked(String operation, Tensor x, int axis, int length, IntUnaryOperator map) {
        int[] positions = new int[x.shape().with(operation, axis, length).at(axis)];
        Arrays.setAll(positions, map);
        return picked(operation, x, axis, positions);
    }

    static Tensor indexSelect(Tensor x, int dim, Index index) {
        int axis = x.shape().axis("indexSelect", dim);
        return picked("indexSelect", x, axis, IndexPositions.along("indexSelect", x.shape(), axis, index));
    }

    static Tensor select(Tensor x, int dim, int index) {
        int axis = x.shape().ownAxis("select", dim);
        int at = Checks.position("select", x.shape(), axis, index);
        return Slices.narrow("select", x, axis, at, 1).reshaped(x.shape().without(axis));
    }

    /** Every {@code step}-th from {@code start} on and before {@code end}, both clamped as PyTorch and Python do. */
    static int[] stepped(String operation, Shape shape, int axis, int start, int end, int step) {
        if (step <= 0) {
            throw new IllegalArgumentException(
                    operation + ": the step is " + step + " but must be positive; use flip for the other direction");
        }
        int from = clamped(start, shape.at(axis));
        int to = clamped(end, shape.at(axis));
        int[] map = new int[to <= from ? 0 : 1 + (to - from - 1) / step];
        Arrays.setAll(map, k -> from + k * step);
        return map;
    }

    static int clamped(int bound, int length) {
        return Math.max(0, Math.min(length, bound < 0 ? bound + length : bound));
    }

    static Tensor slice(Tensor x, int dim, int start, int end, int step) {
        int axis = x.shape().ownAxis("slice", dim);
        return picked("slice", x, axis, stepped("slice", x.shape(), axis, start, end, step));
    }

    static Tensor sliceScatter(Tensor x, Tensor src, int dim, int start, int end, int step) {
        int axis = x.shape().ownAxis("sliceScatter", dim);
        int[] map = stepped("sliceScatter", x.shape(), axis, start, end, step);
        checkPart("sliceScatter", src, x.shape().with(axis, map.length));
        return Blocks.along(x.shape(), axis, map).put(x, src);
    }

    static Tensor selectScatter(Tensor x, Tensor src, int dim, int index) {
        int axis = x.shape().ownAxis("selectScatter", dim);
        int at = Checks.position("selectScatter", x.shape(), axis, index);
        checkPart("selectScatter", src, x.shape().without(axis));
        return Blocks.along(x.shape(), axis, new int[] {at}).put(x, src);
    }

    static Tensor indexAdd(Tensor x, int dim, Index index, Tensor src) {
        int axis = x.shape().axis("indexAdd", dim);
        return indexAdd("indexAdd", x, axis, IndexPositions.along("indexAdd", x.shape(), axis, index), src);
    }

    static Tensor indexAdd(String operation, Tensor x, int dim, int[] index, Tensor src) {
        int axis = x.shape().axis(operation, dim);
        return blocks(operation, x, axis, IndexPositions.along(operation, x.shape(), axis, index), src)
                .add(x, src);
    }

    static Tensor indexCopy(Tensor x, int dim, Index index, Tensor src) {
        int axis = x.shape().axis("indexCopy", dim);
        return blocks("indexCopy", x, axis, IndexPositions.along("indexCopy", x.shape(), axis, index), src)
                .put(x, src);
    }

    /** The blocks at these positions, which {@code src} has to fill. */
    private static Blocks blocks(String operation, Tensor x, int axis, int[] positions, Tensor src) {
        checkPart(operation, src, x.shape().with(operation, axis, positions.length));
        return Blocks.along(x.shape(), axis, positions);
    }

    /** The parts of {@code src} that {@link #indexCopy} leaves, in a shape that broadcasts to that of {@code src}. */
    static Mask indexCopyKept(Tensor x, int dim, Index index) {
        int axis = x.shape().axis("indexCopyKept", dim);
        int[] map = IndexPositions.along("indexCopyKept", x.shape(), axis, index);
        Shape places = x.shape().with("indexCopyKept", axis, map.length);
        int[] dims = places.slice(Math.min(axis, places.rank()), places.rank()).toArray();
        Arrays.fill(dims, Math.min(1, dims.length), dims.length, 1);
        return new Mask(Shape.owning(dims), Blocks.along(x.shape(), axis, map).kept());
    }

    static Tensor indexFill(Tensor x, int dim, Index index, double value) {
        int axis = x.shape().axis("indexFill", dim);
        int[] map = IndexPositions.along("indexFill", x.shape(), axis, index);
        Shape part = x.shape().with("indexFill", axis, map.length);
        return Blocks.along(x.shape(), axis, map).put(x, Creation.filled(value, x.dtype(), part));
    }

    static void checkPart(String operation, Tensor src, Shape place) {
        if (!Checks.present(operation, "src", src).shape().equals(place)) {
            throw new ShapeMismatchException(operation + ": src has shape " + src.shape()
                    + ", but the place that it goes to has shape " + place);
        }
    }

    static Tensor flip(Tensor x, int... dims) {
        Checks.present("flip", "dims", dims);
        boolean[] seen = new boolean[Math.max(x.rank(), 1)];
        Tensor flipped = x;
        for (int dim : dims) {
            int axis = x.shape().axis("flip", dim);
            if (seen[axis]) {
                throw new IllegalArgumentException(
                        "flip: dimension " + axis + " is named twice in " + Arrays.toString(dims));
            }
            seen[axis] = true;
            int length = x.shape().at(axis);
            flipped = picked("flip", flipped, axis, length, k -> length - 1 - k);
        }
        return flipped;
    }

    static Tensor roll(Tensor x, int axis, int shift) {
        int length = x.shape().at(axis);
        return picked("roll", x, axis, length, k -> (int) Math.floorMod((long) k - shift, (long) length));
    }

    /** Along several dimensions, forwards or back. */
    static Tensor roll(String operation, Tensor x, int[] shifts, int[] dims, int sign) {
        Checks.present(operation, "shifts", shifts);
        Checks.present(operation, "dims", dims);
        if (shifts.length != dims.length) {
            throw new IllegalArgumentException(operation + ": " + shifts.length + " shifts for " + dims.length
                    + " dimensions; there must be as many");
        }
        Tensor rolled = x;
        for (int i = 0; i < dims.length; i++) {
            int axis = x.shape().ownAxis(operation, dims[i]);
            int length = x.shape().at(axis);
            rolled = length == 0 ? rolled : roll(rolled, axis, sign * (shifts[i] % length));
        }
        return rolled;
    }

    static Tensor repeatInterleave(Tensor x, int repeats, int dim) {
        int axis = x.shape().ownAxis("repeatInterleave", dim);
        checkRepeats("repeatInterleave", repeats);
        int length = product("repeatInterleave", x.shape().at(axis), repeats);
        return picked("repeatInterleave", x, axis, length, k -> k / repeats);
    }

    private static int product(String operation, int length, int repeats) {
        long product = (long) length * repeats;
        if (product > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(operation + ": " + repeats + " times the length " + length
                    + " is too many: a tensor holds at most " + Integer.MAX_VALUE + " elements");
        }
        return (int) product;
    }

    private static void checkRepeats(String operation, int repeats) {
        if (repeats < 0) {
            throw new IllegalArgumentException(
                    operation + ": the number of repeats is " + repeats + ", but can't be negative");
        }
    }

    /** The adjoint of {@link #repeatInterleave} for a tensor like this one. */
    static Tensor sumInterleaved(Tensor x, Tensor like, int repeats, int dim) {
        int axis = Checks.present("sumInterleaved", "like", like).shape().ownAxis("sumInterleaved", dim);
        checkRepeats("sumInterleaved", repeats);
        int length = product("sumInterleaved", like.shape().at(axis), repeats);
        if (!x.shape().equals(like.shape().with("sumInterleaved", axis, length))) {
            throw new ShapeMismatchException("sumInterleaved: x has shape " + x.shape() + ", which is not what "
                    + repeats + " repeats along dimension " + axis + " of " + like.shape() + " give");
        }
        int[] map = new int[length];
        Arrays.setAll(map, k -> k / repeats);
        return Blocks.along(like.shape(), axis, map).add(Tensor.zerosLike(like), x);
    }

    /** The whole repeated along each dimension; missing ones, on either side, count as 1. */
    static Tensor tile(String operation, Tensor x, int... repeats) {
        Tensor tiled = x;
        int rank = Math.max(x.rank(), Checks.present(operation, "repeats", repeats).length);
        while (tiled.rank() < rank) {
            tiled = tiled.unsqueeze(0);
        }
        for (int i = 0; i < repeats.length; i++) {
            checkRepeats(operation, repeats[i]);
            int axis = rank - repeats.length + i;
            int length = tiled.shape().at(axis);
            if (repeats[i] != 1) {
                tiled = picked(operation, tiled, axis, product(operation, length, repeats[i]), k -> k % length);
            }
        }
        return tiled;
    }

    /** The adjoint of {@link #tile}: the sum of the copies. */
    static Tensor untile(Tensor x, Tensor like, int... repeats) {
        int rank = Math.max(
                Checks.present("untile", "like", like).rank(), Checks.present("untile", "repeats", repeats).length);
        Tensor sum = x.to(like.dtype());
        for (int i = 1; i <= rank; i++) {
            int length = i <= like.rank() ? like.shape().at(like.rank() - i) : 1;
            int repeat = i <= repeats.length ? repeats[repeats.length - i] : 1;
            if (x.rank() != rank || x.shape().at(rank - i) != (long) length * repeat) {
                throw new ShapeMismatchException("untile: x has shape " + x.shape() + ", which is not what tiling "
                        + like.shape() + " by " + Arrays.toString(repeats) + " gives");
            }
            if (repeat != 1) {
                int[] map = new int[length * repeat];
                Arrays.setAll(map, k -> k % length);
                Shape shape = sum.shape().with(rank - i, length);
                Tensor zeros = Creation.filled(0, like.dtype(), shape);
                sum = Blocks.along(shape, rank - i, map).add(zeros, sum);
            }
        }
        return sum.reshaped(like.shape());
    }
}
