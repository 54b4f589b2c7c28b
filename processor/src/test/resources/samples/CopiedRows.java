package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;

/** Rows of arrays that are copied as such, so that one row stands in several places. */
final class CopiedRows {
    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double rowsCopied(double[] x) {
        double[][] m = {{x[0], 1}, {x[1], 2}, {x[2], 3}};
        double[][] n = new double[4][];
        System.arraycopy(m, 0, n, 1, 3);
        Arrays.fill(n, 0, 1, n[2]);
        n[0][0] *= x[0];
        System.arraycopy(n, 0, n, 1, 3);
        double sum = m[1][0] * n[1][0] * n[2][1] + n[3][0] * m[0][0];
        Arrays.fill(n, m[0]);
        n[3][1] = sum * x[1];
        return m[0][1] * n[2][0] + sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 0.5, -1]")
    static double lastStates(double[] x) {
        double[][] states = new double[3][2];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(states, 0, states, 1, 2);
            states[0] = new double[] {Math.sin(x[i]), x[i] * states[1][1]};
            states[1][1] += x[i];
            sum += states[0][0] * states[1][0] * states[2][1] + states[2][0];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4], [5, 6]], 0.5")
    static double rowsOfAParameterCopied(double[][] m, double k) {
        double sum = m[0][0] * m[1][1];
        System.arraycopy(m, 0, m, 1, 2);
        m[0][0] = k * sum;
        sum += m[1][0] * m[2][1];
        Arrays.fill(m, m[2]);
        m[0][1] *= sum;
        return sum * m[1][1] * m[2][0];
    }
}
