package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Where an expression stands, and what type is wanted of it there (JLS 5). */
final class Contexts {

    private final Typer typer;

    Contexts(Typer typer) {
        this.typer = typer;
    }

    /** The outermost expression whose target an expression has as a part of it: a conditional's or switch's. */
    Expression whole(Expression e, Scope scope) {
        Expression whole = e;
        for (Expression outer = part(whole, scope); outer != null; outer = part(whole, scope)) {
            whole = outer;
        }
        return whole;
    }

    private @Nullable Expression part(Expression e, Scope scope) {
        Node parent = e.getParentNode().orElse(null);
        if (parent instanceof EnclosedExpr enclosed) {
            return enclosed;
        }
        if (parent instanceof ConditionalExpr choice) {
            return !Identity.same(e, choice.getCondition()) && typer.isPoly(choice, scope) ? choice : null;
        }
        return cases(parent);
    }

    private static @Nullable SwitchExpr cases(@Nullable Node parent) {
        boolean arrow = parent instanceof ExpressionStmt
                && parent.getParentNode().orElse(null) instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElse(null) instanceof SwitchExpr;
        if (!arrow && !(parent instanceof YieldStmt)) {
            return null;
        }
        Node node = parent;
        while (node != null && !(node instanceof SwitchExpr)) {
            node = node.getParentNode().orElse(null);
        }
        return (SwitchExpr) node;
    }

    /** The call or lambda expression that decides the type of a part of it, or null. */
    @Nullable
    Node decider(Expression e) {
        Node parent = e.getParentNode().orElse(null);
        if (parent instanceof MethodCallExpr call) {
            return Identity.contains(call.getArguments(), e) ? call : null;
        }
        if (parent instanceof ObjectCreationExpr creation) {
            return Identity.contains(creation.getArguments(), e) ? creation : null;
        }
        if (parent instanceof EnumConstantDeclaration || parent instanceof ExplicitConstructorInvocationStmt) {
            return parent;
        }
        if (parent instanceof ExpressionStmt line && line.getParentNode().orElse(null) instanceof LambdaExpr lambda) {
            return lambda;
        }
        return parent instanceof ReturnStmt line && body(line) instanceof LambdaExpr lambda ? lambda : null;
    }

    /** Whether an expression is an argument of a call. */
    boolean isArgument(Expression e) {
        Node decider = decider(e);
        return decider != null && !(decider instanceof LambdaExpr);
    }

    /** The lambda expression or method that a return leaves. */
    private static @Nullable Node body(ReturnStmt line) {
        Node node = line;
        while (node != null && !(node instanceof LambdaExpr) && !(node instanceof MethodDeclaration)) {
            node = node.getParentNode().orElse(null);
        }
        return node;
    }

    /** The type that a place says it wants; null where none is wanted. */
    @Nullable
    TypeMirror target(Expression e, Scope scope) {
        Node parent = e.getParentNode().orElse(null);
        if (parent instanceof VariableDeclarator variable) {
            return TypeNames.isVar(variable.getType()) ? null : typer.named(variable.getType(), scope);
        }
        if (parent instanceof AssignExpr assign
                && assign.getOperator() == AssignExpr.Operator.ASSIGN
                && Identity.same(assign.getValue(), e)) {
            return typer.typeOf(assign.getTarget(), scope);
        }
        if (parent instanceof ReturnStmt line && body(line) instanceof MethodDeclaration method) {
            return typer.named(method.getType(), scope);
        }
        if (parent instanceof ArrayInitializerExpr array) {
            return component(initialized(array, scope));
        }
        boolean function = e instanceof LambdaExpr || e instanceof MethodReferenceExpr;
        return parent instanceof CastExpr cast && function ? typer.named(cast.getType(), scope) : null;
    }

    private static @Nullable TypeMirror component(@Nullable TypeMirror array) {
        return array instanceof ArrayType type && array.getKind() == TypeKind.ARRAY ? type.getComponentType() : null;
    }

    /** The type of the array that braces make. */
    @Nullable
    TypeMirror initialized(ArrayInitializerExpr e, Scope scope) {
        Node parent = e.getParentNode().orElse(null);
        if (parent instanceof ArrayCreationExpr creation) {
            return typer.typeOf(creation, scope);
        }
        if (parent instanceof ArrayInitializerExpr outer) {
            return component(initialized(outer, scope));
        }
        return parent instanceof VariableDeclarator variable ? typer.named(variable.getType(), scope) : null;
    }
}
