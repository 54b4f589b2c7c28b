package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operands that are read stretched give the bits of operands that were stretched before, and sums go back. */
class BroadcastBitsTest {

    @ParameterizedTest
    @CsvSource({
        "3 1000, 1000",
        "1000, 3 1000",
        "60 1, 1 70",
        "1 70, 60 1",
        "7 1 200, 5 1",
        "4 3 1 200, 3 30 1",
        "2048, 2 1",
        "2049, 2 1",
        "30 80, 30 1",
    })
    void givesTheBitsOfStretchedOperands(String first, String second) {
        for (DType left : DType.values()) {
            for (DType right : DType.values()) {
                Tensor x = random(first, left);
                Tensor y = random(second, right);
                same(x, y, Tensor::sub);
                same(x, y, Tensor::div);
                same(x, y, Tensor::maximum);
            }
        }
    }

    private static void same(Tensor x, Tensor y, BinaryOperator<Tensor> operation) {
        Tensor both = Tensor.zerosLike(x).add(Tensor.zerosLike(y));
        Tensor expected = operation.apply(x.expandTo(both.to(x.dtype())), y.expandTo(both.to(y.dtype())));
        Tensor actual = operation.apply(x, y);
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toDoubleArray()).isEqualTo(expected.toDoubleArray());
    }

    @ParameterizedTest
    @CsvSource({"30 80, 30 1, 1", "30 80, 80, 0", "1 30 80, 30 1, 2", "30 1 80, 1 80, 0"})
    void sumsGoBack(String whole, String part, int dim) {
        Tensor x = random(whole, DType.FLOAT64);
        Tensor like = random(part, DType.FLOAT64);
        assertThat(x.sumTo(like).toDoubleArray()).isEqualTo(x.sum(dim).toDoubleArray());
        assertThat(x.sumTo(like).shape()).isEqualTo(like.shape());
    }

    private static Tensor random(String shape, DType dtype) {
        String[] words = shape.split(" ", -1);
        int[] dims = new int[words.length];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = Integer.parseInt(words[i]);
        }
        double[] elements =
                new Random(shape.length()).doubles(Shape.of(dims).size(), -3, 3).toArray();
        return Tensor.from(elements, dims).to(dtype);
    }
}
