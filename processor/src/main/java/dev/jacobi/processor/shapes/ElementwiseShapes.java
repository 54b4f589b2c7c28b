package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operations that stretch their operands to one shape, and those that keep a shape. */
final class ElementwiseShapes {

    private ElementwiseShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(
                table,
                ElementwiseShapes::stretchedAll,
                "lt",
                "le",
                "gt",
                "ge",
                "eq",
                "ne",
                "isclose",
                "isnan",
                "isinf",
                "isfinite",
                "signbit",
                "where",
                "masked",
                "maskedScatter",
                "divOrZero");
        ShapeTable.put(table, ElementwiseShapes::filled, "maskedFill");
        ShapeTable.put(
                table,
                op -> op.shape(0),
                "to",
                "contiguous",
                "nanToNum",
                "standardized",
                "along",
                "alongOwn",
                "gumbelNoise",
                "channelShuffle");
        ShapeTable.put(table, op -> stretched(op, List.of(0, 2)), "broadcastWith");
        ShapeTable.put(table, ElementwiseShapes::fitting, "fitting", "fittingVectors", "fittingAlong");
        ShapeTable.put(
                table,
                ElementwiseShapes::along,
                "softmax",
                "logSoftmax",
                "cumsum",
                "cumprod",
                "logcumsumexp",
                "sort",
                "argsort",
                "cummax",
                "cummin");
        for (String comparison : List.of("eq", "ne", "lt", "ge")) {
            ShapeTable.put(table, "Index." + comparison, ElementwiseShapes::stretchedIndex);
        }
        for (String same : List.of("Index.add", "Index.mul", "Mask.not")) {
            ShapeTable.put(table, same, op -> op.shape(0));
        }
    }

    static Value stretched(Operation op) {
        return Shaping.made(op, stretchedAll(op));
    }

    /** {@code maskedScatter} takes its elements from anything that has enough. */
    private static Extents stretchedAll(Operation op) {
        List<Integer> operands = new ArrayList<>();
        int end = op.name().equals("maskedScatter") ? 2 : op.count();
        for (int i = 0; i < end; i++) {
            boolean given = op.value(i) instanceof Value.Shaped || op.hasShape(i) || isMask(op, i);
            if (given) {
                operands.add(i);
            }
        }
        return stretched(op, operands);
    }

    /** What fills is a single number. */
    private static Extents filled(Operation op) {
        if (op.parameters().get(1).endsWith("Tensor") && !op.isRank(2, 0)) {
            return Extents.UNKNOWN;
        }
        return stretched(op, List.of(0, 1));
    }

    private static boolean isMask(Operation op, int operand) {
        String type = op.expression().operands().get(operand).type().toString();
        return type.equals("dev.jacobi.tensor.Mask");
    }

    static Extents stretched(Operation op, List<Integer> operands) {
        Extents all = Extents.SCALAR;
        for (int i = 0; i < operands.size(); i++) {
            Extents shape = op.shape(operands.get(i));
            for (int before : operands.subList(0, i)) {
                if (Extents.cannotBroadcast(op.shape(before), shape)) {
                    return refused(op, before, operands.get(i));
                }
            }
            all = Extents.broadcast(all, shape);
        }
        return all;
    }

    /** {@code x.fitting(operation, operand, like)} and its like. */
    private static Extents fitting(Operation op) {
        stretched(op, List.of(0, 3));
        return op.shape(0);
    }

    static Extents refused(Operation op, int a, int b) {
        Extents x = op.shape(a);
        Extents y = op.shape(b);
        int place = 1;
        while (!Dim.cannotBroadcast(x.back(place), y.back(place))) {
            place++;
        }
        return op.refuse(
                "counted from the last, dimensions must be equal or 1, " + Operation.not(x.back(place), y.back(place)),
                a,
                b);
    }

    /** An index beside a number, or another index. */
    private static Extents stretchedIndex(Operation op) {
        return op.parameters().get(0).equals("int") ? op.shape(0) : Extents.UNKNOWN;
    }

    /** Along a dimension, which must be there. */
    private static Extents along(Operation op) {
        op.place(0, op.shape(0), op.integer(1));
        return op.shape(0);
    }
}
