package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where control leaves a statement (JLS 14.22), from its form alone. */
final class Jumps {

    private Jumps() {}

    /** Where the jumps inside a statement lead that lead out of it. */
    static Set<Target> leaving(Node node) {
        Set<Target> targets = new LinkedHashSet<>();
        collect(node, targets);
        targets.removeIf(t -> t.statement() != null && isInside(t.statement(), node));
        return targets;
    }

    static boolean leaves(Node node) {
        return !leaving(node).isEmpty();
    }

    private static void collect(Node node, Set<Target> targets) {
        Target target = node instanceof Statement statement ? target(statement) : null;
        if (target != null) {
            targets.add(target);
        }
        for (Node child : node.getChildNodes()) {
            if (!(child instanceof LambdaExpr) && !(child instanceof BodyDeclaration)) {
                collect(child, targets);
            }
        }
    }

    private static boolean isInside(Node inner, Node outer) {
        for (Node n = inner; n != null; n = n.getParentNode().orElse(null)) {
            if (Target.isSame(n, outer)) {
                return true;
            }
        }
        return false;
    }

    /** Where a statement jumps to; null for one that is no jump. */
    static @Nullable Target target(Statement jump) {
        if (jump instanceof ReturnStmt) {
            return Target.METHOD;
        }
        if (jump instanceof BreakStmt s) {
            return new Target(Target.Way.BREAK, broken(s, s.getLabel().orElse(null)));
        }
        if (jump instanceof YieldStmt s) {
            return new Target(Target.Way.BREAK, enclosing(s, SwitchExpr.class));
        }
        if (jump instanceof ContinueStmt s) {
            return new Target(Target.Way.CONTINUE, continued(s, s.getLabel().orElse(null)));
        }
        return null;
    }

    private static @Nullable Node broken(Node jump, @Nullable SimpleName label) {
        for (Node n = jump; n != null; n = n.getParentNode().orElse(null)) {
            if (label == null && (isLoop(n) || n instanceof SwitchStmt)) {
                return n;
            }
            if (label != null
                    && n instanceof LabeledStmt labelled
                    && labelled.getLabel().equals(label)) {
                return unlabelled(labelled);
            }
        }
        return null;
    }

    private static @Nullable Node continued(Node jump, @Nullable SimpleName label) {
        for (Node n = jump; n != null; n = n.getParentNode().orElse(null)) {
            boolean named = label == null
                    || n.getParentNode().orElse(null) instanceof LabeledStmt labelled
                            && labelled.getLabel().equals(label);
            if (isLoop(n) && named) {
                return n;
            }
        }
        return null;
    }

    private static @Nullable Node enclosing(Node node, Class<? extends Node> type) {
        Node n = node;
        while (n != null && !type.isInstance(n)) {
            n = n.getParentNode().orElse(null);
        }
        return n;
    }

    /** The statement that a label names. */
    static Statement unlabelled(LabeledStmt labelled) {
        return labelled.getStatement() instanceof LabeledStmt inner ? unlabelled(inner) : labelled.getStatement();
    }

    static boolean isLoop(Node node) {
        return node instanceof ForStmt
                || node instanceof ForEachStmt
                || node instanceof WhileStmt
                || node instanceof DoStmt;
    }

    /** Whether a jump inside leads behind the statement itself. */
    static boolean isBroken(Statement statement) {
        return isLeft(statement, Target.Way.BREAK);
    }

    /** Whether a jump inside leads to the loop's condition. */
    private static boolean isContinued(Statement loop) {
        return isLeft(loop, Target.Way.CONTINUE);
    }

    private static boolean isLeft(Statement statement, Target.Way way) {
        Set<Target> targets = new LinkedHashSet<>();
        collect(statement, targets);
        return targets.contains(new Target(way, statement));
    }

    /** Whether control can reach its end. */
    static boolean canComplete(Statement statement) {
        if (target(statement) != null || statement instanceof ThrowStmt) {
            return false;
        }
        if (statement instanceof BlockStmt block) {
            return canComplete(block.getStatements()) || isBroken(block);
        }
        if (statement instanceof IfStmt branch) {
            return branch.getElseStmt().isEmpty()
                    || canComplete(branch.getThenStmt())
                    || canComplete(branch.getElseStmt().get())
                    || isBroken(branch);
        }
        if (statement instanceof LabeledStmt labelled) {
            return canComplete(unlabelled(labelled));
        }
        if (statement instanceof WhileStmt loop) {
            return !isTrue(loop.getCondition()) || isBroken(loop);
        }
        if (statement instanceof DoStmt loop) {
            boolean asks = canComplete(loop.getBody()) || isContinued(loop);
            return asks && !isTrue(loop.getCondition()) || isBroken(loop);
        }
        if (statement instanceof ForStmt loop) {
            return loop.getCompare().map(c -> !isTrue(c)).orElse(false) || isBroken(loop);
        }
        return !(statement instanceof SwitchStmt choice) || canComplete(choice);
    }

    static boolean isTrue(Expression e) {
        return e instanceof BooleanLiteralExpr literal && literal.getValue();
    }

    /** JLS 14.22: a switch with a case for everything whose cases all leave doesn't complete. */
    private static boolean canComplete(SwitchStmt choice) {
        List<SwitchEntry> entries = choice.getEntries();
        if (entries.isEmpty() || !hasDefault(choice) || isBroken(choice)) {
            return true;
        }
        boolean arrows = entries.get(0).getType() != SwitchEntry.Type.STATEMENT_GROUP;
        if (!arrows) {
            return canComplete(entries.get(entries.size() - 1).getStatements());
        }
        for (SwitchEntry entry : entries) {
            if (entry.getType() == SwitchEntry.Type.EXPRESSION || canComplete(entry.getStatements())) {
                return true;
            }
        }
        return false;
    }

    static boolean hasDefault(SwitchNode choice) {
        for (SwitchEntry entry : choice.getEntries()) {
            if (entry.isDefault()
                    || entry.getLabels().isEmpty()
                    || entry.getLabels().stream().anyMatch(Jumps::coversAll)) {
                return true;
            }
        }
        return false;
    }

    /** A switch that has a pattern or null for a label has a case for everything (JLS 14.11.1.1). */
    private static boolean coversAll(Expression label) {
        return label instanceof PatternExpr || label instanceof NullLiteralExpr;
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
