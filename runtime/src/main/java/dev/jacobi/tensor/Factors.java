package dev.jacobi.tensor;

import dev.ludovic.netlib.lapack.LAPACK;
import org.netlib.util.intW;

/**
 * A square matrix as P·A = L·U, in double: LAPACK's {@code getrf}, and {@code getrs} to solve with it. LAPACK counts
 * column by column, so what it factors is Aᵀ, and where A is meant it is asked for the transpose.
 */
final class Factors {
    private static final String AS_IT_IS = "N";
    private static final String TRANSPOSED = "T";

    private final int n;
    private final double[] lu;
    private final int[] exchanges;

    private Factors(int n, double[] lu, int[] exchanges) {
        this.n = n;
        this.lu = lu;
        this.exchanges = exchanges;
    }

    /**
     * Factors a matrix.
     *
     * @param a its elements row by row, which are overwritten
     * @throws ArithmeticException if it is singular
     */
    static Factors of(String operation, int n, double[] a) {
        int[] exchanges = new int[n];
        intW zeroPivot = new intW(0);
        if (n > 0) {
            Library.NETLIB.dgetrf(n, n, a, n, exchanges, zeroPivot);
        }
        if (zeroPivot.val > 0) {
            throw new ArithmeticException(operation + ": x is singular: its columns depend on each other");
        }
        return new Factors(n, a, exchanges);
    }

    /** A⁻¹·b of a matrix b with k columns. */
    double[] solve(double[] b, int k) {
        return solved(TRANSPOSED, b, k);
    }

    /** A⁻ᵀ·b of a matrix b with k columns. */
    double[] solveTransposed(double[] b, int k) {
        return solved(AS_IT_IS, b, k);
    }

    private double[] solved(String which, double[] b, int k) {
        double[] x = transposed(b, n, k);
        if (n > 0 && k > 0) {
            Library.NETLIB.dgetrs(which, n, k, lu, n, exchanges, x, n, new intW(0));
        }
        return transposed(x, k, n);
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        if (rows == 1 || columns == 1) {
            return a.clone();
        }
        double[] transposed = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[i * columns + j];
            }
        }
        return transposed;
    }

    /** Holds the library, so that it is loaded late. */
    private static final class Library {
        static final LAPACK NETLIB = NetlibLoader.lapack();
    }
}
