package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import dev.jacobi.processor.ir.Walk;
import java.util.List;

/** The cases of a switch that are patterns or null, and what such a switch does where none of them matches. */
final class PatternCases {

    private final Reading reading;
    private final StatementReader statements;

    PatternCases(Reading reading, StatementReader statements) {
        this.reading = reading;
        this.statements = statements;
    }

    static boolean areFor(Expression label) {
        return label instanceof ComponentPatternExpr || label instanceof NullLiteralExpr;
    }

    static boolean areIn(SwitchNode choice) {
        return has(choice, ComponentPatternExpr.class) || has(choice, NullLiteralExpr.class);
    }

    static boolean allowNull(SwitchNode choice) {
        return has(choice, NullLiteralExpr.class);
    }

    /** Whether null is an error that the tests of the cases wouldn't show. */
    boolean refuseNull(SwitchNode choice, Expr selector) {
        boolean constants = selector.type() instanceof Type.Opaque opaque && reading.typer.isEnum(opaque.mirror());
        boolean mayBeNull = !(selector instanceof Expr.Build);
        return mayBeNull && (constants || has(choice, ComponentPatternExpr.class)) && !allowNull(choice);
    }

    private static boolean has(SwitchNode choice, Class<? extends Expression> kind) {
        for (SwitchEntry entry : choice.getEntries()) {
            if (entry.getLabels().stream().anyMatch(kind::isInstance)) {
                return true;
            }
        }
        return false;
    }

    Expr matches(Expr selector, Expression source, Expression label, Frame frame) {
        Span span = frame.scope.span(label);
        ExpressionReader expressions = statements.expressions();
        if (label instanceof ComponentPatternExpr pattern) {
            return expressions
                    .patterns()
                    .top(selector, reading.typer.typeOf(source, frame.scope), pattern, frame, span);
        }
        if (selector instanceof Expr.Build) {
            throw RecordReader.askedForNull(span);
        }
        return reading.operators.binary(BinaryExpr.Operator.EQUALS, selector, expressions.read(label, frame), span);
    }

    /** The condition of a case with what stands behind {@code when}. */
    Expr guarded(Expr condition, SwitchEntry entry, Frame frame) {
        if (entry.getGuard().isEmpty()) {
            return condition;
        }
        Expression guard = entry.getGuard().get();
        ExpressionReader expressions = statements.expressions();
        return expressions
                .patterns()
                .both(
                        condition,
                        inside -> expressions.readAs(guard, Scalar.BOOLEAN, inside),
                        frame,
                        frame.scope.span(guard));
    }

    static Stmt requireNonNull(Expr selector, Span span) {
        Primitive check = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library("java.util.Objects"),
                "requireNonNull",
                List.of(selector.type()),
                selector.type(),
                false,
                "java.util.Objects.requireNonNull(java.lang.Object)");
        return new Stmt.Effect(new Expr.Apply(check, List.of(selector), span), note(span));
    }

    /** What Java throws where classes have been added since the switch was compiled. */
    Stmt noMatch(Span span) {
        Type type = reading.types.read(reading.typer.declared("java.lang.MatchException"));
        List<Expr> arguments = List.of(nothing("java.lang.String", span), nothing("java.lang.Throwable", span));
        Primitive creation =
                new Primitive(Primitive.Form.NEW, type, "new", Walk.types(arguments), type, false, "new " + type);
        return new Stmt.Throw(new Expr.Apply(creation, arguments, span), note(span));
    }

    private Expr nothing(String type, Span span) {
        return new Expr.Literal("null", reading.types.read(reading.typer.declared(type)), span);
    }

    private static Stmt.Note note(Span span) {
        return new Stmt.Note(Stmt.Role.PRIMAL, span);
    }
}
