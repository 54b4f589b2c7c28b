package dev.jacobi.tensor;

import java.util.Arrays;

/** Moving, joining, splitting and dropping whole dimensions. */
final class Dimensions {
    private Dimensions() {}

    static Tensor squeeze(Tensor x) {
        return x.reshaped(Shape.owning(
                Arrays.stream(x.shape().toArray()).filter(d -> d != 1).toArray()));
    }

    static Tensor movedim(Tensor x, int source, int destination) {
        return movedim(x, new int[] {source}, new int[] {destination});
    }

    /** The dimensions that aren't moved keep their order. */
    static Tensor movedim(Tensor x, int[] source, int[] destination) {
        int[] from = distinct("source", x, source);
        int[] to = distinct("destination", x, destination);
        if (from.length != to.length) {
            throw new IllegalArgumentException("movedim: " + from.length + " dimensions can't be moved to " + to.length
                    + " places; there must be as many");
        }
        if (x.rank() == 0) {
            return x;
        }
        int[] order = new int[x.rank()];
        Arrays.fill(order, -1);
        boolean[] moved = new boolean[x.rank()];
        for (int i = 0; i < from.length; i++) {
            order[to[i]] = from[i];
            moved[from[i]] = true;
        }
        int next = 0;
        for (int i = 0; i < order.length; i++) {
            if (order[i] < 0) {
                while (moved[next]) {
                    next++;
                }
                order[i] = next++;
            }
        }
        return Rearranging.permute(x, order);
    }

    private static int[] distinct(String argument, Tensor x, int... dims) {
        Checks.present("movedim", argument, dims);
        int[] axes =
                Arrays.stream(dims).map(dim -> x.shape().axis("movedim", dim)).toArray();
        if (Arrays.stream(axes).distinct().count() < axes.length) {
            throw new IllegalArgumentException(
                    "movedim: " + argument + " names a dimension twice: " + Arrays.toString(dims));
        }
        return axes;
    }

    static Tensor flatten(Tensor x, int startDim, int endDim) {
        int start = x.shape().axis("flatten", startDim);
        int end = x.shape().axis("flatten", endDim);
        if (x.rank() == 0) {
            return x.reshaped(Shape.of(1));
        }
        if (start > end) {
            throw new IllegalArgumentException("flatten: startDim is dimension " + start + " of x with shape "
                    + x.shape() + ", and so behind endDim, which is " + end);
        }
        Shape between = Shape.of(x.shape().span(start, end + 1));
        return x.reshaped(
                x.shape().slice(0, start).concat(between).concat(x.shape().slice(end + 1, x.rank())));
    }

    static Tensor unflatten(Tensor x, int dim, int... sizes) {
        int axis = x.shape().ownAxis("unflatten", dim);
        if (Checks.present("unflatten", "sizes", sizes).length == 0) {
            throw new IllegalArgumentException("unflatten: needs at least one size");
        }
        int[] resolved = Rearranging.resolved("unflatten", Shape.of(x.shape().at(axis)), sizes);
        Shape shape = x.shape()
                .slice(0, axis)
                .concat(Shape.owning(resolved))
                .concat(x.shape().slice(axis + 1, x.rank()));
        return x.reshaped(shape);
    }

    /** With dimensions of length 1 added until there are {@code rank}: 1-d is [n], [1, n], [1, n, 1]. */
    static Tensor atLeast(Tensor x, int rank) {
        Tensor wide = x;
        if (rank >= 1 && wide.rank() == 0) {
            wide = wide.unsqueeze(0);
        }
        if (rank >= 2 && wide.rank() == 1) {
            wide = wide.unsqueeze(0);
        }
        return rank >= 3 && wide.rank() == 2 ? wide.unsqueeze(2) : wide;
    }

    /** A quarter turn takes the positive direction of {@code dim0} to that of {@code dim1}. */
    static Tensor rot90(Tensor x, int times, int dim0, int dim1) {
        int axis0 = x.shape().ownAxis("rot90", dim0);
        int axis1 = x.shape().ownAxis("rot90", dim1);
        if (axis0 == axis1) {
            throw new IllegalArgumentException(
                    "rot90: dim0 and dim1 are both dimension " + axis0 + " of x with shape " + x.shape());
        }
        return switch (Math.floorMod(times, 4)) {
            case 0 -> x;
            case 1 -> Rearranging.transpose(Along.flip(x, axis1), axis0, axis1);
            case 2 -> Along.flip(x, axis0, axis1);
            default -> Rearranging.transpose(Along.flip(x, axis0), axis0, axis1);
        };
    }

    /** Along the last dimension but {@code back}, which must be there. */
    static int axisOf(String operation, Tensor x, int axis) {
        if (x.rank() <= axis) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " but must have at least "
                    + (axis + 1) + (axis == 0 ? " dimension" : " dimensions"));
        }
        return axis;
    }
}
