package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DirectionsTest {
    private final double[] r = {1, 2};
    private final double[] s = {3, 4};

    private static double[][] copy(double[][] direction, double[][] array) {
        return Directions.copy(direction, array, "FGrad.jvp", "aDot", "a");
    }

    @Test
    void copiesShareNothing() {
        double[][] direction = {r, s};
        double[][] copy = copy(direction, new double[][] {{0, 0}, {0, 0}});
        assertThat(copy).isDeepEqualTo(direction).isNotSameAs(direction);
        assertThat(copy[0]).isNotSameAs(r);
        assertThat(copy[1]).isNotSameAs(s);
    }

    @Test
    void oneDirectionOfTwoArraysBecomesTwo() {
        double[][] copy = copy(new double[][] {r, r}, new double[][] {{0, 0}, {0, 0}});
        assertThat(copy[0]).isNotSameAs(copy[1]).containsExactly(1, 2);
    }

    @Test
    void equalDirectionsOfOneArrayBecomeOne() {
        double[] twice = {0, 0};
        double[][] copy = copy(new double[][] {r, r.clone()}, new double[][] {twice, twice});
        assertThat(copy[0]).isSameAs(copy[1]).isNotSameAs(r).containsExactly(1, 2);
    }

    @Test
    void differentDirectionsOfOneArrayAreRefused() {
        assertThatThrownBy(() -> copy(new double[][] {r, s}, new double[][] {r, r}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FGrad.jvp: a holds one array in two places, and the method changes it: let aDot hold one"
                        + " in both, too, or pass copies");
    }

    @Test
    void rowsOfRowsAreLookedAt() {
        double[][] m = {{0, 0}};
        double[][][] copy = Directions.copy(
                new double[][][] {{r}, {r.clone()}, null}, new double[][][] {m, m, null}, "FGrad.jvp", "aDot", "a");
        assertThat(copy[0]).isSameAs(copy[1]).isDeepEqualTo(new double[][] {{1, 2}});
        assertThat(copy[2]).isNull();
    }

    @Test
    void floatsAndTensorsAreCopied() {
        float[] f = {1};
        float[][] floats = Directions.copy(new float[][] {f}, new float[][] {{0}}, "FGrad.jvp", "aDot", "a");
        assertThat(floats[0]).isNotSameAs(f).containsExactly(1);
        Tensor one = Tensor.of(1f);
        Tensor[] row = {one};
        Tensor[][] tensors = Directions.copy(new Tensor[][] {row}, new Tensor[][] {{one}}, "FGrad.jvp", "aDot", "a");
        assertThat(tensors[0]).isNotSameAs(row).containsExactly(one);
    }

    @Test
    void nothingIsCopiedOfNull() {
        assertThat(Directions.copy((double[]) null)).isNull();
        assertThat(Directions.copy((float[]) null)).isNull();
        assertThat(Directions.copy((double[][]) null)).isNull();
        assertThat(copy(new double[][] {r}, null)[0]).isSameAs(r);
    }

    @Test
    void checkedDirectionsAreOneArrayWhereTheArgumentIs() {
        double[][] twice = {r, r};
        Directions.check(new double[][] {s, s}, twice, "FGrad.jvp", "aDot", "a");
        Directions.check(new double[][][] {twice, twice}, new double[][][] {twice, twice}, "FGrad.jvp", "aDot", "a");
        assertThatThrownBy(() -> Directions.check(new double[][] {s, s.clone()}, twice, "FGrad.jvp", "aDot", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("FGrad.jvp: a holds one array in two places");
        assertThatThrownBy(
                        () -> Directions.check(new double[][] {s, s}, new double[][] {r, s}, "FGrad.jvp", "aDot", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FGrad.jvp: aDot holds one array in two places where a holds two, and the method changes"
                        + " them: give each its own");
    }
}
