package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of local variables, found from where their names are used by going outwards (JLS 6.3): a
 * {@code VariableDeclarator}, {@code Parameter} or {@code TypePatternExpr}.
 */
final class Locals {

    private Locals() {}

    /** The declaration of the local variable that a name means at a node, or null; not from outside a class's body. */
    static @Nullable Node declaration(String name, Node at) {
        Node node = at;
        for (Node parent = at.getParentNode().orElse(null);
                parent != null && !(node instanceof BodyDeclaration<?>);
                parent = parent.getParentNode().orElse(null)) {
            Node found = declaredBeside(node, parent, name);
            if (found != null) {
                return found;
            }
            node = parent;
        }
        return null;
    }

    /** The declaration that a node's parent makes of a name for this node, or null. */
    static @Nullable Node declaredBeside(Node node, Node parent, String name) {
        if (parent instanceof BlockStmt block) {
            return before(block.getStatements(), node, name);
        }
        if (parent instanceof SwitchEntry entry) {
            return inEntry(entry, node, name);
        }
        if (parent instanceof SwitchNode cases && node instanceof SwitchEntry) {
            return inEarlierEntries(cases, node, name);
        }
        if (parent instanceof Statement statement) {
            return inStatement(statement, node, name);
        }
        if (parent instanceof Expression expression) {
            return inExpression(expression, node, name);
        }
        if (parent instanceof CatchClause clause) {
            return named(clause.getParameter(), name);
        }
        if (parent instanceof CallableDeclaration<?> callable) {
            return parameter(callable.getParameters(), name);
        }
        return parent instanceof CompactConstructorDeclaration
                ? parent.getParentNode()
                        .filter(RecordDeclaration.class::isInstance)
                        .map(r -> parameter(((RecordDeclaration) r).getParameters(), name))
                        .orElse(null)
                : null;
    }

    private static @Nullable Node before(NodeList<Statement> statements, Node end, String name) {
        Node found = null;
        for (Statement statement : statements) {
            if (Identity.same(statement, end)) {
                break;
            }
            Node declared =
                    statement instanceof ExpressionStmt line ? declaredBy(line.getExpression(), null, name) : null;
            Node bound = declared != null ? declared : Bindings.after(statement, name);
            found = bound != null ? bound : found;
        }
        return found;
    }

    private static @Nullable Node declaredBy(Expression e, @Nullable Node end, String name) {
        if (!(e instanceof VariableDeclarationExpr declaration)) {
            return null;
        }
        for (VariableDeclarator variable : declaration.getVariables()) {
            if (variable.getNameAsString().equals(name)) {
                return variable;
            }
            if (Identity.same(variable, end)) {
                break;
            }
        }
        return null;
    }

    private static @Nullable Node inEntry(SwitchEntry entry, Node node, String name) {
        if (!(node instanceof Expression) || !Identity.contains(entry.getLabels(), node)) {
            if (entry.getGuard().isPresent() && !Identity.same(entry.getGuard().get(), node)) {
                Node bound = Bindings.find(entry.getGuard().get(), true, name);
                if (bound != null) {
                    return bound;
                }
            }
            for (Expression label : entry.getLabels()) {
                Node bound = Bindings.pattern(label, name);
                if (bound != null) {
                    return bound;
                }
            }
        }
        return before(entry.getStatements(), node, name);
    }

    /** A switch's block is one scope. */
    private static @Nullable Node inEarlierEntries(SwitchNode cases, Node end, String name) {
        Node found = null;
        for (SwitchEntry entry : cases.getEntries()) {
            if (Identity.same(entry, end)) {
                break;
            }
            if (entry.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
                Node declared = before(entry.getStatements(), entry, name);
                found = declared != null ? declared : found;
            }
        }
        return found;
    }

    private static @Nullable Node inStatement(Statement parent, Node node, String name) {
        if (parent instanceof IfStmt test && !Identity.same(node, test.getCondition())) {
            return Bindings.find(test.getCondition(), Identity.same(node, test.getThenStmt()), name);
        }
        if (parent instanceof WhileStmt loop && !Identity.same(node, loop.getCondition())) {
            return Bindings.find(loop.getCondition(), true, name);
        }
        if (parent instanceof ForEachStmt loop && Identity.same(node, loop.getBody())) {
            return declaredBy(loop.getVariable(), null, name);
        }
        if (parent instanceof ForStmt loop) {
            return inFor(loop, node, name);
        }
        if (parent instanceof TryStmt block) {
            return inTry(block, node, name);
        }
        return null;
    }

    private static @Nullable Node inFor(ForStmt loop, Node node, String name) {
        for (Expression start : loop.getInitialization()) {
            Node declared = Identity.same(start, node) ? null : declaredBy(start, null, name);
            if (declared != null) {
                return declared;
            }
        }
        Expression condition = loop.getCompare().orElse(null);
        return condition == null || Identity.same(condition, node) ? null : Bindings.find(condition, true, name);
    }

    private static @Nullable Node inTry(TryStmt block, Node node, String name) {
        boolean inside = Identity.same(node, block.getTryBlock()) || node instanceof Expression;
        for (Expression resource : block.getResources()) {
            if (!inside || Identity.same(resource, node)) {
                break;
            }
            Node declared = declaredBy(resource, null, name);
            if (declared != null) {
                return declared;
            }
        }
        return null;
    }

    private static @Nullable Node inExpression(Expression parent, Node node, String name) {
        if (parent instanceof BinaryExpr both && Identity.same(node, both.getRight())) {
            return switch (both.getOperator()) {
                case AND -> Bindings.find(both.getLeft(), true, name);
                case OR -> Bindings.find(both.getLeft(), false, name);
                default -> null;
            };
        }
        if (parent instanceof ConditionalExpr choice && !Identity.same(node, choice.getCondition())) {
            return Bindings.find(choice.getCondition(), Identity.same(node, choice.getThenExpr()), name);
        }
        if (parent instanceof LambdaExpr lambda) {
            return parameter(lambda.getParameters(), name);
        }
        return parent instanceof VariableDeclarationExpr declaration ? declaredBy(declaration, node, name) : null;
    }

    private static @Nullable Node parameter(NodeList<Parameter> parameters, String name) {
        for (Parameter parameter : parameters) {
            if (parameter.getNameAsString().equals(name)) {
                return parameter;
            }
        }
        return null;
    }

    private static @Nullable Node named(Parameter parameter, String name) {
        return parameter.getNameAsString().equals(name) ? parameter : null;
    }
}
