package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions that one variable may hold at run time. In the intermediate language the variable is the number of the
 * one that it holds, which branches join and loops carry like any other; a call asks for it.
 */
final class Choice {

    private final List<Closure> options = new ArrayList<>();
    private final boolean inSight;
    private boolean closed;

    Choice() {
        this(false);
    }

    private Choice(boolean inSight) {
        this.inSight = inSight;
    }

    /** The same functions for a method that is handed the variable: what they use is in sight at the call. */
    Choice handedOn() {
        Choice handed = new Choice(true);
        handed.options.addAll(allOptions());
        return handed;
    }

    /** Whether it has been seen already that the variables that the functions use are still there. */
    boolean isInSight() {
        return inSight;
    }

    /** The number of a function, which is one more from now on. */
    int add(Closure closure) {
        options.add(closure);
        return options.size() - 1;
    }

    /** What it may be when it is called where only the number's value at run time tells; from then on that is all. */
    List<Closure> allOptions() {
        closed = true;
        return options;
    }

    Closure option(int number) {
        return options.get(number);
    }

    /**
     * Whether a call has been read as one of the functions so far: another, which a loop might bring back to that call,
     * would be missing there.
     */
    boolean isClosed() {
        return closed;
    }

    /** Whether a variable is to hold one of several functions: by a choice at its declaration, or by assignments. */
    static boolean isMadeBy(VariableDeclarator declarator) {
        Expression initializer = declarator.getInitializer().orElse(null);
        if (initializer != null && isChoice(initializer)) {
            return true;
        }
        boolean function = initializer == null || isFunction(initializer);
        return function && isAssigned(method(declarator), declarator.getNameAsString());
    }

    private static boolean isChoice(Expression e) {
        if (e instanceof EnclosedExpr enclosed) {
            return isChoice(enclosed.getInner());
        }
        if (e instanceof ConditionalExpr choice) {
            return isFunctionOrChoice(choice.getThenExpr()) || isFunctionOrChoice(choice.getElseExpr());
        }
        return e instanceof SwitchExpr cases && Results.of(cases).stream().anyMatch(Choice::isFunctionOrChoice);
    }

    private static boolean isFunctionOrChoice(Expression e) {
        return isFunction(e) || isChoice(e);
    }

    private static boolean isFunction(Expression e) {
        return e instanceof EnclosedExpr enclosed
                ? isFunction(enclosed.getInner())
                : e instanceof LambdaExpr || e instanceof MethodReferenceExpr;
    }

    private static Node method(Node node) {
        Node method = node;
        while (!(method instanceof BodyDeclaration<?>) && method.getParentNode().isPresent()) {
            method = method.getParentNode().get();
        }
        return method;
    }

    private static boolean isAssigned(Node node, String name) {
        if (node instanceof AssignExpr assign
                && assign.getTarget() instanceof NameExpr target
                && target.getNameAsString().equals(name)
                && isFunctionOrChoice(assign.getValue())) {
            return true;
        }
        for (Node child : node.getChildNodes()) {
            if (isAssigned(child, name)) {
                return true;
            }
        }
        return false;
    }
}
