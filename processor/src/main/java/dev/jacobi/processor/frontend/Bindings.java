package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import org.jspecify.annotations.Nullable;

/** The pattern variables that a condition introduces (JLS 6.3.1, 6.3.2). */
final class Bindings {

    private Bindings() {}

    /** The pattern that binds a name where the condition has an outcome, or null. */
    static @Nullable TypePatternExpr find(Expression condition, boolean outcome, String name) {
        if (condition instanceof EnclosedExpr enclosed) {
            return find(enclosed.getInner(), outcome, name);
        }
        if (condition instanceof UnaryExpr not && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
            return find(not.getExpression(), !outcome, name);
        }
        if (condition instanceof BinaryExpr both
                && both.getOperator() == (outcome ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR)) {
            TypePatternExpr left = find(both.getLeft(), outcome, name);
            return left != null ? left : find(both.getRight(), outcome, name);
        }
        return outcome
                        && condition instanceof InstanceOfExpr test
                        && test.getPattern().isPresent()
                ? pattern(test.getPattern().get(), name)
                : null;
    }

    /**
     * Whether an operand of {@code ?:} is made of what its condition binds. To see if it is a number javac looks at it
     * without the condition, where such names mean nothing: so it counts as none, although JLS 15.25 asks its type.
     */
    static boolean restsOn(Expression operand, Expression condition, boolean outcome) {
        if (operand instanceof NameExpr name) {
            return find(condition, outcome, name.getNameAsString()) != null;
        }
        if (operand instanceof MethodCallExpr call) {
            return call.getScope()
                    .filter(receiver -> restsOn(receiver, condition, outcome))
                    .isPresent();
        }
        if (operand instanceof BinaryExpr both) {
            return restsOn(both.getLeft(), condition, outcome) || restsOn(both.getRight(), condition, outcome);
        }
        if (operand instanceof ArrayAccessExpr element) {
            return restsOn(element.getName(), condition, outcome);
        }
        if (operand instanceof ConditionalExpr choice) {
            return restsOn(choice.getThenExpr(), condition, outcome)
                    || restsOn(choice.getElseExpr(), condition, outcome);
        }
        if (operand instanceof FieldAccessExpr access) {
            return restsOn(access.getScope(), condition, outcome);
        }
        if (operand instanceof UnaryExpr unary) {
            return restsOn(unary.getExpression(), condition, outcome);
        }
        return operand instanceof EnclosedExpr enclosed && restsOn(enclosed.getInner(), condition, outcome);
    }

    /** The part of a pattern that binds a name, or null. */
    static @Nullable TypePatternExpr pattern(Node pattern, String name) {
        if (pattern instanceof TypePatternExpr type) {
            return type.getNameAsString().equals(name) ? type : null;
        }
        if (pattern instanceof RecordPatternExpr parts) {
            for (Node part : parts.getPatternList()) {
                TypePatternExpr found = pattern(part, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The pattern that binds a name from a statement's end on, or null. */
    static @Nullable TypePatternExpr after(Statement statement, String name) {
        if (statement instanceof IfStmt test) {
            boolean ends = endsAbruptly(test.getThenStmt());
            boolean elseEnds = test.getElseStmt().filter(Bindings::endsAbruptly).isPresent();
            if (ends && !elseEnds) {
                return find(test.getCondition(), false, name);
            }
            return elseEnds && !ends ? find(test.getCondition(), true, name) : null;
        }
        return statement instanceof WhileStmt loop ? find(loop.getCondition(), false, name) : null;
    }

    private static boolean endsAbruptly(Statement statement) {
        if (statement instanceof BlockStmt block) {
            return block.getStatements()
                    .getLast()
                    .filter(Bindings::endsAbruptly)
                    .isPresent();
        }
        if (statement instanceof IfStmt test) {
            return endsAbruptly(test.getThenStmt())
                    && test.getElseStmt().filter(Bindings::endsAbruptly).isPresent();
        }
        return statement instanceof ReturnStmt
                || statement instanceof ThrowStmt
                || statement instanceof BreakStmt
                || statement instanceof ContinueStmt
                || statement instanceof YieldStmt;
    }
}
