package dev.jacobi.tensor;

/**
 * Functions of the first elements of an array, in their place. Used by code that was generated with
 * {@code -Ajacobi.functions=fast}: of hundreds of numbers they take a third to a half of the time of as many calls of
 * {@link Math}, and their results may differ from those in the last bits. An element's result has the same bits
 * wherever it stands, and whether or not {@code jdk.incubator.vector} is there. Infinities and NaN give what
 * {@link Math} gives.
 */
public final class FastFunctions {
    private static final BlockFunction EXP = new Exp();
    private static final BlockFunction LOG = new Log();
    private static final BlockFunction TANH = new Tanh();

    /** Of so few, a call of Math for each takes about as long, and the loop around stays simpler. */
    private static final int LEAST = 8;

    /** 64 MiB. */
    private static final int MOST = 1 << 23;

    private FastFunctions() {}

    /** Whether to have a function of so many numbers from here, rather than by a call of {@link Math} for each. */
    public static boolean pays(int count) {
        return count >= LEAST;
    }

    /**
     * The same where so many arrays of that length have to be made for it: together they must stay under 64 MiB, as the
     * loop in whose place they stand takes no memory at all.
     */
    public static boolean pays(int count, int arrays) {
        return pays(count) && (long) count * arrays <= MOST;
    }

    /**
     * xᵢ ← exp(xᵢ), within 1 ulp, for i &lt; count.
     *
     * @throws ArrayIndexOutOfBoundsException if {@code x} is shorter
     */
    public static void exp(double[] x, int count) {
        EXP.inPlace(x, count);
    }

    /**
     * xᵢ ← ln xᵢ, within 1 ulp, for i &lt; count.
     *
     * @throws ArrayIndexOutOfBoundsException if {@code x} is shorter
     */
    public static void log(double[] x, int count) {
        LOG.inPlace(x, count);
    }

    /**
     * xᵢ ← tanh xᵢ, within 2 ulp, for i &lt; count.
     *
     * @throws ArrayIndexOutOfBoundsException if {@code x} is shorter
     */
    public static void tanh(double[] x, int count) {
        TANH.inPlace(x, count);
    }
}
