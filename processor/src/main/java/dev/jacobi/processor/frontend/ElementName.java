package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;

/** What an exception calls an element: as the source does, {@code points[i + 1]}, or shorter. */
final class ElementName {

    private ElementName() {}

    /** Written without JavaParser's printer, which is slow to load. */
    static String of(Expression e) {
        if (e instanceof NameExpr name) {
            return name.getNameAsString();
        }
        if (e instanceof ThisExpr) {
            return "this";
        }
        if (e instanceof IntegerLiteralExpr) {
            return Literals.text(e);
        }
        if (e instanceof EnclosedExpr enclosed) {
            return "(" + of(enclosed.getInner()) + ")";
        }
        if (e instanceof FieldAccessExpr field) {
            return of(field.getScope()) + "." + field.getNameAsString();
        }
        if (e instanceof ArrayAccessExpr access) {
            return of(access.getName()) + "[" + of(access.getIndex()) + "]";
        }
        if (e instanceof BinaryExpr binary) {
            return of(binary.getLeft()) + " " + binary.getOperator().asString() + " " + of(binary.getRight());
        }
        if (e instanceof MethodCallExpr call) {
            String object = call.getScope().map(scope -> of(scope) + ".").orElse("");
            String argument = call.getArguments().size() == 1 ? of(call.getArgument(0)) : "...";
            return object + call.getNameAsString() + "(" + (call.getArguments().isEmpty() ? "" : argument) + ")";
        }
        return "...";
    }
}
