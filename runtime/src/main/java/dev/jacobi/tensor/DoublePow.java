package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.DOUBLE_LANES;

import java.util.Arrays;

/**
 * x^y in float64, within 1 ulp, as exp(y·ln x), in short loops that HotSpot vectorises. An error of ln x is multiplied
 * by y, so ln x is the sum of two numbers here, with some 64 right bits (Dekker, "A floating-point technique for
 * extending the available precision", 1971). Where x isn't positive, normal and finite, or the result has another size
 * than 1e±153, the power of single numbers decides.
 *
 * <p>As in {@link DoubleLog}, x = 2ᵏ·(1 + f) and s = f/(2 + f). Then ln(1 + f) = 2s + s³·(⅔ + z·q(z)) with z = s². A
 * pair of methods, the second one ending in {@code Rest}, gives a number and what its rounding lost.
 */
final class DoublePow {
    /** Fewer elements are no slower one by one. */
    private static final int SHORT = 8;

    private static final double NANOSECONDS = 3;
    private static final int PIECE = 1 << 12;

    static final double TWO_THIRDS = 0x1.5555555555555p-1;
    static final double TWO_THIRDS_REST = 0x1.5555555555555p-55;

    private DoublePow() {}

    /** The same for one pair of numbers, to the same bits. */
    static double of(double x, double y) {
        if (!DoubleLog.isOrdinary(x)) {
            return Powers.pow(x, y);
        }
        long bits = Double.doubleToRawLongBits(x);
        long k = bits - DoubleLog.ROOT_HALF_BITS >> DoubleExp.MANTISSA;
        double f = Double.longBitsToDouble(bits - (k << DoubleExp.MANTISSA)) - 1;
        double s = quotient(f);
        double sRest = quotientRest(f);
        double tail = tail(s);
        double cube = cube(s, tail);
        double rest = cubeRest(s, sRest, tail);
        double log = log((double) k, s, cube, rest);
        double logRest = logRest((double) k, s, cube, rest);
        double product = y * log;
        if (!(Math.abs(product) < DoubleExp.SURE)) {
            return Powers.pow(x, y);
        }
        double productRest = productRest(y, log, logRest);
        double shifted = DoubleExp.shifted(product);
        double r = remainder(product, productRest, shifted);
        return exp(r, remainderRest(product, productRest, shifted)) * DoubleExp.power(shifted);
    }

    /** All elements; an operand of one element stands for as many as there are. */
    static void apply(double[] x, double[] y, double[] out) {
        if (Cores.pays(out.length, NANOSECONDS)) {
            Cores.share(out.length, PIECE, (from, to) -> apply(x, y, out, from, to));
        } else {
            apply(x, y, out, 0, out.length);
        }
    }

    private static void apply(double[] x, double[] y, double[] out, int from, int to) {
        DoubleBlock block = DoubleBlock.own();
        for (int start = from; start < to; start += DoubleBlock.LENGTH) {
            int n = Math.min(DoubleBlock.LENGTH, to - start);
            lay(x, start, block.x, n);
            lay(y, start, block.y, n);
            if (n < SHORT) {
                each(block.x, block.y, block.r, n);
            } else if (DOUBLE_LANES.pow(block.x, block.r, 0, n) < n) {
                block(block, n);
            }
            System.arraycopy(block.r, 0, out, start, n);
        }
    }

    private static void lay(double[] from, int start, double[] to, int n) {
        if (from.length == 1) {
            Arrays.fill(to, 0, n, from[0]);
        } else {
            System.arraycopy(from, start, to, 0, n);
        }
    }

