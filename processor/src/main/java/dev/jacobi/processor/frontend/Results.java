package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The expressions whose values a switch expression or a lambda expression gives. */
final class Results {

    private Results() {}

    static List<Expression> of(SwitchExpr cases) {
        List<Expression> results = new ArrayList<>();
        for (SwitchEntry entry : cases.getEntries()) {
            for (Statement statement : entry.getStatements()) {
                if (entry.getType() == SwitchEntry.Type.EXPRESSION && statement instanceof ExpressionStmt line) {
                    results.add(line.getExpression());
                } else {
                    yields(statement, results);
                }
            }
        }
        return results;
    }

    /**
     * The expressions between which an expression chooses, however deep; otherwise itself.
     *
     * @param inner takes off what is around an expression and doesn't matter
     */
    static List<Expression> chosen(Expression e, UnaryOperator<Expression> inner) {
        Expression whole = inner.apply(e);
        List<Expression> results = new ArrayList<>();
        if (whole instanceof ConditionalExpr choice) {
            results.addAll(chosen(choice.getThenExpr(), inner));
            results.addAll(chosen(choice.getElseExpr(), inner));
        } else if (whole instanceof SwitchExpr cases) {
            of(cases).forEach(result -> results.addAll(chosen(result, inner)));
        } else {
            results.add(whole);
        }
        return results;
    }

    private static void yields(Node node, List<Expression> results) {
        if (node instanceof YieldStmt result) {
            results.add(result.getExpression());
        } else if (!(node instanceof SwitchExpr) && !isOtherBody(node)) {
            for (Node child : node.getChildNodes()) {
                yields(child, results);
            }
        }
    }

    /** The results of a lambda expression; empty for one that gives nothing. */
    static List<Expression> of(LambdaExpr lambda) {
        if (lambda.getExpressionBody().isPresent()) {
            return List.of(lambda.getExpressionBody().get());
        }
        List<Expression> results = new ArrayList<>();
        returns(lambda.getBody(), results);
        return results;
    }

    /** The expressions whose values a method's body gives. */
    static List<Expression> of(BlockStmt body) {
        List<Expression> results = new ArrayList<>();
        returns(body, results);
        return results;
    }

    private static void returns(Node node, List<Expression> results) {
        if (node instanceof ReturnStmt line && line.getExpression().isPresent()) {
            results.add(line.getExpression().get());
        } else if (!isOtherBody(node)) {
            for (Node child : node.getChildNodes()) {
                returns(child, results);
            }
        }
    }

    private static boolean isOtherBody(Node node) {
        return node instanceof LambdaExpr || node instanceof BodyDeclaration<?> || node instanceof ObjectCreationExpr;
    }
}
