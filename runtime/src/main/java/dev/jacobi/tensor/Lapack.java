package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import dev.ludovic.netlib.lapack.LAPACK;

/**
 * The libraries behind factorisations, looked for at the first one. They count column by column, we row by row: what we
 * hand over is to them the transpose, its upper triangle our lower one.
 */
final class Lapack {
    private Lapack() {}

    static LAPACK lapack() {
        return Libraries.FACTORS;
    }

    static BLAS blas() {
        return Libraries.PRODUCTS;
    }

    /** Holds the libraries, so that they are loaded late. */
    private static final class Libraries {
        static final LAPACK FACTORS = NetlibLoader.lapack();
        static final BLAS PRODUCTS = machinesOrJava();

        private static BLAS machinesOrJava() {
            NativeBLAS machines = NetlibLoader.blas();
            return machines == null ? JavaBLAS.getInstance() : machines;
        }
    }
}
