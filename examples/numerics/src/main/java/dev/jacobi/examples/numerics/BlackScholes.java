package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** The price of a European option by Black, Scholes and Merton. */
public final class BlackScholes {
    private BlackScholes() {}

    /**
     * The price of a call: S·Φ(d₁) − K·e⁻ʳᵀ·Φ(d₂), where d₁ and d₂ = d₁ − σ√T say how far the share is from the strike.
     *
     * @param spot S, the share's price now
     * @param strike K, the price at which the share may be bought
     * @param rate r, of interest, by year
     * @param volatility σ, by year
     * @param time T, in years
     */
    @Differentiable
    public static double call(double spot, double strike, double rate, double volatility, double time) {
        double spread = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + volatility * volatility / 2) * time) / spread;
        double d2 = d1 - spread;
        return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d2);
    }

    /**
     * Φ, the distribution function of the standard normal distribution: with its density φ,
     *
     * <pre>Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …).</pre>
     */
    static double normal(double x) {
        if (x < -8) {
            return 0;
        } else if (x > 8) {
            return 1;
        }
        double sum = x;
        double term = x;
        for (int i = 3; sum + term != sum; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
