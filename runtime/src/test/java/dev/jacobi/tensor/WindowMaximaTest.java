package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The maxima of windows are the elements at the positions that derivatives give their adjoints to. */
class WindowMaximaTest {
    private static Tensor image(DType dtype, int... shape) {
        Random random = new Random(3);
        double[] elements = random.ints(Shape.of(shape).size(), -4, 5)
                .mapToDouble(i -> i == -4 ? Double.NEGATIVE_INFINITY : i == 4 && random.nextBoolean() ? Double.NaN : i)
                .toArray();
        return Tensor.from(elements, shape).to(dtype);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 2, 0", "2, 1, 1", "3, 2, 1", "3, 1, 0", "4, 3, 2", "5, 5, 2"})
    void standAtTheirPositions(int kernel, int stride, int padding) {
        for (DType dtype : DType.values()) {
            Tensor line = image(dtype, 2, 3, 17);
            assertSame(line.maxPool1d(kernel, stride, padding), line, kernel, stride, padding, 1);
            Tensor plane = image(dtype, 3, 9, 8);
            assertSame(plane.maxPool2d(kernel, stride, padding), plane, kernel, stride, padding, 2);
            Tensor volume = image(dtype, 1, 2, 6, 5, 7);
            assertSame(volume.maxPool3d(kernel, stride, padding), volume, kernel, stride, padding, 3);
        }
    }

    private static void assertSame(Tensor maxima, Tensor x, int kernel, int stride, int padding, int dims) {
        Tensor taken = x.take(x.maxPoolPositions(kernel, stride, padding, dims));
        assertThat(maxima.shape()).isEqualTo(taken.shape());
        assertThat(maxima.dtype()).isEqualTo(x.dtype());
        assertThat(maxima.toDoubleArray()).isEqualTo(taken.toDoubleArray());
    }
}
