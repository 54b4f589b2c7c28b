package dev.jacobi.tensor;

/** Putting tensors together. */
final class Joining {
    private Joining() {}

    static Tensor stack(Tensor... xs) {
        Checks.tensors("stack", xs);
        Shape part = xs[0].shape();
        for (int i = 1; i < xs.length; i++) {
            if (!xs[i].shape().equals(part)) {
                throw new ShapeMismatchException("stack: tensor 0 has shape " + part + " and tensor " + i
                        + " has shape " + xs[i].shape() + "; all must be equal");
            }
        }
        DType dtype = Checks.common(xs);
        Shape shape = part.inserting(0, xs.length);
        Object out = dtype.newArray(shape.size());
        for (int i = 0; i < xs.length; i++) {
            System.arraycopy(xs[i].to(dtype).data(), 0, out, i * part.size(), part.size());
        }
        return Tensor.owning(shape, dtype, out);
    }

    static Tensor cat(int dim, Tensor... xs) {
        Checks.tensors("cat", xs);
        int axis = xs[0].shape().axis("cat", dim);
        DType dtype = Checks.common(xs);
        Shape shape = xs[0].shape().with(axis, start(xs.length, axis, xs));
        Object out = dtype.newArray(shape.size());
        int start = 0;
        for (Tensor x : xs) {
            Slices.put(x.to(dtype), out, shape, axis, start);
            start += x.shape().at(axis);
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** Where the part {@code i} of the tensors put together along {@code dim} begins. */
    static int start(int i, int dim, Tensor... xs) {
        int axis = xs[0].shape().axis("cat", dim);
        long start = 0;
        for (int k = 0; k < i; k++) {
            Shape shape = xs[k].shape();
            if (shape.rank() != xs[0].rank()
                    || !shape.with(axis, xs[0].shape().at(axis)).equals(xs[0].shape())) {
                throw new ShapeMismatchException("cat: tensor 0 has shape " + xs[0].shape() + " and tensor " + k
                        + " has shape " + shape + "; they must be equal but for dimension " + axis);
            }
            start += shape.at(axis);
        }
        return Math.toIntExact(start);
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
            out[i] = chosen[i] ? a[i] : 0;
        }
        return out;
    }

    private static double[] select(boolean[] chosen, double[] a) {
        double[] out = new double[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = chosen[i] ? a[i] : 0;
        }
        return out;
    }

    private static float[] select(boolean[] chosen, float[] a, float[] b) {
        float[] out = new float[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = chosen[i] ? a[i] : b[i];
        }
        return out;
    }

    private static double[] select(boolean[] chosen, double[] a, double[] b) {
        double[] out = new double[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = chosen[i] ? a[i] : b[i];
        }
        return out;
    }
}
