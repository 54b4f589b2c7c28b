package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintingTest {
    static Stream<Arguments> printed() {
        return Stream.of(
                // what the notebook prints
                arguments(Tensor.of(2f), " 2\n[FloatTensor of size 1]"),
                arguments(Tensor.of(4f, 9f), " 4\n 9\n[FloatTensor of size 2]"),
                arguments(
                        Tensor.of(-0.2696f, -4.3690f, -2.8456f), "-0.2696\n-4.3690\n-2.8456\n[FloatTensor of size 3]"),
                arguments(Tensor.of(new float[][] {{10, 5}}), " 10   5\n[FloatTensor of size 1x2]"),
                arguments(Tensor.of(new float[][] {{1, 2}, {3, 4}}), " 1  2\n 3  4\n[FloatTensor of size 2x2]"),
                arguments(Tensor.of(new float[][] {{2, 0, 0, 3}}), " 2  0  0  3\n[FloatTensor of size 1x4]"),
                arguments(Tensor.of(new float[][] {{2, 2, 2, 14}}), "  2   2   2  14\n[FloatTensor of size 1x4]"),
                arguments(
                        Tensor.of(new float[][] {{6, 36, 114, 264}}), "   6   36  114  264\n[FloatTensor of size 1x4]"),
                // other numbers
                arguments(Tensor.of(1.5, -20.25), "  1.5000\n-20.2500\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(0.25, 0.5), " 0.2500\n 0.5000\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(0.001, 0.002), "1.00000e-03 *\n  1.0000\n  2.0000\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(250000.5, 300000.0), "1.00000e+05 *\n  2.5000\n  3.0000\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(1.5, 123456.5), " 1.5000e+00\n 1.2346e+05\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(1.5, 1e-120), "  1.5000e+00\n 1.0000e-120\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(99999.0, 1), " 99999\n     1\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(100000.0, 1), " 1.0000e+05\n 1.0000e+00\n[DoubleTensor of size 2]"),
                arguments(
                        Tensor.of(1.5, Double.NaN, Double.NEGATIVE_INFINITY),
                        " 1.5000\n    nan\n   -inf\n[DoubleTensor of size 3]"),
                arguments(
                        Tensor.of(1, Double.NaN, Double.POSITIVE_INFINITY),
                        "   1\n nan\n inf\n[DoubleTensor of size 3]"),
                arguments(Tensor.of(1, Double.NEGATIVE_INFINITY), "   1\n-inf\n[DoubleTensor of size 2]"),
                arguments(Tensor.of(Double.NaN), " nan\n[DoubleTensor of size 1]"),
                // other shapes
                arguments(Tensor.scalar(3f), " 3\n[FloatTensor with no dimension]"),
                arguments(Tensor.zeros(0), "[FloatTensor of size 0]"),
                arguments(Tensor.zeros(2, 0), "[FloatTensor of size 2x0]"),
                arguments(Tensor.zeros(DType.FLOAT64, 0, 2, 3), "[DoubleTensor of size 0x2x3]"),
                arguments(
                        Tensor.arange(8).reshape(2, 1, 2, 2),
                        "(0 ,0 ,.,.) = \n"
                                + "   0  1\n"
                                + "   2  3\n\n"
                                + "(1 ,0 ,.,.) = \n"
                                + "   4  5\n"
                                + "   6  7\n"
                                + "[FloatTensor of size 2x1x2x2]"));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void printsInColumns(Tensor tensor, String expected) {
        assertThat(tensor).hasToString(expected);
    }

    @Test
    void breaksWideMatrices() {
        assertThat(Tensor.arange(30).reshape(1, 30).toString().split("\n"))
                .containsExactly(
                        "Columns 0 to 19 ",
                        "  0   1   2   3   4   5   6   7   8   9  10  11  12  13  14  15  16  17  18  19",
                        "",
                        "Columns 20 to 29 ",
                        " 20  21  22  23  24  25  26  27  28  29",
                        "[FloatTensor of size 1x30]");
    }

    @Test
    void summarisesLongVectors() {
        assertThat(Tensor.arange(1001).toString().split("\n"))
                .containsExactly(
                        "    0", "    1", "    2", "  ⋮  ", "  998", "  999", " 1000", "[FloatTensor of size 1001]");
    }

    @Test
    void summarisesLargeMatrices() {
        assertThat(Tensor.arange(1200).reshape(30, 40).div(10).toString().split("\n"))
                .hasSize(8)
                .startsWith("   0.0000    0.1000    0.2000  ...     3.7000    3.8000    3.9000")
                .endsWith("[FloatTensor of size 30x40]");
        assertThat(Tensor.arange(1200).reshape(400, 3).toString().split("\n"))
                .hasSize(8)
                .startsWith("    0     1     2");
        assertThat(Tensor.arange(1200).reshape(3, 400).toString().split("\n")).hasSize(4);
    }

    @Test
    void summarisesManyMatrices() {
        assertThat(Tensor.arange(1008).reshape(8, 7, 1, 18).toString().split("\n"))
                .startsWith(
                        "(0 ,0 ,.,.) = ",
                        "    0   1   2  ...   15  16  17",
                        "",
                        "(0 ,1 ,.,.) = ",
                        "   18  19  20  ...   33  34  35")
                .endsWith(
                        "(7 ,6 ,.,.) = ",
                        "    990   991   992  ...   1005  1006  1007",
                        "[FloatTensor of size 8x7x1x18]")
                .containsSequence("(0 ,2 ,.,.) = ", "   36  37  38  ...   51  52  53", "", "...", "", "(0 ,4 ,.,.) = ");
        assertThat(Tensor.arange(1000).reshape(10, 10, 10).toString()).doesNotContain("...");
    }

    @Test
    void printsMasks() {
        assertThat(Mask.eye(2)).hasToString(" 1  0\n 0  1\n[Mask of size 2x2]");
    }
}
