package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

/** Putting tensors together. */
final class Joining {
    private Joining() {}

    static Tensor stack(int dim, Tensor... xs) {
        return stack("stack", dim, xs);
    }

    static Tensor stack(String operation, int dim, Tensor... xs) {
        Checks.tensors(operation, xs);
        int axis = dim < 0 ? dim + xs[0].rank() + 1 : dim;
        if (axis < 0 || axis > xs[0].rank()) {
            throw new IndexOutOfBoundsException(operation + ": the result of tensors with shape " + xs[0].shape()
                    + " has no dimension " + dim + "; its dimensions are 0 to " + xs[0].rank() + ", or -1 to -"
                    + (xs[0].rank() + 1));
        }
        Shape part = xs[0].shape();
        for (int i = 1; i < xs.length; i++) {
            if (!xs[i].shape().equals(part)) {
                throw new ShapeMismatchException(operation + ": tensor 0 has shape " + part + " and tensor " + i
                        + " has shape " + xs[i].shape() + "; all must be equal");
            }
        }
        DType dtype = Checks.common(xs);
        Shape shape = part.inserting(operation, axis, xs.length);
        Shape slice = part.inserting(axis, 1);
        Object out = dtype.newArray(shape.size());
        for (int i = 0; i < xs.length; i++) {
            Slices.put(xs[i].to(dtype).reshaped(slice), out, shape, axis, i);
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** The tensors, with zeros like those of {@code like} for those that are null. */
    static Tensor[] filled(String operation, @Nullable Tensor[] xs, Tensor[] like) {
        Checks.present(operation, "xs", xs);
        if (Checks.present(operation, "like", like).length != xs.length) {
            throw new IllegalArgumentException(
                    operation + ": there are " + xs.length + " tensors, but " + like.length + " like them");
        }
        Tensor[] filled = new Tensor[xs.length];
        for (int i = 0; i < xs.length; i++) {
            Tensor x = xs[i];
            filled[i] = x == null ? Creation.filledLike(operation, like[i], 0) : x;
        }
        return filled;
    }

    /** Whether the {@code i}-th of several adjoints is there. */
    static boolean isUsed(String operation, @Nullable Tensor[] bars, int i) {
        Checks.present(operation, "bars", bars);
        if (i < 0 || i >= bars.length) {
            throw new IndexOutOfBoundsException(operation + ": there is no adjoint " + i + " of " + bars.length);
        }
        return bars[i] != null;
    }

    static Tensor cat(int dim, Tensor... xs) {
        return cat("cat", dim, xs);
    }

    static Tensor cat(String operation, int dim, Tensor... xs) {
        Checks.tensors(operation, xs);
        int axis = xs[0].shape().ownAxis(operation, dim);
        DType dtype = Checks.common(xs);
        Shape shape = xs[0].shape().with(operation, axis, start(operation, xs.length, axis, xs));
        Object out = dtype.newArray(shape.size());
        int start = 0;
        for (Tensor x : xs) {
            Slices.put(x.to(dtype), out, shape, axis, start);
            start += x.shape().at(axis);
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** Where the part {@code i} of the tensors put together along {@code dim} begins. */
    static int start(String operation, int i, int dim, Tensor... xs) {
        int axis = xs[0].shape().ownAxis(operation, dim);
        if (i < 0 || i > xs.length) {
            throw new IndexOutOfBoundsException(operation + ": there is no tensor " + i + " among " + xs.length);
        }
        long start = 0;
        for (int k = 0; k < i; k++) {
            Shape shape = xs[k].shape();
            if (shape.rank() != xs[0].rank()
                    || !shape.with(axis, xs[0].shape().at(axis)).equals(xs[0].shape())) {
                throw new ShapeMismatchException(operation + ": tensor 0 has shape " + xs[0].shape() + " and tensor "
                        + k + " has shape " + shape + "; they must be equal but for dimension " + axis);
            }
            start += shape.at(axis);
        }
        if (start > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(operation + ": the length " + start
                    + " is too large: a tensor holds at most " + Integer.MAX_VALUE + " elements");
        }
        return (int) start;
    }

    static Tensor where(Mask condition, Tensor x, Tensor y) {
        Checks.present("where", "condition", condition);
        Checks.present("where", "x", x);
        Checks.present("where", "y", y);
        DType dtype = Checks.common(x, y);
        Shape shape = Broadcasting.shape("where", x.shape(), y.shape());
        shape = Masks.shape("where", "condition", condition.shape(), "the operands", shape);
        boolean[] chosen = Masks.expanded(condition, shape);
        Object a = Broadcasting.expandedData(x.to(dtype), shape);
        Object b = Broadcasting.expandedData(y.to(dtype), shape);
        return dtype == DType.FLOAT32
                ? new Tensor(shape, select(chosen, (float[]) a, (float[]) b))
                : new Tensor(shape, select(chosen, (double[]) a, (double[]) b));
    }

    static Tensor masked(Tensor x, Mask mask) {
        Checks.present("masked", "mask", mask);
        Shape shape = Masks.shape("masked", "x", x.shape(), "mask", mask.shape());
        boolean[] chosen = Masks.expanded(mask, shape);
        Object a = Broadcasting.expandedData(x, shape);
        return x.dtype() == DType.FLOAT32
                ? new Tensor(shape, select(chosen, (float[]) a))
                : new Tensor(shape, select(chosen, (double[]) a));
    }

    private static float[] select(boolean[] chosen, float[] a) {
        float[] out = new float[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = FusedLoop.chosen(chosen[i], a[i], 0);
        }
        return out;
    }

    private static double[] select(boolean[] chosen, double[] a) {
        double[] out = new double[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = FusedLoop.chosen(chosen[i], a[i], 0);
        }
        return out;
    }

    private static float[] select(boolean[] chosen, float[] a, float[] b) {
        float[] out = new float[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = FusedLoop.chosen(chosen[i], a[i], b[i]);
        }
        return out;
    }

    private static double[] select(boolean[] chosen, double[] a, double[] b) {
        double[] out = new double[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = FusedLoop.chosen(chosen[i], a[i], b[i]);
        }
        return out;
    }
}
