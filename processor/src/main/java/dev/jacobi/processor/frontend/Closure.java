package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lambda or method reference, with the variables that it sees: calls of it are read as its body.
 *
 * @param code a lambda or method reference
 */
record Closure(
        Expression code,
        Map<String, Frame.Local> locals,
        Map<String, Closure> closures,
        Map<String, Choice> choices,
        Scope scope) {

    /** The function that an expression gives where its body is in sight; null where it isn't. */
    static @Nullable Closure of(Expression e, Frame frame) {
        if (e instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner(), frame);
        }
        if (e instanceof NameExpr name) {
            return frame.closures.get(name.getNameAsString());
        }
        boolean function = e instanceof LambdaExpr || e instanceof MethodReferenceExpr;
        return function
                ? new Closure(
                        e,
                        Map.copyOf(withValues(frame)),
                        Map.copyOf(frame.closures),
                        Map.copyOf(frame.choices),
                        frame.scope)
                : null;
    }

    private static Map<String, Frame.Local> withValues(Frame frame) {
        Map<String, Frame.Local> locals = new LinkedHashMap<>(frame.locals);
        locals.values().removeIf(local -> local.value() == null);
        return locals;
    }
}
