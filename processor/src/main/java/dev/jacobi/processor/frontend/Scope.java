package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Span;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The local variables that an expression can see, and what names of classes mean where it stands. */
final class Scope {

    private final TypeNames names;
    private final Origin origin;
    private final @Nullable Scope outer;
    private final Map<String, TypeMirror> locals = new HashMap<>();

    private Scope(TypeNames names, Origin origin, @Nullable Scope outer) {
        this.names = names;
        this.origin = origin;
        this.outer = outer;
    }

    static Scope of(TypeNames names, Origin origin) {
        return new Scope(names, origin, null);
    }

    Scope inner() {
        return new Scope(names, origin, this);
    }

    TypeNames names() {
        return names;
    }

    Origin origin() {
        return origin;
    }

    void declare(String name, TypeMirror type) {
        locals.put(name, type);
    }

    @Nullable
    TypeMirror local(String name) {
        TypeMirror type = locals.get(name);
        return type != null || outer == null ? type : outer.local(name);
    }

    Span span(Node node) {
        return node.getRange()
                .map(r -> new Span(origin, r.begin.line, r.begin.column, r.end.line, r.end.column))
                .orElseGet(() -> new Span(origin, 1, 1, 1, 1));
    }
}
