package dev.jacobi.tape;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks the arrays that an in-place member is given, before anything is done. Generated code calls these methods; they
 * are not meant to be called by hand.
 *
 * <p>Arguments come first, then the bars: the arrays that derivatives are added into. A bar is shaped like its
 * argument, and no array of it may stand anywhere else, or derivatives would be mixed up with each other or with the
 * numbers that they are computed from.
 */
public final class Bars {

    /** Up to so many arrays are compared one by one, more by a hash table. */
    private static final int FEW = 16;

    private String member = "";
    private final @Nullable Object[] arrays = new Object[FEW];
    private final @Nullable Owner[] owners = new Owner[FEW];
    private final Map<Object, Owner> many = new IdentityHashMap<>();
    private int count;
    private @Nullable Owner[] made = {};
    private int used;

    Bars() {}

    /** Whose an array is. */
    private static final class Owner {
        private String name = "";
        private boolean isBar;
        private boolean changes;
    }

    void begin(String newMember) {
        member = newMember;
        used = 0;
        forget();
    }

    /** Lets go of the arrays that were checked. */
    void forget() {
        Arrays.fill(arrays, 0, Math.min(count, FEW), null);
        if (count > FEW) {
            many.clear();
        }
        count = 0;
    }

    private Owner owner(String name, boolean isBar, boolean changes) {
        if (used == made.length) {
            made = Arrays.copyOf(made, 2 * used + 4);
        }
        Owner owner = made[used];
        if (owner == null) {
            owner = new Owner();
            made[used] = owner;
        }
        used++;
        owner.name = name;
        owner.isBar = isBar;
        owner.changes = changes;
        return owner;
    }

    private @Nullable Owner owner(Object array) {
        if (count > FEW) {
            return many.get(array);
        }
        for (int i = 0; i < count; i++) {
            if (arrays[i] == array) {
                return owners[i];
            }
        }
        return null;
    }

    private void put(Object array, Owner owner) {
        if (count == FEW) {
            for (int i = 0; i < FEW; i++) {
                many.put(Objects.requireNonNull(arrays[i]), Objects.requireNonNull(owners[i]));
            }
        }
        if (count >= FEW) {
            many.put(array, owner);
        } else {
            arrays[count] = array;
            owners[count] = owner;
        }
        count++;
    }

    /**
     * An argument.
     *
     * @param changes whether the method writes to it or gives it back: then it must share no array with another
     */
    public void argument(String name, @Nullable Object array, boolean changes) {
        if (array != null) {
            argument(array, owner(name, false, changes));
        }
    }

    private void argument(Object array, Owner owner) {
        Owner other = owner(array);
        if (other == null) {
            put(array, owner);
        } else if (other == owner && owner.changes) {
            throw wrong(owner.name + " holds one array in two places, and the method changes it: pass copies");
        } else if (other != owner && (owner.changes || other.changes)) {
            throw wrong(other.name + " and " + owner.name
                    + " share an array that the method changes or gives back: pass a copy of one");
        }
        if (array instanceof Object[] rows) {
            for (Object row : rows) {
                if (row != null) {
                    argument(row, owner);
                }
            }
        }
    }

    /** The bar of a number: an array of one element. */
    public void number(String name, double @Nullable [] bar, String parameter) {
        number(name, bar, parameter, bar == null ? 0 : bar.length);
    }

    /** The bar of a number: an array of one element. */
    public void number(String name, float @Nullable [] bar, String parameter) {
        number(name, bar, parameter, bar == null ? 0 : bar.length);
    }

    private void number(String name, @Nullable Object bar, String parameter, int length) {
        if (bar == null) {
            throw wrong(name + " is null: give an array of one element, to which the derivative by " + parameter
                    + " is added");
        }
        if (length != 1) {
            throw wrong(name + " has " + length + " elements, but " + parameter
                    + " is a number: give an array of one element");
        }
        own(bar, owner(name, true, true));
    }

    /** The bar of an array; not looked at where there is no array. */
    public void like(String name, @Nullable Object bar, String parameter, @Nullable Object argument) {
        if (argument != null) {
            shape(name, bar, parameter, argument);
            own(bar, owner(name, true, true));
        }
    }

    /** A bar's arrays stand nowhere else. */
    private void own(@Nullable Object bar, Owner owner) {
        if (bar == null) {
            return;
        }
        Owner other = owner(bar);
        if (other == owner) {
            throw wrong(owner.name + " holds one array in two places: give an array for each");
        }
        if (other != null) {
            throw wrong(owner.name + " and " + other.name + " share an array"
                    + (other.isBar ? ": give each parameter its own" : ": derivatives need an array of their own"));
        }
        put(bar, owner);
        if (bar instanceof Object[] rows) {
            for (Object row : rows) {
                own(row, owner);
            }
        }
    }

    /** The seed of a result that is an array: there, and not among what the method changes. */
    public void seed(String name, @Nullable Object seed) {
        if (seed == null) {
            throw wrong(name + " is null: give an array shaped like the result");
        }
        unchanged(name, seed);
    }

