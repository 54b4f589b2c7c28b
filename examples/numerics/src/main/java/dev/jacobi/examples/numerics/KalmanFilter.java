package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** A Kalman filter for a body that moves on a line and is seen now and then. */
public final class KalmanFilter {
    private KalmanFilter() {}

    /**
     * What is known of the body: the mean and the covariance of its position and speed.
     *
     * @param logLikelihood of all that was seen until now
     */
    record Estimate(double[] mean, double[][] covariance, double logLikelihood) {}

    /**
     * How well the noise's strengths explain the positions seen: the logarithm of their likelihood. Where it is largest
     * by both, there are the strengths that fit best.
     *
     * @param seen positions, one for each unit of time
     * @param jerkiness the variance by which the speed changes in a unit of time
     * @param blur the variance of what is seen around what is
     */
    @Differentiable
    public static double logLikelihood(double[] seen, double jerkiness, double blur) {
        Estimate estimate = new Estimate(new double[2], new double[][] {{10, 0}, {0, 10}}, 0);
        for (double position : seen) {
            estimate = step(estimate, position, jerkiness, blur);
        }
        return estimate.logLikelihood();
    }

    /** Foretells the state after a unit of time, then corrects that by the position seen. */
    static Estimate step(Estimate before, double seen, double jerkiness, double blur) {
        double[][] motion = {{1, 1}, {0, 1}};
        double[] mean = Matrix.times(motion, before.mean());
        double[][] covariance = Matrix.times(Matrix.times(motion, before.covariance()), Matrix.transposed(motion));
        covariance[0][0] += jerkiness / 3;
        covariance[0][1] += jerkiness / 2;
        covariance[1][0] += jerkiness / 2;
        covariance[1][1] += jerkiness;

        double surprise = seen - mean[0];
        double variance = covariance[0][0] + blur;
        double[] gain = {covariance[0][0] / variance, covariance[1][0] / variance};
        double[][] corrected = new double[2][2];
        for (int i = 0; i < 2; i++) {
            mean[i] += gain[i] * surprise;
            for (int j = 0; j < 2; j++) {
                corrected[i][j] = covariance[i][j] - gain[i] * covariance[0][j];
            }
        }
        double likelihood = -(Math.log(2 * Math.PI * variance) + surprise * surprise / variance) / 2;
        return new Estimate(mean, corrected, before.logLikelihood() + likelihood);
    }
}
