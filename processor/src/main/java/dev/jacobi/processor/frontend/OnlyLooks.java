package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether a function only looks at numbers that it uses: compares them, prints them, writes them into texts. What it
 * gives back, writes into an array or hands to a method that isn't known may carry a derivative on.
 */
final class OnlyLooks {

    private static final Set<String> VALUES = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.String",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.Character",
            "java.lang.StringBuilder",
            "java.lang.StringBuffer",
            "java.io.PrintStream",
            "java.util.logging.Logger",
            "java.lang.System.Logger",
            "dev.jacobi.tensor.Tensor",
            "dev.jacobi.tensor.Shape");

    private static final Set<String> TEXTS = Set.of("toString", "deepToString", "hashCode", "equals", "hash");

    private final Reading reading;
    private final Scope scope;
    private final Expression code;
    private final @Nullable TypeMirror result;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param result what the function gives; null where that isn't known */
    OnlyLooks(Reading reading, Scope scope, Expression code, @Nullable TypeMirror result) {
        this.reading = reading;
        this.scope = scope;
        this.code = code;
        this.result = result;
    }

    /** Whether numbers may be kept in a value of a type. */
    static boolean mayCarry(Type type) {
        if (type instanceof Type.Opaque) {
            String name = type.toString();
            return !name.startsWith("java.lang.")
                    || Set.of("Object", "Number", "Double", "Float", "Comparable", "Iterable")
                            .contains(name.replaceAll("^java\\.lang\\.|<.*", ""));
        }
        return type instanceof Type.Array array ? mayCarry(array.element()) : type.carriesDerivative();
    }

    /** What happens to the value of a node. */
    boolean at(Node node) {
        Node parent = node.getParentNode().orElse(null);
        if (parent == null || Identity.same(node, code)) {
            return false;
        }
        if (parent instanceof ExpressionStmt line) {
            return !(line.getParentNode().orElse(null) instanceof LambdaExpr lambda) || gives(lambda);
        }
        if (parent instanceof ReturnStmt) {
            return gives(parent);
        }
        if (parent instanceof VariableDeclarator variable) {
            return variable(variable);
        }
        if (parent instanceof ForEachStmt loop) {
            return variable(loop.getVariable().getVariable(0));
        }
        if (parent instanceof AssignExpr assign) {
            return Identity.same(assign.getValue(), node) && !mayCarry(assign.getTarget());
        }
        if (parent instanceof FieldAccessExpr access) {
            return access.getNameAsString().equals("length");
        }
        boolean through = parent instanceof MethodCallExpr call ? isKnown(call) : isThrough(parent);
        return through && (!mayCarry((Expression) parent) || at(parent));
    }

    private static boolean isThrough(Node node) {
        return node instanceof EnclosedExpr
                || node instanceof CastExpr
                || node instanceof BinaryExpr
                || node instanceof ConditionalExpr
                || node instanceof ArrayAccessExpr
                || node instanceof UnaryExpr unary && !Assigned.isStep(unary);
    }

    private boolean mayCarry(Expression e) {
        try {
            return mayCarry(reading.types.read(reading.typer.typeOf(e, scope)));
        } catch (Refusal unknown) {
            return true;
        }
    }

    /** Whether what the function around a node gives carries nothing. */
    private boolean gives(Node at) {
        Node node = at;
        while (!(node instanceof LambdaExpr) && !(node instanceof MethodDeclaration)) {
            node = node.getParentNode().orElseThrow();
        }
        if (node instanceof MethodDeclaration method) {
            return method.getType().isVoidType()
                    || method.getType().isPrimitiveType()
                            && !method.getType()
                                    .asPrimitiveType()
                                    .getType()
                                    .name()
                                    .matches("DOUBLE|FLOAT")
                    || method.getTypeAsString().equals("String");
        }
        return Identity.same(node, code) && result != null && !mayCarry(reading.types.read(result));
    }

    /** A variable in the function that gets the value: only looked at, too. */
    private boolean variable(VariableDeclarator variable) {
        if (!seen.add(variable)) {
            return true;
        }
        Node root = code;
        return root.findAll(NameExpr.class).stream()
                .filter(use -> use.getNameAsString().equals(variable.getNameAsString()))
                .allMatch(this::at);
    }

    private boolean isKnown(MethodCallExpr call) {
        ExecutableElement method;
        try {
            method = reading.typer.members().method(call, scope).choice().method();
        } catch (Refusal unknown) {
            return false;
        }
        String owner = Enclosing.type(method).getQualifiedName().toString();
        boolean text = TEXTS.contains(call.getNameAsString())
                && (owner.equals("java.util.Arrays") || owner.equals("java.util.Objects"));
        boolean component = call.getArguments().isEmpty()
                && Leaves.isRecord(reading.types.read(Enclosing.type(method).asType()))
                && call.getScope().isPresent();
        return VALUES.contains(owner) || text || component;
    }
}
