package dev.jacobi.tensor;

/**
 * A power, or its slope, with one exponent for all elements that isn't known before: it takes a pass of its own in a
 * {@link FusedLoop}. Used by generated code.
 */
public interface PowerPass {
    /** Sets the elements {@code from} to {@code to - 1} of {@code out}; y is rounded as {@link Tensor#pow} does. */
    void apply(float[] x, double y, float[] out, int from, int to);

    /** As for float. */
    void apply(double[] x, double y, double[] out, int from, int to);

    /** The pass of {@code power}, which is {@link Tensor#pow}, or of {@code powerSlope}. */
    static PowerPass of(String function) {
        return switch (function) {
            case "power" -> new Raising();
            case "powerSlope" -> new RaisingSlope();
            default -> throw new IllegalArgumentException(function + " has no pass");
        };
    }
}
