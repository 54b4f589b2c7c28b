package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An element of our own matrix products has the bits that its definition gives, in each of the ways to compute it. */
class ProductBitsTest {
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 7, 8, 9, 31, 40, 41, 100, 130};

    private static final List<Transposed> TRANSPOSED =
            List.of(Transposed.LEFT, Transposed.RIGHT, new Transposed(true, true));

    /** Every length beside every other, and lengths that make several pieces and blocks. */
    static Stream<Arguments> shapes() {
        int[][] large = {
            {3, 5, 0},
            {41, 43, 0},
            {0, 50, 2},
            {50, 0, 2},
            {131, 1100, 129},
            {1100, 50, 257},
            {600, 600, 3},
            {1, 1500, 300}
        };
        Random random = new Random(3);
        int[][] shapes = Arrays.copyOf(large, large.length + LENGTHS.length * LENGTHS.length);
        for (int i = 0; i < LENGTHS.length * LENGTHS.length; i++) {
            int k = LENGTHS[random.nextInt(LENGTHS.length)];
            shapes[large.length + i] = new int[] {LENGTHS[i / LENGTHS.length], LENGTHS[i % LENGTHS.length], k};
        }
        return Arrays.stream(shapes).map(shape -> Arguments.of(shape[0], shape[1], shape[2]));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void ofFloats(int m, int n, int k) {
        float[] a = floats(1 + m * k);
        float[] b = floats(2 + k * n);
        float[] expected = new float[3 + m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = 0;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[1 + i * k + p], b[2 + p * n + j], sum);
                }
                expected[3 + i * n + j] = sum;
            }
        }
        float[] c = new float[expected.length];
        FloatProduct.mm(m, n, k, a, 1, b, 2, c, 3);
        assertThat(c).isEqualTo(expected);
        float[] byTiles = new float[expected.length];
        FloatTiles.mm(m, n, k, a, 1, b, 2, byTiles, 3);
        assertThat(byTiles).isEqualTo(expected);
        for (Transposed by : TRANSPOSED) {
            float[] left = by.left() ? transposed(a, 1, m, k) : a;
            float[] right = by.right() ? transposed(b, 2, k, n) : b;
            float[] product = new float[expected.length];
            FloatProduct.mm(by, m, n, k, left, 1, right, 2, product, 3);
            assertThat(product).as(by.toString()).isEqualTo(expected);
        }
    }

    /** An element has 256 running sums, which are folded to 64, 16, 4 and 1; elements beyond the last are 0. */
    @ParameterizedTest
    @CsvSource({"1, 512", "7, 513", "40, 1000", "301, 1023", "9, 1300", "3, 2049", "130, 5000"})
    void ofColumns(int m, int k) {
        float[] a = floats(1 + m * k);
        float[] b = floats(2 + k);
        float[] expected = new float[3 + m];
        for (int i = 0; i < m; i++) {
            float[] sums = new float[256];
            for (int p = 0; p < (k + 255) / 256 * 256; p++) {
                sums[p % 256] = Math.fma(p < k ? a[1 + i * k + p] : 0, p < k ? b[2 + p] : 0, sums[p % 256]);
            }
            for (int left = 64; left >= 4; left /= 4) {
                for (int j = 0; j < left; j++) {
                    sums[j] = (sums[j] + sums[j + left]) + (sums[j + 2 * left] + sums[j + 3 * left]);
                }
            }
            expected[3 + i] = (sums[0] + sums[2]) + (sums[1] + sums[3]);
        }
        for (int time = 0; time < 200; time++) { // until vectors have been compiled
            float[] c = new float[expected.length];
            FloatProduct.mm(m, 1, k, a, 1, b, 2, c, 3);
            assertThat(c).isEqualTo(expected);
        }
        float[] product = new float[expected.length];
        FloatProduct.mm(Transposed.LEFT, m, 1, k, transposed(a, 1, m, k), 1, b, 2, product, 3);
        assertThat(product).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void ofDoubles(int m, int n, int k) {
        double[] a = doubles(1 + m * k);
        double[] b = doubles(2 + k * n);
        double[] expected = new double[3 + m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[1 + i * k + p], b[2 + p * n + j], sum);
                }
                expected[3 + i * n + j] = sum;
            }
        }
        double[] c = new double[expected.length];
        DoubleProduct.mm(m, n, k, a, 1, b, 2, c, 3);
        assertThat(c).isEqualTo(expected);
        double[] byTiles = new double[expected.length];
        DoubleTiles.mm(m, n, k, a, 1, b, 2, byTiles, 3);
        assertThat(byTiles).isEqualTo(expected);
        for (Transposed by : TRANSPOSED) {
            double[] left = by.left() ? transposed(a, 1, m, k) : a;
            double[] right = by.right() ? transposed(b, 2, k, n) : b;
            double[] product = new double[expected.length];
            DoubleProduct.mm(by, m, n, k, left, 1, right, 2, product, 3);
            assertThat(product).as(by.toString()).isEqualTo(expected);
        }
    }

    private static float[] floats(int length) {
        float[] floats = new float[length];
        double[] doubles = doubles(length);
        for (int i = 0; i < length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    private static double[] doubles(int length) {
        return new Random(length).doubles(length, -1, 1).toArray();
    }

    private static float[] transposed(float[] x, int from, int rows, int columns) {
        float[] out = new float[x.length];
        for (int i = 0; i < rows * columns; i++) {
            out[from + i % columns * rows + i / columns] = x[from + i];
        }
        return out;
    }

    private static double[] transposed(double[] x, int from, int rows, int columns) {
        double[] out = new double[x.length];
        for (int i = 0; i < rows * columns; i++) {
            out[from + i % columns * rows + i / columns] = x[from + i];
        }
        return out;
    }
}
