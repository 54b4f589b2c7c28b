package dev.jacobi.tensor;

/**
 * Rows that {@link DoubleBlocks} computes in. A thread keeps the last ones, as products of one size often follow one
 * another, and for a small product making them anew takes a fifth of the time.
 *
 * @param block rows of the right factor
 * @param sums four rows of the result
 */
record DoubleStrips(int room, double[][] block, double[][] sums) {
    private static final ThreadLocal<DoubleStrips> OWN = ThreadLocal.withInitial(() -> make(0, 0));

    /**
     * The thread's own, at least so many, and of that length: longer ones would get in each other's way in the cache.
     */
    static DoubleStrips own(int rows, int room) {
        DoubleStrips own = OWN.get();
        if (own.room != room || own.block.length < rows) {
            own = make(rows, room);
            OWN.set(own);
        }
        return own;
    }

    private static DoubleStrips make(int rows, int room) {
        return new DoubleStrips(room, new double[rows][room], new double[4][room]);
    }
}
