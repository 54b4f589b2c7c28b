package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Types as generated code can write them, where no type variable means anything: each variable is replaced by its first
 * bound, so {@code T} becomes {@code Shape} and {@code List<T>} becomes {@code List<Shape>}. Every value fits, as
 * generics leave no trace at run time, but the compiler must be told so by casts.
 */
final class TypeVariables {

    private final Language language;

    TypeVariables(Language language) {
        this.language = language;
    }

    TypeMirror replaced(TypeMirror type) {
        if (!areIn(type)) {
            return type;
        }
        return switch (type.getKind()) {
            case TYPEVAR -> bound((TypeVariable) type);
            case ARRAY -> language.types.getArrayType(replaced(((ArrayType) type).getComponentType()));
            case DECLARED -> declared((DeclaredType) type);
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                yield language.types.getWildcardType(
                        replacedOrNull(wildcard.getExtendsBound()), replacedOrNull(wildcard.getSuperBound()));
            }
            default -> type;
        };
    }

    /**
     * Whether each type variable that a method may use is its bound to the code: no bound rests on another variable.
     */
    static boolean areReplaceableIn(ExecutableElement method) {
        for (TypeParameterElement variable : of(method)) {
            List<? extends TypeMirror> bounds = variable.getBounds();
            if (bounds.size() > 1 || bounds.stream().anyMatch(TypeVariables::areIn)) {
                return false;
            }
        }
        return true;
    }

    /** The type parameters of a method, and of the classes whose objects it needs. */
    private static List<TypeParameterElement> of(ExecutableElement method) {
        List<TypeParameterElement> variables = new ArrayList<>(method.getTypeParameters());
        variables.addAll(ofObject(method));
        return variables;
    }

    /** The type parameters of the object that a method is called on. */
    static List<TypeParameterElement> ofObject(ExecutableElement method) {
        List<TypeParameterElement> variables = new ArrayList<>();
        Element inner = method;
        while (!inner.getModifiers().contains(Modifier.STATIC)
                && inner.getEnclosingElement() instanceof TypeElement outer) {
            variables.addAll(outer.getTypeParameters());
            inner = outer;
        }
        return variables;
    }

    private @Nullable TypeMirror replacedOrNull(@Nullable TypeMirror type) {
        return type == null ? null : replaced(type);
    }

    private TypeMirror bound(TypeVariable variable) {
        TypeMirror bound = variable.getUpperBound();
        if (bound instanceof IntersectionType several) {
            bound = several.getBounds().get(0);
        }
        return areIn(bound) ? language.types.erasure(bound) : bound;
    }

    private TypeMirror declared(DeclaredType type) {
        TypeMirror[] arguments = new TypeMirror[type.getTypeArguments().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = replaced(type.getTypeArguments().get(i));
        }
        TypeElement element = (TypeElement) type.asElement();
        return type.getEnclosingType().getKind() == TypeKind.DECLARED
                ? language.types.getDeclaredType((DeclaredType) replaced(type.getEnclosingType()), element, arguments)
                : language.types.getDeclaredType(element, arguments);
    }

    /** Whether a type mentions a type variable. */
    static boolean areIn(TypeMirror type) {
        return switch (type.getKind()) {
            case TYPEVAR -> true;
            case ARRAY -> areIn(((ArrayType) type).getComponentType());
            case WILDCARD -> {
                WildcardType wildcard = (WildcardType) type;
                yield wildcard.getExtendsBound() != null && areIn(wildcard.getExtendsBound())
                        || wildcard.getSuperBound() != null && areIn(wildcard.getSuperBound());
            }
            case DECLARED -> {
                boolean found = areIn(((DeclaredType) type).getEnclosingType());
                for (TypeMirror argument : ((DeclaredType) type).getTypeArguments()) {
                    found |= areIn(argument);
                }
                yield found;
            }
            default -> false;
        };
    }
}
