package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads arrays of records, which are an array for each leaf and one that tells which elements are there. What is done
 * with the array is done with each of these.
 */
final class RowsReader {

    private final Reading reading;
    private final ExpressionReader expressions;

    RowsReader(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    /** Whether a value is an array of records that is taken apart. */
    static boolean isApart(Expr value) {
        return value instanceof Expr.Build && Leaves.isRows(value.type());
    }

    /** An array that has the length of an array of records. */
    static Expr anyLeaf(Expr rows) {
        return Leaves.of(rows).get(0);
    }

    /**
     * {@code vs[i]}: of an element that is null nothing can be read.
     *
     * @param called what the source calls the element
     */
    Expr element(Expr rows, Expr index, String called, Frame frame, Span span) {
        Expr at = plain(index, frame);
        if (((Type.Array) rows.type()).element() instanceof Type.Struct) {
            requireGiven(indexed(given(rows), at, span), called, frame, span);
        }
        List<Expr> leaves = new ArrayList<>();
        for (Expr leaf : elementLeaves(rows)) {
            leaves.add(indexed(leaf, at, span));
        }
        return Leaves.build(((Type.Array) rows.type()).element(), leaves.iterator(), span);
    }

    /** The arrays that hold the leaves of an element. */
    private static List<Expr> elementLeaves(Expr rows) {
        List<Expr> leaves = Leaves.of(rows);
        boolean records = ((Type.Array) rows.type()).element() instanceof Type.Struct;
        return records ? leaves.subList(0, leaves.size() - 1) : leaves;
    }

    private static Expr given(Expr rows) {
        List<Expr> leaves = Leaves.of(rows);
        return leaves.get(leaves.size() - 1);
    }

    Expr plain(Expr index, Frame frame) {
        Expr at = reading.operators.index(index);
        return ArrayReader.isPlain(at) ? at : expressions.hoist("index", at, frame);
    }

    private static Expr indexed(Expr array, Expr at, Span span) {
        return new Expr.Apply(Primitive.index(array.type(), at.type()), List.of(array, at), span);
    }

    /** Throws what Java throws where an element is null. */
    void requireGiven(Expr isThere, String called, Frame frame, Span span) {
        Expr text = reading.operators.text(called, span);
        Primitive check = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library("dev.jacobi.tape.Rows"),
                "requireGiven",
                List.of(Type.Scalar.BOOLEAN, text.type()),
                Type.Scalar.VOID,
                false,
                "dev.jacobi.tape.Rows.requireGiven(boolean,java.lang.String)");
        Expr checked = new Expr.Apply(check, List.of(isThere, text), span);
        frame.out.add(new Stmt.Effect(checked, new Stmt.Note(Stmt.Role.PRIMAL, span)));
    }

    /** {@code vs[i] == null}. */
    Expr isNull(Expr rows, Expr index, Frame frame, Span span) {
        return reading.operators.prefix("!", isGiven(rows, plain(index, frame), span), span);
    }

    /** {@code vs[i] != null}, for an index that can be read more than once. */
    Expr isGiven(Expr rows, Expr index, Span span) {
        return indexed(given(rows), index, span);
    }

    /** {@code vs[i] = v}, where v may be null. */
    void store(Expr rows, Expr index, Expr value, Frame frame, Span span) {
        Expr at = plain(index, frame);
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        boolean records = ((Type.Array) rows.type()).element() instanceof Type.Struct;
        boolean isNull = value instanceof Expr.Literal;
        if (isNull && !records) {
            throw noNullRows(span);
        }
        if (!isNull) {
            List<Expr> values = Leaves.of(expressions.records().apart(value, frame));
            List<Expr> leaves = elementLeaves(rows);
            for (int i = 0; i < leaves.size(); i++) {
                frame.out.add(new Stmt.Store(leaves.get(i), at, values.get(i), note));
            }
        }
        if (records) {
            Expr there = new Expr.Literal(isNull ? "false" : "true", Type.Scalar.BOOLEAN, span);
            frame.out.add(new Stmt.Store(given(rows), at, there, note));
        }
    }

    /** {@code new Vector[n]}. */
    Expr made(Type.Array type, List<Expr> lengths, Frame frame, Span span) {
        List<Expr> named = new ArrayList<>();
        lengths.forEach(length -> named.add(plain(length, frame)));
        return each(
                type,
                frame,
                span,
                leaf -> new Expr.Apply(Primitive.newArray((Type.Array) leaf, Walk.types(named)), named, span));
    }

    /** What becomes of one leaf's array. */
    private interface Leaf {
        Expr of(Type type);
    }

    private Expr each(Type type, Frame frame, Span span, Leaf made) {
        List<Expr> leaves = new ArrayList<>();
        for (Type.Component leaf : Leaves.of("", type)) {
            leaves.add(expressions.hoist("array", made.of(leaf.type()), frame));
        }
        return Leaves.build(type, leaves.iterator(), span);
    }

