package dev.jacobi.processor.frontend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * The result type of a generic method's call, from the arguments alone. Where they don't say, the type variable's bound
 * is taken: such values carry no derivative, so nothing but their methods depends on it.
 */
final class Inference {

    private final Language language;
    private final Map<Element, TypeMirror> bound = new HashMap<>();

    Inference(Language language) {
        this.language = language;
    }

    TypeMirror result(Overloads.Choice choice, List<TypeMirror> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            unify(choice.parameter(i), arguments.get(i));
        }
        for (TypeParameterElement parameter : choice.method().getTypeParameters()) {
            bound.putIfAbsent(parameter, language.types.erasure(parameter.asType()));
        }
        return substitute(choice.type().getReturnType());
    }

    private void unify(TypeMirror parameter, TypeMirror argument) {
        TypeMirror actual =
                argument instanceof PrimitiveType p && argument.getKind().isPrimitive()
                        ? language.types.boxedClass(p).asType()
                        : argument;
        if (actual.getKind() == TypeKind.NULL || actual.getKind() == TypeKind.NONE) {
            return;
        }
        if (parameter instanceof TypeVariable variable && parameter.getKind() == TypeKind.TYPEVAR) {
            bound.putIfAbsent(variable.asElement(), actual);
        } else if (parameter instanceof ArrayType a && actual instanceof ArrayType b) {
            unify(a.getComponentType(), b.getComponentType());
        } else if (parameter instanceof DeclaredType declared && parameter.getKind() == TypeKind.DECLARED) {
            DeclaredType seen = asSuper(actual, declared.asElement());
            if (seen != null
                    && seen.getTypeArguments().size()
                            == declared.getTypeArguments().size()) {
                for (int i = 0; i < seen.getTypeArguments().size(); i++) {
                    unify(
                            declared.getTypeArguments().get(i),
                            seen.getTypeArguments().get(i));
                }
            }
        }
    }

    private @Nullable DeclaredType asSuper(TypeMirror type, Element wanted) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
            return declared;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        for (TypeMirror parent : language.types.directSupertypes(type)) {
            DeclaredType found = asSuper(parent, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private TypeMirror substitute(TypeMirror type) {
        if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
            return bound.getOrDefault(variable.asElement(), type);
        }
        if (type instanceof ArrayType array) {
            return language.types.getArrayType(substitute(array.getComponentType()));
        }
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && !declared.getTypeArguments().isEmpty()) {
            TypeMirror[] arguments = declared.getTypeArguments().stream()
                    .map(a -> a.getKind() == TypeKind.WILDCARD ? a : substitute(a))
                    .toArray(TypeMirror[]::new);
            return language.types.getDeclaredType(
                    (javax.lang.model.element.TypeElement) declared.asElement(), arguments);
        }
        return type;
    }
}
