package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.jacobi.processor.ir.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The variables that a function uses and that aren't there yet where the variable is declared that will hold it. */
final class LaterLocals {

    private final Expression code;
    private final Closure before;
    private final Scope scope;
    private final Reading reading;
    private final Map<String, Type> found = new LinkedHashMap<>();
    private boolean functions;

    private LaterLocals(Expression code, Closure before, Scope scope, Reading reading) {
        this.code = code;
        this.before = before;
        this.scope = scope;
        this.reading = reading;
    }

    /** Their types by their names. */
    static Map<String, Type> of(Expression code, Closure before, Frame frame, Reading reading) {
        LaterLocals locals = new LaterLocals(code, before, frame.scope, reading);
        if (code instanceof MethodReferenceExpr reference) {
            locals.receiver(reference);
        } else if (FunctionForms.isFunction(code)) {
            locals.collect(code);
        }
        return locals.found;
    }

    /** Whether one of them holds a function, which no slot can keep. */
    static boolean areFunctions(Expression code, Closure before, Frame frame, Reading reading) {
        LaterLocals locals = new LaterLocals(code, before, frame.scope, reading);
        if (FunctionForms.isFunction(code)) {
            locals.collect(code);
        }
        return locals.functions;
    }

    /** A reference to a method of a variable, which may be assigned in between, holds what that holds then. */
    private void receiver(MethodReferenceExpr reference) {
        if (reference.getScope() instanceof NameExpr || reference.getScope() instanceof TypeExpr) {
            String name = reference.getScope().toString();
            TypeMirror mirror = reading.typer.variables().local(name, reference, scope);
            if (mirror != null) {
                found.put(name, reading.types.read(mirror));
            }
        } else {
            collect(reference);
        }
    }

    private void collect(Node node) {
        if (node instanceof NameExpr name) {
            Type type = type(name);
            if (type != null) {
                found.put(name.getNameAsString(), type);
            }
        }
        node.getChildNodes().forEach(this::collect);
    }

    private boolean isInside(Node declaration) {
        Node node = declaration;
        while (node != null && !Identity.same(node, code)) {
            node = node.getParentNode().orElse(null);
        }
        return node != null;
    }

    private @Nullable Type type(NameExpr name) {
        String text = name.getNameAsString();
        boolean there = before.locals().containsKey(text)
                || before.closures().containsKey(text)
                || before.choices().containsKey(text);
        Node declaration = there ? null : Locals.declaration(text, name);
        if (declaration == null || isInside(declaration)) {
            return null;
        }
        TypeMirror mirror = reading.typer.variables().local(text, name, scope);
        boolean function = mirror != null && reading.typer.functions().method(mirror) != null;
        functions |= function;
        return mirror == null || function ? null : reading.types.read(mirror);
    }
}
