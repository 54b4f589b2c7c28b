package dev.jacobi.tensor;

/** A piece of an array and room for what is computed on the way, which together stay in the first-level cache. */
final class FloatBlock {
    static final int LENGTH = 512;

    final float[] x;
    final float[] p;
    final float[] q;
    final float[] r;

    FloatBlock(int length) {
        this.x = new float[length];
        this.p = new float[length];
        this.q = new float[length];
        this.r = new float[length];
    }
}
