package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Convolutions and pooling: windows that move over the last dimensions, one, two or three. */
final class WindowShapes {

    /** Stride, padding, dilation and groups, where nothing else is said. */
    private static final Value PLAIN =
            new Value.Parts(List.of(Value.number(1), Value.number(0), Value.number(1), Value.number(1)));

    private static final List<String> PARTS = List.of("stride", "padding", "dilation", "groups");

    private WindowShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, op -> convolved(op, 1), "conv1d");
        ShapeTable.put(table, op -> convolved(op, 2), "conv2d");
        ShapeTable.put(table, op -> convolved(op, 3), "conv3d");
        ShapeTable.put(table, op -> transposed(op, 1), "convTranspose1d");
        ShapeTable.put(table, op -> transposed(op, 2), "convTranspose2d");
        ShapeTable.put(table, op -> transposed(op, 3), "convTranspose3d");
        ShapeTable.put(table, op -> pooled(op, 1), "maxPool1d", "avgPool1d");
        ShapeTable.put(table, op -> pooled(op, 2), "maxPool2d", "avgPool2d");
        ShapeTable.put(table, op -> pooled(op, 3), "maxPool3d", "avgPool3d");
        ShapeTable.put(table, WindowShapes::folded, "fold");
        table.put("Convolution.PLAIN", op -> PLAIN);
        for (int i = 0; i < PARTS.size(); i++) {
            int part = i;
            String name = PARTS.get(i);
            table.put("Convolution." + name, op -> parts(op.value(0)).get(part));
            table.put(
                    "Convolution.with" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    op -> with(op.value(0), part, op.value(1)));
        }
    }

    private static List<Value> parts(Value how) {
        return how instanceof Value.Parts parts && parts.parts().size() == PARTS.size()
                ? parts.parts()
                : List.of(Value.unknown(), Value.unknown(), Value.unknown(), Value.unknown());
    }

    private static Value with(Value how, int part, Value changed) {
        List<Value> parts = new ArrayList<>(parts(how));
        parts.set(part, changed);
        return new Value.Parts(parts);
    }

    /** How a kernel moves; lengths that aren't known give unknown ones. */
    private record Moves(Dim stride, Dim padding, Dim dilation, Dim groups) {

        static Moves of(Value how) {
            List<Value> parts = parts(how);
            return new Moves(number(parts.get(0)), number(parts.get(1)), number(parts.get(2)), number(parts.get(3)));
        }

        private static Dim number(Value value) {
            return value instanceof Value.Whole number ? number.value() : Dim.unknown();
        }

        /** The number of places on a length. */
        Dim places(Dim length, Dim kernel) {
            if (length instanceof Dim.Known n
                    && kernel instanceof Dim.Known k
                    && stride instanceof Dim.Known s
                    && padding instanceof Dim.Known p
                    && dilation instanceof Dim.Known d
                    && s.value() > 0) {
                return Dim.of(
                        Math.floorDiv(n.value() + 2 * p.value() - d.value() * (k.value() - 1) - 1, s.value()) + 1);
            }
            return Dim.unknown();
        }

        /** The length of which there are so many places, the other way round. */
        Dim length(Dim places, Dim kernel, Dim more) {
            if (places instanceof Dim.Known n
                    && kernel instanceof Dim.Known k
                    && more instanceof Dim.Known m
                    && stride instanceof Dim.Known s
                    && padding instanceof Dim.Known p
                    && dilation instanceof Dim.Known d) {
                return Dim.of(
                        (n.value() - 1) * s.value() - 2 * p.value() + d.value() * (k.value() - 1) + m.value() + 1);
            }
            return Dim.unknown();
        }
    }

    private static boolean isPlaced(Dim places) {
        return !(places instanceof Dim.Known known) || known.value() >= 1;
    }

    private static Extents convolved(Operation op, int dims) {
        if (!op.isRank(1, dims + 2)) {
            return Extents.UNKNOWN;
        }
        Extents x = op.shape(0);
        Extents weight = op.shape(1);
        if (x.hasLessThan(dims + 1) || x.hasMoreThan(dims + 2)) {
            return op.refuse(
                    "the input must have " + (dims + 2) + " dimensions, or " + (dims + 1) + " for a single image",
                    0,
                    1);
        }
        boolean biased = op.count() == 4;
        Moves how = Moves.of(op.count() == 2 ? PLAIN : op.value(op.count() - 1));
        Dim channels = Dim.times(weight.back(dims + 1), how.groups());
        if (op.differ(x.back(dims + 1), channels)) {
            return op.refuse(
                    "the input must have as many channels as the weight, "
                            + Operation.unequal(x.back(dims + 1), channels),
                    0,
                    1);
        }
        Dim results = weight.back(dims + 2);
        if (results instanceof Dim.Known all
                && how.groups() instanceof Dim.Known groups
                && groups.value() > 0
                && all.value() % groups.value() != 0) {
            return op.refuse("the " + all + " channels of the result are no multiple of the " + groups + " groups", 1);
        }
        if (biased && (!op.isRank(2, 1) || op.differ(op.shape(2).back(1), results))) {
            return op.refuse("the bias must have a number for each channel of the result", 1, 2);
        }
        List<Dim> places = new ArrayList<>();
        for (int i = dims; i >= 1; i--) {
            Dim count = how.places(x.back(i), weight.back(i));
            if (!isPlaced(count)) {
                return op.refuse("the kernel is larger than the padded input", 0, 1);
            }
            places.add(count);
        }
        return images(x, dims, results, places);
    }

    /** One image, or several. */
    private static Extents images(Extents x, int dims, Dim channels, List<Dim> places) {
        if (x.isClosed(dims + 1)) {
            return Extents.of(channels).and(places);
        }
        return x.count() == dims + 2 ? Extents.of(x.back(dims + 2), channels).and(places) : Extents.UNKNOWN;
    }

    private static Extents transposed(Operation op, int dims) {
        if (!op.isRank(1, dims + 2)) {
            return Extents.UNKNOWN;
        }
        Extents x = op.shape(0);
        Extents weight = op.shape(1);
        if (x.hasLessThan(dims + 1) || x.hasMoreThan(dims + 2)) {
            return op.refuse("the input must have " + (dims + 1) + " dimensions, or one more for several images", 0, 1);
        }
        if (op.differ(x.back(dims + 1), weight.back(dims + 2))) {
            return op.refuse(
                    "the input must have as many channels as the weight's first dimension, "
                            + Operation.unequal(x.back(dims + 1), weight.back(dims + 2)),
                    0,
                    1);
        }
        Moves how = Moves.of(op.count() == 2 ? PLAIN : op.value(2));
        Dim more = op.count() == 2 ? Dim.of(0) : op.number(3);
        List<Dim> lengths = new ArrayList<>();
        for (int i = dims; i >= 1; i--) {
            lengths.add(how.length(x.back(i), weight.back(i), more));
        }
        return images(x, dims, Dim.times(weight.back(dims + 1), how.groups()), lengths);
    }

    private static Extents pooled(Operation op, int dims) {
        Extents x = op.shape(0);
        if (x.hasLessThan(dims + 1) || x.hasMoreThan(dims + 2)) {
            return op.refuse("it must have " + (dims + 1) + " dimensions, or one more for several images", 0);
        }
        if (x.count() < dims) {
            return Extents.UNKNOWN;
        }
        Dim kernel = op.number(1);
        boolean plain = op.count() == 2;
        Moves how = new Moves(plain ? kernel : op.number(2), plain ? Dim.of(0) : op.number(3), Dim.one(), Dim.one());
        Extents pooled = x;
        for (int i = 1; i <= dims; i++) {
            Dim count = how.places(x.back(i), kernel);
            if (!isPlaced(count)) {
                return op.refuse("the windows of " + kernel + " are larger than the padded tensor", 0);
            }
            pooled = pooled.with(i, count);
        }
        return pooled;
    }

    /** {@code x.unfold(kernelHeight, kernelWidth, how)}: a column for each place of the kernel. */
    static Extents columns(Operation op) {
        Extents x = op.shape(0);
        if (x.hasLessThan(3) || x.hasMoreThan(4)) {
            return op.refuse("it must have 3 dimensions, or one more for several images", 0);
        }
        if (x.open()) {
            return Extents.UNKNOWN;
        }
        Dim places = places(op, x.back(2), x.back(1), 1);
        Dim size = Dim.times(op.number(1), op.number(2));
        return isPlaced(places)
                ? x.before(3).and(Dim.times(x.back(3), size), places)
                : op.refuse("the kernel is larger than the padded tensor", 0);
    }

    /** The places of a kernel, of which operands at {@code kernel} and behind it tell; 0 where it is too large. */
    private static Dim places(Operation op, Dim height, Dim width, int kernel) {
        Moves how = Moves.of(op.value(kernel + 2));
        Dim down = how.places(height, op.number(kernel));
        Dim across = how.places(width, op.number(kernel + 1));
        return isPlaced(down) && isPlaced(across) ? Dim.times(down, across) : Dim.of(0);
    }

    /** {@code x.fold(height, width, kernelHeight, kernelWidth, how)}: the images that such columns come of. */
    private static Extents folded(Operation op) {
        Extents x = op.shape(0);
        if (x.hasLessThan(2) || x.hasMoreThan(3)) {
            return op.refuse("it must have 2 dimensions, or one more for several images", 0);
        }
        if (x.open()) {
            return Extents.UNKNOWN;
        }
        Dim places = places(op, op.number(1), op.number(2), 3);
        if (op.differ(x.back(1), places)) {
            return op.refuse("it must have a column for each place, " + Operation.unequal(x.back(1), places), 0);
        }
        Dim size = Dim.times(op.number(3), op.number(4));
        Dim channels = Dim.unknown();
        if (x.back(2) instanceof Dim.Known all && size instanceof Dim.Known kernel && kernel.value() > 0) {
            if (all.value() % kernel.value() != 0) {
                return op.refuse("its columns must have a multiple of " + kernel + " elements, not " + all, 0);
            }
            channels = Dim.of(all.value() / kernel.value());
        }
        return x.before(2).and(channels, op.number(1), op.number(2));
    }
}
