package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;
import dev.jacobi.tape.Workspace;
import java.util.Arrays;

/**
 * Clusters of points around centroids. A Newton step is the gradient divided by the Hessian's diagonal, beside which
 * the Hessian is zero; so the product with ones is the diagonal.
 */
final class KMeans {
    static final Module MODULE = Module.named("kmeans")
            .with("cost", Input.class, in -> () -> cost(in.points, in.centroids))
            .with("dir", Input.class, KMeans::direction);

    /** What is clustered, and around what. */
    record Input(double[][] points, double[][] centroids) {}

    private KMeans() {}

    /** The sum of the points' squared distances to the nearest centroid. */
    @Differentiable(wrt = "centroids")
    static double cost(double[][] points, double[][] centroids) {
        double cost = 0;
        for (double[] point : points) {
            cost += squaredDistance(point, centroids[nearest(point, centroids)]);
        }
        return cost;
    }

    /**
     * The slope of the cost along a direction. Its derivative by the direction is the cost's gradient, and by the
     * centroids the product of the cost's Hessian with the direction.
     */
    @Differentiable(wrt = {"centroids", "direction"})
    static double slope(double[][] points, double[][] centroids, double[][] direction) {
        return CostGrad.jvp(points, centroids, direction);
    }

    private static int nearest(double[] point, double[][] centroids) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < centroids.length; j++) {
            double distance = squaredDistance(point, centroids[j]);
            if (distance < least) {
                least = distance;
                nearest = j;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - y[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static Module.Prepared direction(Input in) {
        int k = in.centroids.length;
        int d = in.centroids[0].length;
        double[][] ones = new double[k][d];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        Workspace workspace = new Workspace();
        return () -> {
            double[][] hessian = new double[k][d];
            double[][] gradient = new double[k][d];
            SlopeGrad.gradientInto(in.points, in.centroids, ones, hessian, gradient, workspace);
            double[][] step = new double[k][d];
            for (int j = 0; j < k; j++) {
                for (int i = 0; i < d; i++) {
                    step[j][i] = gradient[j][i] / hessian[j][i];
                }
            }
            return step;
        };
    }
}
