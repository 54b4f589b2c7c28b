package dev.jacobi.processor.shapes;

import java.util.List;
import java.util.Map;

/** Tensors made of numbers. */
final class CreationShapes {

    private CreationShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(table, op -> Extents.SCALAR, "scalar");
        ShapeTable.put(table, CreationShapes::elements, "of");
        ShapeTable.put(table, CreationShapes::filling, "from");
        ShapeTable.put(
                table, CreationShapes::lengths, "zeros", "ones", "full", "rand", "randn", "randUniform", "randNormal");
        ShapeTable.put(table, op -> op.shape(0), "zerosLike", "onesLike", "fullLike");
        ShapeTable.put(table, CreationShapes::eye, "eye");
        ShapeTable.put(table, CreationShapes::range, "arange");
        ShapeTable.put(table, op -> Extents.of(op.number(2)), "linspace", "logspace");
        ShapeTable.put(table, op -> op.shape(op.count() - 2).and(op.number(op.count() - 1)), "oneHot");
        ShapeTable.put(table, "Index.of", CreationShapes::elements);
        ShapeTable.put(table, "Index.from", CreationShapes::filling);
        ShapeTable.put(
                table, "Index.arange", op -> op.count() == 1 ? Extents.of(op.number(0)) : Extents.of(Dim.unknown()));
        ShapeTable.put(table, "Mask.from", CreationShapes::filling);
        ShapeTable.put(table, "Mask.eye", op -> Extents.of(op.number(0), op.number(0)));
        ShapeTable.put(table, "Index.toTensor", op -> op.shape(0));
        ShapeTable.put(table, "Mask.toTensor", op -> op.shape(0));
    }

    /** Numbers, or rows of them. */
    private static Extents elements(Operation op) {
        boolean rows = op.parameters().get(0).endsWith("[][]");
        if (rows) {
            return rows(op);
        }
        boolean array = op.count() == 1 && op.value(0) instanceof Value.Array;
        if (array) {
            return Extents.of(length(op, 0));
        }
        List<Value> elements = op.list(0);
        return Extents.of(elements == null ? Dim.unknown() : Dim.of(elements.size()));
    }

    private static Dim length(Operation op, int operand) {
        return op.value(operand) instanceof Value.Array array ? array.length() : Dim.unknown();
    }

    private static Extents rows(Operation op) {
        List<Value> rows = op.list(0);
        if (rows == null || rows.isEmpty()) {
            return Extents.of(length(op, 0), Dim.unknown());
        }
        Dim columns = columns(rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            if (Dim.differ(columns, columns(rows.get(i)))) {
                op.refuse("row 0 has " + columns + " elements and row " + i + " has " + columns(rows.get(i))
                        + ", but all must have as many");
                columns = Dim.unknown();
            }
        }
        return Extents.of(Dim.of(rows.size()), columns);
    }

    private static Dim columns(Value row) {
        return row instanceof Value.Array array ? array.length() : Dim.unknown();
    }

    /** {@code from(data, 2, 3)}: as many elements as the shape has. */
    private static Extents filling(Operation op) {
        Extents shape = lengths(op, 1);
        Dim given = length(op, 0);
        if (Dim.differ(given, shape.size())) {
            return op.refuse("these are " + given + " elements, but the shape " + shape + " has " + shape.size());
        }
        return shape;
    }

    /** {@code zeros(2, 3)}, {@code full(value, 2, 3)}: the lengths are last. */
    private static Extents lengths(Operation op) {
        int last = op.parameters().size() - 1;
        return lengths(op, last);
    }

    static Extents lengths(Operation op, int from) {
        List<Dim> lengths = op.numbers(from);
        if (lengths == null) {
            return Extents.UNKNOWN;
        }
        for (Dim length : lengths) {
            if (length instanceof Dim.Known known && known.value() < 0) {
                return op.refuse("the shape " + Extents.of(lengths) + " has a negative length");
            }
        }
        return Extents.of(lengths);
    }

    private static Extents eye(Operation op) {
        boolean typed = !op.parameters().get(0).equals("int");
        Dim rows = op.number(typed ? 1 : 0);
        return Extents.of(rows, op.count() - (typed ? 1 : 0) == 1 ? rows : op.number(op.count() - 1));
    }

    /** ⌈(end − start)/step⌉ of them, here for whole numbers with step 1. */
    private static Extents range(Operation op) {
        if (op.parameters().size() == 1) {
            return Extents.of(op.number(0));
        }
        Integer start = op.integer(0);
        Integer end = op.integer(1);
        if (op.parameters().size() != 2 || start == null || end == null || end < start) {
            return Extents.of(Dim.unknown());
        }
        return Extents.of(Dim.of(end - start));
    }
}
