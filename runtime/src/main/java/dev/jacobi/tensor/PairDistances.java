package dev.jacobi.tensor;

/**
 * The distances of all rows of x from all rows of y. The differences xᵢ − yⱼ are never stored: each row of x meets a
 * {@link RowBlock} of y, in double.
 */
final class PairDistances {
    /** Lengths below this one may be of squares that have lost digits. */
    private static final double SMALLEST = 1e-150;

    private PairDistances() {}

    /** rᵢⱼ = ‖xᵢ − yⱼ‖; dimensions before the last two are broadcast. */
    static Tensor of(Tensor x, Tensor y) {
        Checks.present("cdist", "y", y);
        if (x.rank() < 2 || y.rank() < 2 || x.dim(-1) != y.dim(-1)) {
            throw new ShapeMismatchException("cdist: x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; both must have at least 2 dimensions, the last of one length");
        }
        Shape stack = Broadcasting.shape("cdist", Stacks.stack(x), Stacks.stack(y));
        int columns = y.dim(-2);
        Shape shape = stack.concat("cdist", Shape.of("cdist", x.dim(-2), columns));
        DType dtype = Checks.common(x, y);
        StackRows xs = StackRows.of(x, stack);
        StackRows ys = StackRows.of(y, stack);
        Object out = dtype.newArray(shape.size());
        for (int m = 0; m < stack.size(); m++) {
            int matrix = m;
            RowBlock[] blocks = ys.blocks(matrix);
            xs.each((double) xs.count() * columns * xs.length(), i -> {
                for (RowBlock block : blocks) {
                    double[] row = distances(xs.elements(), xs.from(matrix, i), block, dtype);
                    RowBlock.store(row, 0, out, (matrix * xs.count() + i) * columns + block.first());
                }
            });
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** ‖xᵢ − xⱼ‖ for all i &lt; j, row by row. */
    static Tensor amongRows(Tensor x) {
        Checks.rank("pdist", "x", x, 2);
        int n = x.dim(0);
        Shape shape = Shape.of(Condensed.size("pdist", n));
        StackRows xs = StackRows.of(x, Shape.SCALAR);
        Object out = x.dtype().newArray(shape.size());
        RowBlock[] blocks = xs.blocks(0);
        xs.each(0.5 * n * n * xs.length(), i -> {
            for (RowBlock block : blocks) {
                int before = Math.max(0, i + 1 - block.first()); // of the block's rows
                if (before < block.count()) {
                    double[] row = distances(xs.elements(), xs.from(0, i), block, x.dtype());
                    RowBlock.store(row, before, out, Condensed.position(n, i, block.first() + before));
                }
            }
        });
        return Tensor.owning(shape, x.dtype(), out);
    }

    private static double[] distances(double[] x, int from, RowBlock block, DType dtype) {
        double[] row = new double[block.count()];
        block.addSquares(x, from, row);
        for (int j = 0; j < row.length; j++) {
            row[j] = Math.sqrt(row[j]);
        }
        if (dtype == DType.FLOAT64) { // of floats, squares fit into a double
            for (int j = 0; j < row.length; j++) {
                if (!(row[j] < Double.POSITIVE_INFINITY) || row[j] < SMALLEST) {
                    row[j] = Norms.euclidean(block.differences(x, from, j));
                }
            }
        }
        return row;
    }
}
