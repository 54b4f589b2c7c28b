package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
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

    /**
     * A lambda, a method reference, or the making of an anonymous class that is nothing but one method, and fields that
     * hold numbers.
     */
    static boolean isFunction(Node node) {
        return node instanceof LambdaExpr
                || node instanceof MethodReferenceExpr
                || node instanceof ObjectCreationExpr creation && method(creation) != null;
    }

    /** The one method of an anonymous class; null where it has more, or no such class is made. */
    static @Nullable MethodDeclaration method(ObjectCreationExpr creation) {
        List<BodyDeclaration<?>> members = new ArrayList<>(
                creation.getAnonymousClassBody().map(List::copyOf).orElse(List.of()));
        List<VariableDeclarator> fields = fields(creation);
        members.removeIf(FieldDeclaration.class::isInstance);
        boolean one = members.size() == 1 && creation.getArguments().isEmpty();
        return one
                        && members.get(0) instanceof MethodDeclaration method
                        && method.getBody().isPresent()
                        && fields.stream().allMatch(FunctionForms::isSteady)
                        && fields.stream()
                                .noneMatch(field -> Assigned.names(method).contains(field.getNameAsString()))
                ? method
                : null;
    }

    /** The fields of an anonymous class. */
    static List<VariableDeclarator> fields(ObjectCreationExpr creation) {
        List<VariableDeclarator> fields = new ArrayList<>();
        for (BodyDeclaration<?> member :
                creation.getAnonymousClassBody().map(List::copyOf).orElse(List.of())) {
            if (member instanceof FieldDeclaration field) {
                fields.addAll(field.getVariables());
            }
        }
        return fields;
    }

    /** Whether a field holds a number that is the same however often it is computed. */
    private static boolean isSteady(VariableDeclarator field) {
        return field.getType().isPrimitiveType()
                && field.getInitializer().map(FunctionForms::isFormula).orElse(false);
    }

    /** Literals, variables and operators, and {@code Math}. */
    private static boolean isFormula(Expression e) {
        if (e instanceof MethodCallExpr call) {
            boolean math = call.getScope()
                    .map(scope -> scope.toString().equals("Math"))
                    .orElse(false);
            return math
                    && !call.getNameAsString().equals("random")
                    && call.getArguments().stream().allMatch(FunctionForms::isFormula);
        }
        if (e instanceof UnaryExpr step && Assigned.isStep(step)) {
            return false;
        }
        boolean operator = e instanceof BinaryExpr
                || e instanceof UnaryExpr
                || e instanceof EnclosedExpr
                || e instanceof CastExpr
                || e instanceof ConditionalExpr;
        return e instanceof LiteralExpr
                || e instanceof NameExpr
                || operator
                        && e.getChildNodes().stream()
                                .filter(Expression.class::isInstance)
                                .allMatch(operand -> isFormula((Expression) operand));
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
