package dev.jacobi.tensor;

import java.util.Arrays;

/** x^y as {@link Power} has it. */
record Raising() implements PowerPass {
    private static final PairPass POW = PairPass.of("pow");

    @Override
    public void apply(float[] x, double y, float[] out, int from, int to) {
        UnaryOperation product = Power.product(y);
        if (product != null) {
            product.kernel().apply(x, out, from, to);
        } else if (y == 0) {
            Arrays.fill(out, from, to, 1);
        } else if (y == 1) {
            System.arraycopy(x, from, out, from, to - from);
        } else {
            POW.apply(x, (float) y, out, from, to);
        }
    }

    @Override
    public void apply(double[] x, double y, double[] out, int from, int to) {
        UnaryOperation product = Power.product(y);
        if (product != null) {
            product.kernel().apply(x, out, from, to);
        } else if (y == 0) {
            Arrays.fill(out, from, to, 1);
        } else if (y == 1) {
            System.arraycopy(x, from, out, from, to - from);
        } else {
            POW.apply(x, y, out, from, to);
        }
    }
}
