package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import java.util.List;

/** Where control leaves a statement (JLS 14.22), from its form alone. */
final class Jumps {

    private Jumps() {}

    /** Whether there is a return in it. */
    static boolean mayReturn(Node node) {
        if (node instanceof ReturnStmt) {
            return true;
        }
        for (Node child : node.getChildNodes()) {
            if (child instanceof Statement && mayReturn(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether control can reach its end. */
    static boolean canComplete(Statement statement) {
        if (statement instanceof ReturnStmt || statement instanceof ThrowStmt) {
            return false;
        }
        if (statement instanceof BlockStmt block) {
            return canComplete(block.getStatements());
        }
        if (statement instanceof IfStmt branch) {
            return branch.getElseStmt().isEmpty()
                    || canComplete(branch.getThenStmt())
                    || canComplete(branch.getElseStmt().get());
        }
        return true;
    }

    static boolean canComplete(List<Statement> statements) {
        for (Statement statement : statements) {
            if (!canComplete(statement)) {
                return false;
            }
        }
        return true;
    }
}
