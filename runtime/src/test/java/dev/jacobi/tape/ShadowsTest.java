package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShadowsTest {
    @Test
    void zerosHaveTheShapeOfWhatTheyAreLike() {
        assertThat(Shadows.zerosLike(new double[] {1, 2})).containsExactly(0, 0);
        assertThat(Shadows.zerosLike(new float[] {1})).containsExactly(0);
        assertThat(Shadows.zerosLike((double[]) null)).isNull();
        assertThat(Shadows.zerosLike(new double[][] {{1, 2}, null, {}})).isDeepEqualTo(new double[][] {{0, 0}, null, {}
        });
    }

    @Test
    void onesHaveTheShapeOfWhatTheyAreLike() {
        assertThat(Shadows.onesLike(new double[] {0, 2})).containsExactly(1, 1);
        assertThat(Shadows.onesLike(new float[] {3})).containsExactly(1);
        assertThat(Shadows.onesLike((double[]) null)).isNull();
        assertThat(Shadows.onesLike((float[]) null)).isNull();
        assertThat(Shadows.onesLike((double[][]) null)).isNull();
        assertThat(Shadows.onesLike(new double[][] {{1, 2}, null, {}})).isDeepEqualTo(new double[][] {{1, 1}, null, {}
        });
        assertThat(Shadows.onesLike(new float[][][] {{{2}, {3}}})).isDeepEqualTo(new float[][][] {{{1}, {1}}});
        Tensor[] ones = Shadows.onesLike(new Tensor[] {Tensor.of(2f, 3f), null});
        assertThat(ones[0].toFloatArray()).containsExactly(1, 1);
        assertThat(ones[1]).isNull();
    }

    @Test
    void oneArrayInTwoPlacesHasOneShadow() {
        double[] row = {1};
        double[][] zeros = Shadows.zerosLike(new double[][] {row, row, {2}});
        assertThat(zeros[0]).isSameAs(zeros[1]).isNotSameAs(zeros[2]);
        double[][] copy = Shadows.copy(new double[][] {row, row, {2}});
        assertThat(copy[0]).isSameAs(copy[1]).isNotSameAs(row).containsExactly(1);
    }

    @Test
    void aDerivativeByOneArrayInTwoPlacesIsAddedOnce() {
        double[] row = {1};
        float[] inner = {2};
        double[][] shadow = {row, row, {5}, null};
        double[] derivative = {10};
        Shadows.addOnce(shadow, new double[][] {derivative, derivative, {20}, null});
        assertThat(shadow).isDeepEqualTo(new double[][] {{11}, {11}, {25}, null});
        float[] part = {3};
        float[][][] deep = {{inner, inner}, {inner}};
        Shadows.addOnce(deep, new float[][][] {{part, part}, {part}});
        assertThat(inner).containsExactly(5);
        Shadows.addOnce((double[][]) null, new double[][] {derivative});
        assertThat(derivative).containsExactly(10);
    }

    @Test
    void adds() {
        double[] a = {1, 2};
        Shadows.add(a, new double[] {10, 20});
        assertThat(a).containsExactly(11, 22);
        float[][][] deep = {{{1}}, {null}};
        Shadows.add(deep, new float[][][] {{{2}}, {null}});
        assertThat(deep[0][0]).containsExactly(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shadows.add(a, new double[3]))
                .withMessage("the seed has 3 elements, but the result has 2: give one for each");
    }

    @Test
    void takesAndClears() {
        double[] a = {1, 2, 3};
        assertThat(Shadows.take(a)).containsExactly(1, 2, 3);
        assertThat(a).containsExactly(0, 0, 0);
        float[][] rows = {{1}, {2}};
        assertThat(Shadows.take(rows)).isDeepEqualTo(new float[][] {{1}, {2}});
        assertThat(rows).isDeepEqualTo(new float[2][1]);
        double[] b = {1, 2, 3, 4};
        Shadows.clear(b, 1, 2);
        assertThat(b).containsExactly(1, 0, 0, 4);
        assertThat(Shadows.takeSum(b)).isEqualTo(5);
        assertThat(Shadows.takeSum(new float[] {1, 2, 4}, 1, 3)).isEqualTo(6);
    }

    @Test
    void givesBackAsFarAsBothReach() {
        double[] source = {1, 1, 1};
        double[] copy = {5, 6, 7};
        Shadows.giveBack(copy, source, 1);
        assertThat(source).containsExactly(1, 6, 7);
        assertThat(copy).containsExactly(0, 0, 0);
    }

    /** ⟨bar, moved x⟩ = ⟨bar moved back, x⟩. */
    @ParameterizedTest
    @CsvSource({"0, 1, 4", "1, 0, 4", "0, 2, 3", "2, 0, 3", "0, 3, 2", "1, 1, 3", "3, 0, 2", "2, 2, 0"})
    void movesBackWithinOneArray(int from, int to, int count) {
        double[] x = {2, 3, 5, 7, 11};
        double[] bar = {13, 17, 19, 23, 29};
        double[] moved = x.clone();
        System.arraycopy(moved, from, moved, to, count);
        double expected = dot(bar, moved);
        Shadows.moveBack(bar, to, bar, from, count);
        assertThat(dot(bar, x)).isEqualTo(expected);
        float[] floats = {13, 17, 19, 23, 29};
        Shadows.moveBack(floats, to, floats, from, count);
        for (int i = 0; i < floats.length; i++) {
            assertThat((double) floats[i]).isEqualTo(bar[i]);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void movesBackBetweenArrays() {
        double[] target = {1, 2, 3};
        double[] source = {10, 20};
        Shadows.moveBack(target, 1, source, 0, 2);
        assertThat(target).containsExactly(1, 0, 0);
        assertThat(source).containsExactly(12, 23);
    }

    @Test
    void tapesGrowToTwiceTheLength() {
        assertThat(Shadows.grown(new double[] {1, 2}, 3)).containsExactly(1, 2, 0, 0);
        assertThat(Shadows.grown(new double[] {1, 2}, 5)).hasSize(5);
        double[] enough = {1, 2};
        assertThat(Shadows.grown(enough, 2)).isSameAs(enough);
        assertThat(Shadows.grown(new float[] {1}, 2)).containsExactly(1, 0);
        assertThat(Shadows.grown(new int[] {1}, 2)).containsExactly(1, 0);
        assertThat(Shadows.grown(new long[] {1}, 2)).containsExactly(1, 0);
        assertThat(Shadows.grown(new byte[] {1}, 2)).containsExactly(1, 0);
        assertThat(Shadows.grown(new short[] {1}, 2)).containsExactly((short) 1, (short) 0);
        assertThat(Shadows.grown(new char[] {'a'}, 2)).containsExactly('a', '\0');
        assertThat(Shadows.grown(new boolean[] {true}, 2)).containsExactly(true, false);
        assertThat(Shadows.grown(new String[] {"a"}, 2)).containsExactly("a", null);
    }

    @Test
    void rowsAreInAnArrayOfTheirOwn() {
        double[][][] a = {{{1}}};
        double[][][] rows = Shadows.rows(a);
        assertThat(rows[0]).isNotSameAs(a[0]);
        assertThat(rows[0][0]).isSameAs(a[0][0]);
    }

    @Test
    void refusesArraysThatAreNotDistinct() {
        double[] row = {1};
        double[][] m = {row};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shadows.checkDistinct(m, row, "both"))
                .withMessage("both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shadows.checkDistinct(row, row, "both"))
                .withMessage("both");
        assertThatCode(() -> {
                    Shadows.checkDistinct(row, new double[] {1}, "");
                    Shadows.checkDistinct(m, new double[][] {{1}, null}, "");
                    Shadows.checkDistinct((double[]) null, null, "");
                    Shadows.checkDistinct((Object) null, m, "");
                })
                .doesNotThrowAnyException();
        assertThat(Arrays.equals(row, new double[] {1})).isTrue();
    }
}
