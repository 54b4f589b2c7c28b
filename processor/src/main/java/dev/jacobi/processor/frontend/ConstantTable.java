package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Final fields that hold an array or list of functions which stays as the declaration makes it. */
final class ConstantTable {

    private static final OnlyRead ONLY_READ = new OnlyRead((call, array, rank) -> false, use -> false);

    private ConstantTable() {}

    /** The functions; none where somebody may put others in their places. */
    static List<Expression> of(VariableDeclarator variable, VariableElement field) {
        Expression value = variable.getInitializer().orElse(null);
        if (value == null) {
            return List.of();
        }
        List<Expression> written = TableReader.written(value);
        boolean steady =
                written != null && field.getModifiers().contains(Modifier.PRIVATE) && ONLY_READ.inFile(variable, 1);
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
}
