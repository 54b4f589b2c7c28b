package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;

/**
 * Posterior probability of a mixture of Gaussians, each given by its mean μ and a lower triangular factor Q of its
 * precision matrix QᵀQ, with a Wishart prior on the latter.
 */
final class GaussianMixture {
    private GaussianMixture() {}

    /**
     * The logarithm of the posterior probability, up to terms that need no parameter.
     *
     * @param alpha logarithms of the components' weights, before these are made to sum to 1
     * @param mu the means
     * @param q the logarithms of the factors' diagonals
     * @param l what is below the diagonals, column by column
     * @param x the observations
     * @param m additional degrees of freedom of the prior
     * @param gamma precision of the prior
     */
    @Differentiable(wrt = {"alpha", "mu", "q", "l"})
    static double logPosterior(
            double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, int m, double gamma) {
        int components = alpha.length;
        int d = mu[0].length;
        double[][][] factors = new double[components][][];
        double[] atMean = new double[components];
        for (int k = 0; k < components; k++) {
            factors[k] = columns(q[k], l[k]);
            atMean[k] = alpha[k] + sum(q[k]);
        }
        double logPrior = components * logPriorConstant(d, m, gamma);
        for (int k = 0; k < components; k++) {
            logPrior += m * sum(q[k]) - 0.5 * gamma * gamma * squaredNorm(factors[k]);
        }
        double logLikelihood = -x.length * (0.5 * d * Math.log(2 * Math.PI) + LogSumExp.logSumExp(alpha));
        for (int i = 0; i < x.length; i++) {
            logLikelihood += logDensity(x[i], atMean, mu, factors);
        }
        return logLikelihood + logPrior;
    }

    private static double logDensity(double[] x, double[] atMean, double[][] mu, double[][][] factors) {
        double[] terms = new double[atMean.length];
        for (int k = 0; k < atMean.length; k++) {
            terms[k] = atMean[k] - 0.5 * squaredDistance(x, mu[k], factors[k]);
        }
        return LogSumExp.logSumExp(terms);
    }

    /** ‖Q(x − μ)‖², of Q the columns. */
    private static double squaredDistance(double[] x, double[] mu, double[][] factor) {
        double[] z = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double centred = x[j] - mu[j];
            double[] column = factor[j];
            for (int i = j; i < column.length; i++) {
                z[i] += column[i] * centred;
            }
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += z[i] * z[i];
        }
        return sum;
    }

    /** The columns of a lower triangular matrix. */
    private static double[][] columns(double[] q, double[] l) {
        int d = q.length;
        double[][] columns = new double[d][d];
        int next = 0;
        for (int j = 0; j < d; j++) {
            columns[j][j] = Math.exp(q[j]);
            for (int i = j + 1; i < d; i++) {
                columns[j][i] = l[next++];
            }
        }
        return columns;
    }

    private static double squaredNorm(double[][] columns) {
        double sum = 0;
        for (double[] column : columns) {
            for (double element : column) {
                sum += element * element;
            }
        }
        return sum;
    }

    private static double sum(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += element;
        }
        return sum;
    }

    /** The logarithm of the Wishart density's factor that doesn't depend on the matrix. */
    private static double logPriorConstant(int d, int m, double gamma) {
        int n = d + m + 1;
        double logGamma = 0.25 * d * (d - 1) * Math.log(Math.PI);
        for (int j = 1; j <= d; j++) {
            logGamma += logGammaOfHalf(n + 1 - j);
        }
        return n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGamma;
    }

    /** log Γ(n/2), by Γ(x + 1) = x·Γ(x) from Γ(1) = 1 or Γ(1/2) = √π. */
    private static double logGammaOfHalf(int n) {
        double sum = n % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (int twice = n - 2; twice > 0; twice -= 2) {
            sum += Math.log(0.5 * twice);
        }
        return sum;
    }
}
