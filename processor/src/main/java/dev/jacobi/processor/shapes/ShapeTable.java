package dev.jacobi.processor.shapes;

import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.rules.TensorShapes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operations make of shapes, by class and name: a table per family. */
final class ShapeTable {

    private static final String LIBRARY = "dev.jacobi.tensor.";

    private static final Map<String, Shaping> TABLE = table();

    private ShapeTable() {}

    private static Map<String, Shaping> table() {
        Map<String, Shaping> table = new HashMap<>();
        CreationShapes.add(table);
        ElementwiseShapes.add(table);
        ReductionShapes.add(table);
        ProductShapes.add(table);
        MatrixShapes.add(table);
        EinsumShapes.add(table);
        DimensionShapes.add(table);
        ReshapeShapes.add(table);
        PartShapes.add(table);
        SplitShapes.add(table);
        DiagonalShapes.add(table);
        JoinShapes.add(table);
        GridShapes.add(table);
        IndexShapes.add(table);
        LossShapes.add(table);
        WindowShapes.add(table);
        QueryValues.add(table);
        return Map.copyOf(table);
    }

    /** Null where nothing is known of the operation. */
    static @Nullable Shaping of(Primitive primitive) {
        String signature = primitive.signature();
        if (!signature.startsWith(LIBRARY)) {
            return null;
        }
        int end = signature.indexOf('(');
        String name = signature.substring(LIBRARY.length(), end < 0 ? signature.length() : end);
        Shaping shaping = TABLE.get(name);
        return shaping == null && TensorShapes.isElementwise(primitive) ? ElementwiseShapes::stretched : shaping;
    }

    /** A line for operations of {@code Tensor} that give one shape. */
    static void put(Map<String, Shaping> table, Shaping.One shape, String... names) {
        for (String name : names) {
            put(table, "Tensor." + name, shape);
        }
    }

    /** A line for an operation that gives one shape. */
    static void put(Map<String, Shaping> table, String name, Shaping.One shape) {
        table.put(name, operation -> Shaping.made(operation, shape.of(operation)));
    }
}
