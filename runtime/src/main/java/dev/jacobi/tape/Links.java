package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which shadow each array has: where variables change the array that they name, shadows follow. */
final class Links {

    private final Map<Object, Object> shadows = new IdentityHashMap<>();

    void clear() {
        if (!shadows.isEmpty()) {
            shadows.clear();
        }
    }

    /** Notes the shadow of an array, and those of its rows. */
    void add(@Nullable Object array, @Nullable Object shadow) {
        if (array == null || shadow == null || shadows.put(array, shadow) != null) {
            return;
        }
        if (array instanceof Object[] rows && !(array instanceof Tensor[])) {
            for (int i = 0; i < rows.length; i++) {
                add(rows[i], ((Object[]) shadow)[i]);
            }
        }
    }

    /** The shadow of an array: the one that it has, or one of zeros, which it has from now on. */
    @Nullable
    Object of(@Nullable Object array) {
        if (array == null) {
            return null;
        }
        Object known = shadows.get(array);
        if (known != null) {
            return known;
        }
        Object made = Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
        shadows.put(array, made);
        if (array instanceof Object[] rows && !(array instanceof Tensor[])) {
            @Nullable Object[] own = (@Nullable Object[]) made;
            for (int i = 0; i < rows.length; i++) {
                own[i] = of(rows[i]);
            }
        }
        return made;
    }
}
