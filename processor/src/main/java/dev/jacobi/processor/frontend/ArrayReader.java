package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** Reads arrays: making them, their elements, and what writes these. */
final class ArrayReader {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final RowsReader rows;

    ArrayReader(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
        this.rows = new RowsReader(reading, expressions);
    }

    RowsReader rows() {
        return rows;
    }

    /** {@code a.clone()}. */
    static Expr clone(Expr array, Span span) {
        return new Expr.Apply(Primitive.cloning(array.type()), List.of(array), span);
    }

    Expr step(UnaryExpr e, ArrayAccessExpr access, Frame frame, Span span) {
        Element element = element(access, true, frame);
        Expr old = expressions.hoist("element", indexed(element.array(), element.index(), span), frame);
        Expr value = next(e, old, span);
        if (e.isPrefix()) {
            value = expressions.hoist("element", value, frame);
        }
        store(element, value, frame, span);
        return e.isPrefix() ? value : old;
    }

    /** Where an element is: an array and an index that can be read more than once. */
    private record Element(Expr array, Expr index) {}

    /** What names an element; an index that will be read and written gets a name of its own if it isn't plain. */
    private Element element(ArrayAccessExpr access, boolean twice, Frame frame) {
        List<Expr> operands = new ArrayList<>(expressions.readAll(List.of(access.getName(), access.getIndex()), frame));
        Expr index = reading.operators.index(operands.get(1));
        return new Element(
                operands.get(0), isPlain(index) || !twice ? index : expressions.hoist("index", index, frame));
    }

    /** Whether an index is as well written twice: {@code i + 1}. */
    static boolean isPlain(Expr e) {
        boolean own = e instanceof Expr.Ref
                || e instanceof Expr.Literal
                || e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INFIX;
        return own && Effects.isFree(e) && Walk.operands(e).stream().allMatch(ArrayReader::isPlain);
    }

    private static void store(Element element, Expr value, Frame frame, Span span) {
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        frame.out.add(new Stmt.Store(element.array(), element.index(), value, note));
    }

