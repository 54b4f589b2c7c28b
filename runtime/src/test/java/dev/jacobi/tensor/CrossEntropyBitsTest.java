package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row's cross-entropy and its slopes have the same bits alone and among others, which are computed together. */
class CrossEntropyBitsTest {
    private static final int ROWS = 107;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 15, 16, 17, 100, 600})
    void ofShares(int classes) {
        float[] x = floats(ROWS * classes, 1);
        float[] shares = floats(ROWS * classes, 2);
        Tensor[] all = CrossEntropy.lossesAndSlopes(matrix(x, classes), matrix(shares, classes), 1);
        for (int row = 0; row < ROWS; row++) {
            float[] own = Arrays.copyOfRange(x, row * classes, (row + 1) * classes);
            float[] ownShares = Arrays.copyOfRange(shares, row * classes, (row + 1) * classes);
            assertRow(
                    row,
                    all,
                    CrossEntropy.lossesAndSlopes(matrix(own, classes), matrix(ownShares, classes), 1),
                    classes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 15, 16, 17, 100, 600})
    void ofClasses(int classes) {
        float[] x = floats(ROWS * classes, 1);
        int[] targets = new Random(3).ints(ROWS, 0, classes).toArray();
        Tensor[] all = CrossEntropy.lossesAndSlopes(matrix(x, classes), Index.of(targets), 1);
        for (int row = 0; row < ROWS; row++) {
            float[] own = Arrays.copyOfRange(x, row * classes, (row + 1) * classes);
            assertRow(row, all, CrossEntropy.lossesAndSlopes(matrix(own, classes), Index.of(targets[row]), 1), classes);
        }
    }

    private static void assertRow(int row, Tensor[] all, Tensor[] alone, int classes) {
        assertThat(all[0].toFloatArray()[row]).isEqualTo(alone[0].toFloatArray()[0]);
        assertThat(Arrays.copyOfRange(all[1].toFloatArray(), row * classes, (row + 1) * classes))
                .isEqualTo(alone[1].toFloatArray());
    }

    private static Tensor matrix(float[] elements, int columns) {
        return Tensor.of(elements).reshape(elements.length / columns, columns);
    }

    private static float[] floats(int length, long seed) {
        float[] floats = new float[length];
        double[] doubles = new Random(seed).doubles(length, 0, 9).toArray();
        for (int i = 0; i < length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }
}
