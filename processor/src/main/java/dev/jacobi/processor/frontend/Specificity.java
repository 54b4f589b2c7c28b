package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import java.util.List;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which of two methods that both apply says more about its arguments (JLS 15.12.2.5). */
final class Specificity {

    private final Language language;
    private final Typer typer;
    private final Scope scope;

    Specificity(Language language, Typer typer, Scope scope) {
        this.language = language;
        this.typer = typer;
        this.scope = scope;
    }

    /** Whether each argument's parameter in {@code a} says at least as much as in {@code b}. */
    boolean isMore(Overloads.Choice a, Overloads.Choice b, List<Argument> arguments) {
        Inference inference = typer.newInference();
        Substitution opened = inference.open(b.variables());
        boolean more = inference.declareBounds(b.variables(), opened);
        for (int i = 0; more && i < arguments.size(); i++) {
            more = isMore(a.parameter(i), opened.apply(b.parameter(i)), arguments.get(i), inference);
        }
        int next = arguments.size();
        boolean longer = a.variableArity() && b.variableArity() && Math.max(size(a), size(b)) == next + 1;
        if (more && longer) {
            more = inference.reduction.subtype(a.parameter(next), opened.apply(b.parameter(next)));
        }
        return more;
    }

    private static int size(Overloads.Choice choice) {
        return choice.type().getParameterTypes().size();
    }

    private boolean isMore(TypeMirror s, TypeMirror t, Argument argument, Inference inference) {
        Expression e = argument.expression();
        if (argument.type() == null && e != null) {
            Boolean functional = functional(s, t, e, inference);
            if (functional != null) {
                return functional;
            }
        }
        TypeMirror from = s;
        if (s.getKind().isPrimitive() != t.getKind().isPrimitive()) {
            from = s.getKind().isPrimitive() ? language.boxed(s) : language.unboxed(s);
        }
        if (from == null) {
            return false;
        }
        return from.getKind().isPrimitive() ? language.types.isSubtype(from, t) : inference.reduction.subtype(from, t);
    }

    /** Of two functional interfaces neither of which extends the other; null where that decides nothing. */
    private @Nullable Boolean functional(TypeMirror s, TypeMirror t, Expression e, Inference inference) {
        Expression inner = e;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        if (inner instanceof ConditionalExpr choice) {
            inner = choice.getThenExpr();
        }
        boolean function = inner instanceof LambdaExpr || inner instanceof MethodReferenceExpr;
        if (!function || related(s, t)) {
            return null;
        }
        ExecutableType from = typer.functions().of(s);
        ExecutableType to = typer.functions().of(t);
        if (from == null
                || to == null
                || from.getParameterTypes().size() != to.getParameterTypes().size()) {
            return null;
        }
        TypeMirror given = from.getReturnType();
        TypeMirror wanted = to.getReturnType();
        if (wanted.getKind() == TypeKind.VOID) {
            return true;
        }
        if (given.getKind() == TypeKind.VOID) {
            return false;
        }
        if (given.getKind().isPrimitive() != wanted.getKind().isPrimitive()) {
            Boolean primitive = typer.functionBodies().givesPrimitive(inner, from, scope);
            return primitive != null && primitive == given.getKind().isPrimitive();
        }
        return given.getKind().isPrimitive()
                ? language.types.isSubtype(given, wanted)
                : inference.reduction.subtype(given, wanted);
    }

    private boolean related(TypeMirror s, TypeMirror t) {
        TypeMirror a = language.types.erasure(s);
        TypeMirror b = language.types.erasure(t);
        return language.types.isSubtype(a, b) || language.types.isSubtype(b, a);
    }
}
