package dev.jacobi.tensor;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of tensors that nothing reads any more, for the next tensors of the same size. Java fills a new array with
 * zeros, in memory that the processor's caches don't hold, which takes longer than many an operation; an array that was
 * just read costs neither. Used by generated code, which knows the last place where a tensor of its own is read.
 *
 * <p>Each thread keeps its own: at most 32 arrays, of together a 64th of the largest heap, which the garbage collector
 * takes where memory is scarce. With {@code -Djacobi.memory=new} nothing is kept; with {@code check} short ones are
 * kept, too, and elements become NaN when a tensor is released, so that whoever reads them after all will notice.
 */
public final class Memory {
    private static final int COUNT = 32;
    private static final String MODE = System.getProperty("jacobi.memory", "kept");
    private static final boolean KEEPS = !MODE.equals("new");
    private static final boolean CHECKS = MODE.equals("check");
    /** Java makes shorter arrays in about the time that it takes to look for one. */
    private static final int LEAST = CHECKS ? 1 : 1024;

    private static final ThreadLocal<SoftReference<Memory>> OWN = new ThreadLocal<>();

    /** Arrays of both types, the last released last. */
    private final @Nullable Object[] arrays = new Object[COUNT];
    /** Their lengths, those of double arrays below 0: to look at an array itself could miss the cache. */
    private final int[] lengths = new int[COUNT];

    private final long most;
    private int count;
    private long bytes;

    /** @param most how many bytes it keeps at a time */
    Memory(long most) {
        this.most = most;
    }

    /**
     * Nothing reads the elements of these tensors any more, which were all made by operations that give new ones.
     *
     * @param tensors those whose elements {@link #sumTo} has given on are left alone
     */
    public static void release(Tensor... tensors) {
        for (Tensor tensor : tensors) {
            if (KEEPS && tensor.size() >= LEAST && !tensor.isShared()) {
                if (CHECKS) {
                    FusedLoop.fill(tensor.data(), tensor.size(), Double.NaN);
                }
                own().keep(tensor.data(), tensor.dtype() == DType.FLOAT32 ? tensor.size() : -tensor.size());
            }
        }
    }

    /**
     * {@link Tensor#sumTo} for a result that lives longer than {@code x}: if both have the same elements, they are left
     * alone when x is released.
     *
     * @throws ShapeMismatchException if {@code like} doesn't stretch to the shape of {@code x}
     */
    public static Tensor sumTo(Tensor x, Tensor like) {
        Tensor sum = x.sumTo(like);
        if (sum.data() == x.data()) {
            x.share();
        }
        return sum;
    }

    /** An array with anything in it: for what is written before it is read. */
    static float[] floats(int length) {
        Object kept = length < LEAST ? null : taken(length);
        return kept == null ? new float[length] : (float[]) kept;
    }

    /** As for float. */
    static double[] doubles(int length) {
        Object kept = length < LEAST ? null : taken(-length);
        return kept == null ? new double[length] : (double[]) kept;
    }

    /** As {@link #floats} or {@link #doubles}. */
    static Object array(DType dtype, int length) {
        return dtype == DType.FLOAT32 ? floats(length) : doubles(length);
    }

    private static @Nullable Object taken(int length) {
        Memory memory = existing();
        return memory == null ? null : memory.take(length);
    }

    private static @Nullable Memory existing() {
        SoftReference<Memory> own = OWN.get();
        return own == null ? null : own.get();
    }

    private static Memory own() {
        Memory memory = existing();
        if (memory == null) {
            memory = new Memory(Runtime.getRuntime().maxMemory() / 64);
            OWN.set(new SoftReference<>(memory));
        }
        return memory;
    }

    private static long bytes(int length) {
        return length < 0 ? -8L * length : 4L * length;
    }

    /** @param length below 0 for a double array */
    void keep(Object array, int length) {
        if (bytes(length) > most || isKept(array)) {
            return; // one that is kept twice would be two tensors' at a time
        }
        while (count == COUNT || bytes + bytes(length) > most) {
            remove(0);
        }
        arrays[count] = array;
        lengths[count] = length;
        count++;
        bytes += bytes(length);
    }

    private boolean isKept(Object array) {
        for (int i = 0; i < count; i++) {
            if (arrays[i] == array) {
                return true;
            }
        }
        return false;
    }

    /** The array of that length that was released last; null if there is none. */
    @Nullable
    Object take(int length) {
        for (int i = count - 1; i >= 0; i--) {
            if (lengths[i] == length) {
                Object array = arrays[i];
                remove(i);
                return array;
            }
        }
        return null;
    }

    private void remove(int place) {
        bytes -= bytes(lengths[place]);
        count--;
        System.arraycopy(arrays, place + 1, arrays, place, count - place);
        System.arraycopy(lengths, place + 1, lengths, place, count - place);
        arrays[count] = null;
    }
}
