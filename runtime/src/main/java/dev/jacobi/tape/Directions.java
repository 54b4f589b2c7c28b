package dev.jacobi.tape;

import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Directions of arrays that a method may write to. Generated code calls these methods; they are not meant to be called
 * by hand.
 *
 * <p>While a method overwrites an array, its derivative overwrites that array's direction. So a method that gives a
 * result works in copies of the directions: what the caller has stays as it is, and it doesn't matter what else a
 * direction is used for. A {@code void} method leaves its derivatives in the caller's own.
 *
 * <p>Where one array of numbers stands in two places of an argument, it moves along one direction only: it has one copy
 * of a direction, and the directions in both places must be equal.
 */
public final class Directions {

    private Directions() {}

    /** A copy; null for null. */
    public static double @Nullable [] copy(double @Nullable [] direction) {
        return direction == null ? null : direction.clone();
    }

    /** A copy; null for null. */
    public static float @Nullable [] copy(float @Nullable [] direction) {
        return direction == null ? null : direction.clone();
    }

    /** A copy of all rows; null for null. */
    public static <T> T @Nullable [] copy(T @Nullable [] direction) {
        return direction == null ? null : Shadows.copy(direction);
    }

    /**
     * A copy that is one array where the argument is.
     *
     * @param array the argument, of which the method overwrites numbers
     * @param member the generated member, for the message
     * @throws IllegalArgumentException if an array stands twice in the argument and has two directions
     */
    public static <T> T @Nullable [] copy(
            T @Nullable [] direction, T @Nullable [] array, String member, String name, String of) {
        if (direction == null || array == null) {
            return direction;
        }
        Alike alike = new Alike(member, name, of);
        return alike.copy(direction, array);
    }

    /**
     * Refuses a direction that isn't one array in just those places where the argument is.
     *
     * @param array the argument, of which the method overwrites numbers
     * @param member the generated member, for the message
     * @throws IllegalArgumentException if it is another
     */
    public static void check(
            Object @Nullable [] direction, Object @Nullable [] array, String member, String name, String of) {
        if (direction != null && array != null) {
            new Alike(member, name, of).check(direction, array);
        }
    }

    /** Compares the arrays inside two arrays, place by place. */
    private static final class Alike {
        private final Map<Object, Object> directions = new IdentityHashMap<>();
        private final Map<Object, Object> arrays = new IdentityHashMap<>();
        private final String member;
        private final String name;
        private final String of;

        Alike(String member, String name, String of) {
            this.member = member;
            this.name = name;
            this.of = of;
        }

        @SuppressWarnings("unchecked") // a copy is of the class of the original
        <T> T[] copy(T[] direction, T[] array) {
            T[] copied = direction.clone();
            for (int i = 0; i < Math.min(direction.length, array.length); i++) {
                if (isRow(direction[i]) && isRow(array[i])) {
                    copied[i] = (T) copied(direction[i], array[i]);
                }
            }
            return copied;
        }

        private Object copied(Object row, Object of) {
            Object before = directions.get(of);
            Object copy = copyOf(row, of);
            if (before == null) {
                directions.put(of, copy);
                return copy;
            }
            if (!Arrays.deepEquals(new Object[] {before}, new Object[] {copy})) {
                throw twice();
            }
            return before;
        }

        private Object copyOf(Object row, Object of) {
            if (row instanceof double[] numbers) {
                return numbers.clone();
            }
            return row instanceof float[] numbers ? numbers.clone() : copy((Object[]) row, (Object[]) of);
        }

        void check(Object[] direction, Object[] array) {
            for (int i = 0; i < Math.min(direction.length, array.length); i++) {
                if (isRow(direction[i]) && isRow(array[i])) {
                    one(direction[i], array[i]);
                }
            }
        }

        private void one(Object row, Object of) {
            Object direction = directions.putIfAbsent(of, row);
            Object array = arrays.putIfAbsent(row, of);
            if (direction != null && direction != row) {
                throw twice();
            }
            if (array != null && array != of) {
                throw new IllegalArgumentException(member + ": " + name + " holds one array in two places where "
                        + this.of + " holds two, and the method changes them: give each its own");
            }
            if (direction == null && row instanceof Object[] rows && of instanceof Object[] others) {
                check(rows, others);
            }
        }

        private IllegalArgumentException twice() {
            return new IllegalArgumentException(member + ": " + of
                    + " holds one array in two places, and the method changes it: let " + name
                    + " hold one in both, too, or pass copies");
        }

        private static boolean isRow(@Nullable Object element) {
            return element != null && !(element instanceof Tensor);
        }
    }
}
