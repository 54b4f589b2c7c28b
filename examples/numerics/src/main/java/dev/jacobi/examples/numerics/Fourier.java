package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;

/** The fast Fourier transform of lengths that are powers of two. */
public final class Fourier {
    private Fourier() {}

    /**
     * How strong each frequency is in a signal: the squares of the magnitudes of its transform.
     *
     * @throws IllegalArgumentException if the length is no power of two
     */
    @Differentiable
    public static double[] powerSpectrum(double[] signal) {
        double[] re = signal.clone();
        double[] im = new double[signal.length];
        transform(re, im);
        double[] power = new double[signal.length];
        for (int k = 0; k < power.length; k++) {
            power[k] = re[k] * re[k] + im[k] * im[k];
        }
        return power;
    }

    /** Replaces z by its transform Z[k] = Σⱼ z[j]·e^(−2πi·jk/n). */
    static void transform(double[] re, double[] im) {
        int n = re.length;
        if (n == 0 || (n & (n - 1)) != 0) {
            throw new IllegalArgumentException("the length is " + n + ", which is no power of two");
        }
        reverseBits(re, im);
        for (int half = 1; half < n; half <<= 1) {
            for (int k = 0; k < half; k++) {
                double angle = -Math.PI * k / half;
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                for (int i = k; i < n; i += 2 * half) {
                    int j = i + half;
                    double turnedRe = re[j] * cos - im[j] * sin;
                    double turnedIm = re[j] * sin + im[j] * cos;
                    re[j] = re[i] - turnedRe;
                    im[j] = im[i] - turnedIm;
                    re[i] += turnedRe;
                    im[i] += turnedIm;
                }
            }
        }
    }

    /** Exchanges the elements whose indices are each other's mirror images in binary. */
    private static void reverseBits(double[] re, double[] im) {
        for (int i = 1, j = 0; i < re.length; i++) {
            int bit = re.length >> 1;
            while ((j & bit) != 0) {
                j ^= bit;
                bit >>= 1;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double t = x[i];
        x[i] = x[j];
        x[j] = t;
    }
}
