package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** The price of an American option by the binomial tree of Cox, Ross and Rubinstein. */
public final class BinomialTree {
    private BinomialTree() {}

    /**
     * The price of an American put. In each step the share's price rises by the factor u = e^(σ√Δt) or falls by 1/u; at
     * each node the owner sells the share if that brings more than waiting.
     *
     * @param spot the share's price now
     * @param strike the price at which the share may be sold
     * @param rate of interest, by year
     * @param volatility by year
     * @param time in years
     * @param steps of the tree
     */
    @Differentiable
    public static double americanPut(
            double spot, double strike, double rate, double volatility, double time, int steps) {
        double dt = time / steps;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double down = 1 / up;
        double discount = Math.exp(-rate * dt);
        double chance = (Math.exp(rate * dt) - down) / (up - down);
        double[] value = new double[steps + 1];
        double price = spot * Math.pow(down, steps);
        for (int i = 0; i <= steps; i++) {
            value[i] = Math.max(strike - price, 0);
            price *= up * up;
        }
        for (int step = steps - 1; step >= 0; step--) {
            price = spot * Math.pow(down, step);
            for (int i = 0; i <= step; i++) {
                double waiting = discount * (chance * value[i + 1] + (1 - chance) * value[i]);
                value[i] = Math.max(waiting, strike - price);
                price *= up * up;
            }
        }
        return value[0];
    }
}
