package dev.jacobi.tensor;

/**
 * ln|Γ(x)| and its derivative, to within a few units in the last place of a double, or of 1 near the zeros of a
 * negative x.
 */
final class Gamma {
    private static final double EULER = 0.5772156649015329;
    private static final double HALF_LN_2_PI = 0.9189385332046728;
    private static final double ASYMPTOTIC_FROM = 10;

    /** B₂ₖ/(2k) for k = 1, 2, … */
    private static final double[] BERNOULLI = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160
    };

    /** (−1)ⁿ(ζ(n) − 1)/n for n = 2, 3, …; ζ(n) − 1 = ζ(n, 2). */
    private static final double[] TAYLOR = taylor();

    private Gamma() {}

    private static double[] taylor() {
        double[] coefficients = new double[30];
        for (int i = 0; i < coefficients.length; i++) {
            int n = i + 2;
            coefficients[i] = HurwitzZeta.of(n, 2) / (n % 2 == 0 ? n : -n);
        }
        return coefficients;
    }

    static double logAbs(double x) {
        if (Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < 0.5) {
            // Γ(x) = Γ(1 + x)/x near 0, and by reflection Γ(x)Γ(1 − x) = π/sin πx further left
            return x > -0.5
                    ? around2(x) - Math.log1p(x) - Math.log(Math.abs(x))
                    : Math.log(Math.PI / Math.abs(sinPi(x))) - logAbs(1 - x);
        }
        if (x < 1.5) {
            return around2(x - 1) - Math.log1p(x - 1);
        }
        return x < ASYMPTOTIC_FROM ? shifted(x) : stirling(x);
    }

    /** ln Γ(2 + z) = z(1 − γ) + Σ (−1)ⁿ(ζ(n) − 1)zⁿ/n for |z| ≤ ½ (Abramowitz and Stegun 6.1.33). */
    private static double around2(double z) {
        double sum = 0;
        for (int i = TAYLOR.length - 1; i >= 0; i--) {
            sum = sum * z + TAYLOR[i];
        }
        return z * (1 - EULER + z * sum);
    }

    /** Γ(x) = (x − 1)(x − 2)…y · Γ(y) with y in [1.5, 2.5). */
    private static double shifted(double x) {
        double product = 1;
        double y = x;
        while (y >= 2.5) {
            y--;
            product *= y;
        }
        return Math.log(product) + around2(y - 2);
    }

    /** (x − ½) ln x − x + ½ ln 2π + Σ B₂ₖ/(2k(2k − 1)x²ᵏ⁻¹) (Abramowitz and Stegun 6.1.41). */
    private static double stirling(double x) {
        double z = 1 / (x * x);
        double sum = 0;
        for (int k = BERNOULLI.length; k > 0; k--) {
            sum = sum * z + BERNOULLI[k - 1] / (2 * k - 1);
        }
        return x > 1e17 ? x * (Math.log(x) - 1) : (x - 0.5) * Math.log(x) - x + HALF_LN_2_PI + sum / x;
    }

    /**
     * ψ(x) = ln x − 1/(2x) − Σ B₂ₖ/(2k·x²ᵏ) for large x (Abramowitz and Stegun 6.3.18), and by ψ(x) = ψ(x + 1) − 1/x
     * and ψ(x) = ψ(1 − x) − π/tan πx for others.
     */
    static double digamma(double x) {
        if (x == 0) {
            return Math.copySign(Double.POSITIVE_INFINITY, -x);
        }
        if (x < 0) {
            boolean pole = x == Math.rint(x);
            return pole ? Double.NaN : digamma(1 - x) - Math.PI * sinPi(x + 0.5) / sinPi(x);
        }
        double sum = 0;
        double y = x;
        while (y < ASYMPTOTIC_FROM) {
            sum -= 1 / y;
            y++;
        }
        return y == Double.POSITIVE_INFINITY ? y : sum + asymptotic(y);
    }

    private static double asymptotic(double x) {
        double z = 1 / (x * x);
        double series = 0;
        for (int k = BERNOULLI.length - 1; k >= 0; k--) {
            series = series * z + BERNOULLI[k];
        }
        return Math.log(x) - 0.5 / x - z * series;
    }

    /** sin πx; the nearest integer is taken off before it is multiplied. */
    static double sinPi(double x) {
        double whole = Math.rint(x);
        double sine = Math.sin(Math.PI * (x - whole));
        return Math.rint(whole / 2) * 2 == whole ? sine : -sine;
    }
}
