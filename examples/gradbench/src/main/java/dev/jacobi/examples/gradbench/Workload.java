package dev.jacobi.examples.gradbench;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Something to measure.
 *
 * @param input random, of a size that GradBench has
 */
record Workload(String name, Module module, String objective, String derivative, Supplier<Object> input) {
    private static final int SEED = 31337;

    static final List<Workload> ALL = List.of(
            leastSquares(64),
            leastSquares(1024),
            leastSquares(4096),
            logSumExp(10_000),
            logSumExp(80_000),
            logSumExp(640_000),
            mixture(2, 5),
            mixture(2, 25),
            mixture(10, 5),
            mixture(32, 5),
            mixture(10, 25),
            mixture(64, 5),
            mixture(32, 25),
            mixture(64, 25),
            bundle(49, 7776, 31_843),
            bundle(161, 48_126, 182_072),
            memory(2, 1024),
            memory(4, 1024),
            memory(2, 4096),
            memory(4, 4096),
            means(10, 1000),
            means(10, 10_000),
            means(100, 1000),
            means(100, 10_000),
            hand(100),
            hand(1600),
            determinant(6),
            determinant(8),
            determinant(10),
            equation(1000, 100),
            equation(10_000, 10),
            equation(10_000, 100),
            equation(100_000, 10));

    private static Workload leastSquares(int n) {
        return new Workload(
                "llsq_" + n,
                LeastSquares.MODULE,
                "primal",
                "gradient",
                () -> new LeastSquares.Input(uniform(new Random(SEED), 128), n));
    }

    private static Workload logSumExp(int n) {
        return new Workload(
                "lse_" + n,
                LogSumExp.MODULE,
                "primal",
                "gradient",
                () -> new LogSumExp.Input(uniform(new Random(SEED), n)));
    }

    private static Workload mixture(int d, int k) {
        return new Workload("gmm_" + d + "_" + k, MixtureEval.MODULE, "objective", "jacobian", () -> {
            Random random = new Random(SEED);
            return new MixtureEval.Input(
                    normal(random, 1, k)[0],
                    uniform(random, k, d),
                    normal(random, k, d),
                    normal(random, k, d * (d - 1) / 2),
                    normal(random, 1000, d),
                    0,
                    1);
        });
    }

    private static Workload bundle(int n, int m, int p) {
        double[] camera = {-0.76, 1.26, -1.17, 14.3, 1.27, 1.31, 1.19, 200, 267, 0.5, -0.1};
        return new Workload(
                "ba_" + p,
                BundleEval.MODULE,
                "objective",
                "jacobian",
                () -> new BundleEval.Input(
                        n, m, p, camera, new double[] {7.2, 1.5, -3.1}, 0.4, new double[] {271, 314}));
    }

    private static Workload memory(int layers, int length) {
        int width = 14;
        return new Workload("lstm_" + layers + "_" + length, MemoryEval.MODULE, "objective", "jacobian", () -> {
            Random random = new Random(SEED);
            double[][] sequence = new double[length][];
            for (int t = 0; t < length; t++) {
                sequence[t] = random.ints(width, 0, 2).asDoubleStream().toArray();
            }
            return new MemoryEval.Input(
                    uniform(random, 2 * layers, 4 * width),
                    uniform(random, 3, width),
                    uniform(random, 2 * layers, width),
                    sequence);
        });
    }

    private static Workload means(int k, int n) {
        return new Workload("kmeans_" + k + "_" + n, KMeans.MODULE, "cost", "dir", () -> {
            double[][] points = uniform(new Random(SEED), n, 8);
            double[][] centroids = new double[k][];
            System.arraycopy(points, n - k, centroids, 0, k);
            return new KMeans.Input(points, centroids);
        });
    }

    /** A hand like GradBench's: 22 bones, 544 vertices, each of which goes with two bones. */
    private static Workload hand(int correspondences) {
        return new Workload("ht_" + correspondences, HandEval.MODULE, "objective", "jacobian", () -> {
            int bones = 22;
            int vertices = 544;
            Random random = new Random(SEED);
            int[] parents = new int[bones];
            double[][][] relatives = new double[bones][][];
            double[][][] inverses = new double[bones][][];
            for (int b = 0; b < bones; b++) {
                parents[b] = b == 0 ? -1 : b % 4 == 1 ? 0 : b - 1;
                relatives[b] = Matrices.turn(random.nextDouble(), random.nextDouble());
                inverses[b] = Matrices.turn(random.nextDouble(), random.nextDouble());
            }
            double[][] positions = uniform(random, vertices, 4);
            double[][] weights = new double[vertices][bones];
            for (double[] weight : weights) {
                weight[random.nextInt(bones)] += 0.6;
                weight[random.nextInt(bones)] += 0.4;
            }
            int[][] triangles = new int[1084][];
            for (int t = 0; t < triangles.length; t++) {
                triangles[t] = random.ints(3, 0, vertices).toArray();
            }
            Hand.Model model = new Hand.Model(parents, relatives, inverses, positions, weights, triangles, false);
            HandEval.Data data = new HandEval.Data(
                    model,
                    random.ints(correspondences, 0, triangles.length).toArray(),
                    uniform(random, correspondences, 3));
            return new HandEval.Input(uniform(random, 26), data, uniform(random, correspondences, 2));
        });
    }

    private static Workload determinant(int ell) {
        return new Workload(
                "det_" + ell,
                Determinant.MODULE,
                "primal",
                "gradient",
                () -> new Determinant.Input(uniform(new Random(SEED), ell * ell), ell));
    }

    private static Workload equation(int n, int steps) {
        return new Workload(
                "ode_" + n + "_" + steps,
                DifferentialEquation.MODULE,
                "primal",
                "gradient",
                () -> new DifferentialEquation.Input(uniform(new Random(SEED), n), steps));
    }

    private static double[] uniform(Random random, int n) {
        return random.doubles(n).toArray();
    }

    private static double[][] uniform(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = uniform(random, columns);
        }
        return matrix;
    }

    private static double[][] normal(Random random, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return matrix;
    }
}
