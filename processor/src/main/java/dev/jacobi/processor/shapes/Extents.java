package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is known of a shape: its last dimensions, and whether there may be others before them. Dimensions are counted
 * from the end, the last one being 1, since that is right whatever stands before them.
 *
 * @param open whether there may be others before
 */
record Extents(boolean open, List<Dim> dims) {

    /** Nothing is known. */
    static final Extents UNKNOWN = new Extents(true, List.of());

    /** That of a single number. */
    static final Extents SCALAR = new Extents(false, List.of());

    Extents {
        dims = List.copyOf(dims);
    }

    static Extents of(Dim... dims) {
        return new Extents(false, List.of(dims));
    }

    static Extents of(List<Dim> dims) {
        return new Extents(false, dims);
    }

    /** How many dimensions are known; of a closed shape its rank. */
    int count() {
        return dims.size();
    }

    /** Whether there can't be as few dimensions. */
    boolean hasMoreThan(int rank) {
        return count() > rank;
    }

    /** Whether there can't be as many dimensions. */
    boolean hasLessThan(int rank) {
        return !open && count() < rank;
    }

    /** Whether there can't be this number of dimensions. */
    boolean isNotOf(int rank) {
        return hasMoreThan(rank) || hasLessThan(rank);
    }

    boolean isClosed(int rank) {
        return !open && count() == rank;
    }

    /** The dimension counted from the end; of a shape that hasn't so many 1, which is what it counts as. */
    Dim back(int place) {
        return place <= count() ? dims.get(count() - place) : open ? Dim.unknown() : Dim.one();
    }

    /** The dimensions before the last ones. */
    Extents before(int last) {
        return new Extents(open, dims.subList(0, Math.max(0, count() - last)));
    }

    /** The last dimensions, which must be known to be there. */
    List<Dim> last(int number) {
        List<Dim> last = new ArrayList<>();
        for (int i = number; i >= 1; i--) {
            last.add(back(i));
        }
        return last;
    }

    Extents and(Dim... more) {
        List<Dim> all = new ArrayList<>(dims);
        all.addAll(List.of(more));
        return new Extents(open, all);
    }

    Extents and(List<Dim> more) {
        return and(more.toArray(new Dim[0]));
    }

    /** With another length at a place counted from the end; a shape without dimensions stays as it is. */
    Extents with(int place, Dim length) {
        if (isClosed(0)) {
            return this;
        }
        List<Dim> changed = new ArrayList<>(dims);
        changed.set(count() - place, length);
        return new Extents(open, changed);
    }

    /** Without a place counted from the end; a shape without dimensions stays as it is. */
    Extents without(int place) {
        if (isClosed(0)) {
            return this;
        }
        List<Dim> rest = new ArrayList<>(dims);
        rest.remove(count() - place);
        return new Extents(open, rest);
    }

    /** With a length inserted so that it comes to stand at this place counted from the end. */
    Extents inserting(int place, Dim length) {
        List<Dim> more = new ArrayList<>(dims);
        more.add(count() - place + 1, length);
        return new Extents(open, more);
    }

    /** The number of elements. */
    Dim size() {
        Dim size = open ? Dim.unknown() : Dim.one();
        for (Dim dim : dims) {
            size = dim.is(0) && !open ? dim : Dim.times(size, dim);
        }
        return size;
    }

    boolean isKnown() {
        return !open && dims.stream().allMatch(Dim::isKnown);
    }

    /** Whether one can't be stretched to the other. */
    static boolean cannotBroadcast(Extents a, Extents b) {
        for (int i = 1; i <= Math.max(a.count(), b.count()); i++) {
            if (Dim.cannotBroadcast(a.back(i), b.back(i))) {
                return true;
            }
        }
        return false;
    }

    /** The shape that both are stretched to. */
    static Extents broadcast(Extents a, Extents b) {
        List<Dim> dims = new ArrayList<>();
        for (int i = Math.max(a.count(), b.count()); i >= 1; i--) {
            dims.add(Dim.broadcast(a.back(i), b.back(i)));
        }
        return new Extents(a.open || b.open, dims);
    }

    /** What is known of a shape that is one of two. */
    static Extents join(Extents a, Extents b) {
        boolean open = a.open || b.open || a.count() != b.count();
        List<Dim> dims = new ArrayList<>();
        for (int i = Math.min(a.count(), b.count()); i >= 1; i--) {
            dims.add(Dim.join(a.back(i), b.back(i)));
        }
        return new Extents(open, dims);
    }

    /** What is known of a shape that is both, if they don't contradict each other. */
    static Extents meet(Extents a, Extents b) {
        List<Dim> dims = new ArrayList<>();
        int count = a.open && b.open ? Math.max(a.count(), b.count()) : a.open ? b.count() : a.count();
        for (int i = count; i >= 1; i--) {
            Dim x = i <= a.count() ? a.back(i) : Dim.unknown();
            Dim y = i <= b.count() ? b.back(i) : Dim.unknown();
            dims.add(Dim.meet(x, y));
        }
        return new Extents(a.open && b.open, dims);
    }

    /** Whether two can't be the same. */
    static boolean differ(Extents a, Extents b) {
        if (a.open ? !b.open && b.count() < a.count() : b.open ? a.count() < b.count() : a.count() != b.count()) {
            return true;
        }
        for (int i = 1; i <= Math.min(a.count(), b.count()); i++) {
            if (Dim.differ(a.back(i), b.back(i))) {
                return true;
            }
        }
        return false;
    }

    /** The lengths as {@code [batch, 3]}; {@code [..., 3]} where there may be others before. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        if (open) {
            text.add("...");
        }
        dims.forEach(dim -> text.add(dim.toString()));
        return text.toString();
    }
}
