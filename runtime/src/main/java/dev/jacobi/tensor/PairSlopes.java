package dev.jacobi.tensor;

/**
 * The two bilinear maps that derivatives of {@link PairDistances} are made of, adjoint to each other: products of
 * vectors and differences xᵢ − yⱼ, and differences weighted and summed. The dimensions before the last two of all three
 * operands are broadcast.
 */
final class PairSlopes {
    private PairSlopes() {}

    /** rᵢⱼ = vᵢ·(xᵢ − yⱼ) */
    static Tensor slopes(Tensor v, Tensor x, Tensor y) {
        String operation = "pairSlopes";
        Shape stack = stack(operation, v, x, y);
        StackRows vs = StackRows.of(v, stack);
        StackRows xs = StackRows.of(x, stack);
        StackRows ys = StackRows.of(y, stack);
        Shape shape = stack.concat(operation, Shape.of(operation, xs.count(), ys.count()));
        fits(operation, vs.count() == xs.count() && vs.length() == xs.length(), v, x, y);
        DType dtype = Checks.common(v, x, y);
        Object out = dtype.newArray(shape.size());
        for (int m = 0; m < stack.size(); m++) {
            int matrix = m;
            RowBlock[] blocks = ys.blocks(matrix);
            xs.each((double) xs.count() * ys.count() * xs.length(), i -> {
                for (RowBlock block : blocks) {
                    double[] row = new double[block.count()];
                    block.addProducts(vs.elements(), vs.from(matrix, i), xs.elements(), xs.from(matrix, i), row);
                    RowBlock.store(row, 0, out, (matrix * xs.count() + i) * ys.count() + block.first());
                }
            });
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** rᵢ = Σⱼ wᵢⱼ·(xᵢ − yⱼ), or with wⱼᵢ if {@code transposed}. */
    static Tensor pulls(Tensor w, Tensor x, Tensor y, boolean transposed) {
        String operation = "pairPulls";
        Shape stack = stack(operation, w, x, y);
        StackRows ws = StackRows.of(w, stack);
        StackRows xs = StackRows.of(x, stack);
        StackRows ys = StackRows.of(y, stack);
        int rows = transposed ? ws.length() : ws.count();
        int columns = transposed ? ws.count() : ws.length();
        fits(operation, rows == xs.count() && columns == ys.count(), w, x, y);
        Shape shape = stack.concat(operation, Shape.of(operation, xs.count(), xs.length()));
        DType dtype = Checks.common(w, x, y);
        Object out = dtype.newArray(shape.size());
        for (int m = 0; m < stack.size(); m++) {
            int matrix = m;
            RowBlock[] blocks = xs.blocks(matrix);
            StackRows.each((double) xs.count() * ys.count() * xs.length(), blocks.length, number -> {
                RowBlock block = blocks[number];
                double[][] sums = sums(block, new Weights(ws, matrix, transposed), ys, matrix);
                int first = matrix * xs.count() + block.first();
                for (int i = 0; i < block.count(); i++) {
                    RowBlock.store(RowBlock.row(sums, i), 0, out, (first + i) * xs.length());
                }
            });
        }
        return Tensor.owning(shape, dtype, out);
    }

    private static double[][] sums(RowBlock block, Weights weights, StackRows ys, int matrix) {
        double[][] sums = new double[ys.length()][block.count()];
        double[][] w = new double[4][block.count()];
        int j = 0;
        for (; j + 3 < ys.count(); j += 4) {
            weights.load(w, block.first(), j);
            block.addFourPulls(w, ys.elements(), ys.from(matrix, j), sums);
        }
        double[][] one = {w[0]};
        for (; j < ys.count(); j++) {
            weights.load(one, block.first(), j);
            block.addPull(w[0], ys.elements(), ys.from(matrix, j), sums);
        }
        return sums;
    }

    private record Weights(StackRows rows, int matrix, boolean transposed) {
        /** The weights of some rows i from {@code first} on, for each j from {@code column} on. */
        void load(double[][] w, int first, int column) {
            double[] elements = rows.elements();
            if (transposed) {
                for (int j = 0; j < w.length; j++) {
                    System.arraycopy(elements, rows.from(matrix, column + j) + first, w[j], 0, w[j].length);
                }
            } else {
                for (int j = 0; j < w.length; j++) {
                    strided(elements, rows.from(matrix, first) + column + j, rows.length(), w[j]);
                }
            }
        }
    }

    private static void strided(double[] elements, int from, int step, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = elements[from + i * step];
        }
    }

    private static Shape stack(String operation, Tensor a, Tensor x, Tensor y) {
        Stacks.matrices(operation, "x", a);
        Stacks.matrices(operation, "like", x);
        Stacks.matrices(operation, "y", y);
        fits(operation, x.dim(-1) == y.dim(-1), a, x, y);
        Shape both = Broadcasting.shape(operation, Stacks.stack(x), Stacks.stack(y));
        return Broadcasting.shape(operation, Stacks.stack(a), both);
    }

    private static void fits(String operation, boolean fits, Tensor a, Tensor x, Tensor y) {
        if (!fits) {
            throw new ShapeMismatchException(operation + ": x has shape " + a.shape() + ", like has shape " + x.shape()
                    + " and y has shape " + y.shape() + ", which don't go together");
        }
    }
}
