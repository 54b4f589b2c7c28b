package dev.jacobi.tape;

/**
 * Loops that count between any two ints, from their ends: where {@code n - 1} may be no int, or there is none before;
 * and iterations of loops of which nobody knows before how often they run.
 */
public final class Counters {

    private Counters() {}

    /**
     * The last value of a counter that starts at {@code from} and goes by {@code step} as long as it hasn't reached
     * {@code end}; where the loop doesn't run at all, the value that the counter would have come from.
     *
     * @throws ArithmeticException if the counter goes past the largest or smallest int: there or back
     */
    public static int last(int from, int end, int step) {
        long trips = count(from, end, step);
        long next = from + trips * step;
        if (isNoInt((long) from - step) || isNoInt(next) && trips > 0) {
            throw new ArithmeticException("a loop from " + from + " to " + end + " by " + step
                    + " can't be run backwards: its counter goes past the "
                    + (isNoInt(next) == step > 0 ? "largest" : "smallest")
                    + " int");
        }
        return (int) (next - step);
    }

    /**
     * One iteration more.
     *
     * @throws ArithmeticException if ints can't count them
     */
    public static int next(int times) {
        return counted(times + 1L);
    }

    /**
     * How often such a loop runs.
     *
     * @throws ArithmeticException if ints can't count that
     */
    public static int trips(int from, int end, int step) {
        return counted(count(from, end, step));
    }

    private static int counted(long times) {
        if (times > Integer.MAX_VALUE) {
            throw new ArithmeticException(
                    "a loop that runs more than " + Integer.MAX_VALUE + " times can't be run backwards here");
        }
        return (int) times;
    }

    private static long count(int from, int end, int step) {
        long distance = step > 0 ? (long) end - from : (long) from - end;
        long size = Math.abs((long) step);
        return distance <= 0 ? 0 : (distance + size - 1) / size;
    }

    private static boolean isNoInt(long value) {
        return value != (int) value;
    }
}
