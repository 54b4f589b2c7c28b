package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.Tensor;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The Lyapunov equation AᵀP + PA = −Q.
 *
 * <p>With V(x) = xᵀPx, the linear system ẋ = A·x has V̇ = ẋᵀPx + xᵀPẋ = xᵀ(AᵀP + PA)x = −xᵀQx. So if Q is positive
 * definite, V falls everywhere; and if A's eigenvalues have negative real parts, there is just one such P, and it is
 * positive definite. (Khalil, theorem 4.6.)
 */
final class LyapunovEquation {
    private LyapunovEquation() {}

    /**
     * The P that solves it.
     *
     * @throws org.hipparchus.exception.MathIllegalArgumentException if two eigenvalues of A add up to 0, as then there
     *     is no single solution
     */
    static Tensor solve(Tensor a, Tensor q) {
        int n = a.dim(0);
        ArrayRealVector right = new ArrayRealVector(q.neg().toDoubleArray());
        double[] p = new LUDecomposition(coefficients(a.toDoubleMatrix()))
                .getSolver()
                .solve(right)
                .toArray();
        return Tensor.of(p).reshape(n, n);
    }

    /**
     * The equation as n² linear ones in the elements of P, row by row: the one at (i, j) is
     *
     * <pre>Σₖ a[k][i]·p[k][j] + Σₖ p[i][k]·a[k][j] = −q[i][j].</pre>
     */
    private static RealMatrix coefficients(double[][] a) {
        int n = a.length;
        RealMatrix m = new Array2DRowRealMatrix(n * n, n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    m.addToEntry(i * n + j, k * n + j, a[k][i]);
                    m.addToEntry(i * n + j, i * n + k, a[k][j]);
                }
            }
        }
        return m;
    }
}
