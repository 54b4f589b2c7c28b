package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SortingTest {

    @Test
    void theOrderIsThatOfSorting() {
        double[] numbers = {2, Double.NaN, 0.0, -0.0, 2, -1};
        int[] order = Sorting.order(numbers);
        assertThat(order).containsExactly(5, 3, 2, 0, 4, 1);
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        assertThat(Arrays.stream(order).mapToDouble(i -> numbers[i]).toArray()).containsExactly(sorted);
        assertThat(Sorting.order(new float[] {3, 2, 1}, 1, 3)).containsExactly(2, 1);
    }

    @Test
    void whereSortingThrowsItIsLeftToDoSo() {
        assertThat(Sorting.order(new double[2], 1, 3)).isEmpty();
        assertThat(Sorting.order(new float[2], 2, 1)).isEmpty();
    }

    @Test
    void tangentsMoveWithTheNumbersAndAdjointsBack() {
        int[] order = {2, 3, 1};
        double[] derivatives = {10, 20, 30, 40};
        Sorting.move(derivatives, order, 1);
        assertThat(derivatives).containsExactly(10, 30, 40, 20);
        Sorting.moveBack(derivatives, order, 1);
        assertThat(derivatives).containsExactly(10, 20, 30, 40);
        float[] floats = {1, 2};
        Sorting.move(floats, new int[] {1, 0}, 0);
        assertThat(floats).containsExactly(2, 1);
        Sorting.moveBack(floats, new int[] {1, 0}, 0);
        assertThat(floats).containsExactly(1, 2);
    }
}
