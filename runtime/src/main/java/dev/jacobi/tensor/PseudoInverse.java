package dev.jacobi.tensor;

/** What singular values tell about a matrix: its pseudoinverse, rank and least squares. */
final class PseudoInverse {
    private PseudoInverse() {}

    static Tensor of(Tensor x) {
        return exact("pinv", x).to(x.dtype());
    }

    /** V·diag(1/S)·Uᵀ, in double. */
    private static Tensor exact(String operation, Tensor x) {
        Tensor[] usv = Decompositions.svd(operation, x.to(DType.FLOAT64));
        Tensor inverse = usv[1].reciprocal().masked(counting(usv[1], x));
        return usv[2].mT().mul(inverse.unsqueeze(-2)).matmul(usv[0].mT());
    }

    static Tensor lstsq(Tensor x, Tensor y) {
        Stacks.matrices("lstsq", "x", x);
        Checks.present("lstsq", "y", y);
        boolean vector = x.rank() == 2 && y.rank() == 1;
        Tensor columns = vector ? y.unsqueeze(-1) : y;
        if (columns.rank() < 2 || columns.dim(-2) != x.dim(-2)) {
            throw new ShapeMismatchException("lstsq: x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; y must be a matrix with as many rows as x, or a vector if x is one matrix");
        }
        Stacks.broadcast("lstsq", x, columns);
        Tensor r = exact("lstsq", x).matmul(columns.to(DType.FLOAT64));
        return (vector ? r.squeeze(-1) : r).to(Checks.common(x, y));
    }

    static Index rank(Tensor x) {
        Tensor values = Decompositions.svd("matrixRank", x.to(DType.FLOAT64))[1];
        Tensor ranks = counting(values, x).toTensor(DType.FLOAT64).sum(-1);
        int[] integers = new int[ranks.size()];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) ranks.at(i);
        }
        return Index.from(integers, ranks.shape().toArray());
    }

    /** The singular values that don't count as 0. */
    private static Mask counting(Tensor values, Tensor x) {
        double precision = x.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1d);
        double relative = precision * Math.max(x.dim(-1), x.dim(-2));
        return values.dim(-1) == 0
                ? values.ne(0)
                : values.gt(values.amax(-1, true).mul(relative));
    }
}
