package dev.jacobi.tensor;

/** Comparisons, and what masks need of broadcasting. */
final class Masks {
    private Masks() {}

    /** The common shape of two arguments; they are named for the message. */
    static Shape shape(String operation, String x, Shape xShape, String y, Shape yShape) {
        if (xShape.equals(yShape)) {
            return xShape;
        }
        try {
            return Broadcasting.shape(operation, xShape, yShape);
        } catch (ShapeMismatchException e) {
            throw new ShapeMismatchException(operation + ": " + x + " has shape " + xShape + " and " + y
                    + (y.startsWith("the ") ? " have shape " : " has shape ") + yShape
                    + "; counted from the last, dimensions must be equal or 1");
        }
    }

    /** The elements stretched to a shape; the mask's own array if there is nothing to do. */
    static boolean[] expanded(Mask mask, Shape to) {
        if (mask.shape().size() == to.size()) {
            return mask.elements();
        }
        float[] numbers = (float[]) Broadcasting.expandedData(mask.toTensor(DType.FLOAT32), to);
        boolean[] out = new boolean[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = numbers[i] != 0;
        }
        return out;
    }

    static Mask less(String operation, Tensor x, Tensor y) {
        Operands o = Operands.of(operation, x, y);
        boolean[] out = new boolean[o.shape.size()];
        if (o.dtype == DType.FLOAT32) {
            float[] a = (float[]) o.x;
            float[] b = (float[]) o.y;
            for (int i = 0; i < out.length; i++) {
                out[i] = a[i] < b[i];
            }
        } else {
            double[] a = (double[]) o.x;
            double[] b = (double[]) o.y;
            for (int i = 0; i < out.length; i++) {
                out[i] = a[i] < b[i];
            }
        }
        return new Mask(o.shape, out);
    }

    static Mask lessOrEqual(String operation, Tensor x, Tensor y) {
        Operands o = Operands.of(operation, x, y);
        boolean[] out = new boolean[o.shape.size()];
        if (o.dtype == DType.FLOAT32) {
            float[] a = (float[]) o.x;
            float[] b = (float[]) o.y;
            for (int i = 0; i < out.length; i++) {
                out[i] = a[i] <= b[i];
            }
        } else {
            double[] a = (double[]) o.x;
            double[] b = (double[]) o.y;
            for (int i = 0; i < out.length; i++) {
                out[i] = a[i] <= b[i];
            }
        }
        return new Mask(o.shape, out);
    }

    /** x > y, as y < x. */
    static Mask greater(String operation, Tensor x, Tensor y) {
        Operands o = Operands.of(operation, x, y);
        return less(operation, o.tensorY(), o.tensorX());
    }

    /** x ≥ y, as y ≤ x. */
    static Mask greaterOrEqual(String operation, Tensor x, Tensor y) {
        Operands o = Operands.of(operation, x, y);
        return lessOrEqual(operation, o.tensorY(), o.tensorX());
    }

    static Mask equal(String operation, Tensor x, Tensor y) {
        Operands o = Operands.of(operation, x, y);
        boolean[] out = new boolean[o.shape.size()];
        if (o.dtype == DType.FLOAT32) {
            float[] a = (float[]) o.x;
            float[] b = (float[]) o.y;
            for (int i = 0; i < out.length; i++) {
                out[i] = a[i] == b[i];
            }
        } else {
            double[] a = (double[]) o.x;
            double[] b = (double[]) o.y;
            for (int i = 0; i < out.length; i++) {
                out[i] = a[i] == b[i];
            }
        }
        return new Mask(o.shape, out);
    }

    /** Two operands brought to one type and shape. */
    private record Operands(DType dtype, Shape shape, Object x, Object y) {
        Tensor tensorX() {
            return Tensor.owning(shape, dtype, x);
        }

        Tensor tensorY() {
            return Tensor.owning(shape, dtype, y);
        }

        static Operands of(String operation, Tensor x, Tensor y) {
            Checks.present(operation, "y", y);
            DType dtype = Checks.common(x, y);
            Shape shape = Broadcasting.shape(operation, x.shape(), y.shape());
            return new Operands(
                    dtype,
                    shape,
                    Broadcasting.expandedData(x.to(dtype), shape),
                    Broadcasting.expandedData(y.to(dtype), shape));
        }
    }
}
