package dev.jacobi.processor.frontend;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types that don't exist: another processor may be about to make them, else the compiler says so. */
public final class MissingTypes {

    private MissingTypes() {}

    /** Whether there are such in a method's header. */
    public static boolean areIn(ExecutableElement method) {
        return isMissing(method.getReturnType())
                || method.getParameters().stream().anyMatch(parameter -> isMissing(parameter.asType()));
    }

    private static boolean isMissing(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || type instanceof ArrayType array && isMissing(array.getComponentType())
                || type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(MissingTypes::isMissing);
    }
}
