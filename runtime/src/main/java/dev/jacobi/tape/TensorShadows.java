package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shadows of arrays of tensors: an array of the same length whose elements collect the tensors' adjoints. Null stands
 * for zero, since an element may hold tensors of one shape after another, and none at all. Generated code calls these
 * methods; they are not meant to be called by hand.
 */
public final class TensorShadows {

    private TensorShadows() {}

    /** A shadow with nothing in it yet, of an array of tensors or of such arrays; null for null. */
    @SuppressWarnings("unchecked") // what is made is of the class of what it is like
    public static <T extends @Nullable Object> T @Nullable [] noneLike(T @Nullable [] like) {
        return like == null ? null : (T[]) none(like, new IdentityHashMap<>());
    }

    private static Object none(Object[] like, Map<Object, Object> made) {
        Object before = made.get(like);
        if (before != null) {
            return before;
        }
        Object none = Array.newInstance(like.getClass().getComponentType(), like.length);
        made.put(like, none);
        for (int i = 0; i < like.length; i++) {
            if (like[i] instanceof Object[] row) {
                Array.set(none, i, none(row, made));
            }
        }
        return none;
    }

    /** Puts zeros where nothing has been added: each element is then shaped like that of {@code like}. */
    public static void fill(@Nullable Object @Nullable [] shadow, @Nullable Object @Nullable [] like) {
        if (shadow == null || like == null) {
            return;
        }
        for (int i = 0; i < shadow.length; i++) {
            if (shadow[i] instanceof Object[] row && like[i] instanceof Object[] rowLike) {
                fill(row, rowLike);
            } else if (shadow[i] == null && like[i] instanceof Tensor tensor) {
                shadow[i] = Tensor.zerosLike(tensor);
            }
        }
    }

    /** Adds to an element. */
    public static void add(@Nullable Tensor[] target, int index, @Nullable Tensor addend) {
        Tensor sum = target[index];
        target[index] = sum == null ? addend : addend == null ? sum : sum.add(addend);
    }

    /** Adds the elements of {@code addend} to those of {@code target}, if there is one. */
    public static void add(@Nullable Tensor @Nullable [] target, @Nullable Tensor[] addend) {
        if (target == null) {
            return;
        }
        for (int i = 0; i < target.length; i++) {
            add(target, i, addend[i]);
        }
    }

    /** A copy of the elements, which are zero afterwards; null for null. */
    public static @Nullable Tensor @Nullable [] take(@Nullable Tensor @Nullable [] array) {
        if (array == null) {
            return null;
        }
        @Nullable Tensor[] taken = array.clone();
        clear(array);
        return taken;
    }

    /** Sets all elements to zero; nothing for null. */
    public static void clear(@Nullable Tensor @Nullable [] array) {
        if (array != null) {
            Arrays.fill(array, null);
        }
    }

    /** Sets {@code count} elements from {@code from} on to zero: the adjoint of overwriting them. */
    public static void clear(@Nullable Tensor[] array, int from, int count) {
        Arrays.fill(array, from, from + count, null);
    }

    /** The sum of all elements, which are zero afterwards: the adjoint of {@code Arrays.fill(array, x)} by x. */
    public static @Nullable Tensor takeSum(@Nullable Tensor[] array) {
        return takeSum(array, 0, array.length);
    }

    /** The sum of the elements from {@code from} to {@code to}, exclusive, which are zero afterwards. */
    public static @Nullable Tensor takeSum(@Nullable Tensor[] array, int from, int to) {
        @Nullable Tensor[] sum = new Tensor[1];
        for (int i = from; i < to; i++) {
            add(sum, 0, array[i]);
            array[i] = null;
        }
        return sum[0];
    }

    /**
     * The adjoint of a copy: adds the elements of {@code copy} to those of {@code source} from {@code from} on, as far
     * as both reach, and sets them to zero.
     */
    public static void giveBack(@Nullable Tensor[] copy, @Nullable Tensor[] source, int from) {
        int count = Math.min(copy.length, source.length - from);
        for (int i = 0; i < count; i++) {
            add(source, from + i, copy[i]);
        }
        clear(copy);
    }

    /**
     * The adjoint of {@code System.arraycopy(source, sourceFrom, target, targetFrom, count)}; both may be one array,
     * and the ranges may overlap.
     */
    public static void moveBack(
            @Nullable Tensor[] target, int targetFrom, @Nullable Tensor[] source, int sourceFrom, int count) {
        @Nullable Tensor[] moved = Arrays.copyOfRange(target, targetFrom, targetFrom + count);
        clear(target, targetFrom, count);
        for (int i = 0; i < count; i++) {
            add(source, sourceFrom + i, moved[i]);
        }
    }
}
