package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorShadowsTest {
    private static final Tensor A = Tensor.of(1.0, 2.0);
    private static final Tensor B = Tensor.of(10.0, 20.0);

    @Test
    void aShadowHoldsNothingUntilSomethingIsAdded() {
        Tensor[] shadow = TensorShadows.noneLike(new Tensor[] {A, B, null});
        TensorShadows.add(shadow, 0, A);
        TensorShadows.add(shadow, 0, B);
        TensorShadows.add(shadow, 0, null);
        assertThat(shadow).containsExactly(Tensor.of(11.0, 22.0), null, null);
        TensorShadows.fill(shadow, new Tensor[] {A, Tensor.of(1f, 2f, 3f), null});
        assertThat(shadow).containsExactly(Tensor.of(11.0, 22.0), Tensor.of(0f, 0f, 0f), null);
    }

    @Test
    void aRowInTwoPlacesHasOneShadow() {
        Tensor[] row = {A};
        Tensor[][] shadow = TensorShadows.noneLike(new Tensor[][] {row, {B}, row, null});
        assertThat(shadow[0]).isSameAs(shadow[2]).isNotSameAs(shadow[1]);
        assertThat(shadow[3]).isNull();
        Shadows.add(shadow, new Tensor[][] {{A}, {B}, {B}, null});
        assertThat(shadow[0]).containsExactly(Tensor.of(11.0, 22.0).add(0));
        assertThat(Shadows.take(shadow)[1]).containsExactly(B);
        assertThat(shadow[1]).containsOnlyNulls();
        assertThat(Shadows.rows(shadow)[1]).isSameAs(shadow[1]);
    }

    @Test
    void copiesGiveBackWhatTheyGot() {
        Tensor[] source = {null, A, null};
        Tensor[] copy = {A, B, B};
        TensorShadows.giveBack(copy, source, 1);
        assertThat(source).containsExactly(null, A.add(A), B);
        assertThat(copy).containsOnlyNulls();
    }

    @Test
    void anElementThatIsSourceAndTargetIsTakenBeforeItIsAddedTo() {
        Tensor[] up = {A, B, null};
        TensorShadows.moveBack(up, 1, up, 0, 2); // of arraycopy(x, 0, x, 1, 2)
        assertThat(up).containsExactly(A.add(B), null, null);
        Tensor[] down = {A, B, A};
        TensorShadows.moveBack(down, 0, down, 1, 2); // of arraycopy(x, 1, x, 0, 2)
        assertThat(down).containsExactly(null, A, A.add(B));
    }

    @Test
    void fillingTakesTheSum() {
        Tensor[] filled = {A, null, B};
        assertThat(TensorShadows.takeSum(filled, 0, 2)).isEqualTo(A);
        assertThat(TensorShadows.takeSum(filled)).isEqualTo(B);
        assertThat(TensorShadows.takeSum(filled)).isNull();
    }

    @Test
    void tensorsMayStandInSeveralArrays() {
        Shadows.checkDistinct(new Tensor[] {A}, new Tensor[] {A}, "shared");
    }
}
