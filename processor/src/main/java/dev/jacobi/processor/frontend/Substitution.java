package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Types put in for type variables. */
record Substitution(Types types, Map<? extends Element, ? extends TypeMirror> values) {

    TypeMirror apply(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> variable((TypeVariable) type);
            case ARRAY -> types.getArrayType(apply(((ArrayType) type).getComponentType()));
            case DECLARED -> declared((DeclaredType) type);
            case WILDCARD -> wildcard((WildcardType) type);
            default -> type;
        };
    }

    private TypeMirror variable(TypeVariable type) {
        TypeMirror value = values.get(type.asElement());
        return value == null ? type : value;
    }

    private TypeMirror declared(DeclaredType type) {
        if (!mentions(type, values.keySet())) {
            return type;
        }
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            arguments.add(apply(argument));
        }
        TypeElement element = (TypeElement) type.asElement();
        TypeMirror[] array = arguments.toArray(TypeMirror[]::new);
        TypeMirror enclosing = type.getEnclosingType();
        return enclosing.getKind() == TypeKind.DECLARED
                        && !((DeclaredType) enclosing).getTypeArguments().isEmpty()
                ? types.getDeclaredType((DeclaredType) apply(enclosing), element, array)
                : types.getDeclaredType(element, array);
    }

    private TypeMirror wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return extending(apply(type.getExtendsBound()));
        }
        return type.getSuperBound() != null ? types.getWildcardType(null, apply(type.getSuperBound())) : type;
    }

    /** A wildcard that a wildcard is put into stays one. */
    private TypeMirror extending(TypeMirror bound) {
        return bound.getKind() == TypeKind.WILDCARD ? bound : types.getWildcardType(bound, null);
    }

    /** Whether one of the variables stands in a type. */
    static boolean mentions(@Nullable TypeMirror type, Set<? extends Element> variables) {
        if (type == null || variables.isEmpty()) {
            return false;
        }
        return switch (type.getKind()) {
            case TYPEVAR -> variables.contains(((TypeVariable) type).asElement());
            case ARRAY -> mentions(((ArrayType) type).getComponentType(), variables);
            case DECLARED ->
                mentions(((DeclaredType) type).getEnclosingType(), variables)
                        || any(((DeclaredType) type).getTypeArguments(), variables);
            case WILDCARD ->
                mentions(((WildcardType) type).getExtendsBound(), variables)
                        || mentions(((WildcardType) type).getSuperBound(), variables);
            case INTERSECTION -> any(((IntersectionType) type).getBounds(), variables);
            default -> false;
        };
    }

    private static boolean any(List<? extends TypeMirror> types, Set<? extends Element> variables) {
        for (TypeMirror type : types) {
            if (mentions(type, variables)) {
                return true;
            }
        }
        return false;
    }
}
