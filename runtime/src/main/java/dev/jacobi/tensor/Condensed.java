package dev.jacobi.tensor;

/** What is said of all pairs i &lt; j of n things, row by row of the upper triangle that they fill. */
final class Condensed {
    private Condensed() {}

    /** n(n − 1)/2; throws if a whole matrix would be too large. */
    static int size(String operation, int n) {
        Shape.of(operation, n, n);
        return (int) ((long) n * (n - 1) / 2);
    }

    /** Where the pair of i and j is. */
    static int position(int n, int i, int j) {
        return (int) ((long) i * (2 * n - i - 1) / 2) + j - i - 1;
    }

    /** The symmetric matrix with zeros on its diagonal. */
    static Tensor square(Tensor x, int n) {
        checkPairs("pairSquare", x, n);
        double[] out = new double[n * n];
        double[] pairs = x.to(DType.FLOAT64).doubles();
        for (int i = 0, at = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++, at++) {
                out[i * n + j] = pairs[at];
                out[j * n + i] = pairs[at];
            }
        }
        return new Tensor(Shape.of(n, n), out).to(x.dtype());
    }

    private static void checkPairs(String operation, Tensor x, int n) {
        Checks.rank(operation, "x", x, 1);
        if (n < 0 || x.size() != size(operation, n)) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x.shape() + " but must have an element for each pair of " + n);
        }
    }

    /** The adjoint: of each pair, xᵢⱼ + xⱼᵢ. */
    static Tensor sums(Tensor x) {
        String operation = "pairSquareBack";
        Checks.rank(operation, "x", x, 2);
        int n = Stacks.square(operation, "x", x).dim(0);
        double[] elements = x.to(DType.FLOAT64).doubles();
        double[] out = new double[size(operation, n)];
        for (int i = 0, at = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++, at++) {
                out[at] = elements[i * n + j] + elements[j * n + i];
            }
        }
        return new Tensor(Shape.of(out.length), out).to(x.dtype());
    }
}
