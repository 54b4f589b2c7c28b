package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies of arrays, with all rows, that stand to each other as the arrays do: one that stands in two places has one
 * copy, which stands in both. Everything else is immutable, and its own copy.
 */
final class Copies {

    private final Map<Object, Object> copies = new IdentityHashMap<>();
    private final Map<Object, Object> written = new IdentityHashMap<>();
    private @Nullable Object firstOriginal;
    private @Nullable Object firstCopy;

    /** Forgets what was copied: what comes then is another set of arrays. */
    void begin() {
        firstOriginal = null;
        firstCopy = null;
        if (!copies.isEmpty()) {
            copies.clear();
            written.clear();
        }
    }

    /** @param old an array that may be written over, if it fits */
    @Nullable
    Object of(@Nullable Object original, @Nullable Object old) {
        if (original == null || !original.getClass().isArray()) {
            return original;
        }
        Object known = original == firstOriginal ? firstCopy : copies.get(original);
        if (known != null) {
            return known;
        }
        int length = Array.getLength(original);
        boolean fits = old != null
                && old.getClass() == original.getClass()
                && Array.getLength(old) == length
                && old != firstCopy
                && !written.containsKey(old);
        Object copy = fits && old != null
                ? old
                : Array.newInstance(original.getClass().getComponentType(), length);
        remember(original, copy);
        if (original instanceof Object[] rows) {
            @Nullable Object[] target = (@Nullable Object[]) copy;
            for (int i = 0; i < length; i++) {
                target[i] = of(rows[i], target[i]);
            }
        } else {
            System.arraycopy(original, 0, copy, 0, length);
        }
        return copy;
    }

    /** Most states have one array: the maps are for more. */
    private void remember(Object original, Object copy) {
        if (firstOriginal == null) {
            firstOriginal = original;
            firstCopy = copy;
        } else {
            copies.put(original, copy);
            written.put(copy, copy);
        }
    }

    /** Sets what an array of numbers holds to zero, and what one of tensors holds to null. */
    static void clear(@Nullable Object array) {
        if (array instanceof double[] numbers) {
            Arrays.fill(numbers, 0);
        } else if (array instanceof float[] numbers) {
            Arrays.fill(numbers, 0);
        } else if (array instanceof Tensor[] tensors) {
            Arrays.fill(tensors, null);
        } else if (array instanceof Object[] rows) {
            for (Object row : rows) {
                clear(row);
            }
        }
    }
}
