package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;

/** Reads assignments and steps: each binds the variable's name to a new variable of the intermediate language. */
final class AssignmentReader {

    private final Reading reading;
    private final ExpressionReader expressions;

    AssignmentReader(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    /** {@code x++} and its kin: the value is the old or the new one. */
    Expr step(UnaryExpr e, Frame frame, Span span) {
        if (ExpressionReader.unenclosed(e.getExpression()) instanceof ArrayAccessExpr access) {
            return expressions.arrays().step(e, access, frame, span);
        }
        String name = assignable(e.getExpression(), frame);
        Expr old = NameReader.local(name, frame, span);
        boolean up = e.getOperator().name().endsWith("INCREMENT");
        Expr one = new Expr.Literal("1", Scalar.INT, span);
        Expr next = reading.operators.binary(up ? BinaryExpr.Operator.PLUS : BinaryExpr.Operator.MINUS, old, one, span);
        Expr assigned = assign(name, reading.operators.cast(next, old.type(), span), frame, span);
        return e.isPrefix() ? assigned : old;
    }

    Expr assign(AssignExpr e, Frame frame, Span span) {
        if (ExpressionReader.unenclosed(e.getTarget()) instanceof ArrayAccessExpr access) {
            return expressions.arrays().assign(e, access, true, frame, span);
        }
        Choice choice = ExpressionReader.choice(ExpressionReader.unenclosed(e.getTarget()), frame);
        if (choice != null && choice.isTable()) {
            throw TableReader.unsupported(
                    "a variable that holds several arrays of functions", "write a variable for each", span);
        }
        String function = FunctionForms.name(ExpressionReader.unenclosed(e.getTarget()));
        if (choice != null || frame.closures.containsKey(function)) {
            reading.poison(function);
            expressions.choices().assign(function, e.getValue(), e, frame);
            reading.cure(function);
            Expr number =
                    frame.choices.containsKey(function) ? frame.local(function).value() : null;
            return number != null ? number : new Expr.Literal("0", Scalar.INT, span);
        }
        String name = assignable(e.getTarget(), frame);
        Type type = frame.local(name).type();
        Expr value;
        if (e.getOperator() == AssignExpr.Operator.ASSIGN) {
            value = expressions.readAs(e.getValue(), type, frame);
        } else {
            Expr old = NameReader.local(name, frame, frame.scope.span(e.getTarget()));
            BinaryExpr.Operator operator = e.getOperator().toBinaryOperator().orElseThrow();
            Expr combined = reading.operators.binary(operator, old, expressions.read(e.getValue(), frame), span);
            value = reading.operators.cast(combined, type, span);
        }
        return assign(name, value, frame, span);
    }

    /** Binds a variable's name to a new variable that holds the value. */
    private Expr assign(String name, Expr value, Frame frame, Span span) {
        Frame.Local local = frame.local(name);
        Expr held = expressions.bind(
                Branches.wish(name), value, local.type(), frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
        frame.locals.put(name, local.with(held));
        return local.constant() ? Operators.constant(held) : held;
    }

    private String assignable(Expression target, Frame frame) {
        Expression inner = target;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        String name = inner instanceof NameExpr n ? named(n.getNameAsString(), frame) : field(inner, frame);
        if (!frame.locals.containsKey(name) && Patterns.declaring(name, inner) != null) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    frame.scope.span(target),
                    "assigning the variable of a pattern",
                    "assign a variable of your own"));
        }
        if (!frame.locals.containsKey(name)) {
            throw new Refusal(Problem.of(Kind.ASSIGNS_OUTSIDE, frame.scope.span(target), target.toString()));
        }
        return name;
    }

    /** A local variable before a field of its name. */
    private static String named(String name, Frame frame) {
        boolean field = !frame.locals.containsKey(name) && frame.locals.containsKey(RecordReader.FIELD + name);
        return field ? RecordReader.FIELD + name : name;
    }

    /** The name under which a constructor's frame holds a field of the record that it makes. */
    private static String field(Expression target, Frame frame) {
        boolean own = target instanceof FieldAccessExpr field && field.getScope() instanceof ThisExpr;
        String name = own ? RecordReader.FIELD + ((FieldAccessExpr) target).getNameAsString() : "";
        return frame.locals.containsKey(name) ? name : "";
    }
}
