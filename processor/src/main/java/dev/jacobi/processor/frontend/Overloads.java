package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among methods of one name (JLS 15.12.2): by subtyping, then with boxing, then with varargs; within a phase
 * the most specific one.
 */
final class Overloads {

    private enum Phase {
        STRICT,
        LOOSE,
        VARIABLE_ARITY
    }

    private final Language language;

    Overloads(Language language) {
        this.language = language;
    }

    /**
     * The chosen method.
     *
     * @param type its type as a member of the receiver
     * @param variableArity whether the last arguments are gathered into an array
     */
    record Choice(ExecutableElement method, ExecutableType type, boolean variableArity) {

        /** The type that the {@code i}-th argument is converted to. */
        TypeMirror parameter(int i) {
            List<? extends TypeMirror> parameters = type.getParameterTypes();
            if (variableArity && i >= parameters.size() - 1) {
                return ((ArrayType) parameters.get(parameters.size() - 1)).getComponentType();
            }
            return parameters.get(i);
        }
    }

    /** The method that the arguments choose, or null; an argument of kind NONE (a lambda) fits any reference type. */
    @Nullable
    Choice choose(List<ExecutableElement> candidates, @Nullable TypeMirror receiver, List<TypeMirror> arguments) {
        for (Phase phase : Phase.values()) {
            List<Choice> applicable = new ArrayList<>();
            for (ExecutableElement method : candidates) {
                ExecutableType type =
                        (ExecutableType) (receiver == null ? method.asType() : language.memberType(receiver, method));
                Choice choice = new Choice(method, type, phase == Phase.VARIABLE_ARITY);
                if (applies(choice, phase, arguments)) {
                    applicable.add(choice);
                }
            }
            if (!applicable.isEmpty()) {
                return mostSpecific(applicable, arguments.size());
            }
        }
        return null;
    }

    private boolean applies(Choice choice, Phase phase, List<TypeMirror> arguments) {
        int declared = choice.type().getParameterTypes().size();
        boolean fits = phase == Phase.VARIABLE_ARITY
                ? choice.method().isVarArgs() && arguments.size() >= declared - 1
                : arguments.size() == declared;
        for (int i = 0; fits && i < arguments.size(); i++) {
            fits = accepts(choice.parameter(i), arguments.get(i), phase);
        }
        return fits;
    }

    private boolean accepts(TypeMirror parameter, TypeMirror argument, Phase phase) {
        boolean primitive = parameter.getKind().isPrimitive();
        if (argument.getKind() == TypeKind.NONE || argument.getKind() == TypeKind.NULL) {
            return !primitive;
        }
        if (phase == Phase.STRICT && primitive != argument.getKind().isPrimitive()) {
            return false;
        }
        if (primitive && argument.getKind().isPrimitive()) {
            return language.types.isSubtype(argument, parameter);
        }
        return language.types.isAssignable(argument, parameter)
                || language.types.isAssignable(argument, language.types.erasure(parameter));
    }

    private Choice mostSpecific(List<Choice> applicable, int arguments) {
        Choice best = applicable.get(0);
        for (Choice other : applicable.subList(1, applicable.size())) {
            if (moreSpecific(other, best, arguments)) {
                best = other;
            }
        }
        return best;
    }

    private boolean moreSpecific(Choice a, Choice b, int arguments) {
        for (int i = 0; i < arguments; i++) {
            if (!language.types.isSubtype(erased(a.parameter(i)), erased(b.parameter(i)))) {
                return false;
            }
        }
        return true;
    }

    private TypeMirror erased(TypeMirror type) {
        return type.getKind().isPrimitive() ? type : language.types.erasure(type);
    }
}
