package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeAndMaskTest {
    private static final Mask PATTERN = Mask.from(new boolean[] {true, false, false, true}, 2, 2);

    @Test
    void shapesAreValues() {
        int[] dims = {2, 3};
        Shape shape = Shape.of(dims);
        dims[0] = 5;
        shape.toArray()[0] = 5;
        assertThat(shape)
                .isEqualTo(Shape.of(2, 3))
                .hasSameHashCodeAs(Shape.of(2, 3))
                .hasToString("[2, 3]");
        assertThat(shape.size()).isEqualTo(6);
        assertThat(shape.dim(-1)).isEqualTo(3);
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of(0, 70_000, 70_000).size()).isZero();
        assertThat(shape).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(2, 3, 1));
    }

    @Test
    void shapesBroadcast() {
        assertThat(Shape.broadcast(Shape.of(2, 1), Shape.of(3))).isEqualTo(Shape.of(2, 3));
        assertThat(Shape.broadcast(Shape.of(), Shape.of(0))).isEqualTo(Shape.of(0));
        assertThat(Shape.broadcast(Shape.of(1), Shape.of(0))).isEqualTo(Shape.of(0));
        assertThatThrownBy(() -> Shape.broadcast(Shape.of(2), Shape.of(0))).isInstanceOf(ShapeMismatchException.class);
    }

    @Test
    void masksCombine() {
        Mask row = Mask.from(new boolean[] {true, false}, 2);
        assertThat(PATTERN).isEqualTo(Mask.eye(2)).hasSameHashCodeAs(Mask.eye(2));
        assertThat(PATTERN.and(row).toBooleanArray()).containsExactly(true, false, false, false);
        assertThat(PATTERN.or(row).toBooleanArray()).containsExactly(true, false, true, true);
        assertThat(PATTERN.xor(row).toBooleanArray()).containsExactly(false, false, true, true);
        assertThat(PATTERN.not().toBooleanArray()).containsExactly(false, true, true, false);
    }

    @Test
    void masksAreCounted() {
        Mask empty = Mask.from(new boolean[0], 0);
        assertThat(PATTERN.count()).isEqualTo(2);
        assertThat(PATTERN.any()).isTrue();
        assertThat(PATTERN.all()).isFalse();
        assertThat(empty.any()).isFalse();
        assertThat(empty.all()).isTrue();
        assertThat(PATTERN.get(1, -1)).isTrue();
        assertThat(PATTERN.get(0, 1)).isFalse();
        assertThat(PATTERN.toTensor(DType.FLOAT64)).isEqualTo(Tensor.eye(DType.FLOAT64, 2));
    }

    @Test
    void maskIndicesAreFull() {
        assertThatThrownBy(() -> PATTERN.get(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("get: the index [1] must have 2 entries, as the mask has shape [2, 2]");
    }

    @Test
    void anIndexHoldsIntegersInAShape() {
        Index index = Index.of(new int[][] {{1, -2, 3}, {4, 5, 6}});
        assertThat(index).isEqualTo(Index.from(new int[] {1, -2, 3, 4, 5, 6}, 2, 3));
        assertThat(index).hasSameHashCodeAs(Index.from(new int[] {1, -2, 3, 4, 5, 6}, 2, 3));
        assertThat(index.get(1, -1)).isEqualTo(6);
        assertThat(index.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(index.size()).isEqualTo(6);
        assertThat(Index.of(7, 8).toIntArray()).containsExactly(7, 8);
        assertThat(index).hasToString(" 1 -2  3\n 4  5  6\n[Index of size 2x3]");
        assertThat(index.toTensor(DType.FLOAT32)).isEqualTo(Tensor.of(new float[][] {{1, -2, 3}, {4, 5, 6}}));
    }

    @Test
    void anIndexThatIsNoneSaysWhy() {
        assertThatThrownBy(() -> Index.of(new int[][] {{1}, {2, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of: row 1 has 2 elements, but row 0 has 1");
        assertThatThrownBy(() -> Index.from(new int[] {1, 2}, 3))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessage("from: 2 elements do not fill the shape [3]");
        assertThatThrownBy(() -> Index.of(1, 2).get())
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("get: the index [] must have 1 entries, as the tensor of integers has shape [2]");
    }
}
