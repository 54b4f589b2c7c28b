package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.NameSupply;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Functions that methods give whose code is in sight, such as {@code compose(f, g)}. */
final class ReturnedFunctions {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    ReturnedFunctions(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** Whether a call gives a function that can be read; nothing is read. */
    boolean isFunction(MethodCallExpr e, Frame frame) {
        MemberLookup.Method method = method(e, frame);
        if (method == null) {
            return false;
        }
        ExecutableElement called = method.choice().method();
        if (reading.typer.functions().method(called.getReturnType()) == null) {
            return false;
        }
        if (Composition.isOne(called)) {
            return e.getScope().isPresent()
                    && (Functions.isStatic(called)
                            || expressions.functions().isInSight(e.getScope().get(), frame)
                                    && expressions.functions().isInSight(e.getArgument(0), frame));
        }
        Functions.Body body = reading.members.body(called);
        boolean own = Functions.isStatic(called)
                || !Enclosing.type(called).getKind().isInterface()
                || e.getScope().isEmpty()
                || expressions.functions().isInSight(e.getScope().get(), frame);
        return body != null && own && givesFunctions(body);
    }

    private static boolean givesFunctions(Functions.Body body) {
        List<Expression> results = Results.of(body.declaration().getBody().orElseThrow());
        boolean functions = results.stream()
                .flatMap(result -> FunctionForms.leaves(result).stream())
                .allMatch(leaf ->
                        FunctionForms.isFunction(leaf) || leaf instanceof NameExpr || leaf instanceof MethodCallExpr);
        return functions
                && Subset.check(body.declaration().getBody().orElseThrow(), body.scope())
                        .isEmpty();
    }

    private MemberLookup.@Nullable Method method(MethodCallExpr e, Frame frame) {
        try {
            return reading.typer.members().method(e, frame.scope);
        } catch (Refusal unknown) {
            return null; // refused where it is read
        }
    }

    Handed of(MethodCallExpr e, Frame frame) {
        MemberLookup.Method method = reading.typer.members().method(e, frame.scope);
        ExecutableElement called = method.choice().method();
        Span span = frame.scope.span(e);
        Handed self = Functions.isStatic(called) ? null : expressions.calls().functionOf(e, method, frame);
        if (Composition.isOne(called)) {
            return new Composition(reading, expressions).of(e, called, self, frame);
        }
        return new Inlining(reading, names, expressions).returned(e, method, self, frame, span);
    }
}
