package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** Takes apart an array of records that comes from code which isn't differentiated, by {@code dev.jacobi.tape.Rows}. */
final class RowsText {

    private static final String OWNER = "dev.jacobi.tape.Rows";

    private RowsText() {}

    /** The arrays of an array's leaves. */
    static Expr apart(Expr rows, Span span) {
        List<Expr> leaves = new ArrayList<>();
        Type.Array type = (Type.Array) rows.type();
        List<Type.Component> names = Leaves.of("", type);
        List<String> paths = new ArrayList<>();
        paths("", type.innermost(), paths);
        for (int i = 0; i < names.size(); i++) {
            String path = i < paths.size() ? paths.get(i) : "";
            leaves.add(leaf(rows, type, (Type.Array) names.get(i).type(), path, span));
        }
        return Leaves.build(type, leaves.iterator(), span);
    }

    /** How each leaf of a record is read: {@code .at().x()}. */
    static void paths(String before, Type type, List<String> paths) {
        if (type instanceof Type.Struct struct) {
            for (Type.Component component : struct.components()) {
                paths(before + "." + component.name() + "()", component.type(), paths);
            }
        } else {
            paths.add(before);
        }
    }

    private static Expr leaf(Expr rows, Type.Array type, Type.Array leaf, String path, Span span) {
        List<Expr> operands = new ArrayList<>(List.of(rows));
        String name = "given";
        Type object = new Type.Library("java.lang.Object");
        if (type.element() instanceof Type.Array inner) {
            name = "objects";
            operands.add(new Expr.Literal(leaf.element() + "[]::new", object, span));
            operands.add(new Expr.Literal(lambda(inner, (Type.Array) leaf.element(), path, "row"), object, span));
        } else if (!path.isEmpty()) {
            name = method(leaf.element());
            if (name.equals("objects")) {
                operands.add(new Expr.Literal(leaf.element() + "[]::new", object, span));
            }
            operands.add(new Expr.Literal("row -> row" + path, object, span));
        }
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(OWNER),
                name,
                Walk.types(operands),
                leaf,
                true,
                OWNER + "." + name + "(java.lang.Object[])");
        return new Expr.Apply(primitive, operands, span);
    }

    /** {@code row -> Rows.doubles(row, row2 -> row2.x())}. */
    private static String lambda(Type.Array type, Type.Array leaf, String path, String row) {
        String call = row + " -> " + OWNER + ".";
        if (type.element() instanceof Type.Array inner) {
            return call + "objects(" + row + ", " + leaf.element() + "[]::new, "
                    + lambda(inner, (Type.Array) leaf.element(), path, row + "2") + ")";
        }
        if (path.isEmpty()) {
            return call + "given(" + row + ")";
        }
        String name = method(leaf.element());
        String made = name.equals("objects") ? leaf.element() + "[]::new, " : "";
        return call + name + "(" + row + ", " + made + row + "2 -> " + row + "2" + path + ")";
    }

    private static String method(Type type) {
        return type instanceof Type.Scalar scalar ? scalar.keyword() + "s" : "objects";
    }
}