    /** {@code {v, w, null}}, the elements read. */
    Expr literal(Type.Array type, List<Expr> elements, Frame frame, Span span) {
        List<List<Expr>> values = new ArrayList<>();
        for (Expr element : elements) {
            boolean isNull = element instanceof Expr.Literal;
            List<Expr> leaves = new ArrayList<>(Leaves.of(
                    isNull
                            ? Branches.placeholder(type.element(), span)
                            : expressions.records().apart(element, frame)));
            if (type.element() instanceof Type.Struct) {
                leaves.add(new Expr.Literal(isNull ? "false" : "true", Type.Scalar.BOOLEAN, span));
            }
            values.add(leaves);
        }
        List<Expr> arrays = new ArrayList<>();
        List<Type.Component> leaves = Leaves.of("", type);
        for (int i = 0; i < leaves.size(); i++) {
            List<Expr> column = new ArrayList<>();
            for (List<Expr> value : values) {
                column.add(value.get(i));
            }
            Primitive primitive =
                    Primitive.arrayLiteral((Type.Array) leaves.get(i).type(), Walk.types(column));
            arrays.add(expressions.hoist("array", new Expr.Apply(primitive, column, span), frame));
        }
        return Leaves.build(type, arrays.iterator(), span);
    }

    /** {@code vs.clone()}. */
    Expr cloned(Expr rows, Frame frame, Span span) {
        List<Expr> leaves = new ArrayList<>();
        for (Expr leaf : Leaves.of(rows)) {
            leaves.add(expressions.hoist("array", ArrayReader.clone(leaf, span), frame));
        }
        return Leaves.build(rows.type(), leaves.iterator(), span);
    }

    /** Whether a library method is known to copy or fill arrays, whatever they hold. */
    static boolean copies(MemberLookup.Method method) {
        String name = Enclosing.type(method.choice().method()).getQualifiedName() + "."
                + method.choice().method().getSimpleName();
        return switch (name) {
            case "java.lang.System.arraycopy",
                    "java.util.Arrays.copyOf",
                    "java.util.Arrays.copyOfRange",
                    "java.util.Arrays.fill" ->
                method.choice().method().getParameters().size() != 3 || !name.endsWith("copyOf");
            default -> false;
        };
    }

    /** {@code Arrays.copyOf(vs, n)} and its kin, for each leaf; null where nothing is given. */
    Expr copied(MemberLookup.Method method, List<Expr> arguments, Type result, Frame frame, Span span) {
        Type.Array rows = (Type.Array) rowsIn(arguments).type();
        boolean fills = method.choice().method().getSimpleName().contentEquals("fill");
        boolean withNull = fills && isNull(arguments.get(arguments.size() - 1), rows, span);
        List<Expr> named = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean filling = fills && i == arguments.size() - 1;
            named.add(
                    filling && withNull
                            ? new Expr.Literal("false", Type.Scalar.BOOLEAN, span)
                            : plainArgument(arguments.get(i), filling ? rows.element() : rows, frame));
        }
        boolean isVoid = result == Type.Scalar.VOID;
        List<Type.Component> leaves = Leaves.of("", isVoid ? rows : result);
        List<Expr> given = new ArrayList<>();
        // Elements that become null keep what their leaves hold, which nothing reads.
        for (int i = withNull ? leaves.size() - 1 : 0; i < leaves.size(); i++) {
            List<Expr> own = new ArrayList<>();
            for (Expr argument : named) {
                own.add(leaf(argument, i, span));
            }
            Type type = isVoid ? result : leaves.get(i).type();
            Expr call = reading.members.call(method, null, own, type, span);
            if (isVoid) {
                frame.out.add(new Stmt.Effect(call, new Stmt.Note(Stmt.Role.PRIMAL, span)));
            } else {
                given.add(expressions.hoist("array", call, frame));
            }
        }
        return isVoid ? new Expr.Literal("", Type.Scalar.VOID, span) : Leaves.build(result, given.iterator(), span);
    }

    private static Expr rowsIn(List<Expr> arguments) {
        return arguments.stream().filter(RowsReader::isApart).findFirst().orElseThrow();
    }

    private static boolean isNull(Expr element, Type.Array rows, Span span) {
        boolean isNull = element instanceof Expr.Literal;
        if (isNull && !(rows.element() instanceof Type.Struct)) {
            throw noNullRows(span);
        }
        return isNull;
    }

    private static Refusal noNullRows(Span span) {
        return unsupported("null in the place of an array of records", "make an empty array", span);
    }

    /** An index, or something that stands for elements, taken apart. */
    private Expr plainArgument(Expr argument, Type elements, Frame frame) {
        if (argument instanceof Expr.Build && argument.type().equals(elements)) {
            return argument;
        }
        if (argument.type() instanceof Type.Scalar) {
            return plain(argument, frame);
        }
        Expr cast = reading.operators.cast(argument, elements, argument.span());
        Expr held = cast instanceof Expr.Ref ? cast : expressions.hoist("given", cast, frame);
        Expr apart = expressions.records().apart(held, frame);
        return Leaves.build(elements, Leaves.of(apart).iterator(), argument.span());
    }

    /** An argument's part for one leaf; a record that fills an array says of every element that it is there. */
    private static Expr leaf(Expr argument, int index, Span span) {
        if (!(argument instanceof Expr.Build)) {
            return argument;
        }
        List<Expr> leaves = Leaves.of(argument);
        return index < leaves.size() ? leaves.get(index) : new Expr.Literal("true", Type.Scalar.BOOLEAN, span);
    }

    private static Refusal unsupported(String what, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, span, what, instead));
    }
}
