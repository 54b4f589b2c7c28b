package dev.jacobi.examples.numerics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the value of each method, its gradient, and how far that is from finite differences. */
public final class Main {
    private static final String ROW = "%-30s %14s %12s  %s%n";
    private static final int SHOWN = 4;

    private Main() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, ROW, "method", "value", "deviation", "gradient");
        for (Case method : Cases.ALL) {
            double[] gradient = method.gradient().apply(method.at().clone());
            System.out.printf(
                    Locale.ROOT,
                    ROW,
                    method.method(),
                    number(method.value().applyAsDouble(method.at().clone())),
                    String.format(Locale.ROOT, "%.1e", Deviation.of(method, gradient)),
                    text(gradient));
        }
    }

    private static String text(double[] gradient) {
        String shown = Arrays.stream(gradient)
                .limit(SHOWN)
                .mapToObj(g -> String.format(Locale.ROOT, "%12s", number(g)))
                .collect(Collectors.joining());
        return gradient.length > SHOWN ? shown + "  and " + (gradient.length - SHOWN) + " more" : shown;
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.6g", x);
    }
}
