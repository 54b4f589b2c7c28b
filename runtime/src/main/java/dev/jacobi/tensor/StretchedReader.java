package dev.jacobi.tensor;

/**
 * Reads parts of a tensor as if it were stretched to a shape, without making what that would be. Dimensions that are
 * walked alike count as one: {@code lengths} are those of the shape, outermost first, and {@code steps} how far the
 * next element lies in the tensor, 0 where it is stretched. The innermost step is 0 or 1.
 */
final class StretchedReader {
    private final Object data;
    private final int[] lengths;
    private final int[] steps;
    private final int groups;

    /** @param to the shape, not empty, which {@code x} fits */
    StretchedReader(Tensor x, Shape to) {
        this.data = x.data();
        this.lengths = new int[to.rank() + 1];
        this.steps = new int[to.rank() + 1];
        int first = to.rank();
        lengths[first] = 1;
        for (int i = 1, step = 1; i <= to.rank(); i++) {
            int own = i <= x.rank() ? x.shape().at(x.rank() - i) : 1;
            int length = to.at(to.rank() - i);
            int wanted = own == 1 ? 0 : step;
            boolean alone = lengths[first] == 1;
            if (length != 1 && !alone && wanted != steps[first] * lengths[first]) {
                first--;
                alone = true;
                lengths[first] = 1;
            }
            if (length != 1) {
                steps[first] = alone ? wanted : steps[first];
                lengths[first] *= length;
            }
            step *= own;
        }
        this.groups = lengths.length - first;
        System.arraycopy(lengths, first, lengths, 0, groups);
        System.arraycopy(steps, first, steps, 0, groups);
    }

    /** Sets the first elements of {@code block} to those from {@code from} on. */
    void read(int from, int count, Object block) {
        int length = lengths[groups - 1];
        boolean repeats = steps[groups - 1] == 0;
        boolean periodic = groups == 2 && !repeats && steps[0] == 0;
        int once = periodic ? Math.min(count, length) : count;
        for (int done = 0; done < once; ) {
            int inside = (from + done) % length;
            int run = Math.min(length - inside, once - done);
            int start = start((from + done) / length);
            if (repeats) {
                repeat(start, block, done, done + run);
            } else {
                System.arraycopy(data, start + inside, block, done, run);
            }
            done += run;
        }
        for (int done = once; done < count; done *= 2) {
            System.arraycopy(block, 0, block, done, Math.min(done, count - done));
        }
    }

    /** Where the innermost row with that number begins. */
    private int start(int row) {
        int start = 0;
        for (int g = groups - 2, rest = row; g >= 0; rest /= lengths[g], g--) {
            start += rest % lengths[g] * steps[g];
        }
        return start;
    }

    private void repeat(int at, Object block, int from, int to) {
        if (block instanceof float[] floats) {
            float element = ((float[]) data)[at];
            for (int i = from; i < to; i++) {
                floats[i] = element;
            }
        } else {
            double[] doubles = (double[]) block;
            double element = ((double[]) data)[at];
            for (int i = from; i < to; i++) {
                doubles[i] = element;
            }
        }
    }
}
