package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Whether an anonymous class's code asks for its own object, which a function that is read in place doesn't have. */
final class SelfUse {

    private final Typer typer;
    private final TypeElement parent;

    /** @param type the interface that the class implements */
    SelfUse(Typer typer, TypeMirror type) {
        this.typer = typer;
        this.parent = (TypeElement) ((DeclaredType) type).asElement();
    }

    boolean isIn(Node node, Scope scope) {
        boolean uses = node instanceof ThisExpr
                || node instanceof SuperExpr
                || node instanceof MethodCallExpr call
                        && call.getScope().isEmpty()
                        && typer.members().hasMethod(parent, call.getNameAsString());
        return uses || node.getChildNodes().stream().anyMatch(child -> isIn(child, scope));
    }
}
