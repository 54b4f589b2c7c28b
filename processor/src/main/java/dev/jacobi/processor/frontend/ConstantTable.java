package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Final fields that hold an array or list of functions which stays as the declaration makes it. */
final class ConstantTable {

    private ConstantTable() {}

    /** The functions; none where somebody may put others in their places. */
    static List<Expression> of(VariableDeclarator variable, VariableElement field) {
        Expression value = variable.getInitializer().orElse(null);
        if (value == null) {
            return List.of();
        }
        List<Expression> written = TableReader.written(value);
        boolean steady = written != null && field.getModifiers().contains(Modifier.PRIVATE) && isOnlyRead(variable);
        List<Expression> elements = steady ? written : isList(field) ? immutable(value) : null;
        boolean functions =
                elements != null && elements.stream().map(FunctionForms::inner).allMatch(FunctionForms::isFunction);
        return functions
                ? Objects.requireNonNull(elements).stream()
                        .map(FunctionForms::inner)
                        .toList()
                : List.of();
    }

    private static boolean isList(VariableElement field) {
        return field.asType().toString().startsWith("java.util.List<");
    }

    /** What {@code List.of} is given. */
    private static @Nullable List<Expression> immutable(Expression value) {
        return value instanceof MethodCallExpr call
                        && call.getNameAsString().equals("of")
                        && call.getScope().map(Node::toString).orElse("").matches("(java\\.util\\.)?List")
                ? List.copyOf(call.getArguments())
                : null;
    }

    /** Whether everything that may be the variable in its file only reads its elements. */
    private static boolean isOnlyRead(VariableDeclarator variable) {
        return variable.findCompilationUnit()
                .map(file -> file.findAll(SimpleName.class).stream()
                        .filter(name -> name.getIdentifier().equals(variable.getNameAsString()))
                        .filter(name -> !Identity.same(name, variable.getName()))
                        .allMatch(name -> isRead(name)))
                .orElse(false);
    }

    private static boolean isRead(SimpleName name) {
        Node use = name.getParentNode().orElse(null);
        if (!(use instanceof NameExpr || use instanceof FieldAccessExpr)) {
            return !(use instanceof VariableDeclarator); // a method's name, a label
        }
        Node around = use.getParentNode().orElse(null);
        if (around instanceof ArrayAccessExpr access && Identity.same(access.getName(), use)) {
            return !isWritten(access);
        }
        return around instanceof ForEachStmt loop && Identity.same(loop.getIterable(), use)
                || around instanceof FieldAccessExpr length
                        && length.getNameAsString().equals("length");
    }

    private static boolean isWritten(Expression element) {
        Node around = element.getParentNode().orElse(null);
        return around instanceof EnclosedExpr enclosed
                ? isWritten(enclosed)
                : around instanceof AssignExpr assign && Identity.same(assign.getTarget(), element);
    }
}
