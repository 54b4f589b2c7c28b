package dev.jacobi.tape;

/**
 * Binomial checkpointing: where snapshots of a chain of steps are to be placed so that the steps can be undone, from
 * the last to the first, with as few of them made again as possible.
 *
 * <p>With s snapshots, the one at the start among them, and each step made at most r times before it is undone, at most
 * β(s, r) = (s + r choose s) steps can be undone. The least number of steps that have to be made for l steps, besides
 * the one that each is undone with, is t(l, s) = r·l − (s + r choose r − 1) with the least r for which l ≤ β(s, r).
 * (Griewank, Walther: Algorithm 799: Revolve, ACM TOMS 26, 2000.)
 */
public final class Revolve {

    private Revolve() {}

    /**
     * How many steps to make from a snapshot before the next one is taken.
     *
     * @param steps how many steps are to be undone behind the snapshot, at least 2
     * @param snapshots how many there may be for these, this one among them, at least 2
     */
    public static int advance(int steps, int snapshots) {
        int times = repetitions(steps, snapshots);
        long least = times < 2 ? 1 : binomial((long) snapshots + times - 2, snapshots);
        long rest = binomial((long) snapshots + times - 1, snapshots - 1L);
        return (int) Math.max(Math.max(1, least), steps - rest);
    }

    /** The least number of steps that have to be made so that {@code steps} can be undone: t(l, s) above. */
    public static long optimum(int steps, int snapshots) {
        if (steps < 2) {
            return 0;
        }
        int times = repetitions(steps, snapshots);
        return (long) times * steps - binomial((long) snapshots + times, times - 1L);
    }

    /** How often a step is made at most: the least r for which {@code steps} ≤ (s + r choose s). */
    public static int repetitions(int steps, int snapshots) {
        if (snapshots == 1) {
            return Math.max(0, steps - 1);
        }
        int times = 0;
        while (binomial((long) snapshots + times, times) < steps) {
            times++;
        }
        return times;
    }

    /** n over k, or the largest long where that is more. */
    private static long binomial(long n, long k) {
        long chosen = Math.min(k, n - k);
        long value = chosen < 0 ? 0 : 1;
        for (long i = 1; i <= chosen; i++) {
            long factor = n - chosen + i;
            if (value > Long.MAX_VALUE / factor) {
                return Long.MAX_VALUE;
            }
            value = value * factor / i;
        }
        return value;
    }
}
