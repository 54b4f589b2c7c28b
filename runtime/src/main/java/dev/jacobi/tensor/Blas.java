package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.NativeBLAS;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products by the machine's own BLAS, if it has a fast one that netlib finds. It is looked for at the first
 * product that is large enough. Neither netlib's BLAS in Java nor the reference BLAS is a substitute: our own loops are
 * several times faster.
 */
final class Blas {
    /** Below this many multiplications the call from Java costs more than it saves. */
    private static final int PAYS_FROM = 1000;

    private Blas() {}

    /** Whether there is a library, and the product is large enough for it. */
    static boolean pays(int m, int n, int k) {
        return (long) m * n * k >= PAYS_FROM && Library.BLAS != null;
    }

    /** Row-major C = A·B is column-major Cᵀ = Bᵀ·Aᵀ, so the factors change places. */
    static void mm(
            Transposed by, int m, int n, int k, float[] a, int aFrom, float[] b, int bFrom, float[] c, int cFrom) {
        String first = by.right() ? "T" : "N";
        String second = by.left() ? "T" : "N";
        library()
                .sgemm(
                        first,
                        second,
                        n,
                        m,
                        k,
                        1,
                        b,
                        bFrom,
                        by.right() ? k : n,
                        a,
                        aFrom,
                        by.left() ? m : k,
                        0,
                        c,
                        cFrom,
                        n);
    }

    /** As for float. */
    static void mm(
            Transposed by, int m, int n, int k, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
        String first = by.right() ? "T" : "N";
        String second = by.left() ? "T" : "N";
        library()
                .dgemm(
                        first,
                        second,
                        n,
                        m,
                        k,
                        1,
                        b,
                        bFrom,
                        by.right() ? k : n,
                        a,
                        aFrom,
                        by.left() ? m : k,
                        0,
                        c,
                        cFrom,
                        n);
    }

    private static NativeBLAS library() {
        NativeBLAS blas = Library.BLAS;
        if (blas == null) {
            throw new IllegalStateException("there is no native BLAS");
        }
        return blas;
    }

    /** Holds the library, so that it is loaded late. */
    private static final class Library {
        static final @Nullable NativeBLAS BLAS = NetlibLoader.blas();
    }
}
