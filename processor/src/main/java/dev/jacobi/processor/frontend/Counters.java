package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForStmt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variable that counts a for loop's iterations: its own int, stepped by a constant and assigned nowhere else. */
final class Counters {

    private Counters() {}

    /** @param update the expression that steps it */
    record Found(String name, Expression update, int step) {

        /** Whether another update is this very one; nodes of the grammar are equal when they read alike. */
        @SuppressWarnings("ReferenceEquality")
        boolean isBy(Expression other) {
            return update == other;
        }

        /** Whether an update that comes after the step asks for the variable. */
        boolean isReadBehind(List<Expression> updates) {
            boolean behind = false;
            for (Expression other : updates) {
                boolean reads = other.findAll(NameExpr.class).stream()
                        .anyMatch(e -> e.getNameAsString().equals(name));
                if (behind && reads) {
                    return true;
                }
                behind |= isBy(other);
            }
            return false;
        }
    }

    static @Nullable Found find(ForStmt loop) {
        for (Expression update : loop.getUpdate()) {
            Found found = step(update);
            if (found != null && isOwn(found.name(), loop) && isSteady(found, loop)) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Found step(Expression update) {
        if (update instanceof UnaryExpr unary
                && Assigned.isStep(unary)
                && unary.getExpression() instanceof NameExpr n) {
            boolean up = unary.getOperator().name().endsWith("INCREMENT");
            return new Found(n.getNameAsString(), update, up ? 1 : -1);
        }
        if (update instanceof AssignExpr assign
                && assign.getTarget() instanceof NameExpr n
                && assign.getValue() instanceof IntegerLiteralExpr literal
                && literal.asNumber() instanceof Integer size
                && size > 0) {
            return switch (assign.getOperator()) {
                case PLUS -> new Found(n.getNameAsString(), update, size);
                case MINUS -> new Found(n.getNameAsString(), update, -size);
                default -> null;
            };
        }
        return null;
    }

    /** Only one declared last takes the place of its declaration, so that values are computed in their order. */
    private static boolean isOwn(String name, ForStmt loop) {
        for (Expression initial : loop.getInitialization()) {
            if (initial instanceof VariableDeclarationExpr declaration) {
                for (VariableDeclarator variable : declaration.getVariables()) {
                    if (variable.getNameAsString().equals(name)
                            && variable.getInitializer().isPresent()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isSteady(Found found, ForStmt loop) {
        Set<String> assigned = Assigned.names(loop.getBody());
        loop.getCompare().ifPresent(c -> assigned.addAll(Assigned.names(c)));
        for (Expression update : loop.getUpdate()) {
            if (!found.isBy(update)) {
                assigned.addAll(Assigned.names(update));
            }
        }
        return !assigned.contains(found.name());
    }
}