    private static void each(double[] x, double[] y, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = of(x[i], y[i]);
        }
    }

    /** Sets {@code b.r} to the powers of the first n elements of {@code b.x} to those of {@code b.y}. */
    private static void block(DoubleBlock b, int n) {
        boolean edges = DoubleLog.split(b.x, b.p, b.q, n);
        quotients(b.p, b.s, b.t, n);
        tails(b.s, b.p, n);
        cubes(b.s, b.t, b.p, b.r, n);
        logs(b.q, b.s, b.r, b.t, b.p, n);
        products(b.y, b.p, b.t, b.r, n);
        reduce(b.p, b.r, b.q, b.s, n);
        edges |= DoubleExp.powers(b.q, n);
        results(b.q, b.s, b.r, n);
        if (edges) {
            edges(b, n);
        }
    }

    /** {@code b.p} has the products of exponents and logarithms. */
    static void edges(DoubleBlock b, int n) {
        for (int i = 0; i < n; i++) {
            if (!DoubleLog.isOrdinary(b.x[i]) || !(Math.abs(b.p[i]) < DoubleExp.SURE)) {
                b.r[i] = Powers.pow(b.x[i], b.y[i]);
            }
        }
    }

    /** {@code m} is 1 + f. */
    private static void quotients(double[] m, double[] s, double[] sRest, int n) {
        for (int i = 0; i < n; i++) {
            double f = m[i] - 1;
            s[i] = quotient(f);
            sRest[i] = quotientRest(f);
        }
    }

    private static double quotient(double f) {
        return f * (1 / (2 + f));
    }

    private static double quotientRest(double f) {
        double divisor = 2 + f;
        double inverse = 1 / divisor;
        double s = f * inverse;
        double divisorRest = f - (divisor - 2);
        return Math.fma(-s, divisorRest, Math.fma(-s, divisor, f)) * inverse;
    }

    private static void tails(double[] s, double[] tail, int n) {
        for (int i = 0; i < n; i++) {
            tail[i] = tail(s[i]);
        }
    }

    /** z·q(z) with q(z) = ((2·artanh s − 2s)/s³ − ⅔)/z, to 2⁻⁶⁶ of the logarithm, by Chebyshev's points. */
    private static double tail(double s) {
        double z = s * s;
        double q = Math.fma(0x1.e032e4d8436a1p-4, z, 0x1.df7c5bc7c7563p-4);
        q = Math.fma(q, z, 0x1.1118c9ee5b8a4p-3);
        q = Math.fma(q, z, 0x1.3b1395c881220p-3);
        q = Math.fma(q, z, 0x1.745d177aad02ap-3);
        q = Math.fma(q, z, 0x1.c71c71c6ea871p-3);
        q = Math.fma(q, z, 0x1.2492492492522p-2);
        return z * Math.fma(q, z, 0x1.999999999999ap-2);
    }

    /** {@code rest} is that of s before, and behind all that is smaller than rounding errors of 2s and the cube. */
    private static void cubes(double[] s, double[] rest, double[] tail, double[] cube, int n) {
        for (int i = 0; i < n; i++) {
            double sRest = rest[i];
            cube[i] = cube(s[i], tail[i]);
            rest[i] = cubeRest(s[i], sRest, tail[i]);
        }
    }

    /** s³·(⅔ + z·q(z)) */
    private static double cube(double s, double tail) {
        return s * s * s * (TWO_THIRDS + tail);
    }

    /** Together with that of 2s. */
    private static double cubeRest(double s, double sRest, double tail) {
        double z = s * s;
        double zRest = Math.fma(s, s, -z) + 2 * s * sRest;
        double third = z * s;
        double thirdRest = Math.fma(z, s, -third) + Math.fma(z, sRest, zRest * s);
        double factor = TWO_THIRDS + tail;
        double factorRest = TWO_THIRDS - factor + tail + TWO_THIRDS_REST;
        double cube = third * factor;
        return Math.fma(third, factor, -cube) + Math.fma(third, factorRest, Math.fma(thirdRest, factor, 2 * sRest));
    }

    /** Sets {@code log} to the logarithm and {@code rest} to its rest; {@code shifted} is SHIFT + k. */
    private static void logs(double[] shifted, double[] s, double[] cube, double[] rest, double[] log, int n) {
        for (int i = 0; i < n; i++) {
            double k = shifted[i] - DoubleExp.SHIFT;
            double before = rest[i];
            log[i] = log(k, s[i], cube[i], before);
            rest[i] = logRest(k, s[i], cube[i], before);
        }
    }

    private static double log(double k, double s, double cube, double rest) {
        double sum = k * DoubleExp.LN_2_HIGH + 2 * s + cube;
        return sum + logLow(k, s, cube, rest);
    }

    private static double logRest(double k, double s, double cube, double rest) {
        double sum = k * DoubleExp.LN_2_HIGH + 2 * s + cube;
        double low = logLow(k, s, cube, rest);
        return sum - (sum + low) + low;
    }

    /**
     * What k·ln 2 + 2s + cube has behind the sum of its high parts; each of the terms is smaller than that before it.
     */
    private static double logLow(double k, double s, double cube, double rest) {
        double power = k * DoubleExp.LN_2_HIGH; // exact
        double first = power + 2 * s;
        double firstRest = power - first + 2 * s;
        double second = first + cube;
        double secondRest = first - second + cube;
        return Math.fma(k, DoubleExp.LN_2_LOW, firstRest + secondRest + rest);
    }

    /** Sets {@code log} to the product, and {@code productRest}. */
    private static void products(double[] y, double[] log, double[] logRest, double[] productRest, int n) {
        for (int i = 0; i < n; i++) {
            double high = log[i];
            log[i] = y[i] * high;
            productRest[i] = productRest(y[i], high, logRest[i]);
        }
    }

    private static double productRest(double y, double log, double logRest) {
        return Math.fma(y, logRest, Math.fma(y, log, -(y * log)));
    }

    /**
     * To {@code shifted}, which is SHIFT + k, and a remainder; {@code rest} is the product's before, and the
     * remainder's behind.
     */
    private static void reduce(double[] product, double[] rest, double[] shifted, double[] remainder, int n) {
        for (int i = 0; i < n; i++) {
            double productRest = rest[i];
            double k = DoubleExp.shifted(product[i]);
            shifted[i] = k;
            remainder[i] = remainder(product[i], productRest, k);
            rest[i] = remainderRest(product[i], productRest, k);
        }
    }

    private static double remainder(double product, double productRest, double shifted) {
        double k = shifted - DoubleExp.SHIFT;
        double high = Math.fma(k, -DoubleExp.LN_2_HIGH, product); // exact
        return high + Math.fma(k, -DoubleExp.LN_2_LOW, productRest);
    }

    private static double remainderRest(double product, double productRest, double shifted) {
        double k = shifted - DoubleExp.SHIFT;
        double high = Math.fma(k, -DoubleExp.LN_2_HIGH, product);
        double low = Math.fma(k, -DoubleExp.LN_2_LOW, productRest);
        return high - (high + low) + low;
    }

    private static void results(double[] power, double[] remainder, double[] rest, int n) {
        for (int i = 0; i < n; i++) {
            rest[i] = exp(remainder[i], rest[i]) * power[i];
        }
    }

    /** 1 + r is rounded, and what it lost is added again, with the rest of r. */
    private static double exp(double r, double rest) {
        double sum = 1 + r;
        return sum + Math.fma(r * r, DoubleExp.q(r), 1 - sum + r + rest);
    }
}
