package dev.jacobi.tensor;

/** A piece of an array and room for what is computed on the way, which together stay in the first-level cache. */
final class DoubleBlock {
    static final int LENGTH = 256;

    final double[] x;
    final double[] p;
    final double[] q;
    final double[] r;

    DoubleBlock(int length) {
        this.x = new double[length];
        this.p = new double[length];
        this.q = new double[length];
        this.r = new double[length];
    }
}
