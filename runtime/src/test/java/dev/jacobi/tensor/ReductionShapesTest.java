package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reductions along a dimension agree with their definitions whatever the lengths before, along and after it. Elements
 * are small whole numbers, so that sums are exact in any order.
 */
class ReductionShapesTest {
    static Stream<Arguments> shapes() {
        return Stream.of(DType.values())
                .flatMap(dtype -> Stream.of(1, 3)
                        .flatMap(outer -> Stream.of(1, 2, 10, 63, 128, 1100)
                                .flatMap(length -> Stream.of(1, 2, 10, 63, 128, 600)
                                        .filter(inner -> length * inner < 80_000)
                                        .map(inner -> Arguments.of(dtype, outer, length, inner)))));
    }

    private static Tensor whole(DType dtype, int outer, int length, int inner) {
        return Tensor.from(
                        new Random(outer + 31L * length + 961L * inner)
                                .ints((long) outer * length * inner, -50, 50)
                                .asDoubleStream()
                                .toArray(),
                        outer,
                        length,
                        inner)
                .to(dtype);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void agreeWithTheirDefinitions(DType dtype, int outer, int length, int inner) {
        Tensor x = whole(dtype, outer, length, inner);
        double[] sum = new double[outer * inner];
        double[] max = new double[sum.length];
        double[] min = new double[sum.length];
        int[] argmax = new int[sum.length];
        for (int i = 0; i < sum.length; i++) {
            max[i] = Double.NEGATIVE_INFINITY;
            min[i] = Double.POSITIVE_INFINITY;
            for (int l = 0; l < length; l++) {
                double element = x.at((i / inner * length + l) * inner + i % inner);
                sum[i] += element;
                argmax[i] = element > max[i] ? l : argmax[i];
                max[i] = Math.max(max[i], element);
                min[i] = Math.min(min[i], element);
            }
        }
        assertThat(x.sum(1).toDoubleArray()).isEqualTo(sum);
        assertThat(x.amax(1).toDoubleArray()).isEqualTo(max);
        assertThat(x.amin(1).toDoubleArray()).isEqualTo(min);
        assertThat(x.argmax(1).elements()).isEqualTo(argmax);
        assertThat(x.max().item()).isEqualTo(DoubleStream.of(max).max().getAsDouble());
    }

    /** One element after the other becomes NaN, which is then the extreme of its row, and of no other. */
    @ParameterizedTest
    @MethodSource("shapes")
    void extremesAreNanWhereAnElementIs(DType dtype, int outer, int length, int inner) {
        Tensor x = whole(dtype, outer, length, inner);
        double[] elements = x.toDoubleArray();
        int at = new Random(x.size()).nextInt(x.size());
        elements[at] = Double.NaN;
        Tensor y = Tensor.from(elements, outer, length, inner).to(dtype);
        int row = at / (length * inner) * inner + at % inner;
        double[] max = x.amax(1).toDoubleArray();
        double[] min = x.amin(1).toDoubleArray();
        max[row] = Double.NaN;
        min[row] = Double.NaN;
        assertThat(y.amax(1).toDoubleArray()).isEqualTo(max);
        assertThat(y.amin(1).toDoubleArray()).isEqualTo(min);
        assertThat(y.max().item()).isNaN();
        assertThat(y.argmax(1).elements()[row]).isEqualTo(at / inner % length);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void softmaxIsDefinedByExponentials(DType dtype, int outer, int length, int inner) {
        Tensor x = whole(dtype, outer, length, inner).div(8);
        Tensor exponentials = x.to(DType.FLOAT64).exp();
        double[] expected = exponentials.div(exponentials.sum(1, true)).toDoubleArray();
        double[] softmax = x.softmax(1).toDoubleArray();
        double[] logarithms = x.logSoftmax(1).toDoubleArray();
        double tolerance = dtype == DType.FLOAT32 ? 4e-6 : 1e-13;
        double error = 0;
        double errorOfLogarithms = 0;
        for (int i = 0; i < expected.length; i++) {
            error = Math.max(error, Math.abs(softmax[i] / expected[i] - 1));
            errorOfLogarithms = Math.max(errorOfLogarithms, Math.abs(logarithms[i] - Math.log(expected[i])));
        }
        assertThat(error).isLessThan(tolerance);
        assertThat(errorOfLogarithms).isLessThan(8 * tolerance);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsOfVectorsAreExactInWholeNumbers(DType dtype, int outer, int length, int inner) {
        Tensor x = whole(dtype, 1, length, 1).flatten();
        Tensor y = whole(dtype, outer + 1, length, 1).reshape(outer + 1, -1).select(0, outer);
        Tensor z = whole(dtype, 1, inner, 1).flatten();
        double dot = 0;
        double[] product = new double[length * inner];
        for (int i = 0; i < length; i++) {
            dot += x.at(i) * y.at(i);
            for (int j = 0; j < inner; j++) {
                product[i * inner + j] = x.at(i) * z.at(j);
            }
        }
        assertThat(x.dot(y).item()).isEqualTo(dot);
        assertThat(x.outer(z).toDoubleArray()).isEqualTo(product);
    }
}
