package dev.jacobi.tensor;

/**
 * One run of a {@link FusedLoop} over many elements: block by block, in arrays that stay in the first-level cache.
 * HotSpot vectorises loops over arrays that have one index, so blocks are copied out and back. Groups of blocks and
 * pieces of groups are those of {@link PlainSum}, as totals have to have the bits of the operations one by one.
 */
final class FusedBlocks {
    private final FusedLoop loop;
    private final int given;
    private final int results;
    private final FusedLoop.Total[] totals;
    private final Object[] whole;
    private final double[] numbers;
    private final boolean[] repeated;

    FusedBlocks(FusedLoop loop, int given, int results, FusedLoop.Total[] totals, Object[] whole, double... numbers) {
        this.loop = loop;
        this.given = given;
        this.results = results;
        this.totals = totals;
        this.whole = whole;
        this.numbers = numbers;
        this.repeated = new boolean[given];
        for (int i = 0; i < given; i++) {
            repeated[i] = length(whole[i]) == 1;
        }
    }

    private static int length(Object array) {
        return array instanceof float[] floats ? floats.length : ((double[]) array).length;
    }

    /** Fills the results' arrays, and sets the last elements of {@code out} to the totals. */
    void run(int n, Tensor... out) {
        double[][] parts = new double[totals.length][(n - 1) / PlainSum.PIECE + 1];
        if (Cores.pays(n, loop.nanoseconds(whole.length))) {
            Cores.share(n, PlainSum.PIECE, (from, to) -> pieces(from, to, parts));
        } else {
            pieces(0, n, parts);
        }
        DType dtype = whole instanceof float[][] ? DType.FLOAT32 : DType.FLOAT64;
        for (int i = 0; i < totals.length; i++) {
            out[results + i] = totals[i].of(dtype, n, parts[i]);
        }
    }

    private void pieces(int from, int to, double[]... parts) {
        Object[] block = block();
        for (int start = from; start < to; start += PlainSum.PIECE) {
            piece(start, Math.min(to - start, PlainSum.PIECE), block, parts);
        }
    }

    /** The thread's arrays; those of operands with one element, which all blocks read, full of it. */
    private Object[] block() {
        Object[] block = whole instanceof float[][]
                ? BlockArrays.floats(whole.length).clone()
                : BlockArrays.doubles(whole.length).clone();
        for (int i = 0; i < given; i++) {
            if (repeated[i]) {
                FusedLoop.fill(block[i], BlockArrays.LENGTH, first(whole[i]));
            }
        }
        return block;
    }

    private static double first(Object array) {
        return array instanceof float[] floats ? floats[0] : ((double[]) array)[0];
    }

    private void piece(int from, int length, Object[] block, double[]... parts) {
        int piece = from / PlainSum.PIECE;
        for (int t = 0; t < totals.length; t++) {
            parts[t][piece] = totals[t].start();
        }
        for (int done = 0; done < length; done += PlainSum.GROUP) {
            int size = Math.min(length - done, PlainSum.GROUP);
            group(from + done, size, block);
            for (int t = 0; t < totals.length; t++) {
                double group = totals[t].ofGroup(block[given + results + t], size);
                parts[t][piece] = totals[t].with(parts[t][piece], group);
            }
        }
    }

    private void group(int from, int size, Object... block) {
        for (int t = 0; t < totals.length; t++) {
            FusedLoop.fill(block[given + results + t], PlainSum.LANES, totals[t].start());
        }
        for (int done = 0; done < size; done += PlainSum.LANES) {
            int n = Math.min(size - done, PlainSum.LANES);
            for (int i = 0; i < given; i++) {
                if (!repeated[i]) {
                    System.arraycopy(whole[i], from + done, block[i], 0, n);
                }
            }
            loop.run(block, numbers, 0, n);
            for (int i = given; i < given + results; i++) {
                System.arraycopy(block[i], 0, whole[i], from + done, n);
            }
        }
    }
}
