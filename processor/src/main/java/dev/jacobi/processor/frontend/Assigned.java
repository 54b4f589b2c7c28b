package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names that code assigns, from its form alone. */
final class Assigned {

    private Assigned() {}

    static Set<String> names(Node node) {
        Set<String> names = new LinkedHashSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof AssignExpr assign) {
            add(assign.getTarget(), names);
        }
        if (node instanceof UnaryExpr unary && isStep(unary)) {
            add(unary.getExpression(), names);
        }
        for (Node child : node.getChildNodes()) {
            collect(child, names);
        }
    }

    static boolean isStep(UnaryExpr e) {
        return e.getOperator().name().endsWith("CREMENT");
    }

    private static void add(Expression target, Set<String> names) {
        if (target instanceof EnclosedExpr enclosed) {
            add(enclosed.getInner(), names);
        } else if (target instanceof NameExpr name) {
            names.add(name.getNameAsString());
        }
    }
}
