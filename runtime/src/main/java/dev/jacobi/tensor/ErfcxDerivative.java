package dev.jacobi.tensor;

/**
 * The n-th derivative g₍ₙ₎ of g(x) = e^x²·erfc x, to all digits: g₍₁₎ = 2x·g − 2/√π and g₍ₙ₊₁₎ = 2x·g₍ₙ₎ + 2n·g₍ₙ₋₁₎
 * (Abramowitz and Stegun 7.2.5). Signs alternate, so both terms have one where x isn't positive. Where it is they
 * cancel, and there the quotients rₙ = −g₍ₙ₎/g₍ₙ₋₁₎ = 2n/(2x + rₙ₊₁) are taken from far behind.
 */
final class ErfcxDerivative extends ThroughDouble {
    private static final double TWO_PER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private final int n;

    ErfcxDerivative(int n) {
        this.n = n;
    }

    @Override
    public void apply(double[] x, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] < 1 ? recurrence(x[i]) : quotients(x[i]);
        }
    }

    private double recurrence(double x) {
        double before = ErrorFunction.erfcx(x);
        if (n == 0) {
            return before;
        }
        double value = 2 * x * before - TWO_PER_ROOT_PI;
        for (int k = 1; k < n && !Double.isInfinite(value); k++) {
            double next = 2 * x * value + 2 * k * before;
            before = value;
            value = next;
        }
        return Double.isInfinite(value) ? (n % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY) : value;
    }

    /** From so far behind that a wrong quotient there makes no difference; NaN for NaN. */
    private double quotients(double x) {
        int behind = (int) (20 + 250 / (x * x));
        double product = ErrorFunction.erfcx(x);
        double quotient = 0;
        for (long k = (long) n + behind; k > 0; k--) {
            quotient = 2 * k / (2 * x + quotient);
            product *= k <= n ? -quotient : 1;
        }
        return product;
    }
}
