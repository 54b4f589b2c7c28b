package dev.jacobi.examples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What second derivatives cost beside first ones, and Jacobians beside single directions: prints two tables, the first
 * of which the README has. What is compared runs by turns, the fastest round of each counts, and of that the time that
 * the thread was running, so that a busy machine changes ratios least.
 */
public final class SecondOrder {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 15;
    private static final long ROUND_NANOS = 10_000_000;
    private static final int DENSE = 1_000;
    private static final int SAMPLES = 100;

    /** Keeps results from being optimised away. */
    private static volatile Object unusedResult = "";

    private SecondOrder() {}

    private record Problem(String name, double[] x, Supplier<?> gradient, Supplier<?> hvp, Supplier<?> hessian) {}

    /**
     * Runs the comparison.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println(
                "| microseconds | variables | gradient | `hvp` | in gradients | `hessian` | in n gradients |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int n : new int[] {10, 100, 1_000, 10_000, 100_000}) {
            problems(n).forEach(SecondOrder::print);
        }
        System.out.println();
        System.out.println("| microseconds | parameters | value | `jvp` | `jacobian` | in n `jvp`s |");
        System.out.println("|---|---|---|---|---|---|");
        for (int n : new int[] {3, 12, 48}) {
            jacobian(n);
        }
    }

    private static List<Problem> problems(int n) {
        Random random = new Random(n);
        double[] x = random.doubles(n).toArray();
        double[] v = random.doubles(n).toArray();
        List<Problem> problems = new ArrayList<>();
        problems.add(new Problem(
                "Rosenbrock's function",
                x,
                () -> ChainGrad.gradient(x),
                () -> ChainGrad.hvp(x, v),
                () -> ChainGrad.hessian(x)));
        problems.add(new Problem(
                "coupled pendulums",
                x,
                () -> PendulumsGrad.gradient(x),
                () -> PendulumsGrad.hvp(x, v),
                () -> PendulumsGrad.hessian(x)));
        double[][] rows = new double[SAMPLES][];
        Arrays.setAll(rows, i -> random.doubles(n).toArray());
        problems.add(new Problem(
                "logistic regression",
                x,
                () -> LogisticGrad.gradient(x, rows),
                () -> LogisticGrad.hvp(x, rows, v),
                () -> LogisticGrad.hessian(x, rows)));
        if (n <= DENSE) { // every body meets every other
            problems.add(new Problem(
                    "bodies in space",
                    x,
                    () -> BodiesGrad.gradient(x),
                    () -> BodiesGrad.hvp(x, v),
                    () -> BodiesGrad.hessian(x)));
        }
        return problems;
    }

    private static void print(Problem problem) {
        double[] times = times(List.of(problem.gradient(), problem.hvp()));
        int n = problem.x().length;
        String dense = "– | –";
        if (n <= DENSE) {
            double[] both = times(List.of(problem.gradient(), problem.hessian()));
            dense = number(both[1]) + " | " + number(both[1] / (n * both[0]));
        }
        System.out.println("| " + problem.name() + " | " + n + " | " + number(times[0]) + " | " + number(times[1])
                + " | " + number(times[1] / times[0]) + " | " + dense + " |");
    }

    private static void jacobian(int n) {
        Random random = new Random(n);
        double[] p = random.doubles(n).toArray();
        double[] v = random.doubles(n).toArray();
        double[] at = random.doubles(DENSE).toArray();
        double[] times = times(List.of(
                () -> Objectives.oscillations(p, at),
                () -> OscillationsGrad.jvp(p, at, v),
                () -> OscillationsGrad.jacobian(p, at)));
        System.out.println("| oscillations at 1,000 times | " + n + " | " + number(times[0]) + " | " + number(times[1])
                + " | " + number(times[2]) + " | " + number(times[2] / (n * times[1])) + " |");
    }

    private static String number(double value) {
        return value < 10
                ? String.format("%.2f", value)
                : value < 100 ? String.format("%.1f", value) : String.format("%,.0f", value);
    }

    /** Microseconds of each, in its fastest round. */
    private static double[] times(List<Supplier<?>> tasks) {
        double[] best = new double[tasks.size()];
        int[] repeats = new int[tasks.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        Arrays.fill(repeats, 1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < best.length; i++) {
                long nanos = nanos(tasks.get(i), repeats[i]);
                best[i] = Math.min(best[i], nanos / 1e3 / repeats[i]);
                repeats[i] = (int) Math.max(1, ROUND_NANOS / (1e3 * best[i]));
            }
        }
        return best;
    }

    private static long nanos(Supplier<?> task, int repeats) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < repeats; i++) {
            unusedResult = task.get();
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
