package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether expressions can be handed over as a type (JLS 18.2.1). Each has two forms: one only asks, while an overload
 * is chosen; the other also learns the types of the parts that depend on their target.
 */
final class Checks {

    private final Typer typer;

    Checks(Typer typer) {
        this.typer = typer;
    }

    /** Whether an argument whose type depends on its target lets a method apply (JLS 15.12.2.2). */
    boolean admits(Expression e, TypeMirror target, Inference inference, boolean strict, Scope scope) {
        if (!typer.isPoly(e, scope)) {
            TypeMirror type = typer.captured(e, scope);
            boolean boxes = type.getKind().isPrimitive() != target.getKind().isPrimitive();
            return !(strict && boxes) && inference.reduction.compatible(type, target);
        }
        if (e instanceof EnclosedExpr enclosed) {
            return admits(enclosed.getInner(), target, inference, strict, scope);
        }
        if (e instanceof ConditionalExpr choice) {
            return admits(choice.getThenExpr(), target, inference, strict, scope)
                    && admits(choice.getElseExpr(), target, inference, strict, scope);
        }
        if (e instanceof SwitchExpr cases) {
            for (Expression result : Results.of(cases)) {
                if (!admits(result, target, inference, strict, scope)) {
                    return false;
                }
            }
            return true;
        }
        if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr) {
            return typer.functionBodies().couldBe(e, target, inference, scope);
        }
        if (strict && target.getKind().isPrimitive()) {
            return false;
        }
        TypeMirror result = call(e, inference, false, scope);
        return result != null && typer.calls().returns(result, target, inference);
    }

    private @Nullable TypeMirror call(Expression e, Inference inference, boolean learn, Scope scope) {
        return e instanceof MethodCallExpr call
                ? typer.calls().open(call, inference, learn, scope)
                : typer.calls().open((ObjectCreationExpr) e, inference, learn, scope);
    }

    /** Has an expression fit a target, and learns its type once the inference is solved. */
    boolean fit(Expression e, TypeMirror target, Inference inference, Scope scope) {
        if (!typer.isPoly(e, scope)) {
            TypeMirror type = typer.captured(e, scope);
            boolean closed = !inference.isOpen(inference.apply(target));
            return inference.reduction.compatible(type, target) || closed;
        }
        if (e instanceof EnclosedExpr enclosed) {
            boolean fits = fit(enclosed.getInner(), target, inference, scope);
            // At the end: what is inside may be learnt later than this is asked for.
            inference.whenSolved(() ->
                    inference.whenSolved(() -> typer.learn(e, typer.typeOf(enclosed.getInner(), scope))));
            return fits;
        }
        if (e instanceof ConditionalExpr choice) {
            inference.whenSolved(() -> typer.learn(e, inference.apply(target)));
            return fit(choice.getThenExpr(), target, inference, scope)
                    && fit(choice.getElseExpr(), target, inference, scope);
        }
        if (e instanceof SwitchExpr cases) {
            inference.whenSolved(() -> typer.learn(e, inference.apply(target)));
            boolean fits = true;
            for (Expression result : Results.of(cases)) {
                fits = fits && fit(result, target, inference, scope);
            }
            return fits;
        }
        if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr) {
            Inference.Pending pending = typer.functionBodies().pending(e, target, inference, scope);
            if (e instanceof MethodReferenceExpr && inference.isDecided(pending.inputs())) {
                return pending.read();
            }
            inference.add(pending);
            return !(e instanceof LambdaExpr lambda)
                    || typer.functionBodies().declares(lambda, target, inference, scope);
        }
        TypeMirror result = call(e, inference, true, scope);
        return result != null
                && (target.getKind() == TypeKind.NONE || typer.calls().returns(result, target, inference));
    }
}
