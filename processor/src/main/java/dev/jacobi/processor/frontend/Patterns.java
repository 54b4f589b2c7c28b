package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Patterns as tests and casts. What a pattern was matched with is kept in the frame under a name that tells where the
 * pattern stands; its variable is that, cast, wherever Java's scopes let the source name it.
 */
final class Patterns {

    private static final String MATCHED = "?matched at ";

    private final Reading reading;
    private final ExpressionReader expressions;
    private final NameSupply names;

    Patterns(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    static String key(TypePatternExpr pattern) {
        return pattern.getNameAsString()
                + MATCHED
                + pattern.getBegin().map(Object::toString).orElse("");
    }

    /** The pattern that declares the variable of a name at a node, or null. */
    static @Nullable TypePatternExpr declaring(String name, Node at) {
        return Locals.declaration(name, at) instanceof TypePatternExpr pattern ? pattern : null;
    }

    /** The value of a pattern's variable. */
    Expr variable(TypePatternExpr pattern, Frame frame, Span span) {
        Frame.Local matched = frame.locals.get(key(pattern));
        if (matched == null || matched.value() == null) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "using a pattern's variable behind the loop that asks for the pattern",
                    "ask for it again behind the loop"));
        }
        Type type = reading.types.read(reading.typer.patternType(pattern, frame.scope));
        Expr value = matched.value();
        return reading.operators.cast(
                value instanceof Expr.Ref ref ? new Expr.Ref(ref.variable(), span) : value, type, span);
    }

    /** Whether a value matches a pattern, as {@code instanceof} asks: null never does. */
    Expr instanceOf(Expression operand, ComponentPatternExpr pattern, Frame frame, Span span) {
        TypeMirror given = reading.typer.typeOf(operand, frame.scope);
        return instanceOf(
                operand, (value, inside) -> top(steady(value, inside), given, pattern, inside, span), frame, span);
    }

    /** What is asked of an operand that is there. */
    interface Test {
        Expr of(Expr value, Frame frame);
    }

    /** An element of an array of records is read only if it isn't null. */
    Expr instanceOf(Expression operand, Test test, Frame frame, Span span) {
        ExpressionReader.Row row = expressions.row(operand, frame);
        if (row == null) {
            return test.of(expressions.read(operand, frame), frame);
        }
        RowsReader rows = expressions.arrays().rows();
        Expr index = rows.plain(row.index(), frame);
        Expr isThere = rows.isGiven(row.rows(), index, span);
        return both(
                isThere,
                inside -> test.of(rows.element(row.rows(), index, ElementName.of(operand), inside, span), inside),
                frame,
                span);
    }

    /** The same for a value that can be asked again. */
    Expr top(Expr value, TypeMirror given, ComponentPatternExpr pattern, Frame frame, Span span) {
        if (pattern instanceof RecordPatternExpr parts) {
            return record(value, parts, frame, span);
        }
        TypePatternExpr type = (TypePatternExpr) pattern;
        bind(type, value, frame);
        return isA(value, reading.typer.patternType(type, frame.scope), span);
    }

    private Expr steady(Expr value, Frame frame) {
        if (value instanceof Expr.Ref || value instanceof Expr.Literal) {
            return value;
        }
        return value instanceof Expr.Build
                ? expressions.bind("matched", value, value.type(), frame, new Stmt.Note(Stmt.Role.PRIMAL, value.span()))
                : expressions.hoist("matched", value, frame);
    }

    private static void bind(TypePatternExpr pattern, Expr value, Frame frame) {
        boolean constant = Annotations.holdsConstant(pattern.getType().getAnnotations(), frame.scope);
        frame.locals.put(key(pattern), new Frame.Local(value, value.type(), constant));
    }

    /** {@code value instanceof T}: a record that is taken apart is what its type says, as no other class can be one. */
    Expr isA(Expr value, TypeMirror type, Span span) {
        if (value.type() instanceof Type.Scalar) {
            throw Mismatch.of(value, "an object", value.type(), "leave the question out: a number is of its own type");
        }
        if (value instanceof Expr.Build) {
            return yes(span);
        }
        Primitive test = new Primitive(
                Primitive.Form.INSTANCE_OF,
                reading.types.erased(type),
                "instanceof",
                List.of(value.type()),
                Scalar.BOOLEAN,
                true,
                "instanceof");
        return new Expr.Apply(test, List.of(value), span);
    }

    /**
     * {@code value instanceof R && } the components match, asked from left to right until one doesn't. (In a switch
     * javac may ask them more or less often; Java leaves that open.)
     */
    private Expr record(Expr value, RecordPatternExpr pattern, Frame frame, Span span) {
        TypeMirror type = reading.typer.named(pattern.getType(), frame.scope);
        Type recordType = reading.types.read(type);
        return both(
                isA(value, type, span),
                inside -> {
                    Expr row = expressions.bind(
                            "matched",
                            reading.operators.cast(value, recordType, span),
                            recordType,
                            inside,
                            new Stmt.Note(Stmt.Role.PRIMAL, span));
                    return components(row, type, pattern, 0, inside, span);
                },
                frame,
                span);
    }

    private Expr components(Expr row, TypeMirror type, RecordPatternExpr pattern, int index, Frame frame, Span span) {
        if (index == pattern.getPatternList().size()) {
            return yes(span);
        }
        Expr matches = component(row, type, pattern, index, frame);
        if (matches instanceof Expr.Literal) {
            return components(row, type, pattern, index + 1, frame, span);
        }
        return both(matches, inside -> components(row, type, pattern, index + 1, inside, span), frame, span);
    }

    private Expr component(Expr row, TypeMirror type, RecordPatternExpr pattern, int index, Frame frame) {
        ComponentPatternExpr part = pattern.getPatternList().get(index);
        Span span = frame.scope.span(part);
        MethodCallExpr accessor = accessor(row, type, index, part, frame, span);
        TypeMirror given = reading.typer.typeOf(accessor, frame.scope);
        Expr value = steady(expressions.read(accessor, frame), frame);
        frame.locals.remove(row(part));
        if (part instanceof MatchAllPatternExpr) {
            return yes(span);
        }
        boolean matchesNull = part instanceof TypePatternExpr whole
                && reading.typer.isSubtype(given, reading.typer.patternType(whole, frame.scope));
        if (matchesNull) {
            bind((TypePatternExpr) part, value, frame);
            return yes(span);
        }
        return top(value, given, part, frame, span);
    }

    private static Expr yes(Span span) {
        return new Expr.Literal("true", Scalar.BOOLEAN, span);
    }

    /** Whether a condition holds whatever the arguments are. */
    static boolean isYes(Expr condition) {
        return condition instanceof Expr.Literal literal && literal.text().equals("true");
    }

    /** {@code row.x()}, as source that is read like any other call. */
    private MethodCallExpr accessor(
            Expr row, TypeMirror type, int index, ComponentPatternExpr part, Frame frame, Span span) {
        TypeElement element = reading.typer.recordOf(type);
        if (element == null) {
            throw new Refusal(Problem.of(
                    Kind.WRONG_TYPE,
                    span,
                    "a record",
                    "a " + type,
                    "name a record's class in front of the parentheses"));
        }
        RecordComponentElement component = element.getRecordComponents().get(index);
        String name = row(part);
        frame.scope.declare(name, type);
        frame.locals.put(name, new Frame.Local(row, row.type(), false));
        NameExpr record = new NameExpr(name);
        MethodCallExpr call =
                new MethodCallExpr(record, component.getSimpleName().toString());
        part.getRange().ifPresent(range -> {
            call.setRange(range);
            record.setRange(range);
            call.getName().setRange(range);
        });
        return call;
    }

    private static String row(ComponentPatternExpr part) {
        return "row" + MATCHED + part.getBegin().map(Object::toString).orElse("");
    }

    /** Code that is asked only if a condition holds. */
    interface Then {
        Expr read(Frame inside);
    }

    /** {@code left && right}, where the right side may need statements of its own. */
    Expr both(Expr left, Then right, Frame frame, Span span) {
        if (isYes(left)) {
            return right.read(frame);
        }
        Frame inside = frame.branch();
        Expr value = right.read(inside);
        return both(left, inside, value, frame, span);
    }

    /** The same with the right side read. */
    Expr both(Expr left, Frame inside, Expr value, Frame frame, Span span) {
        if (inside.out.isEmpty()) {
            lift(inside, null, frame);
            return isYes(value) ? left : reading.operators.binary(BinaryExpr.Operator.AND, left, value, span);
        }
        Frame other = frame.branch();
        lift(inside, other, frame);
        Expr no = new Expr.Literal("false", Scalar.BOOLEAN, span);
        return new Branches(reading, names).value(left, inside, value, other, no, frame, span);
    }

    /**
     * What a part of a condition has matched is in sight behind it.
     *
     * @param other what runs where that part doesn't; null where the part has no statements of its own
     */
    static void lift(Frame part, @Nullable Frame other, Frame frame) {
        for (Map.Entry<String, Frame.Local> entry : part.locals.entrySet()) {
            String name = entry.getKey();
            Frame.Local local = entry.getValue();
            boolean known = Identity.same(frame.locals.get(name), local);
            if (!name.contains(MATCHED) || known || local.value() == null) {
                continue;
            }
            if (other == null) {
                frame.locals.put(name, local);
            } else {
                Expr nothing = Branches.nothing(local.value());
                other.locals.put(name, local.with(nothing));
                frame.locals.put(name, new Frame.Local(null, local.type(), false));
            }
        }
    }
}
