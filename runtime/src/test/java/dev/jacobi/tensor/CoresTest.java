package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that is shared among cores gives the same bits for any number of threads. */
class CoresTest {
    private static final Tensor LONG = random(700_000);
    private static final Tensor ROWS = random(30_011, 101);
    private static final Tensor STACK = random(3_000, 9, 10);
    private static final Tensor POINTS = random(1_300, 5);

    private static final Map<String, Supplier<Tensor>> OPERATIONS = Map.ofEntries(
            Map.entry("exp", LONG::exp),
            Map.entry("sin", LONG::sin),
            Map.entry("tanh", () -> LONG.to(DType.FLOAT32).tanh()),
            Map.entry("pow", () -> LONG.abs().to(DType.FLOAT32).pow(1.7)),
            Map.entry("sum", ROWS::sum),
            Map.entry("float sum", () -> ROWS.to(DType.FLOAT32).sum()),
            Map.entry("sums of rows", () -> ROWS.sum(1)),
            Map.entry(
                    "sums of slices", () -> STACK.matmul(STACK.transpose(1, 2)).sum(1)),
            Map.entry("matmul", () -> ROWS.matmul(random(101, 7))),
            Map.entry("product without BLAS", () -> product(30_011, 7, 101)),
            Map.entry("float product without BLAS", () -> floatProduct(30_011, 7, 101)),
            Map.entry("high product", () -> product(6_000, 100, 100)),
            Map.entry("high float product", () -> floatProduct(6_000, 100, 100)),
            Map.entry("wide product", () -> product(150, 6_000, 100)),
            Map.entry("wide float product", () -> floatProduct(150, 6_000, 100)),
            Map.entry("product with a vector", () -> product(30_011, 1, 101)),
            Map.entry("distances", () -> POINTS.cdist(random(1_100, 5))),
            Map.entry("distances of pairs", POINTS::pdist),
            Map.entry("slopes of distances", () -> POINTS.pairSlopes(POINTS, random(1_100, 5))),
            Map.entry("pulls of distances", () -> random(1_300, 300).pairPulls(POINTS, random(300, 5), false)),
            Map.entry("maxima of windows", () -> STACK.maxPool2d(2)),
            Map.entry("matmul of a stack", () -> STACK.matmul(STACK.transpose(1, 2))));

    static Iterable<String> operations() {
        return OPERATIONS.keySet();
    }

    private static Tensor product(int m, int n, int k) {
        double[] out = new double[m * n];
        DoubleProduct.mm(m, n, k, ROWS.doubles(), 0, LONG.doubles(), 5, out, 0);
        return Tensor.of(out);
    }

    private static Tensor floatProduct(int m, int n, int k) {
        float[] out = new float[m * n];
        float[] x = ROWS.to(DType.FLOAT32).floats();
        FloatProduct.mm(m, n, k, x, 0, x, 5, out, 0);
        return Tensor.of(out);
    }

    private static Tensor random(int... shape) {
        return Tensor.from(new Random(5).doubles(Shape.of(shape).size(), -3, 3).toArray(), shape);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givesTheSameBits(String name) throws Exception {
        double[] byOne = in(new ForkJoinPool(1), OPERATIONS.get(name));
        assertThat(in(new ForkJoinPool(5), OPERATIONS.get(name))).isEqualTo(byOne);
        assertThat(OPERATIONS.get(name).get().toDoubleArray()).isEqualTo(byOne);
    }

    private static double[] in(ForkJoinPool pool, Supplier<Tensor> operation) throws Exception {
        try {
            return pool.submit(operation::get).get().toDoubleArray();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 1_000, 1_234})
    void doesEachElementOnce(int elements) {
        AtomicIntegerArray times = new AtomicIntegerArray(elements);
        Cores.share(elements, 100, (from, to) -> {
            for (int i = from; i < to; i++) {
                times.incrementAndGet(i);
            }
        });
        for (int i = 0; i < elements; i++) {
            assertThat(times.get(i)).isEqualTo(1);
        }
    }

    @Test
    void sharesNothingSmall() {
        assertThat(Cores.pays(10_000, 1)).isFalse();
    }
}
