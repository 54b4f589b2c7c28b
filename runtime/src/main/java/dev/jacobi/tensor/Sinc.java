package dev.jacobi.tensor;

/** sin(πx)/(πx) and its derivatives, right at 0, too. */
final class Sinc {
    private Sinc() {}

    /** The n-th derivative: πⁿ times that of j(u) = sin u / u at u = πx. */
    static double of(int n, double x) {
        double u = Math.PI * x;
        double j = Math.abs(u) < n + 1 ? series(n, u) : recurrence(n, u, x);
        return j * Math.pow(Math.PI, n);
    }

    /** j⁽ⁿ⁾(u) = Σ (−1)ᵏ u²ᵏ⁻ⁿ / ((2k − n)!·(2k + 1)), over 2k ≥ n. */
    private static double series(int n, double u) {
        int k = (n + 1) / 2;
        double power = n % 2 == 0 ? 1 : u;
        double sign = k % 2 == 0 ? 1 : -1;
        double sum = 0;
        for (int m = 2 * k - n; ; m += 2, k++) {
            double term = power / (2 * k + 1);
            sum += sign * term;
            if (Math.abs(term) <= 1e-18 * Math.abs(sum)) {
                return sum;
            }
            power *= u * u / ((m + 1) * (m + 2.0));
            sign = -sign;
        }
    }

    /** u·j⁽ⁿ⁾(u) = sin⁽ⁿ⁾ u − n·j⁽ⁿ⁻¹⁾(u), which doesn't magnify errors where |u| ≥ n. */
    private static double recurrence(int n, double u, double x) {
        double j = 0;
        for (int i = 0; i <= n; i++) {
            double quarters = i % 4 / 2.0; // sin⁽ⁱ⁾ u = sin(u + iπ/2), and x counts in units of π
            j = (shiftedSine(x, quarters) - i * j) / u;
        }
        return j;
    }

    private static double shiftedSine(double x, double shift) {
        double whole = Math.rint(x);
        double sine = Gamma.sinPi(x - whole + shift);
        return Math.rint(whole / 2) * 2 == whole ? sine : -sine;
    }
}
