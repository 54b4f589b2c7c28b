package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/** Products of vectors, matrices and stacks of matrices. */
final class Products {
    /** A multiplication and its addition take about this long in small products. */
    private static final double NANOSECONDS = 0.1;
    /** So many of them make a piece of work for one of several cores. */
    private static final int PIECE = 1 << 19;

    /** Rows of an outer product that are copied from where they are computed are at least this long. */
    private static final int ROW = 32;

    private Products() {}

    static Tensor mm(Tensor x, Tensor y) {
        Checks.rank("mm", "x", x, 2);
        Checks.rank("mm", "y", y, 2);
        checkInner("mm", x, x.shape().at(1), y, y.shape().at(0));
        DType dtype = Checks.common(x, y);
        return product(
                Transposed.NONE,
                x.to(dtype),
                y.to(dtype),
                Shape.of("mm", x.shape().at(0), y.shape().at(1)),
                x.dim(1),
                1);
    }

    static Tensor mv(Tensor x, Tensor y) {
        Checks.rank("mv", "x", x, 2);
        Checks.rank("mv", "y", y, 1);
        checkInner("mv", x, x.shape().at(1), y, y.shape().at(0));
        return mm(x, y.reshaped(Shape.of(y.size(), 1)))
                .reshaped(Shape.of(x.shape().at(0)));
    }

    static Tensor matmul(Tensor x, Tensor y) {
        Checks.present("matmul", "y", y);
        if (x.rank() == 0 || y.rank() == 0) {
            throw new ShapeMismatchException("matmul: x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; both must have at least 1 dimension; use mul for numbers");
        }
        Tensor left = x.rank() == 1 ? x.reshaped(Shape.of(1, x.size())) : x;
        Tensor right = y.rank() == 1 ? y.reshaped(Shape.of(y.size(), 1)) : y;
        checkInner("matmul", x, left.dim(-1), y, right.dim(-2));
        Tensor product = stacked(Transposed.NONE, left, right, x, y);
        Shape shape = product.shape();
        if (y.rank() == 1) {
            shape = shape.without(shape.rank() - 1);
        }
        if (x.rank() == 1) {
            shape = shape.without(shape.rank() - (y.rank() == 1 ? 1 : 2));
        }
        return product.reshaped(shape);
    }

    /** xᵀ·y of matrices, or stacks of such. */
    static Tensor transposedTimes(Tensor x, Tensor y) {
        return x.dim(-2) == y.dim(-2) ? stacked(Transposed.LEFT, x, y, x, y) : matmul(x.mT(), y);
    }

    /** x·yᵀ of matrices, or stacks of such. */
    static Tensor timesTransposed(Tensor x, Tensor y) {
        return x.dim(-1) == y.dim(-1) ? stacked(Transposed.RIGHT, x, y, x, y) : matmul(x, y.mT());
    }

    /** The product of stacks of matrices, whose leading dimensions are broadcast. */
    private static Tensor stacked(Transposed by, Tensor left, Tensor right, Tensor x, Tensor y) {
        DType dtype = Checks.common(left, right);
        int m = left.dim(by.left() ? -1 : -2);
        int n = right.dim(by.right() ? -2 : -1);
        int k = left.dim(by.left() ? -2 : -1);
        if (left.rank() == 2 && right.rank() == 2) {
            return product(by, left.to(dtype), right.to(dtype), Shape.of("matmul", m, n), k, 1);
        }
        Shape leftStack = left.shape().slice(0, left.rank() - 2);
        Shape rightStack = right.shape().slice(0, right.rank() - 2);
        if (right.rank() == 2 && !by.left()) { // one tall matrix
            Shape shape = leftStack.concat("matmul", Shape.of("matmul", m, n));
            int rows = leftStack.size() * m;
            Tensor tall = left.to(dtype).reshaped(Shape.of(rows, k));
            return product(by, tall, right.to(dtype), Shape.of(rows, n), k, 1).reshaped(shape);
        }
        Shape stack;
        try {
            stack = Broadcasting.shape("matmul", leftStack, rightStack);
        } catch (ShapeMismatchException e) {
            throw new ShapeMismatchException("matmul: x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; the dimensions before the last two, " + leftStack + " and " + rightStack
                    + ", must broadcast");
        }
        Tensor lefts = expanded(left.to(dtype), stack);
        Tensor rights = expanded(right.to(dtype), stack);
        return product(by, lefts, rights, stack.concat("matmul", Shape.of("matmul", m, n)), k, stack.size());
    }

    private static Tensor expanded(Tensor matrices, Shape stack) {
        Shape matrix = matrices.shape().slice(matrices.rank() - 2, matrices.rank());
        return Broadcasting.expand("matmul", matrices, stack.concat(matrix));
    }

