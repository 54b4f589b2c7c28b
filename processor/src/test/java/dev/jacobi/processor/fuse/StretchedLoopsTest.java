package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values, gradients and tangents bit for bit those of the operations one by one, errors included: for rows, columns and
 * single numbers that stretch, on both sides of a block's length, for empty tensors and single numbers.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StretchedLoopsTest {
    private static final List<List<int[]>> SHAPES = List.of(
            shapes(new int[] {3, 4}, new int[] {3, 4}),
            shapes(new int[] {5, 3}, new int[] {3}),
            shapes(new int[] {5, 3}, new int[] {5, 1}),
            shapes(new int[] {40, 30}, new int[] {30}),
            shapes(new int[] {40, 30}, new int[] {40, 1}),
            shapes(new int[] {1, 30}, new int[] {40, 1}),
            shapes(new int[] {3, 700}, new int[] {3, 1}),
            shapes(new int[] {3, 700}, new int[] {700}),
            shapes(new int[] {2, 66_000}, new int[] {1, 66_000}),
            shapes(new int[] {600, 1}, new int[] {1, 2}),
            shapes(new int[] {600, 1}, new int[] {600, 1}),
            shapes(new int[] {4, 6, 50}, new int[] {6, 1}),
            shapes(new int[] {4, 1, 50}, new int[] {6, 1}),
            shapes(new int[] {40, 30}, new int[] {1}),
            shapes(new int[] {1, 1}, new int[] {1, 1}),
            shapes(new int[] {0, 3}, new int[] {3}),
            shapes(new int[] {3, 0}, new int[] {3, 1}),
            shapes(new int[] {4}, new int[] {3, 1}),
            shapes(new int[] {3, 1}, new int[] {}),
            shapes(new int[] {}, new int[] {}),
            shapes(new int[] {2, 3}, new int[] {4}));

    private final BothWays methods = new BothWays("Stretches");

    private static List<int[]> shapes(int[] x, int[] y) {
        return List.of(x, y);
    }

    /** A method on operands of given shapes. */
    record Case(String method, int[] xShape, DType x, int[] yShape, DType y) {
        @Override
        public String toString() {
            return method + " " + x + List.of(boxed(xShape), y, boxed(yShape));
        }

        private static List<Integer> boxed(int... shape) {
            List<Integer> all = new ArrayList<>();
            for (int length : shape) {
                all.add(length);
            }
            return all;
        }
    }

    List<Case> cases() throws ReflectiveOperationException {
        List<Case> cases = new ArrayList<>();
        for (String method : methods.methods("Stretches")) {
            for (List<int[]> shapes : SHAPES) {
                boolean small = Tensor.zeros(shapes.get(0)).size() <= 1200;
                boolean squares = List.of("outer", "distances", "sums").contains(method);
                if (small || !squares) {
                    cases.add(new Case(method, shapes.get(0), DType.FLOAT32, shapes.get(1), DType.FLOAT32));
                    cases.add(new Case(method, shapes.get(0), DType.FLOAT64, shapes.get(1), DType.FLOAT64));
                    cases.add(new Case(method, shapes.get(0), DType.FLOAT32, shapes.get(1), DType.FLOAT64));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheBitsOfTheOperationsOneByOne(Case tested) throws ReflectiveOperationException {
        RandomGenerator random = new Random(7);
        Tensor x = Tensor.randn(random, tested.xShape).to(tested.x);
        Tensor y = Tensor.randn(random, tested.yShape).to(tested.y);
        for (double s : new double[] {0.7, 2}) {
            assertThat(methods.fused(tested.method, x, y, s)).isEqualTo(methods.apart(tested.method, x, y, s));
        }
    }

    /** What compares equal with zeros of either sign, and where rows have several extremes, or NaN. */
    @Test
    void rowsOfSpecialNumbers() throws ReflectiveOperationException {
        Tensor x = Tensor.of(new float[][] {{-0f, 0f, -0f}, {1, 1, Float.NaN}, {Float.NEGATIVE_INFINITY, -1, -1}});
        Tensor y = Tensor.of(1f);
        for (String method : List.of("rows", "softmax", "spread")) {
            for (DType dtype : DType.values()) {
                assertThat(bits(methods.fused(method, x.to(dtype), y.to(dtype), 1)))
                        .isEqualTo(bits(methods.apart(method, x.to(dtype), y.to(dtype), 1)));
            }
        }
    }

    private static List<String> bits(List<Object> results) {
        List<String> bits = new ArrayList<>();
        for (Object result : results) {
            bits.add(result instanceof Tensor tensor ? Arrays.toString(tensor.toDoubleArray()) : result.toString());
        }
        return bits;
    }

    private String generated(String name) {
        return methods.fused().generated().get("fuse." + name + "Grad");
    }

    /** A column and a row aren't stretched first, and rows are summed where their elements are made. */
    @Test
    void distancesAreMadeByOneLoop() {
        String text = generated("Distances");
        String pullback = text.substring(text.indexOf("Pullback pullback("), text.indexOf("new Pullback("));
        assertThat(pullback).containsOnlyOnce(".run(").doesNotContain(".sum(").doesNotContain(".square(");
        assertThat(text).contains("together(0, 1);").contains("along(-1, false);");
    }

    /** Nor where the row is what a sum left. */
    @Test
    void columnsAndSumsAreMadeByOneLoop() {
        String text = generated("Sums");
        String pullback = text.substring(text.indexOf("Pullback pullback("), text.indexOf("new Pullback("));
        assertThat(pullback).doesNotContain(".add(").doesNotContain(".mul(").doesNotContain(".sin(");
    }

    /** What only lends its shape isn't made. */
    @Test
    void shapesAreLentByWhatIsThere() {
        assertThat(generated("Distances")).contains("again(0);");
    }
}
