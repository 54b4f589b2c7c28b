package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * {@code Arrays.setAll(array, generator)} as the loop that it is documented to be, if the function is in sight:
 * {@code for (int i = 0; i < array.length; i++) array[i] = generator.applyAsDouble(i);}.
 */
final class FilledArray {

    private static final String ARRAY = "array";
    private static final String GENERATOR = "generator";

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    FilledArray(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** Fills the array; null where the call isn't one of these, or its elements have no derivative. */
    @Nullable
    Expr read(MethodCallExpr e, ExecutableElement called, Frame frame, Span span) {
        if (!isOne(called) || !carriesDerivative(e, frame) || !isRead(e.getArgument(1), frame)) {
            return null;
        }
        Frame inside = frame.within(Map.of(), Map.of(), Map.of(), frame.scope.inner());
        array(e.getArgument(0), inside, frame);
        Handed generator = Objects.requireNonNull(expressions.functions().of(e.getArgument(1), frame));
        TypeMirror type = reading.typer.typeOf(e.getArgument(1), frame.scope);
        inside.scope.declare(GENERATOR, type);
        generator.bind(GENERATOR, inside);
        String method = Objects.requireNonNull(reading.typer.functions().method(type))
                .getSimpleName()
                .toString();
        new StatementReader(reading, names, Type.Scalar.VOID)
                .readAll(loop(method, e).getBody().asBlockStmt().getStatements(), inside);
        return new Expr.Literal("", Type.Scalar.VOID, span);
    }

    private static boolean isOne(ExecutableElement called) {
        return called.getSimpleName().contentEquals("setAll")
                && Enclosing.type(called).getQualifiedName().contentEquals("java.util.Arrays");
    }

    private boolean carriesDerivative(MethodCallExpr e, Frame frame) {
        return expressions.type(e.getArgument(0), frame).carriesDerivative();
    }

    /** Whether the function's body is in sight, and in Java that is read: else the call stays what it is. */
    private boolean isRead(Expression generator, Frame frame) {
        if (!expressions.functions().isInSight(generator, frame)) {
            return false;
        }
        Expression function = FunctionForms.inner(generator);
        return !FunctionForms.isFunction(function)
                || Subset.check(FunctionForms.body(function), frame.scope).isEmpty();
    }

    /** The array is found before the function is made, as arguments are. */
    private void array(Expression given, Frame inside, Frame frame) {
        TypeMirror mirror = reading.typer.typeOf(given, frame.scope);
        Expr array = expressions.records().apart(expressions.read(given, frame), frame);
        if (array instanceof Expr.Ref || RowsReader.isApart(array)) {
            inside.scope.declare(ARRAY, mirror);
            inside.locals.put(ARRAY, new Frame.Local(array, array.type(), false));
        } else {
            new Inlining(reading, names, expressions).bind(ARRAY, mirror, array, inside);
        }
    }

    /** Made once for each call, as functions are known by their code. */
    private LambdaExpr loop(String method, MethodCallExpr at) {
        String text = "() -> { for (int i = 0; i < array.length; i++) { array[i] = generator." + method + "(i); } }";
        return (LambdaExpr) reading.typer.functions().written(at, () -> Composition.lambda(text, at));
    }
}
