package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which source writes a function, and a choice between functions. */
final class FunctionForms {

    private FunctionForms() {}

    /** Without brackets and casts to a functional interface, which change nothing about a function. */
    static Expression inner(Expression e) {
        if (e instanceof EnclosedExpr enclosed) {
            return inner(enclosed.getInner());
        }
        if (e instanceof CastExpr cast) {
            Expression inner = inner(cast.getExpression());
            return isFunction(inner) || isChoice(inner) ? inner : e;
        }
        return e;
    }

    /** A lambda, a method reference, or the making of an anonymous class that is nothing but one method. */
    static boolean isFunction(Node node) {
        return node instanceof LambdaExpr
                || node instanceof MethodReferenceExpr
                || node instanceof ObjectCreationExpr creation && method(creation) != null;
    }

    /** The one method of an anonymous class; null where it has more, or no such class is made. */
    static @Nullable MethodDeclaration method(ObjectCreationExpr creation) {
        List<BodyDeclaration<?>> members =
                creation.getAnonymousClassBody().map(List::copyOf).orElse(List.of());
        boolean one = members.size() == 1 && creation.getArguments().isEmpty();
        return one
                        && members.get(0) instanceof MethodDeclaration method
                        && method.getBody().isPresent()
                ? method
                : null;
    }

    /** What of a function is read where it is called: its body, or the whole of a method reference. */
    static Node body(Expression function) {
        if (function instanceof LambdaExpr lambda) {
            return lambda.getBody();
        }
        MethodDeclaration method = function instanceof ObjectCreationExpr creation ? method(creation) : null;
        return method == null ? function : method.getBody().orElseThrow();
    }

    /** The name by which a frame knows the function that an expression names; empty where it names none. */
    static String name(Expression e) {
        return e instanceof NameExpr name
                ? name.getNameAsString()
                : e instanceof ThisExpr self && self.getTypeName().isEmpty() ? Frame.THIS : "";
    }

    /** Whether an expression chooses between functions. */
    static boolean isChoice(Expression e) {
        if (e instanceof EnclosedExpr || e instanceof CastExpr) {
            return !Identity.same(inner(e), e) && isChoice(inner(e));
        }
        if (e instanceof ConditionalExpr choice) {
            return isFunctionOrChoice(choice.getThenExpr()) || isFunctionOrChoice(choice.getElseExpr());
        }
        return e instanceof SwitchExpr cases && Results.of(cases).stream().anyMatch(FunctionForms::isFunctionOrChoice);
    }

    static boolean isFunctionOrChoice(Expression e) {
        return isFunction(inner(e)) || isChoice(e);
    }

    /** The functions between which an expression chooses, or itself. */
    static List<Expression> leaves(Expression e) {
        return Results.chosen(e, FunctionForms::inner);
    }
}
