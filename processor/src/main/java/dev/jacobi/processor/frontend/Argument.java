package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a call hands over.
 *
 * @param expression null where only a type is known, as for what a method reference calls
 * @param type null where it depends on what the call wants
 */
record Argument(@Nullable Expression expression, @Nullable TypeMirror type) {

    static Argument of(TypeMirror type) {
        return new Argument(null, type);
    }

    /** What a message says it is. */
    String describe() {
        if (type == null) {
            return "a lambda";
        }
        return type.getKind() == TypeKind.NULL ? "null" : type.toString();
    }
}
