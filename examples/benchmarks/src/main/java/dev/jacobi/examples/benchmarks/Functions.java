package dev.jacobi.examples.benchmarks;

import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What functions of tensors take for each element, beside a loop over {@code Math}: prints a table, lines of which the
 * README has. Large tensors are left out, as cores share them.
 */
public final class Functions {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;
    private static final long WARM_UP_NANOS = 1_000_000_000;
    private static final int ELEMENTS_A_ROUND = 200_000;

    /** Keeps results from being optimised away. */
    private static volatile Object unusedResult = "";

    private Functions() {}

    /** @param loop null where {@code Math} lacks the function */
    private record Function(
            String name,
            UnaryOperator<Tensor> tensor,
            @Nullable Loop loop) {}

    /** A loop of its own for each function, lest the call in a common one be what is measured. */
    private interface Loop {
        void run(double[] x, double[] out);
    }

    private static final List<Function> FUNCTIONS = List.of(
            new Function("exp", Tensor::exp, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.exp(x[i]);
                }
            }),
            new Function("log", Tensor::log, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.log(x[i]);
                }
            }),
            new Function("tanh", Tensor::tanh, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.tanh(x[i]);
                }
            }),
            new Function("sigmoid", Tensor::sigmoid, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = 1 / (1 + Math.exp(-x[i]));
                }
            }),
            new Function("softplus", Tensor::softplus, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.log1p(Math.exp(x[i]));
                }
            }),
            new Function("sin", Tensor::sin, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.sin(x[i]);
                }
            }),
            new Function("cos", Tensor::cos, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.cos(x[i]);
                }
            }),
            new Function("expm1", Tensor::expm1, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.expm1(x[i]);
                }
            }),
            new Function("log1p", Tensor::log1p, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.log1p(x[i]);
                }
            }),
            new Function("erf", Tensor::erf, null),
            new Function("gelu", Tensor::gelu, null),
            new Function("silu", Tensor::silu, (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = x[i] / (1 + Math.exp(-x[i]));
                }
            }),
            new Function("pow(1.7)", x -> x.pow(1.7), (x, out) -> {
                for (int i = 0; i < x.length; i++) {
                    out[i] = Math.pow(x[i], 1.7);
                }
            }));

    /**
     * Prints the table.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("| nanoseconds an element | elements | float32 | float64 | `Math` |");
        System.out.println("|---|---|---|---|---|");
        for (Function function : FUNCTIONS) {
            for (int n : new int[] {10, 10_000}) {
                double[] x = new Random(n).doubles(n, 0.1, 9).toArray();
                Tensor doubles = Tensor.of(x);
                Tensor floats = doubles.to(DType.FLOAT32);
                System.out.printf(
                        Locale.ROOT,
                        "| `%s` | %,d | %.1f | %.1f | %s |%n",
                        function.name,
                        n,
                        nanoseconds(n, () -> unusedResult = function.tensor.apply(floats)),
                        nanoseconds(n, () -> unusedResult = function.tensor.apply(doubles)),
                        function.loop == null ? "–" : ofLoop(function.loop, x));
            }
        }
    }

    private static String ofLoop(Loop loop, double[] x) {
        return String.format(Locale.ROOT, "%.1f", nanoseconds(x.length, () -> unusedResult = looped(loop, x)));
    }

    private static double[] looped(Loop loop, double[] x) {
        double[] out = new double[x.length];
        loop.run(x, out);
        return out;
    }

    /** In the fastest round, of this thread's processor time, so that what else the machine does counts little. */
    private static double nanoseconds(int n, Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        while (THREADS.getCurrentThreadCpuTime() - start < WARM_UP_NANOS) {
            work.run();
        }
        int times = ELEMENTS_A_ROUND / n;
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - begin);
        }
        return (double) fastest / times / n;
    }
}
