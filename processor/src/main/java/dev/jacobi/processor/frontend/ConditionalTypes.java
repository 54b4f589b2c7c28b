package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The type of {@code c ? a : b} of two different numeric types (JLS 15.25.2). */
final class ConditionalTypes {

    private final Language language;
    private final NumberConstants constants;

    ConditionalTypes(Language language, Typer typer, Scope scope) {
        this.language = language;
        this.constants = new NumberConstants(typer, scope);
    }

    TypeMirror of(PrimitiveType a, Expression left, PrimitiveType b, Expression right) {
        TypeKind small = a.getKind() == TypeKind.INT ? fitted(a, left, b) : fitted(b, right, a);
        if (small != null) {
            return language.primitive(small);
        }
        if (isByteAndShort(a.getKind(), b.getKind())) {
            return language.primitive(TypeKind.SHORT);
        }
        for (TypeKind kind : List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG)) {
            if (a.getKind() == kind || b.getKind() == kind) {
                return language.primitive(kind);
            }
        }
        return language.primitive(TypeKind.INT);
    }

    private static boolean isByteAndShort(TypeKind a, TypeKind b) {
        return a == TypeKind.BYTE && b == TypeKind.SHORT || a == TypeKind.SHORT && b == TypeKind.BYTE;
    }

    /** The other side's type if it is a small integer type in which the int constant fits. */
    private @Nullable TypeKind fitted(PrimitiveType type, Expression constant, PrimitiveType other) {
        Long value = type.getKind() == TypeKind.INT ? constants.whole(constant) : null;
        if (value == null) {
            return null;
        }
        boolean fits = switch (other.getKind()) {
            case BYTE -> value == value.byteValue();
            case SHORT -> value == value.shortValue();
            case CHAR -> value >= 0 && value <= Character.MAX_VALUE;
            default -> false;
        };
        return fits ? other.getKind() : null;
    }
}
