package dev.jacobi.processor.shapes;

import java.util.List;
import java.util.Map;

/** Losses, similarities and normalization. */
final class LossShapes {

    private LossShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(
                table,
                op -> reduced(op, ElementwiseShapes.stretched(op, List.of(0, 1))),
                "mseLoss",
                "l1Loss",
                "smoothL1Loss",
                "huberLoss",
                "klDiv");
        ShapeTable.put(table, op -> reduced(op, same(op)), "binaryCrossEntropy", "binaryCrossEntropyWithLogits");
        ShapeTable.put(table, LossShapes::ofClasses, "crossEntropy", "nllLoss");
        ShapeTable.put(table, op -> reduced(op, op.shape(0)), "reduced");
        ShapeTable.put(table, op -> fitsTargets(op) ? op.shape(2) : Extents.UNKNOWN, "knownTargets");
        ShapeTable.put(table, op -> fitsTargets(op) ? op.shape(0) : Extents.UNKNOWN, "otherClasses");
        ShapeTable.put(table, LossShapes::weights, "classWeights");
        ShapeTable.put(table, op -> same(op, 2), "equalShape");
        ShapeTable.put(table, LossShapes::similarity, "cosines");
        ShapeTable.put(table, LossShapes::normalized, "layerNorm");
        ShapeTable.put(table, LossShapes::channels, "channelMeans", "channelMeansBack");
    }

    /** What is made of the losses of single elements: their mean, unless something else is asked for. */
    private static Extents reduced(Operation op, Extents losses) {
        List<String> parameters = op.parameters();
        if (!parameters.get(parameters.size() - 1).endsWith("Reduction")) {
            return Extents.SCALAR;
        }
        if (!(op.value(op.count() - 1) instanceof Value.Text reduction)) {
            return Extents.UNKNOWN;
        }
        return reduction.value().equals("NONE") ? losses : Extents.SCALAR;
    }

    private static Extents same(Operation op) {
        return same(op, 1);
    }

    private static Extents same(Operation op, int other) {
        Extents x = op.shape(0);
        Extents y = op.shape(other);
        return Extents.differ(x, y) ? op.refuse("both must have one shape", 0, other) : Extents.meet(x, y);
    }

    /** Classes are in dimension 1, or the only one; targets are their numbers, or weights for all of them. */
    private static Extents ofClasses(Operation op) {
        if (op.shape(0).isClosed(0)) {
            op.refuse("it must have a dimension for the classes", 0);
            return reduced(op, Extents.UNKNOWN);
        }
        boolean numbers = op.parameters().get(0).endsWith("Index");
        Extents x = numbers ? op.shape(0) : same(op);
        Extents rest = x.open() ? Extents.UNKNOWN : x.without(classes(x));
        if (numbers && Extents.differ(rest, op.shape(1))) {
            op.refuse("the targets must have the shape " + rest + ", without the classes", 0, 1);
            return reduced(op, Extents.UNKNOWN);
        }
        return reduced(op, rest);
    }

    private static int classes(Extents x) {
        return x.count() == 1 ? 1 : x.count() - 1;
    }

    /** {@code x.knownTargets(operation, targets)} and its like. */
    private static boolean fitsTargets(Operation op) {
        Extents x = op.shape(0);
        if (x.isClosed(0)) {
            op.refuse("it must have a dimension for the classes", 0);
            return false;
        }
        Extents rest = x.open() ? Extents.UNKNOWN : x.without(classes(x));
        if (Extents.differ(rest, op.shape(2))) {
            op.refuse("the targets must have the shape " + rest + ", without the classes", 0, 2);
            return false;
        }
        return true;
    }

    /** {@code weights.classWeights(operation, x)} */
    private static Extents weights(Operation op) {
        if (!op.isRank(0, 1)) {
            return Extents.UNKNOWN;
        }
        Extents x = op.shape(2);
        return !x.open() && x.count() > 0 && op.differ(op.shape(0).back(1), x.back(classes(x)))
                ? op.refuse("it must have a weight for each class", 0, 2)
                : op.shape(0);
    }

    private static Extents similarity(Operation op) {
        Extents x = same(op);
        int place = op.place(0, x, op.integer(2));
        return place == 0 ? Extents.UNKNOWN : x.without(place);
    }

    /** Of local response normalization. */
    private static Extents channels(Operation op) {
        Extents x = op.shape(0);
        return x.hasLessThan(3) ? op.refuse("it must have at least 3 dimensions, channels in the second", 0) : x;
    }

    /** The weight's shape, or the one that is given, is that of the last dimensions. */
    private static Extents normalized(Operation op) {
        Extents x = op.shape(0);
        boolean weighted = op.parameters().size() == 3;
        List<Dim> given = weighted ? null : op.numbers(1);
        Extents last = weighted ? op.shape(1) : given == null ? Extents.UNKNOWN : Extents.of(given);
        if (weighted && Extents.differ(op.shape(1), op.shape(2))) {
            return op.refuse("weight and bias must have one shape", 1, 2);
        }
        if (isNotLast(x, last)) {
            return weighted
                    ? op.refuse("the weight must have the shape of the last dimensions", 0, 1)
                    : op.refuse(last + " must be the shape of its last dimensions", 0);
        }
        return x;
    }

    private static boolean isNotLast(Extents x, Extents last) {
        if (!last.open() && x.hasLessThan(last.count())) {
            return true;
        }
        for (int i = 1; i <= Math.min(x.count(), last.count()); i++) {
            if (Dim.differ(x.back(i), last.back(i))) {
                return true;
            }
        }
        return false;
    }
}
