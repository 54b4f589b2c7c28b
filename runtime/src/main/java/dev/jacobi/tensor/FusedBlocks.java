package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

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
    private final @Nullable StretchedReader[] readers;
    private final double[] numbers;
    private final boolean[] repeated;

    /** @param readers of operands that are stretched */
    FusedBlocks(
            FusedLoop loop,
            int results,
            FusedLoop.Total[] totals,
            Object[] whole,
            @Nullable StretchedReader[] readers,
            double... numbers) {
        this.loop = loop;
        this.given = readers.length;
        this.results = results;
        this.totals = totals;
        this.whole = whole;
        this.readers = readers;
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
            Cores.share(n, PlainSum.PIECE, (from, to) -> pieces(from, to, from / PlainSum.PIECE, block(), parts));
        } else {
            pieces(0, n, 0, block(), parts);
        }
        DType dtype = whole instanceof float[][] ? DType.FLOAT32 : DType.FLOAT64;
        for (int i = 0; i < totals.length; i++) {
            out[results + i] = Tensor.scalarOf(dtype, totals[i].of(n, parts[i]));
        }
    }

    /** Fills the results' arrays, and {@code sums} with the totals of rows. */
    void rows(int rows, int length, double[]... sums) {
        int together = Math.max(1, PlainSum.LANES / length);
        if (rows > 1 && Cores.pays((long) rows * length, loop.nanoseconds(whole.length))) {
            int piece = ((PlainSum.PIECE - 1) / (together * length) + 1) * together;
            Cores.share(rows, piece, (from, to) -> rows(from, to, length, together, sums));
        } else {
            rows(0, rows, length, together, sums);
        }
    }

    private void rows(int from, int to, int length, int together, double[]... sums) {
        Object[] block = block();
        if (length <= PlainSum.LANES) {
            for (int row = from; row < to; row += together) {
                shortRows(row, Math.min(together, to - row), length, block, sums);
            }
            return;
        }
        double[][] parts = new double[totals.length][(length - 1) / PlainSum.PIECE + 1];
        for (int row = from; row < to; row++) {
            pieces(row * length, (row + 1) * length, 0, block, parts);
            for (int t = 0; t < totals.length; t++) {
                sums[t][row] = totals[t].of(length, parts[t]);
            }
        }
    }

    private void shortRows(int row, int count, int length, Object[] block, double[]... sums) {
        start(block, count * length);
        stretch(row * length, count * length, block);
        for (int t = 0; t < totals.length; t++) {
            totals[t].ofRows(block[given + results + t], row, count, length, sums[t]);
        }
    }

    private void pieces(int from, int to, int first, Object[] block, double[]... parts) {
        for (int start = from, piece = first; start < to; start += PlainSum.PIECE, piece++) {
            piece(start, Math.min(to - start, PlainSum.PIECE), piece, block, parts);
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

    private void piece(int from, int length, int piece, Object[] block, double[]... parts) {
        for (int t = 0; t < totals.length; t++) {
            parts[t][piece] = totals[t].start();
        }
        for (int done = 0; done < length; done += PlainSum.GROUP) {
            int size = Math.min(length - done, PlainSum.GROUP);
            start(block, PlainSum.LANES);
            for (int stretch = 0; stretch < size; stretch += PlainSum.LANES) {
                stretch(from + done + stretch, Math.min(size - stretch, PlainSum.LANES), block);
            }
            for (int t = 0; t < totals.length; t++) {
                double group = totals[t].ofGroup(block[given + results + t], size);
                parts[t][piece] = totals[t].with(parts[t][piece], group);
            }
        }
    }

    /** Sets the totals' lanes to what they are before the first element. */
    private void start(Object[] block, int lanes) {
        for (int t = 0; t < totals.length; t++) {
            FusedLoop.fill(block[given + results + t], lanes, totals[t].start());
        }
    }

    private void stretch(int from, int n, Object... block) {
        for (int i = 0; i < given; i++) {
            StretchedReader reader = readers[i];
            if (reader != null) {
                reader.read(from, n, block[i]);
            } else if (!repeated[i]) {
                System.arraycopy(whole[i], from, block[i], 0, n);
            }
        }
        loop.run(block, numbers, 0, n);
        for (int i = given; i < given + results; i++) {
            System.arraycopy(block[i], 0, whole[i], from, n);
        }
    }
}
