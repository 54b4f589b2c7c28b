package dev.jacobi.tensor;

/** Systems of linear equations, inverses and determinants. */
final class Systems {
    private Systems() {}

    /**
     * Whether the right-hand sides of systems with {@code x} are vectors, one for each matrix, rather than matrices.
     */
    static boolean vectors(Tensor x, Tensor y) {
        return y.rank() == 1 || y.shape().equals(x.shape().slice(0, x.rank() - 1));
    }

    /** The right-hand sides as matrices, whose columns they are. */
    static Tensor columns(Tensor x, Tensor y) {
        return vectors(x, y) ? y.unsqueeze(-1) : y;
    }

    static Tensor solved(String operation, Tensor x, Tensor y, boolean transposed) {
        Stacks.square(operation, "x", x);
        Checks.present(operation, "y", y);
        Tensor columns = y.rank() == 0 ? y : columns(x, y);
        if (columns.rank() < 2 || columns.dim(-2) != x.dim(-1)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; y must be a vector or matrix with as many rows as x");
        }
        Shape stack = Stacks.broadcast(operation, x, columns);
        int n = x.dim(-1);
        int k = columns.dim(-1);
        int[] matrices = Stacks.indices(x, stack);
        int[] sides = Stacks.indices(columns, stack);
        double[] b = columns.to(DType.FLOAT64).doubles();
        double[] r = new double[stack.size() * n * k];
        Factors factors = x.factors().regular(operation, x);
        for (int i = 0; i < matrices.length; i++) {
            factors.solve(transposed, matrices[i], b, sides[i] * n * k, k, r, i * n * k);
        }
        Shape shape = stack.concat(vectors(x, y) ? Shape.of(n) : Shape.of(n, k));
        return new Tensor(shape, r).to(Checks.common(x, y));
    }

    static Tensor inverse(Tensor x) {
        Stacks.square("inverse", "x", x);
        int n = x.dim(-1);
        double[] identity = Mask.eye(n).toTensor(DType.FLOAT64).doubles();
        double[] r = new double[x.size()];
        Factors factors = x.factors().regular("inverse", x);
        for (int i = 0; i < Stacks.stack(x).size(); i++) {
            factors.solve(false, i, identity, 0, n, r, i * n * n);
        }
        return new Tensor(x.shape(), r).to(x.dtype());
    }

    /** What is to be known of a determinant. */
    interface Part {
        double of(Factors factors, int index);
    }

    static Tensor det(String operation, Tensor x, Part part) {
        Stacks.square(operation, "x", x);
        Shape stack = Stacks.stack(x);
        double[] r = new double[stack.size()];
        for (int i = 0; i < r.length; i++) {
            r[i] = part.of(x.factors(), i);
        }
        return new Tensor(stack, r).to(x.dtype());
    }

    /** ln det x: NaN where the determinant is negative. */
    static double logDet(Factors factors, int index) {
        return factors.sign(index) < 0 ? Double.NaN : factors.logAbsDet(index);
    }

    /**
     * The cofactors, det x · x⁻ᵀ, for singular matrices too: of x = U·S·Vᵀ they are det U · det V · U·C·Vᵀ, where C is
     * diagonal with the products of all other singular values.
     */
    static Tensor cofactors(Tensor x) {
        Stacks.square("cofactors", "x", x);
        Tensor[] usv = Decompositions.svd("cofactors", x.to(DType.FLOAT64));
        Tensor sign = usv[0].det().mul(usv[2].det()).unsqueeze(-1).unsqueeze(-1);
        Tensor others = usv[1].prodOfOthers().unsqueeze(-2);
        return usv[0].mul(others).matmul(usv[2]).mul(sign).to(x.dtype());
    }

    /**
     * How fast the cofactors change along {@code y}. As those of a product are the product of its factors', they do so
     * by det U · det V · U·Ċ·Vᵀ, where Ċ is the change of S's cofactors along D = Uᵀ·y·V: with the products pᵢⱼ of all
     * singular values but two, Σⱼ pᵢⱼ·dⱼⱼ on the diagonal and -pᵢⱼ·dⱼᵢ elsewhere.
     */
    static Tensor cofactorsAlong(Tensor x, Tensor y) {
        Stacks.square("cofactorsAlong", "x", x);
        if (!Checks.present("cofactorsAlong", "y", y).shape().equals(x.shape())) {
            throw new ShapeMismatchException("cofactorsAlong: x has shape " + x.shape() + " and y has shape "
                    + y.shape() + "; they must be equal");
        }
        Tensor[] usv = Decompositions.svd("cofactorsAlong", x.to(DType.FLOAT64));
        Tensor sign = usv[0].det().mul(usv[2].det()).unsqueeze(-1).unsqueeze(-1);
        Tensor along = usv[0].mT().matmul(y.to(DType.FLOAT64)).matmul(usv[2].mT());
        Tensor others = prodOfOtherPairs(usv[1]);
        Tensor diagonal = others.matmul(along.diagonal(0, -2, -1).unsqueeze(-1))
                .squeeze(-1)
                .diagEmbed();
        Tensor change = diagonal.sub(along.mT().mul(others));
        return usv[0].matmul(change).matmul(usv[2]).mul(sign).to(x.dtype());
    }

    /** For each two of the last dimension's elements the product of all others; 0 for an element with itself. */
    private static Tensor prodOfOtherPairs(Tensor x) {
        int n = x.dim(-1);
        double[] values = x.doubles();
        double[] products = new double[x.size() * n];
        for (int row = 0; row < values.length; row += n) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double product = prodOfOthers(values, row, n, i, j);
                    products[(row + i) * n + j] = product;
                    products[(row + j) * n + i] = product;
                }
            }
        }
        return new Tensor(x.shape().concat(Shape.of(n)), products);
    }

    private static double prodOfOthers(double[] values, int row, int n, int i, int j) {
        double product = 1;
        for (int k = 0; k < n; k++) {
            product *= k == i || k == j ? 1 : values[row + k];
        }
        return product;
    }
}
