package dev.jacobi.tensor;

/**
 * ζ(s, q) = Σ 1/(q + k)^s over k ≥ 0, for integers s ≥ 2, and what is made of it: the derivatives of the digamma
 * function (Abramowitz and Stegun 6.4.10).
 */
final class HurwitzZeta {
    /** From here on the Euler–Maclaurin formula is exact to a double with the terms there are. */
    private static final int ASYMPTOTIC_FROM = 12;

    /** B₂ₖ/(2k)! for k = 1, 2, … */
    private static final double[] BERNOULLI_PER_FACTORIAL = {
        1.0 / 12,
        -1.0 / 720,
        1.0 / 30240,
        -1.0 / 1209600,
        1.0 / 47900160,
        -691.0 / 1307674368000.0,
        1.0 / 74724249600.0,
        -3617.0 / 1.067062284288e16,
        43867.0 / 5.109094217170944e18,
        -174611.0 / 8.028576626982912e20
    };

    private HurwitzZeta() {}

    /** For q > 0. */
    static double of(int s, double q) {
        double sum = 0;
        double a = q;
        while (a < ASYMPTOTIC_FROM) {
            double term = Math.pow(a, -s);
            sum += term;
            a++;
            if (term < 1e-18 * sum) {
                return sum;
            }
        }
        return sum + tail(s, a);
    }

    /** Euler–Maclaurin: ∫ + half the first term + Σ B₂ₖ/(2k)! · s(s+1)…(s+2k−2) / a^(s+2k−1). */
    private static double tail(int s, double a) {
        double power = Math.pow(a, -s);
        double sum = Math.pow(a, 1 - s) / (s - 1) + power / 2;
        double factor = s * power / a;
        for (int k = 0; k < BERNOULLI_PER_FACTORIAL.length; k++) {
            double term = BERNOULLI_PER_FACTORIAL[k] * factor;
            sum += term;
            if (Math.abs(term) < 1e-18 * sum) {
                break;
            }
            factor *= (s + 2 * k + 1) * (s + 2 * k + 2.0) / (a * a);
        }
        return sum;
    }

    /** ψ⁽ⁿ⁾(x) = (−1)ⁿ⁺¹ n! ζ(n + 1, x) for n ≥ 1. */
    static double polygamma(int n, double x) {
        double factorial = 1;
        for (int i = 2; i <= n && factorial < Double.POSITIVE_INFINITY; i++) {
            factorial *= i;
        }
        double value = factorial * anywhere(n + 1, x);
        return n % 2 == 0 ? -value : value;
    }

    /**
     * Left of 0, with f the fraction of q = f − N: the N terms from f − N to f − 1, turned round, are ζ(s, 1 − f)
     * without what follows 1 − q. For odd s they nearly cancel with the terms from f on where f is about ½, so that
     * these are added in pairs.
     */
    private static double anywhere(int s, double q) {
        if (q > 0) {
            return of(s, q);
        }
        double f = q - Math.floor(q);
        if (f == 0 || q == Double.NEGATIVE_INFINITY) {
            return q == Double.NEGATIVE_INFINITY ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        double turned = s % 2 == 0 ? 1 : -1;
        double sum = 0;
        for (int k = 0; k < ASYMPTOTIC_FROM; k++) {
            sum += Math.pow(f + k, -s) + turned * Math.pow(1 - f + k, -s);
        }
        sum += tail(s, f + ASYMPTOTIC_FROM) + turned * tail(s, 1 - f + ASYMPTOTIC_FROM);
        return sum - turned * of(s, 1 - q);
    }
}
