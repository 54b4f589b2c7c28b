package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.NameSupply;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
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
        if (lambda(e, frame) != null) {
            return true;
        }
        if (reading.typer.functions().method(called.getReturnType()) == null) {
            return false;
        }
        if (Composition.isOne(called)) {
            return e.getScope().isPresent()
                    && (Functions.isStatic(called)
                            || expressions.functions().isInSight(e.getScope().get(), frame)
                                    && expressions.functions().isInSight(e.getArgument(0), frame));
        }
        Declarations.Body body = reading.members.body(called);
        boolean own = Functions.isStatic(called)
                || !Enclosing.type(called).getKind().isInterface()
                || e.getScope().isEmpty()
                || expressions.functions().isInSight(e.getScope().get(), frame);
        return body != null && own && givesFunctions(body);
    }

    /** The code of a method that can be read where it is called, for what it gives; null for any other. */
    Declarations.@Nullable Body body(MethodCallExpr e, Frame frame) {
        MemberLookup.Method method = method(e, frame);
        ExecutableElement called = method == null ? null : method.choice().method();
        boolean plain = called != null
                && Functions.isStatic(called)
                && Inlining.isPlain(called, null, reading.members.callsItself(called));
        Declarations.Body body = called == null || !plain ? null : reading.members.body(called);
        return body != null && isRead(body) && !leaves(body).isEmpty() ? body : null;
    }

    private static boolean isRead(Declarations.Body body) {
        return Subset.check(body.declaration().getBody().orElseThrow(), body.scope())
                .isEmpty();
    }

    /** What a method's code may give. */
    static List<Expression> leaves(Declarations.Body body) {
        return Results.of(body.declaration().getBody().orElseThrow()).stream()
                .flatMap(result -> FunctionForms.leaves(result).stream())
                .toList();
    }

    /** The lambda that a call calls, if it gives a function; null for any other call. */
    private @Nullable LambdaExpr lambda(MethodCallExpr e, Frame frame) {
        LambdaExpr code = e.getScope().isEmpty() ? null : code(e.getScope().get(), frame);
        MemberLookup.Method method = code == null ? null : method(e, frame);
        boolean own = method != null && method.choice().method().getModifiers().contains(Modifier.ABSTRACT);
        return own
                        && reading.typer.functions().method(reading.typer.typeOf(e, frame.scope)) != null
                        && areFunctions(Results.of(Objects.requireNonNull(code)))
                ? code
                : null;
    }

    /** The lambda that an expression gives, as far as that can be seen without reading it. */
    private @Nullable LambdaExpr code(Expression e, Frame frame) {
        Expression inner = FunctionForms.inner(e);
        if (inner instanceof MethodCallExpr call) {
            LambdaExpr outer = lambda(call, frame);
            List<Expression> results = outer == null ? List.of() : Results.of(outer);
            return results.size() == 1 && FunctionForms.inner(results.get(0)) instanceof LambdaExpr given
                    ? given
                    : null;
        }
        Closure known =
                FunctionForms.isFunction(inner) ? null : expressions.functions().known(inner, frame);
        return known != null && known.code() instanceof LambdaExpr lambda ? lambda : null;
    }

    private static boolean areFunctions(List<Expression> results) {
        return !results.isEmpty()
                && results.stream()
                        .flatMap(result -> FunctionForms.leaves(result).stream())
                        .allMatch(leaf -> FunctionForms.isFunction(leaf)
                                || leaf instanceof NameExpr
                                || leaf instanceof MethodCallExpr);
    }

    private static boolean givesFunctions(Declarations.Body body) {
        return areFunctions(Results.of(body.declaration().getBody().orElseThrow())) && isRead(body);
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
        if (lambda(e, frame) != null) {
            Handed lambda = expressions.functions().of(e.getScope().orElseThrow(), frame);
            if (lambda instanceof Closure closure && closure.code() instanceof LambdaExpr) {
                return new Inlining(reading, names, expressions).given(closure, e, method, frame, span);
            }
            throw new Refusal(Subset.unsupported(e, frame.scope));
        }
        Handed self = Functions.isStatic(called) ? null : expressions.calls().functionOf(e, method, frame);
        if (Composition.isOne(called)) {
            return new Composition(reading, expressions).of(e, called, self, frame);
        }
        return new Inlining(reading, names, expressions).returned(e, method, self, frame, span);
    }
}