    /** {@code count} products of matrices that lie one after the other, of one type. */
    private static Tensor product(Transposed by, Tensor x, Tensor y, Shape shape, int k, int count) {
        int m = shape.at(shape.rank() - 2);
        int n = shape.at(shape.rank() - 1);
        if (x.dtype() == DType.FLOAT32) {
            float[] out = Memory.floats(shape.size());
            each(out.length > 0 ? count : 0, m, n, k, (from, to) -> {
                for (int i = from; i < to; i++) {
                    KERNELS.mm(by, m, n, k, x.floats(), i * m * k, y.floats(), i * k * n, out, i * m * n);
                }
            });
            return new Tensor(shape, out);
        }
        double[] out = Memory.doubles(shape.size());
        each(out.length > 0 ? count : 0, m, n, k, (from, to) -> {
            for (int i = from; i < to; i++) {
                KERNELS.mm(by, m, n, k, x.doubles(), i * m * k, y.doubles(), i * k * n, out, i * m * n);
            }
        });
        return new Tensor(shape, out);
    }

    /** Small products are shared among the cores; in large ones the kernel or the machine's BLAS does so by itself. */
    private static void each(int count, int m, int n, int k, Cores.Work products) {
        long size = (long) m * n * k;
        if (count > 1 && size < PIECE && Cores.pays(count * size, NANOSECONDS)) {
            Cores.share(count, (int) (PIECE / (size + 1)) + 1, products);
        } else {
            products.on(0, count);
        }
    }

    private static void checkInner(String operation, Tensor x, int columns, Tensor y, int rows) {
        if (columns != rows) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; the inner dimensions " + columns + " and " + rows + " must be equal");
        }
    }

    static Tensor dot(String operation, Tensor x, Tensor y) {
        Checks.rank(operation, "x", x, 1);
        Checks.rank(operation, "y", y, 1);
        if (x.size() != y.size()) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; they must be equal");
        }
        DType dtype = Checks.common(x, y);
        double sum = dtype == DType.FLOAT32
                ? FloatDot.of(x.floats(), y.floats())
                : DoubleDot.of(x.to(dtype).doubles(), y.to(dtype).doubles());
        return Tensor.scalarOf(dtype, sum);
    }

    static Tensor outer(String operation, Tensor x, Tensor y) {
        Checks.rank(operation, "x", x, 1);
        Checks.rank(operation, "y", y, 1);
        Shape.of(operation, x.size(), y.size()); // names the operation if that is too large
        DType dtype = Checks.common(x, y);
        Shape shape = Shape.of(x.size(), y.size());
        return dtype == DType.FLOAT32
                ? new Tensor(shape, outer(x.to(dtype).floats(), y.to(dtype).floats()))
                : new Tensor(shape, outer(x.to(dtype).doubles(), y.to(dtype).doubles()));
    }

    private static float[] outer(float[] x, float[] y) {
        float[] out = Memory.floats(x.length * y.length);
        boolean row = y.length >= ROW;
        float[] target = new float[row ? y.length : 0]; // one index with y is what HotSpot vectorises
        for (int i = 0; i < x.length; i++) {
            float factor = x[i];
            int from = i * y.length;
            if (row) {
                scale(factor, y, target);
                System.arraycopy(target, 0, out, from, y.length);
            } else {
                for (int j = 0; j < y.length; j++) {
                    out[from + j] = factor * y[j];
                }
            }
        }
        return out;
    }

    private static void scale(float factor, float[] y, float[] out) {
        for (int j = 0; j < y.length; j++) {
            out[j] = factor * y[j];
        }
    }

    private static double[] outer(double[] x, double[] y) {
        double[] out = Memory.doubles(x.length * y.length);
        boolean row = y.length >= ROW;
        double[] target = new double[row ? y.length : 0]; // one index with y is what HotSpot vectorises
        for (int i = 0; i < x.length; i++) {
            double factor = x[i];
            int from = i * y.length;
            if (row) {
                scale(factor, y, target);
                System.arraycopy(target, 0, out, from, y.length);
            } else {
                for (int j = 0; j < y.length; j++) {
                    out[from + j] = factor * y[j];
                }
            }
        }
        return out;
    }

    private static void scale(double factor, double[] y, double[] out) {
        for (int j = 0; j < y.length; j++) {
            out[j] = factor * y[j];
        }
    }

    static Tensor trace(Tensor x) {
        Checks.rank("trace", "x", x, 2);
        double sum = 0;
        for (int i = 0; i < Math.min(x.dim(0), x.dim(1)); i++) {
            sum += x.at(i * x.dim(1) + i);
        }
        return Tensor.scalarOf(x.dtype(), sum);
    }

    static Tensor eyeLike(Tensor like) {
        return Triangles.of(Triangles.of(Tensor.onesLike(Stacks.matrices("eyeLike", "like", like)), true, 1), false, 1);
    }
}