    /** {@code a[i] = e} and {@code a[i] += e}; array and index are known before the value is (JLS 15.26). */
    Expr assign(AssignExpr e, ArrayAccessExpr access, boolean wanted, Frame frame, Span span) {
        if (expressions.tables().isNamed(access.getName(), frame)) {
            return put(e, access, wanted, frame, span);
        }
        boolean plain = e.getOperator() == AssignExpr.Operator.ASSIGN;
        Element element = element(access, !plain || wanted, frame);
        Type type = ((Type.Array) element.array().type()).element();
        Expr old = indexed(element.array(), element.index(), frame.scope.span(e.getTarget()));
        List<Expr> before = new ArrayList<>(List.of(element.array(), element.index()));
        if (!plain) {
            before.add(old);
        }
        int position = frame.out.size();
        Expr value = plain ? put(e.getValue(), type, frame) : expressions.read(e.getValue(), frame);
        if (frame.out.size() > position) {
            expressions.settle(before, position, frame);
        }
        Element settled = new Element(before.get(0), before.get(1));
        if (RowsReader.isApart(settled.array())) {
            if (wanted && !(value instanceof Expr.Literal)) {
                value = expressions.bind("element", value, type, frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
            }
            rows.store(settled.array(), settled.index(), value, frame, span);
            return value;
        }
        if (!plain) {
            BinaryExpr.Operator operator = e.getOperator().toBinaryOperator().orElseThrow();
            Expr combined = reading.operators.binary(operator, before.get(2), value, span);
            value = reading.operators.cast(combined, type, span);
        }
        if (wanted && !(value instanceof Expr.Ref) && !(value instanceof Expr.Literal)) {
            value = expressions.hoist("element", value, frame);
        }
        store(settled, value, frame, span);
        return value;
    }

    /**
     * An element that is named by its array and index.
     *
     * @param called what the source calls it
     */
    Expr element(Expr named, String called, Frame frame) {
        return named instanceof Expr.Apply apply
                        && RowsReader.isApart(apply.operands().get(0))
                ? rows.element(apply.operands().get(0), apply.operands().get(1), called, frame, named.span())
                : named;
    }

    Expr element(ArrayAccessExpr e, Frame frame, Span span) {
        List<Expr> operands = expressions.readAll(List.of(e.getName(), e.getIndex()), frame);
        expressions.type(e, frame); // which refuses to index what is no array
        if (RowsReader.isApart(operands.get(0))) {
            return rows.element(operands.get(0), operands.get(1), ElementName.of(e), frame, span);
        }
        return indexed(operands.get(0), operands.get(1), span);
    }

    private Expr indexed(Expr array, Expr index, Span span) {
        Expr at = reading.operators.index(index);
        return new Expr.Apply(Primitive.index(array.type(), at.type()), List.of(array, at), span);
    }

    /** {@code new double[n]}, {@code new double[] {x, y}}. */
    Expr newArray(ArrayCreationExpr e, Frame frame, Span span) {
        Type.Array type = (Type.Array) expressions.type(e, frame);
        if (e.getInitializer().isPresent()) {
            return arrayOf(e.getInitializer().get(), type, frame);
        }
        List<Expression> lengths = new ArrayList<>();
        e.getLevels().forEach(level -> level.getDimension().ifPresent(lengths::add));
        List<Expr> values = new ArrayList<>();
        expressions.readAll(lengths, frame).forEach(length -> values.add(reading.operators.index(length)));
        if (Leaves.isRows(type)) {
            return rows.made(type, values, frame, span);
        }
        Primitive primitive = Primitive.newArray(type, Walk.types(values));
        return expressions.hoist("array", new Expr.Apply(primitive, values, span), frame);
    }

    /** An array initialiser. */
    Expr arrayOf(ArrayInitializerExpr e, Type.Array type, Frame frame) {
        if (Leaves.isRows(type)) {
            return rows.literal(type, elements(e, type, frame), frame, frame.scope.span(e));
        }
        return expressions.hoist("array", literal(e, type, frame), frame);
    }

    private Expr literal(ArrayInitializerExpr e, Type.Array type, Frame frame) {
        List<Expr> elements = elements(e, type, frame);
        Primitive primitive = Primitive.arrayLiteral(type, Walk.types(elements));
        return new Expr.Apply(primitive, elements, frame.scope.span(e));
    }

    private List<Expr> elements(ArrayInitializerExpr e, Type.Array type, Frame frame) {
        List<Expr> elements = new ArrayList<>();
        for (Expression element : e.getValues()) {
            int before = frame.out.size();
            Expr value = element instanceof ArrayInitializerExpr inner
                    ? Leaves.isRows(type)
                            ? arrayOf(inner, (Type.Array) type.element(), frame)
                            : literal(inner, (Type.Array) type.element(), frame)
                    : put(element, type.element(), frame);
            if (frame.out.size() > before) {
                expressions.settle(elements, before, frame);
            }
            elements.add(value);
        }
        return elements;
    }

    /** Puts a function into an array. */
    private Expr put(AssignExpr e, ArrayAccessExpr access, boolean wanted, Frame frame, Span span) {
        FunctionTable table = expressions.tables().named(access.getName(), frame);
        if (wanted || table == null) {
            throw TableReader.unsupported(
                    "a function, used other than by calling it or handing it on,", "put it into the array first", span);
        }
        expressions.tables().store(e, access, table, frame, span);
        return new Expr.Literal("", Scalar.VOID, span);
    }

    /** What is put into an array: of records it may hold null. */
    private Expr put(Expression value, Type type, Frame frame) {
        boolean none = type instanceof Type.Struct && value instanceof NullLiteralExpr;
        return none ? expressions.read(value, frame) : expressions.readAs(value, type, frame);
    }

    /** {@code a[i]++} as a statement. */
    void step(UnaryExpr e, ArrayAccessExpr access, Frame frame) {
        Span span = frame.scope.span(e);
        Element element = element(access, true, frame);
        Expr old = indexed(element.array(), element.index(), span);
        store(element, next(e, old, span), frame, span);
    }

    /** One more or one less, in the element's own type. */
    private Expr next(UnaryExpr e, Expr old, Span span) {
        BinaryExpr.Operator sign =
                e.getOperator().name().endsWith("INCREMENT") ? BinaryExpr.Operator.PLUS : BinaryExpr.Operator.MINUS;
        Expr next = reading.operators.binary(sign, old, new Expr.Literal("1", Scalar.INT, span), span);
        return reading.operators.cast(next, old.type(), span);
    }
}
