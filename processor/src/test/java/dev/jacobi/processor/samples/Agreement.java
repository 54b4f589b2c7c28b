package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Whether two ways of computing one derivative agree up to rounding. */
final class Agreement {
    /** How many roundings may lie between them. */
    private static final double ROUNDINGS = 256;

    private final Object[] parameters;

    /** @param parameters those that are differentiated by; the coarsest decides */
    Agreement(Object[] parameters) {
        this.parameters = parameters;
    }

    /** By each parameter. */
    void close(String what, Object[] actual, Object[] expected) {
        for (int i = 0; i < actual.length; i++) {
            double[] wanted = Numbers.of(expected[i]);
            close(what, Numbers.of(actual[i]), wanted, Numbers.largest(wanted));
        }
    }

    void close(String what, double[] actual, double[] expected, double size) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            close(what, actual[i], expected[i], size, parameters);
        }
    }

    /** @param type a value whose precision counts too */
    void close(String what, double actual, double expected, double size, Object type) {
        double rounding = Math.max(Numbers.epsilon(type), coarsest());
        boolean close = Double.compare(actual, expected) == 0
                || actual == expected
                || Math.abs(actual - expected) <= ROUNDINGS * rounding * size;
        assertThat(close).as("%s: %s and %s", what, actual, expected).isTrue();
    }

    private double coarsest() {
        return Arrays.stream(parameters).mapToDouble(Numbers::epsilon).max().orElseThrow();
    }
}
