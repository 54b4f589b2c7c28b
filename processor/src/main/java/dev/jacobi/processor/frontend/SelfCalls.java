package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which methods that are handed functions may call themselves, by themselves or by way of others. */
final class SelfCalls {

    private final Functions functions;
    private final Map<ExecutableElement, Boolean> known = new HashMap<>();

    SelfCalls(Functions functions) {
        this.functions = functions;
    }

    boolean has(ExecutableElement method) {
        Boolean has = known.get(method);
        if (has == null) {
            has = reaches(method, method, new HashSet<>());
            known.put(method, has);
        }
        return has;
    }

    private boolean reaches(ExecutableElement from, ExecutableElement wanted, Set<ExecutableElement> seen) {
        Declarations.Body body = functions.body(from);
        return body != null && seen.add(from) && reaches(body.declaration(), body.scope(), wanted, seen);
    }

    private boolean reaches(Node node, Scope scope, ExecutableElement wanted, Set<ExecutableElement> seen) {
        if (node instanceof MethodCallExpr call) {
            ExecutableElement called = called(call, scope);
            if (called != null && (called.equals(wanted) || takesFunction(called) && reaches(called, wanted, seen))) {
                return true;
            }
        }
        return node.getChildNodes().stream().anyMatch(child -> reaches(child, scope, wanted, seen));
    }

    private @Nullable ExecutableElement called(MethodCallExpr call, Scope scope) {
        try {
            return functions.typer.members().method(call, scope).choice().method();
        } catch (Refusal unknown) {
            return null; // refused where it is read
        }
    }

    private boolean takesFunction(ExecutableElement method) {
        for (VariableElement parameter : method.getParameters()) {
            if (functions.typer.functions().method(parameter.asType()) != null) {
                return true;
            }
        }
        return false;
    }
}
