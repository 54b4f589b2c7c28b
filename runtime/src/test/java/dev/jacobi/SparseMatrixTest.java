package dev.jacobi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {

    private static SparseMatrix matrix(double... values) {
        return new SparseMatrix(2, 3, new int[] {0, 1, 1}, new int[] {2, 0, 1}, values);
    }

    @Test
    void isItsEntries() {
        assertThat(matrix(5, 6, 7).toDense()).isDeepEqualTo(new double[][] {{0, 0, 5}, {6, 7, 0}});
        assertThat(matrix(5, 6, 7)).hasToString("2x3 [0,2]=5.0 [1,0]=6.0 [1,1]=7.0");
        assertThat(matrix(5, 6, 7).size()).isEqualTo(3);
        assertThat(matrix(5, 6, 7))
                .isEqualTo(matrix(5, 6, 7))
                .hasSameHashCodeAs(matrix(5, 6, 7))
                .isNotEqualTo(matrix(5, 6, 8));
    }

    @Test
    void multipliesVectors() {
        assertThat(matrix(5, 6, 7).times(new double[] {1, 2, 3})).containsExactly(15, 20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix(5, 6, 7).times(new double[2]))
                .withMessage("SparseMatrix.times: a vector of 2 numbers for 3 columns");
    }

    @Test
    void hasARowAndAColumnForEachValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix(5, 6))
                .withMessage("SparseMatrix: 2 values, but 3 rows and 3 columns for them");
    }
}
