package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    @ParameterizedTest
    @CsvSource({"0, 8, 8", "0, 7, 4", "1, 8, 5", "2, 5, 2", "3, 3, 3", "5, 2, 5", "-1, 7, -1", "0, 9, 0", "8, 8, 8"})
    void endsBehindWholeBatches(int from, int to, int end) {
        assertThat(Batches.end(from, to, new double[8][3])).isEqualTo(end);
        assertThat(Batches.end(from, to, new float[8][3])).isEqualTo(end);
        assertThat(Batches.end(from, to, new double[8])).isEqualTo(end);
        assertThat(Batches.end(from, to, new float[8])).isEqualTo(end);
    }

    @Test
    void rowsOfDifferentLengthsHaveNone() {
        double[][] rows = new double[8][3];
        float[][] floats = new float[8][3];
        rows[7] = new double[2];
        floats[7] = new float[2];
        assertThat(Batches.end(0, 8, rows)).isZero();
        assertThat(Batches.end(0, 8, floats)).isZero();
        assertThat(Batches.end(0, 7, rows)).isEqualTo(4);
        assertThat(Batches.end(0, 7, floats)).isEqualTo(4);
    }

    @Test
    void missingRowsHaveNone() {
        double @Nullable [][] rows = new double[8][];
        float @Nullable [][] floats = new float[8][];
        assertThat(Batches.end(0, 8, rows)).isZero();
        assertThat(Batches.end(0, 8, floats)).isZero();
        assertThat(Batches.end(0, 4, (double[][]) null)).isZero();
        assertThat(Batches.end(0, 4, (float[][]) null)).isZero();
        assertThat(Batches.end(0, 4, (double[]) null)).isZero();
        assertThat(Batches.end(0, 4, (float[]) null)).isZero();
    }

    @Test
    void countersHaveWholeBatches() {
        assertThat(Batches.end(0, 9)).isEqualTo(8);
        assertThat(Batches.end(2, 9)).isEqualTo(6);
        assertThat(Batches.end(5, 5)).isEqualTo(5);
        assertThat(Batches.end(7, 3)).isEqualTo(7);
        assertThat(Batches.end(-2, 9)).isEqualTo(-2);
        assertThat(Batches.end(0, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE - 3);
    }
}