    private void unchanged(String name, Object seed) {
        Owner other = owner(seed);
        if (other != null && !other.isBar && other.changes) {
            throw wrong(name + " and " + other.name
                    + " share an array that the method changes or gives back: pass a copy of one");
        }
        if (seed instanceof Object[] rows) {
            for (Object row : rows) {
                if (row != null) {
                    unchanged(name, row);
                }
            }
        }
    }

    /**
     * Whether two arrays have one shape, which of a result is known when the method has run. Where there is none, any
     * seed will do.
     */
    public void shape(String name, @Nullable Object bar, String of, @Nullable Object array) {
        if (array == null) {
            return;
        }
        if (bar == null) {
            throw wrong(name + " is null: give an array shaped like " + of + ", " + text(array));
        }
        if (!sameShape(bar, array)) {
            throw wrong(name + " is " + text(bar) + ", but " + of + " is " + text(array) + ": give one of that shape");
        }
    }

    /**
     * Adds the seeds that a bar brings, where a method has moved the rows of an argument.
     *
     * @param rows the rows of the shadow, where the method has put those of the argument
     * @param argument as the method has left it, which is how the bar must be shaped, too
     */
    public <T> void seeds(T[] rows, String name, T[] bar, String parameter, T[] argument) {
        if (!sameShape(bar, argument)) {
            throw wrong(parameter + " ends as " + text(argument) + ", for which " + name + ", " + text(bar)
                    + ", has no seeds: let the method keep the shape, or give the result back");
        }
        Shadows.add(rows, bar);
    }

    private static boolean sameShape(@Nullable Object bar, @Nullable Object array) {
        if (bar == null || array == null) {
            return bar == array;
        }
        boolean same = Array.getLength(bar) == Array.getLength(array);
        if (same && bar instanceof Object[] rows && array instanceof Object[] others) {
            for (int i = 0; i < rows.length; i++) {
                same &= sameShape(rows[i], others[i]);
            }
        }
        return same;
    }

    /**
     * Refuses a direction that isn't shaped like the array that moves along it. Where that is null, any will do.
     *
     * @param member the generated member, for the message
     * @throws IllegalArgumentException if it is missing or has another shape
     */
    public static void direction(
            @Nullable Object direction, @Nullable Object array, String member, String name, String of) {
        if (array == null) {
            return;
        }
        if (direction == null) {
            throw new IllegalArgumentException(
                    member + ": " + name + " is null: give an array shaped like " + of + ", " + text(array));
        }
        if (!sameShape(direction, array)) {
            throw new IllegalArgumentException(member + ": " + name + " is " + text(direction) + ", but " + of + " is "
                    + text(array) + ": give one of that shape");
        }
    }

    /**
     * The same for what was gathered from arrays of records. Where the argument has no array, any direction will do.
     *
     * @param member the generated member, for the message
     * @throws IllegalArgumentException if it has another shape
     */
    public static void directions(
            @Nullable Object direction, @Nullable Object array, String member, String name, String of) {
        if (!follows(direction, array)) {
            throw new IllegalArgumentException(member + ": " + name + " isn't shaped like " + of
                    + ": give a record for each of its records, with arrays of the same lengths");
        }
    }

    private static boolean follows(@Nullable Object direction, @Nullable Object array) {
        if (direction == null || array == null) {
            return array == null;
        }
        boolean same = Array.getLength(direction) == Array.getLength(array);
        if (same && direction instanceof Object[] rows && array instanceof Object[] others) {
            for (int i = 0; i < rows.length; i++) {
                same &= follows(rows[i], others[i]);
            }
        }
        return same;
    }

    /** {@code double[3]}, {@code double[2][3]}, {@code double[2][] of lengths 3, 1}. */
    private static String text(@Nullable Object array) {
        if (array == null) {
            return "null";
        }
        String element = array.getClass().getComponentType().getSimpleName();
        String length = "[" + Array.getLength(array) + "]";
        if (!(array instanceof Object[] rows)) {
            return element + length;
        }
        StringBuilder lengths = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            lengths.append(i == 0 ? " of lengths " : ", ");
            lengths.append(rows[i] == null ? "null" : String.valueOf(Array.getLength(rows[i])));
        }
        return element.substring(0, element.indexOf('[')) + length + element.substring(element.indexOf('[')) + lengths;
    }

    private IllegalArgumentException wrong(String what) {
        forget();
        return new IllegalArgumentException(member + ": " + what);
    }

    /** Adds what was gathered apart to a bar. */
    public static void add(double[] bar, double @Nullable [] gathered) {
        if (gathered != null) {
            Shadows.add(bar, gathered);
        }
    }

    /** Adds what was gathered apart to a bar. */
    public static void add(float[] bar, float @Nullable [] gathered) {
        if (gathered != null) {
            Shadows.add(bar, gathered);
        }
    }

    /** Adds what was gathered apart to a bar. */
    public static <T> void add(T[] bar, T @Nullable [] gathered) {
        if (gathered != null) {
            Shadows.add(bar, gathered);
        }
    }

    /** Puts what was gathered apart in the place of what a bar holds. */
    public static <T> void replace(T[] bar, T @Nullable [] gathered) {
        if (gathered != null) {
            Shadows.clear(bar);
            Shadows.add(bar, gathered);
        }
    }
}
