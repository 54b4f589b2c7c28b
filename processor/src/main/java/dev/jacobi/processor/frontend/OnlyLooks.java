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
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Sinks;
import dev.jacobi.processor.ir.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether a function only looks at numbers that it uses: compares them, prints them. What it gives back, writes into an
 * array or hands to a method that isn't known may carry a derivative on.
 */
final class OnlyLooks {

    /** All of a number is in what these give. */
    private static final Set<String> BITS =
            Set.of("doubleToLongBits", "doubleToRawLongBits", "floatToIntBits", "floatToRawIntBits", "floatToFloat16");

    private static final Set<String> TEXTS = Set.of("toString", "deepToString", "hashCode", "equals", "hash");

    private final Reading reading;
    private final Scope scope;
    private final Expression code;
    private final @Nullable TypeMirror result;
    private boolean told;
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

    /** What a function does with a variable around it. */
    enum Use {
        LOOKED_AT,
        /** A static method is given a text of it, and may keep that in a static field. */
        TOLD,
        ANY
    }

    /** @param uses where the variable is used */
    Use of(List<Node> uses) {
        told = false;
        boolean only = uses.stream().allMatch(this::at);
        return !only ? Use.ANY : told ? Use.TOLD : Use.LOOKED_AT;
    }

    /** What happens to the value of a node: false if more than looking and telling. */
    private boolean at(Node node) {
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
        if (parent instanceof ObjectCreationExpr created) {
            return created.getParentNode().orElse(null) instanceof ThrowStmt;
        }
        if (parent instanceof FieldAccessExpr access) {
            return access.getNameAsString().equals("length");
        }
        if (parent instanceof MethodCallExpr call && isTold(call, node)) {
            told = true;
            return true;
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

    /** A number can be read out of a text, too. */
    private boolean mayCarry(Expression e) {
        try {
            Type type = typeOf(e);
            return mayCarry(type) || isText(type);
        } catch (Refusal unknown) {
            return true;
        }
    }

    private Type typeOf(Expression e) {
        return reading.types.read(reading.typer.typeOf(e, scope));
    }

    private static boolean isText(Type type) {
        return type instanceof Type.Opaque
                && (type.toString().equals("java.lang.String")
                        || type.toString().equals("java.lang.CharSequence"));
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
                                    .matches("DOUBLE|FLOAT");
        }
        if (!Identity.same(node, code) || result == null) {
            return false;
        }
        Type type = reading.types.read(result);
        return !mayCarry(type) && (!isText(type) || isLogged());
    }

    /** Whether the function is handed to a logger: its text is shown. */
    private boolean isLogged() {
        Node call = code.getParentNode().orElse(null);
        ExecutableElement method = call instanceof MethodCallExpr e ? called(e) : null;
        return method != null
                && Sinks.isLogger(Enclosing.type(method).getQualifiedName().toString());
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
        ExecutableElement method = called(call);
        if (method == null) {
            return false;
        }
        TypeElement owner = Enclosing.type(method);
        String name = owner.getQualifiedName().toString();
        boolean text = TEXTS.contains(call.getNameAsString())
                && (name.equals("java.util.Arrays") || name.equals("java.util.Objects"));
        boolean component = call.getArguments().isEmpty()
                && Leaves.isRecord(reading.types.read(owner.asType()))
                && call.getScope().isPresent();
        boolean shown = Sinks.isLogger(name) || Sinks.isPrinter(name) && isAskedStaticField(call);
        boolean value = PureMethods.areOf(owner) && !BITS.contains(call.getNameAsString());
        return value || shown || text || component;
    }

    /** {@code report("x = " + x);}. */
    private boolean isTold(MethodCallExpr call, Node argument) {
        ExecutableElement method = called(call);
        return method != null
                && !isKnown(call)
                && Functions.isStatic(method)
                && method.getReturnType().getKind() == TypeKind.VOID
                && isText(typeOf((Expression) argument));
    }

    private @Nullable ExecutableElement called(MethodCallExpr call) {
        try {
            return reading.typer.members().method(call, scope).choice().method();
        } catch (Refusal unknown) {
            return null;
        }
    }

    /** {@code System.out.println()}. */
    private boolean isAskedStaticField(MethodCallExpr call) {
        Expression object = call.getScope().orElse(null);
        MemberLookup.Variable variable = null;
        try {
            if (object instanceof NameExpr name) {
                variable = reading.typer.members().simple(name.getNameAsString(), name, scope);
            } else if (object instanceof FieldAccessExpr access) {
                variable = reading.typer.members().field(access, scope);
            }
        } catch (Refusal unknown) {
            return false;
        }
        return variable != null && variable.field() != null && variable.isStatic();
    }
}
