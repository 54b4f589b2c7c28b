package dev.jacobi.tensor;

import org.netlib.util.intW;

/**
 * Square matrices, each as P·A = L·U, in double: LAPACK's {@code getrf}, and {@code getrs} to solve with them. LAPACK
 * counts column by column, so what it factors is Aᵀ, and where A is meant it is asked for the transpose.
 */
final class Factors {
    private static final String AS_IT_IS = "N";
    private static final String TRANSPOSED = "T";

    private final int n;
    /** The factors of all matrices, one after the other. */
    private final double[] lu;
    /** The rows exchanged, likewise. */
    private final int[] exchanges;
    /** The first matrix that is singular, −1 if none is. */
    private final int singular;

    private Factors(int n, double[] lu, int[] exchanges, int singular) {
        this.n = n;
        this.lu = lu;
        this.exchanges = exchanges;
        this.singular = singular;
    }

    /**
     * Factors matrices.
     *
     * @param a their elements row by row, which are overwritten
     */
    static Factors of(int count, int n, double[] a) {
        int[] exchanges = new int[count * n];
        int singular = -1;
        for (int i = count - 1; i >= 0 && n > 0; i--) {
            intW zeroPivot = new intW(0);
            Lapack.lapack().dgetrf(n, n, a, i * n * n, n, exchanges, i * n, zeroPivot);
            singular = zeroPivot.val > 0 ? i : singular;
        }
        return new Factors(n, a, exchanges, singular);
    }

    /**
     * These factors, of the matrices of {@code x}.
     *
     * @throws ArithmeticException if one is singular
     */
    Factors regular(String operation, Tensor x) {
        if (singular >= 0) {
            throw new ArithmeticException(
                    operation + ": " + Stacks.which(singular, x) + " is singular: its columns depend on each other");
        }
        return this;
    }

    /**
     * Writes A⁻¹·b, or A⁻ᵀ·b, of matrix A at {@code index} and a matrix b with k columns that starts at {@code from}.
     */
    void solve(boolean transposed, int index, double[] b, int from, int k, double[] out, int to) {
        if (n == 0 || k == 0) {
            return;
        }
        double[] x = Stacks.transposed(b, from, n, k);
        String which = transposed ? AS_IT_IS : TRANSPOSED;
        Lapack.lapack().dgetrs(which, n, k, lu, index * n * n, n, exchanges, index * n, x, 0, n, new intW(0));
        Stacks.transpose(x, k, n, out, to);
    }

    /** The sign of the determinant of a matrix: 0 if it is singular, NaN if it is not a number. */
    double sign(int index) {
        double sign = 1;
        for (int i = 0; i < n; i++) {
            sign *= Math.signum(pivot(index, i)) * (exchanges[index * n + i] == i + 1 ? 1 : -1);
        }
        return sign;
    }

    /** ln |det A| of a matrix, −∞ if it is singular. */
    double logAbsDet(int index) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(Math.abs(pivot(index, i)));
        }
        return sum;
    }

    /** det A of a matrix. */
    double det(int index) {
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= pivot(index, i) * (exchanges[index * n + i] == i + 1 ? 1 : -1);
        }
        return product;
    }

    private double pivot(int index, int i) {
        return lu[(index * n + i) * n + i];
    }
}
