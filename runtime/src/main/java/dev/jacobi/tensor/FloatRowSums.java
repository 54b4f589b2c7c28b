package dev.jacobi.tensor;

/** Sums of multiples of rows, the inner loops of large matrix products in float arithmetic. */
interface FloatRowSums {
    /** The length from which rows are worth copying; products of smaller matrices are made in tiles. */
    int least();

    /** How long rows of C and B must be, of which {@code width} elements are used. */
    int room(int width);

    /**
     * Adds to the first {@code width} elements of four rows of C the first {@code rows} rows of B, each times a factor
     * from A. The first factor is {@code a[aFrom]}; those of one row of C lie {@code next} apart, and those of one row
     * of B {@code down}.
     */
    void add(int width, float[][] c, float[][] b, int rows, float[] a, int aFrom, int next, int down);

    /** The same for one row of C. */
    void addOne(int width, float[] c, float[][] b, int rows, float[] a, int aFrom, int next);

    /**
     * The same with rows of B that nobody has copied: the first is at {@code bFrom}, and they lie {@code bDown} apart.
     * Says whether it did so; not if that doesn't pay.
     */
    default boolean addOne(
            int width, float[] c, float[] b, int bFrom, int bDown, int rows, float[] a, int aFrom, int next) {
        return false;
    }
}
