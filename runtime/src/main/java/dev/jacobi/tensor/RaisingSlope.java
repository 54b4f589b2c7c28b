package dev.jacobi.tensor;

import java.util.Arrays;

/** y·x^(y−1) as {@link Power} has it. */
record RaisingSlope() implements PowerPass {
    private static final PowerPass POWER = new Raising();

    @Override
    public void apply(float[] x, double y, float[] out, int from, int to) {
        if (y == 0) {
            Arrays.fill(out, from, to, 0);
            return;
        }
        POWER.apply(x, y - 1, out, from, to);
        float factor = (float) y;
        for (int i = from; i < to; i++) {
            out[i] *= factor;
        }
    }

    @Override
    public void apply(double[] x, double y, double[] out, int from, int to) {
        if (y == 0) {
            Arrays.fill(out, from, to, 0);
            return;
        }
        POWER.apply(x, y - 1, out, from, to);
        for (int i = from; i < to; i++) {
            out[i] *= y;
        }
    }
}
