package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

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

    private static boolean isA(TypeMirror type, String wanted, Language language) {
        return language.types.isSubtype(type, language.declared(wanted));
    }
}
