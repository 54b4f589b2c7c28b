package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * The checked exceptions that methods declare: what their derivatives must declare as well, as they throw them, too.
 */
final class Thrown {
    private Thrown() {}

    static List<TypeMirror> checked(ExecutableElement method, Language language) {
        List<TypeMirror> checked = new ArrayList<>();
        for (TypeMirror declared : method.getThrownTypes()) {
            TypeMirror type = language.types.erasure(declared);
            if (!isA(type, "java.lang.RuntimeException", language) && !isA(type, "java.lang.Error", language)) {
                checked.add(type);
            }
        }
        return checked;
    }

    /** Whether what a method throws depends on the call: {@code <E extends Exception> … throws E}. */
    static boolean isVariable(ExecutableElement method) {
        return method.getThrownTypes().stream().anyMatch(thrown -> thrown.getKind() == TypeKind.TYPEVAR);
    }

    /** Whether all type parameters of a method are exceptions that it is given, or that its functions throw. */
    static boolean areGivenTo(ExecutableElement method) {
        return method.getTypeParameters().stream()
                .allMatch(variable -> isThrown(variable, method) && isGiven(variable, method));
    }

    private static boolean isThrown(TypeParameterElement variable, ExecutableElement method) {
        return method.getThrownTypes().stream().anyMatch(thrown -> is(thrown, variable));
    }

    private static boolean isGiven(TypeParameterElement variable, ExecutableElement method) {
        return method.getParameters().stream()
                .map(VariableElement::asType)
                .anyMatch(type -> is(type, variable)
                        || type instanceof DeclaredType declared
                                && declared.getTypeArguments().stream()
                                        .anyMatch(argument -> isBelow(argument, variable)));
    }

    private static boolean isBelow(TypeMirror argument, TypeParameterElement variable) {
        return is(argument, variable)
                || argument instanceof WildcardType wildcard
                        && wildcard.getExtendsBound() != null
                        && is(wildcard.getExtendsBound(), variable);
    }

    private static boolean is(TypeMirror type, TypeParameterElement variable) {
        return type instanceof TypeVariable named && named.asElement().equals(variable);
    }

    private static boolean isA(TypeMirror type, String wanted, Language language) {
        return language.types.isSubtype(type, language.declared(wanted));
    }
}
