package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Annotated methods of which only class files are there: those of other jars. Their derivatives are called by the
 * members that their generated classes have for users. What such a member is called and what it differentiates by is
 * read off its own signature, since class files may tell neither the order of methods nor the names of parameters.
 */
final class Libraries {

    private final Language language;
    private final TypeReader types;
    private final Map<ExecutableElement, @Nullable Library> known = new HashMap<>();

    Libraries(Language language, TypeReader types) {
        this.language = language;
        this.types = types;
    }

    /**
     * A method with a generated class.
     *
     * @param names the names of all parameters, as far as the components of its gradient tell them
     */
    record Library(SortedSet<Integer> wrt, String className, int overload, List<String> names) {}

    /** Null where the method has no derivative that is known to be right. */
    @Nullable
    Library of(ExecutableElement method, List<Functions.Formal> formals) {
        if (Annotations.find(method, Annotations.DIFFERENTIABLE) == null || NamedFields.areNamed(method)) {
            return null;
        }
        if (!known.containsKey(method)) {
            known.put(method, find(method, formals));
        }
        return known.get(method);
    }

    private @Nullable Library find(ExecutableElement method, List<Functions.Formal> formals) {
        TypeElement generated = language.find(Enclosing.packageOf(method), Subjects.className(method));
        if (generated == null || Annotations.find(generated, Annotations.GENERATED) == null) {
            return null;
        }
        for (ExecutableElement pullback : members(generated, "pullback")) {
            boolean known = !handsArrays(method) || Annotations.find(pullback, Annotations.READS_ONLY) != null;
            if (known
                    && startsWith(pullback, formals)
                    && pullback.getParameters().size() == formals.size()) {
                return library(method, generated, pullback, formals);
            }
        }
        return null;
    }

    /** What a method does with an array shows in its source only, unless the generated class tells. */
    private boolean handsArrays(ExecutableElement method) {
        boolean hands = isActiveArray(method.getReturnType());
        for (VariableElement parameter : method.getParameters()) {
            hands |= isActiveArray(parameter.asType());
        }
        return hands;
    }

    private boolean isActiveArray(TypeMirror mirror) {
        Type type = types.read(mirror);
        return type instanceof Type.Array && type.carriesDerivative();
    }

    private @Nullable Library library(
            ExecutableElement method,
            TypeElement generated,
            ExecutableElement pullback,
            List<Functions.Formal> formals) {
        TypeElement result = language.classOf(pullback.getReturnType());
        if (result == null || !result.getSimpleName().toString().startsWith("Pullback")) {
            return null;
        }
        String suffix = result.getSimpleName().toString().substring("Pullback".length());
        List<Integer> wrt = wrt(method, generated, "ValueAndJvp" + suffix, formals);
        List<String> names = wrt == null ? null : names(result, wrt, formals);
        return names == null
                ? null
                : new Library(
                        new TreeSet<>(wrt),
                        generated.getSimpleName().toString(),
                        suffix.isEmpty() ? 0 : Integer.parseInt(suffix) - 1,
                        names);
    }

    /** The parameters that have directions; null where their types leave several possibilities. */
    private @Nullable List<Integer> wrt(
            ExecutableElement method, TypeElement generated, String resultType, List<Functions.Formal> formals) {
        for (ExecutableElement member : members(generated, "valueAndJvp")) {
            TypeElement given = language.classOf(member.getReturnType());
            if (given != null && given.getSimpleName().contentEquals(resultType) && startsWith(member, formals)) {
                List<? extends VariableElement> directions = member.getParameters()
                        .subList(formals.size(), member.getParameters().size());
                List<List<Integer>> possible = new ArrayList<>();
                choose(directions, formals, 0, new ArrayList<>(), possible);
                List<Integer> named = named(method, formals);
                return possible.size() == 1 ? possible.get(0) : possible.contains(named) ? named : null;
            }
        }
        return null;
    }

    /** The parameters that the annotation names, where the class file tells the names. */
    private static List<Integer> named(ExecutableElement method, List<Functions.Formal> formals) {
        List<String> wanted = Subjects.namedParameters(method);
        List<Integer> named = new ArrayList<>();
        for (int i = 0; i < formals.size(); i++) {
            if (wanted.contains(formals.get(i).name())) {
                named.add(i);
            }
        }
        return named.size() == wanted.size() ? named : List.of();
    }

    private void choose(
            List<? extends VariableElement> directions,
            List<Functions.Formal> formals,
            int from,
            List<Integer> chosen,
            List<List<Integer>> possible) {
        if (chosen.size() == directions.size()) {
            possible.add(List.copyOf(chosen));
            return;
        }
        TypeMirror wanted = directions.get(chosen.size()).asType();
        for (int i = from; i < formals.size(); i++) {
            Functions.Formal formal = formals.get(i);
            if (!formal.constant()
                    && types.read(formal.type()).carriesDerivative()
                    && language.types.isSameType(wanted, formal.type())) {
                List<Integer> longer = new ArrayList<>(chosen);
                longer.add(i);
                choose(directions, formals, i + 1, longer, possible);
            }
        }
    }

    private static @Nullable List<String> names(
            TypeElement pullback, List<Integer> wrt, List<Functions.Formal> formals) {
        List<String> names = new ArrayList<>();
        formals.forEach(formal -> names.add(formal.name()));
        if (wrt.size() == 1) {
            return names;
        }
        for (ExecutableElement apply : ElementFilter.methodsIn(pullback.getEnclosedElements())) {
            TypeElement gradient = apply.getSimpleName().contentEquals("apply")
                            && apply.getReturnType() instanceof javax.lang.model.type.DeclaredType declared
                            && declared.asElement() instanceof TypeElement type
                            && type.getKind() == ElementKind.RECORD
                    ? type
                    : null;
            List<? extends RecordComponentElement> components =
                    gradient == null ? List.of() : gradient.getRecordComponents();
            if (components.size() == wrt.size()) {
                for (int i = 0; i < wrt.size(); i++) {
                    names.set(wrt.get(i), components.get(i).getSimpleName().toString());
                }
                return names;
            }
        }
        return null;
    }

    private static List<ExecutableElement> members(TypeElement generated, String name) {
        List<ExecutableElement> members = new ArrayList<>();
        for (ExecutableElement member : ElementFilter.methodsIn(generated.getEnclosedElements())) {
            if (member.getSimpleName().contentEquals(name)
                    && member.getModifiers().contains(Modifier.STATIC)
                    && !member.getModifiers().contains(Modifier.PRIVATE)) {
                members.add(member);
            }
        }
        return members;
    }

    private boolean startsWith(ExecutableElement member, List<Functions.Formal> formals) {
        if (member.getParameters().size() < formals.size()) {
            return false;
        }
        for (int i = 0; i < formals.size(); i++) {
            TypeMirror given = member.getParameters().get(i).asType();
            if (!language.types.isSameType(
                    language.types.erasure(given),
                    language.types.erasure(formals.get(i).type()))) {
                return false;
            }
        }
        return true;
    }
}
