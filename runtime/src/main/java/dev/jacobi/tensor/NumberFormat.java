package dev.jacobi.tensor;

import java.util.Locale;

/**
 * How the numbers of one tensor are printed, so that they align.
 *
 * <p>With e the number of digits before the point: integers alone are printed as such up to five digits; other numbers
 * with four decimals, with a common factor if the largest has more than five digits or is below 0.1; and exponents are
 * used where the largest and the smallest are more than four digits apart, or integers longer than five.
 */
final class NumberFormat {
    private static final int PRECISION = 4;
    private static final int EXPONENTIAL_WIDTH = PRECISION + 7;

    private final int width;
    private final char conversion;
    private final double scale;

    private NumberFormat(int width, char conversion, double scale) {
        this.width = width;
        this.conversion = conversion;
        this.scale = scale;
    }

    static NumberFormat of(Tensor x) {
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        boolean integers = true;
        boolean allFinite = true;
        for (int i = 0; i < x.size(); i++) {
            double value = Math.abs(x.at(i));
            if (value <= Double.MAX_VALUE) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                integers &= value == Math.rint(value);
            } else {
                allFinite = false;
            }
        }
        int most = digits(max);
        int least = digits(Math.min(min, max));
        int atLeast = allFinite ? 2 : 4;
        if (integers) {
            return most > PRECISION + 1
                    ? new NumberFormat(EXPONENTIAL_WIDTH, 'e', 1)
                    : new NumberFormat(Math.max(atLeast, most + 1), 'i', 1);
        }
        if (most - least > PRECISION) {
            boolean longExponent = Math.abs(most) > 99 || Math.abs(least) > 99;
            return new NumberFormat(EXPONENTIAL_WIDTH + (longExponent ? 1 : 0), 'e', 1);
        }
        if (most > PRECISION + 1 || most < 0) {
            return new NumberFormat(7, 'f', Math.pow(10, most - 1));
        }
        return new NumberFormat(most == 0 ? 7 : most + 6, 'f', 1);
    }

    /** The number of digits before the point: 1 for 0 and from 1 on, 0 from 0.1 on, −1 from 0.01 on. */
    private static int digits(double value) {
        return value == 0 ? 1 : (int) Math.floor(Math.log10(value)) + 1;
    }

    int width() {
        return width;
    }

    /** The line that states the common factor, if there is one. */
    String scaleLine() {
        return scale == 1 ? "" : String.format(Locale.ROOT, "%.5e *%n", scale).replace(System.lineSeparator(), "\n");
    }

    /** What precedes each line of numbers under a common factor. */
    String margin() {
        return scale == 1 ? "" : " ";
    }

    String print(double value) {
        String text;
        if (Double.isNaN(value)) {
            text = "nan";
        } else if (Double.isInfinite(value)) {
            text = value > 0 ? "inf" : "-inf";
        } else if (conversion == 'i') {
            text = String.format(Locale.ROOT, "%.0f", value);
        } else {
            text = String.format(Locale.ROOT, "%." + PRECISION + conversion, value / scale);
        }
        return " ".repeat(Math.max(width - text.length(), 0)) + text;
    }
}
