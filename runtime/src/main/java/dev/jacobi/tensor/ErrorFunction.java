package dev.jacobi.tensor;

/**
 * e^x²·erfc x and the inverse of erf, to within a few units in the last place of a double; erf and erfc themselves are
 * {@link DoubleErf}'s.
 *
 * <p>The first is made of the rational approximations of W. J. Cody, Rational Chebyshev approximations for the error
 * function, Mathematics of Computation 23 (1969): erf x = x·R(x²) up to 0.46875, e^x²·erfc x = R(x) up to 4, and (1/√π
 * + R(1/x²)/x²)/x beyond.
 */
final class ErrorFunction {
    private static final double SMALL = 0.46875;
    private static final double PER_ROOT_PI = 1 / Math.sqrt(Math.PI);

    // Each quotient is that of two polynomials, highest power first; the denominators' highest coefficient is 1.
    private static final double[] SMALL_NUMERATOR = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    private static final double[] SMALL_DENOMINATOR = {
        1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    private static final double[] MIDDLE_NUMERATOR = {
        2.1531153547440383e-8,
        0.5641884969886701,
        8.883149794388377,
        66.11919063714163,
        298.6351381974001,
        881.952221241769,
        1712.0476126340707,
        2051.0783778260716,
        1230.3393547979972
    };
    private static final double[] MIDDLE_DENOMINATOR = {
        1,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };
    private static final double[] LARGE_NUMERATOR = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };
    private static final double[] LARGE_DENOMINATOR = {
        1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };

    private ErrorFunction() {}

    private static double small(double xx) {
        return polynomial(SMALL_NUMERATOR, xx) / polynomial(SMALL_DENOMINATOR, xx);
    }

    /** e^x²·erfc x, infinite where that is above the largest double. */
    static double erfcx(double x) {
        if (x > SMALL) {
            return scaled(x);
        }
        if (x < -27) {
            return Double.POSITIVE_INFINITY;
        }
        return x < -SMALL ? 2 / gauss(-x) - scaled(-x) : Math.exp(x * x) * (1 - x * small(x * x));
    }

    /** e^x²·erfc x for x > 0.46875; NaN for NaN. */
    private static double scaled(double x) {
        if (x <= 4) {
            return polynomial(MIDDLE_NUMERATOR, x) / polynomial(MIDDLE_DENOMINATOR, x);
        }
        double z = 1 / (x * x);
        double quotient = z * polynomial(LARGE_NUMERATOR, z) / polynomial(LARGE_DENOMINATOR, z);
        return (PER_ROOT_PI - quotient) / x;
    }

    /** e^−x², with x² split so that rounding it isn't magnified: x = t + d with t² exact. */
    private static double gauss(double x) {
        double t = Math.floor(x * 16) / 16;
        return Math.exp(-t * t) * Math.exp(-(x - t) * (x + t));
    }

    /**
     * The y with erf y = x: the single-precision approximation of M. Giles, Approximating the erfinv function (GPU
     * Computing Gems, 2011), improved by two steps of Newton's method; near 1 for ln erfc, which is almost a parabola
     * there, and by four, since that approximation isn't made for doubles so near.
     */
    static double inverse(double x) {
        double a = Math.abs(x);
        if (!(a < 1)) {
            return a == 1 ? Math.copySign(Double.POSITIVE_INFINITY, x) : Double.NaN;
        }
        double y = guess(a);
        int steps = a < 0.999999 ? 2 : 4;
        for (int i = 0; i < steps; i++) {
            double slope = 2 * PER_ROOT_PI * Math.exp(-y * y);
            double error = a < 0.75 ? DoubleErf.erf(y) - a : DoubleErf.erfc(y) * Math.log((1 - a) / DoubleErf.erfc(y));
            y -= error / slope;
        }
        return Math.copySign(y, x);
    }

    private static final double[] CENTRE = {
        2.81022636e-8,
        3.43273939e-7,
        -3.5233877e-6,
        -4.39150654e-6,
        0.00021858087,
        -0.00125372503,
        -0.00417768164,
        0.246640727,
        1.50140941
    };
    private static final double[] TAIL = {
        -0.000200214257,
        0.000100950558,
        0.00134934322,
        -0.00367342844,
        0.00573950773,
        -0.0076224613,
        0.00943887047,
        1.00167406,
        2.83297682
    };

    private static double guess(double x) {
        double w = -Math.log((1 - x) * (1 + x));
        return x * (w < 5 ? polynomial(CENTRE, w - 2.5) : polynomial(TAIL, Math.sqrt(w) - 3));
    }

    /** With the coefficient of the highest power first. */
    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
