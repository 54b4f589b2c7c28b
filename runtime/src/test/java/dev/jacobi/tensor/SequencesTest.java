package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is random has its type, shape and distribution, and is the same for the same seed. */
class SequencesTest {
    @Test
    void integersAreInTheirRange() {
        Index dice = Index.randint(new Random(1), 1, 7, 100, 60);
        assertThat(dice.shape()).isEqualTo(Shape.of(100, 60));
        int[] counts = new int[7];
        Arrays.stream(dice.toIntArray()).forEach(i -> counts[i]++);
        assertThat(counts[0]).isZero();
        assertThat(Arrays.stream(counts).skip(1)).allMatch(count -> count > 850 && count < 1150);
        assertThat(dice).isEqualTo(Index.randint(new Random(1), 1, 7, 100, 60));
    }

    @Test
    void aPermutationHasEveryInteger() {
        int[] order = Index.randperm(new Random(1), 50).toIntArray();
        assertThat(order).isNotEqualTo(IntStream.range(0, 50).toArray());
        Arrays.sort(order);
        assertThat(order).isEqualTo(IntStream.range(0, 50).toArray());
        assertThat(Index.randperm(new Random(1), 0).size()).isZero();
    }

    @Test
    void randomNumbersHaveTheirType() {
        Tensor normal = Tensor.randn(new Random(1), DType.FLOAT64, 100, 100);
        assertThat(normal.dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Math.abs(normal.mean().item())).isLessThan(0.05);
        assertThat(Math.abs(normal.square().mean().item() - 1)).isLessThan(0.05);
        Tensor uniform = Tensor.rand(new Random(1), DType.FLOAT64, 1000);
        assertThat(uniform.min().item()).isBetween(0.0, 0.05);
        assertThat(uniform.max().item()).isBetween(0.95, 1.0);
        assertThat(Tensor.rand(new Random(1), DType.FLOAT32, 3)).isEqualTo(Tensor.rand(new Random(1), 3));
    }
}
