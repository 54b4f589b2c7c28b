package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** What is known of one inference variable (JLS 18.1.3). */
final class Bounds {

    final TypeVariable variable;
    final List<TypeMirror> equal = new ArrayList<>();
    final List<TypeMirror> lower = new ArrayList<>();
    final List<TypeMirror> upper = new ArrayList<>();

    /** Whether the variable stands in a throws clause, and nothing said means no checked exception. */
    boolean isThrown;

    /** Whether the variable's value is erased anyway, so that one without a name needn't be found. */
    boolean isErased;

    @Nullable
    TypeMirror value;

    Bounds(TypeVariable variable) {
        this.variable = variable;
    }
}
