package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Which methods may read some fields, by themselves or by way of what they call. It errs to the safe side: a method
 * that is taken for one that does is only handed values that it has no use for.
 */
final class FieldReach {

    private final Functions functions;
    private final List<VariableElement> fields;
    private final Map<ExecutableElement, Boolean> known = new HashMap<>();

    FieldReach(Functions functions, List<VariableElement> fields) {
        this.functions = functions;
        this.fields = List.copyOf(fields);
    }

    List<VariableElement> fields() {
        return fields;
    }

    boolean has(ExecutableElement method) {
        Boolean has = known.get(method);
        if (has == null) {
            has = reads(method, new HashSet<>());
            known.put(method, has);
        }
        return has;
    }

    private boolean reads(ExecutableElement method, Set<ExecutableElement> seen) {
        Declarations.Body body = functions.body(method);
        return body != null && seen.add(method) && reads(body.declaration(), body.scope(), seen);
    }

    private boolean reads(Node node, Scope scope, Set<ExecutableElement> seen) {
        boolean here = node instanceof NameExpr name && isNamed(name.getNameAsString())
                || node instanceof FieldAccessExpr access && isNamed(access.getNameAsString())
                || node instanceof MethodReferenceExpr
                || node instanceof ObjectCreationExpr
                || node instanceof MethodCallExpr call && calls(called(call, scope), seen);
        return here || node.getChildNodes().stream().anyMatch(child -> reads(child, scope, seen));
    }

    private boolean isNamed(String name) {
        return fields.stream().anyMatch(field -> field.getSimpleName().contentEquals(name));
    }

    private boolean calls(@Nullable ExecutableElement called, Set<ExecutableElement> seen) {
        return called == null || mayBeAnother(called) || reads(called, seen);
    }

    /** Whether what runs need not be the body of the method that is named. */
    private static boolean mayBeAnother(ExecutableElement called) {
        TypeElement owner = Enclosing.type(called);
        boolean several = owner.getModifiers().contains(Modifier.SEALED) || owner.getKind() == ElementKind.ENUM;
        return called.getModifiers().contains(Modifier.ABSTRACT)
                || called.getModifiers().contains(Modifier.DEFAULT)
                || Annotations.find(owner, Annotations.GENERATED) != null
                || several && ReceiverCheck.isOverridable(called);
    }

    private @Nullable ExecutableElement called(MethodCallExpr call, Scope scope) {
        try {
            return functions.typer.members().method(call, scope).choice().method();
        } catch (Refusal unknown) {
            return null; // refused where it is read
        }
    }
}
