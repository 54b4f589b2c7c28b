package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * The modified Bessel function of the first kind of one order n, Iₙ(x), and e^−|x|·Iₙ(x), to within a rounding of x and
 * a few units in the last place of a double.
 *
 * <p>Iₙ(x) = (x/2)ⁿ Σ (x²/4)ᵏ / (k!·(k + n)!), of which no term is negative for x ≥ 0 (Abramowitz and Stegun 9.6.10).
 * Beyond some 20, and beyond n² where the first terms would cancel, e⁻ˣ·Iₙ(x) = Σ (−1)ᵏ aₖ/xᵏ / √(2πx) with aₖ = (4n² −
 * 1²)(4n² − 3²)…(4n² − (2k − 1)²) / (k!·8ᵏ), whose terms fall below e^−2x before they grow again (9.7.1).
 */
final class Bessel extends ThroughDouble {
    /** The highest order, up to which the series stays below infinity where it is used. */
    private static final int HIGHEST = 20;

    private final int order;
    private final boolean scaled;
    private final double asymptoticFrom;
    /** What each term of the series is of the one before, but for x²/4: 1/(k·(k + n)) for k = 1, 2, … */
    private final double[] ratios;

    /** (−1)ᵏ aₖ */
    private final double[] asymptotic;

    /**
     * Of one order.
     *
     * @param scaled whether e^−|x|·Iₙ(x) is meant
     */
    Bessel(int order, boolean scaled) {
        this.order = order;
        this.scaled = scaled;
        asymptoticFrom = Math.max(20, order * order);
        ratios = ratios(order, asymptoticFrom * asymptoticFrom / 4);
        asymptotic = asymptotic(order, asymptoticFrom);
    }

    /** Iₙ(x), or e^−|x|·Iₙ(x), of orders of either sign: I₋ₙ = Iₙ. */
    static Tensor of(String operation, Tensor x, int n, boolean scaled) {
        if (n < -HIGHEST || n > HIGHEST) {
            throw new IllegalArgumentException(
                    operation + ": n is " + n + ", but must be from " + -HIGHEST + " to " + HIGHEST);
        }
        return new UnaryOperation(new Bessel(Math.abs(n), scaled)).apply(x);
    }

    /** As many as count at the largest argument. */
    private static double[] ratios(int order, double largest) {
        double[] ratios = new double[1000];
        double term = 1;
        double sum = 0;
        int count = 0;
        while (term > 1e-18 * sum) {
            sum += term;
            double ratio = 1 / ((count + 1.0) * (count + 1.0 + order));
            term *= largest * ratio;
            ratios[count] = ratio;
            count++;
        }
        return Arrays.copyOf(ratios, count);
    }

    private static double[] asymptotic(int order, double smallest) {
        double[] coefficients = new double[40];
        double coefficient = 1;
        int k = 0;
        while (k < coefficients.length && Math.abs(coefficient) > 1e-18 * Math.pow(smallest, k)) {
            coefficients[k] = coefficient;
            k++;
            double odd = 2 * k - 1;
            coefficient *= (odd * odd - 4.0 * order * order) / (8.0 * k);
        }
        return Arrays.copyOf(coefficients, k);
    }

    @Override
    public double nanoseconds() {
        return 100;
    }

    @Override
    public void apply(double[] x, double[] out) {
        apply(x, out, 0, out.length);
    }

    @Override
    public void apply(double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = of(x[i]);
        }
    }

    private double of(double x) {
        double a = Math.abs(x);
        double value = a <= asymptoticFrom ? nearZero(a) : farOut(a);
        return order % 2 == 0 ? value : Math.copySign(1, x) * value;
    }

    private double nearZero(double a) {
        double z = a * a / 4;
        double sum = 1;
        for (int k = ratios.length - 1; k >= 0; k--) {
            sum = 1 + z * ratios[k] * sum;
        }
        double value = scaled ? sum * Math.exp(-a) : sum;
        for (int k = 1; k <= order; k++) {
            value *= a / (2 * k);
        }
        return value;
    }

    /** NaN for NaN. */
    private double farOut(double a) {
        if (a == Double.POSITIVE_INFINITY) {
            return scaled ? 0 : a;
        }
        double sum = 0;
        for (int k = asymptotic.length - 1; k >= 0; k--) {
            sum = sum / a + asymptotic[k];
        }
        double value = sum / Math.sqrt(2 * Math.PI * a);
        // in two steps, as eᵃ is infinite before the function is
        return scaled ? value : Math.exp(a / 2) * value * Math.exp(a / 2);
    }
}
