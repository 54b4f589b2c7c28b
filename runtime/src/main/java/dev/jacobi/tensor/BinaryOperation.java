package dev.jacobi.tensor;

/**
 * An elementwise operation on two tensors, or a tensor and a number. As to the constants see {@link UnaryOperation}.
 */
record BinaryOperation(BinaryOp op, BinaryKernel kernel) {
    static final BinaryOperation ADD = of(BinaryOp.ADD);
    static final BinaryOperation SUB = of(BinaryOp.SUB);
    static final BinaryOperation MUL = of(BinaryOp.MUL);
    static final BinaryOperation DIV = of(BinaryOp.DIV);
    static final BinaryOperation POW = of(BinaryOp.POW);
    static final BinaryOperation MAXIMUM = of(BinaryOp.MAXIMUM);
    static final BinaryOperation MINIMUM = of(BinaryOp.MINIMUM);
    static final BinaryOperation ATAN2 = of(BinaryOp.ATAN2);
    static final BinaryOperation HYPOT = of(BinaryOp.HYPOT);
    static final BinaryOperation LOGADDEXP = of(BinaryOp.LOGADDEXP);
    static final BinaryOperation LOGADDEXP2 = of(BinaryOp.LOGADDEXP2);
    static final BinaryOperation XLOGY = of(BinaryOp.XLOGY);
    static final BinaryOperation XLOG1PY = of(BinaryOp.XLOG1PY);
    static final BinaryOperation FMOD = of(BinaryOp.FMOD);
    static final BinaryOperation REMAINDER = of(BinaryOp.REMAINDER);
    static final BinaryOperation FLOOR_DIVIDE = of(BinaryOp.FLOOR_DIVIDE);
    static final BinaryOperation FMAX = of(BinaryOp.FMAX);
    static final BinaryOperation FMIN = of(BinaryOp.FMIN);
    static final BinaryOperation COPYSIGN = of(BinaryOp.COPYSIGN);
    static final BinaryOperation HEAVISIDE = of(BinaryOp.HEAVISIDE);

    /** More elements are computed block by block, without stretched copies of the operands. */
    private static final int LARGE = 4 * BlockArrays.LENGTH;

    private static BinaryOperation of(BinaryOp op) {
        return new BinaryOperation(op, KernelProvider.KERNELS.binary(op));
    }

    /** The operation on all elements, with broadcasting and promotion. */
    Tensor apply(Tensor x, Tensor y) {
        if (y != null && x.dtype() == y.dtype() && x.shape().equals(y.shape())) {
            return alike(x, y);
        }
        return unlike(x, y);
    }

    /** The operation with a number, which is first rounded to the tensor's type. */
    Tensor apply(Tensor x, double y) {
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(x.size());
            kernel.apply(x.floats(), (float) y, out);
            return new Tensor(x.shape(), out);
        }
        double[] out = Memory.doubles(x.size());
        kernel.apply(x.doubles(), y, out);
        return new Tensor(x.shape(), out);
    }

    /** The operation with a number, into the tensor itself, which nobody else must have seen yet. */
    Tensor applyInPlace(Tensor fresh, double y) {
        if (fresh.dtype() == DType.FLOAT32) {
            kernel.apply(fresh.floats(), (float) y, fresh.floats());
        } else {
            kernel.apply(fresh.doubles(), y, fresh.doubles());
        }
        return fresh;
    }

    /** The operation with a number as the first operand. */
    Tensor apply(double x, Tensor y) {
        if (y.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(y.size());
            kernel.apply((float) x, y.floats(), out);
            return new Tensor(y.shape(), out);
        }
        double[] out = Memory.doubles(y.size());
        kernel.apply(x, y.doubles(), out);
        return new Tensor(y.shape(), out);
    }

    private Tensor alike(Tensor x, Tensor y) {
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(x.size());
            kernel.apply(x.floats(), y.floats(), out);
            return new Tensor(x.shape(), out);
        }
        double[] out = Memory.doubles(x.size());
        kernel.apply(x.doubles(), y.doubles(), out);
        return new Tensor(x.shape(), out);
    }

    private Tensor unlike(Tensor x, Tensor y) {
        String operation = op.methodName();
        Checks.present(operation, "y", y);
        DType dtype = Checks.common(x, y);
        Shape shape = Broadcasting.shape(operation, x.shape(), y.shape());
        return dtype == DType.FLOAT32
                ? new Tensor(shape, floats(x.to(dtype), y.to(dtype), shape))
                : new Tensor(shape, doubles(x.to(dtype), y.to(dtype), shape));
    }

    private float[] floats(Tensor x, Tensor y, Shape shape) {
        float[] out = Memory.floats(shape.size());
        if (y.size() == 1) {
            kernel.apply((float[]) Broadcasting.expandedData(x, shape), y.floats()[0], out);
        } else if (x.size() == 1) {
            kernel.apply(x.floats()[0], (float[]) Broadcasting.expandedData(y, shape), out);
        } else if (out.length > LARGE) {
            blocks(x, y, shape, out);
        } else {
            kernel.apply(
                    (float[]) Broadcasting.expandedData(x, shape), (float[]) Broadcasting.expandedData(y, shape), out);
        }
        return out;
    }

    private double[] doubles(Tensor x, Tensor y, Shape shape) {
        double[] out = Memory.doubles(shape.size());
        if (y.size() == 1) {
            kernel.apply((double[]) Broadcasting.expandedData(x, shape), y.doubles()[0], out);
        } else if (x.size() == 1) {
            kernel.apply(x.doubles()[0], (double[]) Broadcasting.expandedData(y, shape), out);
        } else if (out.length > LARGE) {
            blocks(x, y, shape, out);
        } else {
            kernel.apply(
                    (double[]) Broadcasting.expandedData(x, shape),
                    (double[]) Broadcasting.expandedData(y, shape),
                    out);
        }
        return out;
    }

    private void blocks(Tensor x, Tensor y, Shape shape, float[] out) {
        StretchedReader first = new StretchedReader(x, shape);
        StretchedReader second = new StretchedReader(y, shape);
        float[][] block = new float[3][BlockArrays.LENGTH];
        for (int from = 0; from < out.length; from += BlockArrays.LENGTH) {
            int count = Math.min(BlockArrays.LENGTH, out.length - from);
            block = count < BlockArrays.LENGTH ? new float[3][count] : block;
            first.read(from, count, block[0]);
            second.read(from, count, block[1]);
            kernel.apply(block[0], block[1], block[2]);
            System.arraycopy(block[2], 0, out, from, count);
        }
    }

    private void blocks(Tensor x, Tensor y, Shape shape, double[] out) {
        StretchedReader first = new StretchedReader(x, shape);
        StretchedReader second = new StretchedReader(y, shape);
        double[][] block = new double[3][BlockArrays.LENGTH];
        for (int from = 0; from < out.length; from += BlockArrays.LENGTH) {
            int count = Math.min(BlockArrays.LENGTH, out.length - from);
            block = count < BlockArrays.LENGTH ? new double[3][count] : block;
            first.read(from, count, block[0]);
            second.read(from, count, block[1]);
            kernel.apply(block[0], block[1], block[2]);
            System.arraycopy(block[2], 0, out, from, count);
        }
    }
}
