package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Both ways to the matrix of a linear function. */
class JacobiansTest {
    private static final double[][] MATRIX = {{1, 2, 3}, {4, 5, 6}};

    @Test
    void byRows() {
        double[][] jacobian = Jacobians.byRows(2, seed -> {
            double[] row = new double[3];
            for (int j = 0; j < 3; j++) {
                row[j] = seed[0] * MATRIX[0][j] + seed[1] * MATRIX[1][j];
            }
            return row;
        });
        assertThat(jacobian).isDeepEqualTo(MATRIX);
    }

    @Test
    void byColumns() {
        double[][] jacobian = Jacobians.byColumns(2, 3, direction -> {
            double[] column = new double[2];
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                    column[i] += MATRIX[i][j] * direction[j];
                }
            }
            return column;
        });
        assertThat(jacobian).isDeepEqualTo(MATRIX);
    }

    @Test
    void ofNothing() {
        assertThat(Jacobians.byRows(0, seed -> seed)).isEmpty();
        assertThat(Jacobians.byColumns(1, 0, direction -> direction)).isDeepEqualTo(new double[1][0]);
    }
}
