package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BarsTest {
    private final Bars bars = new Bars();

    BarsTest() {
        bars.begin("FGrad.gradientInto");
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage("FGrad.gradientInto: " + message);
    }

    @Test
    void takesWhatIsRight() {
        double[] x = {1, 2};
        double[][] m = {x.clone(), {3}, null};
        bars.argument("x", x, false);
        bars.argument("again", x, false);
        bars.argument("m", m, true);
        bars.argument("none", null, true);
        bars.seed("seed", x);
        bars.like("xBar", new double[2], "x", x);
        bars.like("mBar", new double[][] {{0, 0}, {0}, null}, "m", m);
        bars.like("noneBar", null, "none", null);
        bars.number("kBar", new double[1], "k");
        assertThatCode(() -> bars.number("tBar", new float[1], "t")).doesNotThrowAnyException();
    }

    @Test
    void refusesMissingBars() {
        refused(
                "xBar is null: give an array shaped like x, double[2]",
                () -> bars.like("xBar", null, "x", new double[2]));
        refused(
                "kBar is null: give an array of one element, to which the derivative by k is added",
                () -> bars.number("kBar", (double[]) null, "k"));
        refused("seed is null: give an array shaped like the result", () -> bars.seed("seed", null));
    }

    @Test
    void refusesOtherShapes() {
        refused(
                "xBar is double[3], but x is double[2]: give one of that shape",
                () -> bars.like("xBar", new double[3], "x", new double[2]));
        refused(
                "mBar is double[2][] of lengths 3, 3, but m is double[2][] of lengths 3, 2: give one of that shape",
                () -> bars.like("mBar", new double[2][3], "m", new double[][] {{1, 2, 3}, {4, 5}}));
        refused(
                "mBar is float[1][] of lengths null, but m is float[1][] of lengths 2: give one of that shape",
                () -> bars.like("mBar", new float[1][], "m", new float[1][2]));
        refused(
                "kBar has 2 elements, but k is a number: give an array of one element",
                () -> bars.number("kBar", new double[2], "k"));
        refused(
                "seed is double[1], but the result is double[2]: give one of that shape",
                () -> bars.shape("seed", new double[1], "the result", new double[2]));
    }

    @Test
    void refusesSeedsOfRowsThatHaveGrown() {
        double[][] rows = new double[2][1];
        bars.seeds(rows, "mBar", new double[][] {{3}, {4}}, "m", new double[2][1]);
        assertThat(rows).isDeepEqualTo(new double[][] {{3}, {4}});
        refused(
                "m ends as double[1][] of lengths 3, for which mBar, double[1][] of lengths 1, has no seeds:"
                        + " let the method keep the shape, or give the result back",
                () -> bars.seeds(rows, "mBar", new double[1][1], "m", new double[1][3]));
    }

    @Test
    void refusesOneArrayForTwo() {
        double[] x = {1};
        double[] bar = new double[1];
        bars.argument("x", x, false);
        bars.like("xBar", bar, "x", x);
        refused("kBar and xBar share an array: give each parameter its own", () -> bars.number("kBar", bar, "k"));
    }

    @Test
    void refusesAnArgumentForABar() {
        double[] x = {1};
        bars.argument("x", x, false);
        refused(
                "xBar and x share an array: derivatives need an array of their own",
                () -> bars.like("xBar", x, "x", x));
        refusedRow();
    }

    private void refusedRow() {
        double[][] m = {{1}, {2}};
        bars.begin("FGrad.gradientInto");
        bars.argument("m", m, false);
        refused(
                "mBar and m share an array: derivatives need an array of their own",
                () -> bars.like("mBar", m.clone(), "m", m));
    }

    @Test
    void refusesABarThatHoldsARowTwice() {
        double[] row = {0};
        refused(
                "mBar holds one array in two places: give an array for each",
                () -> bars.like("mBar", new double[][] {row, row}, "m", new double[2][1]));
    }

    @Test
    void refusesSharedArgumentsThatChange() {
        double[] row = {1};
        double[][] m = {row, {2}};
        bars.argument("m", m, false);
        refused(
                "m and x share an array that the method changes or gives back: pass a copy of one",
                () -> bars.argument("x", row, true));
        bars.begin("FGrad.gradientInto");
        refused(
                "m holds one array in two places, and the method changes it: pass copies",
                () -> bars.argument("m", new double[][] {row, row}, true));
        bars.begin("FGrad.gradientInto");
        bars.argument("x", row, true);
        refused(
                "seed and x share an array that the method changes or gives back: pass a copy of one",
                () -> bars.seed("seed", new double[][] {row}));
    }

    @Test
    void looksAtManyArraysToo() {
        double[][] m = new double[100][1];
        double[][] bar = new double[100][1];
        bars.argument("m", m, true);
        bars.like("mBar", bar, "m", m);
        bar[99] = m[50];
        bars.begin("FGrad.gradientInto");
        bars.argument("m", m, true);
        refused(
                "mBar and m share an array: derivatives need an array of their own",
                () -> bars.like("mBar", bar, "m", m));
    }

    @Test
    void addsAndReplaces() {
        double[] bar = {1, 2};
        Bars.add(bar, new double[] {10, 20});
        assertThat(bar).containsExactly(11, 22);
        Bars.add(bar, null);
        assertThat(bar).containsExactly(11, 22);
        float[][] rows = {{1}, {2}};
        Bars.add(rows, new float[][] {{3}, {4}});
        assertThat(rows).isDeepEqualTo(new float[][] {{4}, {6}});
        Bars.replace(rows, new float[][] {{3}, {4}});
        assertThat(rows).isDeepEqualTo(new float[][] {{3}, {4}});
    }
}
