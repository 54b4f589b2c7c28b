package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.PrimitiveType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a function that is handed on as it stands makes a whole number of a variable that it uses. */
final class RoundedUse {

    private RoundedUse() {}

    /** The first cast or rounding of one of these uses whose value isn't just compared; null where there is none. */
    static @Nullable Node of(List<Node> uses) {
        for (Node use : uses) {
            Node rounded = around(use);
            if (rounded != null && !decides(rounded)) {
                return rounded;
            }
        }
        return null;
    }

    private static @Nullable Node around(Node use) {
        Node node = use;
        for (Node parent = parent(node); parent != null; parent = parent(node)) {
            if (parent instanceof CastExpr cast && isWhole(cast) || isRound(parent)) {
                return parent;
            }
            if (!isThrough(parent, node)) {
                return null;
            }
            node = parent;
        }
        return null;
    }

    /** Whether a value is only compared, or chooses an element. */
    private static boolean decides(Node value) {
        Node node = value;
        for (Node parent = parent(node); parent != null; parent = parent(node)) {
            if (parent instanceof BinaryExpr binary && isComparison(binary)
                    || parent instanceof ArrayAccessExpr access && Identity.same(access.getIndex(), node)) {
                return true;
            }
            if (!isThrough(parent, node)) {
                return false;
            }
            node = parent;
        }
        return false;
    }

    private static boolean isThrough(Node parent, Node node) {
        return parent instanceof EnclosedExpr
                || parent instanceof CastExpr
                || parent instanceof BinaryExpr binary && !isComparison(binary)
                || parent instanceof UnaryExpr
                || parent instanceof ConditionalExpr choice && !Identity.same(choice.getCondition(), node)
                || parent instanceof ArrayAccessExpr access && Identity.same(access.getName(), node)
                || parent instanceof MethodCallExpr call && isMath(call);
    }

    private static boolean isComparison(BinaryExpr e) {
        return switch (e.getOperator()) {
            case EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> true;
            default -> false;
        };
    }

    private static boolean isWhole(CastExpr cast) {
        return cast.getType() instanceof PrimitiveType type
                && switch (type.getType()) {
                    case INT, LONG, SHORT, BYTE, CHAR -> true;
                    case DOUBLE, FLOAT, BOOLEAN -> false;
                };
    }

    private static boolean isRound(Node node) {
        return node instanceof MethodCallExpr call
                && isMath(call)
                && call.getNameAsString().equals("round");
    }

    private static boolean isMath(MethodCallExpr call) {
        return call.getScope()
                .filter(scope -> scope.toString().matches("(java\\.lang\\.)?(Strict)?Math"))
                .isPresent();
    }

    private static @Nullable Node parent(Node node) {
        return node.getParentNode().orElse(null);
    }
}
