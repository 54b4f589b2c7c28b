package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
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
    private final Typer typer;

    Overloads(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
    }

    /**
     * The chosen method.
     *
     * @param type its type as a member of the receiver
     * @param variableArity whether the last arguments are gathered into an array
     * @param variables the type parameters that the call's arguments decide; of a diamond, the class's too
     * @param result what the call gives
     * @param unchecked whether an argument takes an unchecked conversion, which erases the result (JLS 15.12.2.6)
     */
    record Choice(
            ExecutableElement method,
            ExecutableType type,
            boolean variableArity,
            List<? extends TypeVariable> variables,
            TypeMirror result,
            boolean unchecked) {

        Choice(ExecutableElement method, ExecutableType type) {
            this(method, type, false, type.getTypeVariables(), type.getReturnType(), false);
        }

        static Choice of(ExecutableElement method) {
            return new Choice(method, (ExecutableType) method.asType());
        }

        /** The type that the {@code i}-th argument is converted to. */
        TypeMirror parameter(int i) {
            List<? extends TypeMirror> parameters = type.getParameterTypes();
            if (variableArity && i >= parameters.size() - 1) {
                return ((ArrayType) parameters.get(parameters.size() - 1)).getComponentType();
            }
            return parameters.get(i);
        }

        private Choice withVariableArity() {
            return new Choice(method, type, true, variables, result, unchecked);
        }

        private Choice withUnchecked() {
            return new Choice(method, type, variableArity, variables, result, true);
        }
    }

    /** The method that the arguments choose, or null. */
    @Nullable
    Choice choose(List<Choice> candidates, List<Argument> arguments, Scope scope) {
        for (Phase phase : Phase.values()) {
            List<Choice> applicable = new ArrayList<>();
            for (Choice candidate : candidates) {
                Choice choice =
                        phase == Phase.VARIABLE_ARITY && candidate.method().isVarArgs()
                                ? candidate.withVariableArity()
                                : candidate;
                Choice applied = applied(choice, phase, arguments, scope);
                if (applied != null) {
                    applicable.add(applied);
                }
            }
            if (!applicable.isEmpty()) {
                return mostSpecific(applicable, arguments, scope);
            }
        }
        return null;
    }

    /** The candidate if it applies, else null. */
    private @Nullable Choice applied(Choice choice, Phase phase, List<Argument> arguments, Scope scope) {
        int declared = choice.type().getParameterTypes().size();
        boolean fits = phase == Phase.VARIABLE_ARITY
                ? choice.variableArity() && arguments.size() >= declared - 1
                : arguments.size() == declared;
        if (!fits) {
            return null;
        }
        Inference inference = typer.newInference();
        Substitution opened = inference.open(choice.variables());
        fits = inference.declareBounds(choice.variables(), opened);
        for (int i = 0; fits && i < arguments.size(); i++) {
            TypeMirror parameter = opened.apply(choice.parameter(i));
            fits = accepts(parameter, arguments.get(i), phase, inference, scope);
        }
        if (!fits) {
            return null;
        }
        return inference.reduction.unchecked() > 0 ? choice.withUnchecked() : choice;
    }

    private boolean accepts(TypeMirror parameter, Argument argument, Phase phase, Inference inference, Scope scope) {
        TypeMirror type = argument.type();
        if (type == null) {
            return typer.checks()
                    .admits(
                            java.util.Objects.requireNonNull(argument.expression()),
                            parameter,
                            inference,
                            phase == Phase.STRICT,
                            scope);
        }
        boolean boxes = type.getKind().isPrimitive() != parameter.getKind().isPrimitive();
        if (phase == Phase.STRICT && boxes) {
            return false;
        }
        if (type.getKind().isPrimitive() && !boxes) {
            return language.types.isSubtype(type, parameter);
        }
        return inference.reduction.compatible(type, parameter);
    }

    private Choice mostSpecific(List<Choice> applicable, List<Argument> arguments, Scope scope) {
        if (applicable.size() == 1) {
            return applicable.get(0);
        }
        List<Choice> best = new ArrayList<>();
        Specificity specificity = new Specificity(language, typer, scope);
        for (Choice candidate : applicable) {
            boolean beaten = false;
            for (Choice other : applicable) {
                beaten |= !other.equals(candidate)
                        && specificity.isMore(other, candidate, arguments)
                        && !specificity.isMore(candidate, other, arguments);
            }
            if (!beaten) {
                best.add(candidate);
            }
        }
        return preferred(best.isEmpty() ? applicable : best);
    }

    /** Of several with the same signature: one with a body, or whose result is narrower (JLS 15.12.2.5). */
    private Choice preferred(List<Choice> choices) {
        Choice best = choices.get(0);
        for (Choice other : choices.subList(1, choices.size())) {
            boolean bestIsAbstract = best.method().getModifiers().contains(Modifier.ABSTRACT);
            boolean isAbstract = other.method().getModifiers().contains(Modifier.ABSTRACT);
            boolean narrower = language.types.isSubtype(erased(other), erased(best))
                    && !language.types.isSubtype(erased(best), erased(other));
            if (bestIsAbstract && (!isAbstract || narrower)) {
                best = other;
            }
        }
        return best;
    }

    private TypeMirror erased(Choice choice) {
        TypeMirror result = choice.type().getReturnType();
        return result.getKind() == javax.lang.model.type.TypeKind.VOID
                ? language.object()
                : language.types.erasure(result);
    }
}
