package dev.jacobi.processor.frontend;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.jacobi.processor.ir.CopiedCode;
import dev.jacobi.processor.ir.CopiedField;
import dev.jacobi.processor.ir.CopiedMethod;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The calls in a function of methods that generated code may not name, but has copies of. */
final class CopiedCalls {

    private static final CopiedCode HOME = new CopiedMethod.Home();

    private final Reading reading;
    private final Scope scope;
    private final Node code;
    private final FunctionText text;
    private final MethodCopies copies;

    CopiedCalls(Reading reading, Scope scope, Node code, FunctionText text, MethodCopies copies) {
        this.reading = reading;
        this.scope = scope;
        this.code = code;
        this.text = text;
        this.copies = copies;
    }

    /** A method of which there is a copy, by its key. */
    record Copy(ExecutableElement method, String key) {
        boolean isStatic() {
            return Functions.isStatic(method);
        }

        CopiedCode name() {
            return new CopiedMethod.Name(key);
        }
    }

    /** Null where the method is called as it is, or can't be copied. */
    @Nullable
    Copy of(MethodCallExpr call) {
        Expression before = call.getScope().orElse(null);
        boolean own = before == null ? !isOfLocalClass(call) : isThis(before) && !isInsideClass(before);
        boolean plain = call.getTypeArguments().isEmpty() && (own || before != null && named(before) != null);
        ExecutableElement method = plain ? calledOrNull(call) : null;
        String key = method != null && (own || Functions.isStatic(method)) ? copies.of(method, scope.span(call)) : null;
        return method == null || key == null ? null : new Copy(method, key);
    }

    /** Null where the method is named as it is, or can't be copied, or where it isn't known which is meant. */
    @Nullable
    Copy of(MethodReferenceExpr reference) {
        Expression before = reference.getScope();
        boolean self = isThis(before) && !isInsideClass(before) && Identity.same(reference, code);
        TypeElement owner = self ? scope.names().enclosingClass() : named(before);
        List<ExecutableElement> named =
                owner == null ? List.of() : reading.members.methods(owner, reference.getIdentifier());
        if (named.size() != 1 || reference.getTypeArguments().isPresent()) {
            return null;
        }
        ExecutableElement method = named.get(0);
        boolean fits = !self || !Functions.isStatic(method) && !method.isVarArgs();
        String key = fits ? copies.of(method, scope.span(reference)) : null;
        return key == null ? null : new Copy(method, key);
    }

    private static boolean isThis(Expression e) {
        return e instanceof ThisExpr self && self.getTypeName().isEmpty();
    }

    /** The class that an expression names; null where it is a value, or isn't known. */
    private @Nullable TypeElement named(Expression e) {
        try {
            if (e instanceof TypeExpr type) {
                boolean value = reading.typer.members().simple(type.getTypeAsString(), type, scope) != null;
                return value ? null : reading.members.classOf(reading.typer.named(type.getType(), scope));
            }
            return reading.typer.members().named(e, scope);
        } catch (Refusal unknown) {
            return null;
        }
    }

    private @Nullable ExecutableElement calledOrNull(MethodCallExpr call) {
        try {
            return call.getScope().isPresent()
                    ? reading.typer.members().method(call, scope).choice().method()
                    : called(call);
        } catch (Refusal unknown) {
            return null;
        }
    }

    /** The method that is called without what it belongs to. */
    ExecutableElement called(MethodCallExpr call) {
        List<ExecutableElement> methods = reading.typer.members().methods(call.getNameAsString(), scope);
        return methods.size() == 1
                ? methods.get(0)
                : reading.typer.members().method(call, scope).choice().method();
    }

    /** Whether a call without an object is one of a method of a class that the function declares. */
    boolean isOfLocalClass(MethodCallExpr call) {
        for (Node node = call; !Identity.same(node, code); node = parent(node)) {
            if (node instanceof BodyDeclaration<?>
                    && LocalTypes.isLocal(parent(node))
                    && reading.typer.members().hasMethod(parent(node), call.getNameAsString(), scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a node stands in the body of a class that the function declares. */
    boolean isInsideClass(Node at) {
        for (Node node = at; !Identity.same(node, code); node = parent(node)) {
            if (node instanceof BodyDeclaration<?> && LocalTypes.isLocal(parent(node))) {
                return true;
            }
        }
        return false;
    }

    private static Node parent(Node node) {
        return node.getParentNode().orElseThrow();
    }

    /** {@code isSmall(k)} becomes {@code FGrad.Model_isSmall(k)}, or {@code FGrad.Model_isSmall(self, k)}. */
    void replace(MethodCallExpr call, Copy copy, String self) {
        JavaToken first = call.getTokenRange().orElseThrow().getBegin();
        JavaToken last = call.getName().getTokenRange().orElseThrow().getEnd();
        List<CopiedCode> parts = new ArrayList<>(List.of(HOME, text("."), copy.name()));
        if (!copy.isStatic()) {
            while (!last.getText().equals("(")) {
                last = last.getNextToken().orElseThrow();
            }
            parts.add(text("(" + self + (call.getArguments().isEmpty() ? "" : ", ")));
        }
        text.replace(first, last, parts.toArray(CopiedCode[]::new));
    }

    /** {@code Model::isSmall} becomes {@code FGrad::Model_isSmall}; a function of this object takes its name along. */
    void replace(MethodReferenceExpr reference, Copy copy, String self) {
        if (!isThis(reference.getScope())) {
            text.replace(reference, HOME, text("::"), copy.name());
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < copy.method().getParameters().size(); i++) {
            names.add("argument" + (i + 1));
        }
        String taken = String.join(", ", names);
        String given = names.isEmpty() ? self : self + ", " + taken;
        text.replace(reference, text("(" + taken + ") -> "), HOME, text("."), copy.name(), text("(" + given + ")"));
    }

    private static CopiedCode text(String text) {
        return new CopiedField.Part.Text(text);
    }
}
