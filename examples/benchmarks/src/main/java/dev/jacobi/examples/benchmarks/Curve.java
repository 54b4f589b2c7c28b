package dev.jacobi.examples.benchmarks;

/**
 * What something costs at several sizes.
 *
 * @param sizes ascending
 */
record Curve(String name, double[] sizes, double[] costs) {

    /**
     * The p of cost ∼ sizeᵖ, by least squares of the logarithms over the upper half of the sizes, since small ones show
     * what a call costs by itself.
     */
    double exponent() {
        int from = (sizes.length - 1) / 2;
        int n = sizes.length - from;
        double x = 0;
        double y = 0;
        for (int i = from; i < sizes.length; i++) {
            x += Math.log(sizes[i]) / n;
            y += Math.log(costs[i]) / n;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = from; i < sizes.length; i++) {
            covariance += (Math.log(sizes[i]) - x) * (Math.log(costs[i]) - y);
            variance += Math.pow(Math.log(sizes[i]) - x, 2);
        }
        return covariance / variance;
    }
}
