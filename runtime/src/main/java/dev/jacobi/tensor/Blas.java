package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.BLAS;

/**
 * Matrix products by netlib: the machine's own BLAS if it has one, else netlib's Java. Loaded at the first product that
 * is large enough.
 */
final class Blas {
    /** Below this many multiplications the call costs more than it saves. */
    private static final int PAYS_FROM = 1000;

    private Blas() {}

    static boolean pays(int m, int n, int k) {
        return (long) m * n * k >= PAYS_FROM;
    }

    /** Row-major C = A·B is column-major Cᵀ = Bᵀ·Aᵀ, so the factors change places. */
    static void mm(int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        Library.BLAS.sgemm("N", "N", n, m, k, 1, b, bFrom, n, a, aFrom, k, 0, c, cFrom, n);
    }

    /** As for float. */
    static void mm(int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        Library.BLAS.dgemm("N", "N", n, m, k, 1, b, bFrom, n, a, aFrom, k, 0, c, cFrom, n);
    }

    /** Holds the library, so that it is loaded late. */
    private static final class Library {
        static final BLAS BLAS = BlasLoader.load();
    }
}
