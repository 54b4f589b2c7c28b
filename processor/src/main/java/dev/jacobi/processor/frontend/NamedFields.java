package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The fields that {@code wrt} names, as {@code "this.k"}, to differentiate by. */
final class NamedFields {

    private static final String PREFIX = "this.";

    private final Functions functions;

    NamedFields(Functions functions) {
        this.functions = functions;
    }

    static boolean isOne(String named) {
        return named.startsWith(PREFIX);
    }

    /** Whether an annotated method names any. */
    static boolean areNamed(ExecutableElement method) {
        return Subjects.namedParameters(method).stream().anyMatch(NamedFields::isOne);
    }

    /** As far as there are such. */
    List<VariableElement> of(ExecutableElement method, List<Problem> problems) {
        Map<String, VariableElement> possible = possible(method);
        Set<VariableElement> fields = new LinkedHashSet<>();
        List<String> all = Subjects.namedParameters(method);
        for (int i = 0; i < all.size(); i++) {
            String named = all.get(i);
            if (isOne(named)) {
                VariableElement field = possible.get(named);
                Span place = functions.declarations().annotations().value(method, Annotations.DIFFERENTIABLE, "wrt", i);
                Problem problem = problem(method, place, named, field, possible);
                if (problem != null) {
                    problems.add(problem);
                } else if (field != null) {
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }

    /** Where what is not differentiated by is a parameter that is held constant, or a field. */
    String suggestion(ExecutableElement method, String name) {
        for (Functions.Formal formal : functions.formals(method)) {
            if (formal.name().equals(name)
                    && formal.constant()
                    && functions.type(formal.type()).carriesDerivative()) {
                return "take @NoDerivative off " + name + ", which holds it constant, or ";
            }
        }
        String field = PREFIX + name;
        return possible(method).containsKey(field) ? "write \"" + field + "\" for the field, or " : "";
    }

    private @Nullable Problem problem(
            ExecutableElement method,
            Span place,
            String named,
            @Nullable VariableElement field,
            Map<String, VariableElement> possible) {
        if (Enclosing.type(method).getKind() == ElementKind.RECORD) {
            return Problem.of(
                    Kind.UNSUPPORTED,
                    place,
                    "a record's method, by its components,",
                    "annotate a static method that is given the record");
        }
        if (field == null) {
            String display = functions.name(method).display();
            String names = possible.isEmpty() ? "none" : String.join(", ", possible.keySet());
            return Problem.of(Kind.UNKNOWN_FIELD, place, named, display, names);
        }
        if (!isReadable(field, method)) {
            String name = field.getSimpleName().toString();
            boolean isPrivate = field.getModifiers().contains(Modifier.PRIVATE);
            return Problem.of(
                    Kind.UNREACHABLE,
                    place,
                    name,
                    isPrivate ? "private" : "not public, and another package's class needs it",
                    isPrivate
                            ? "make " + name + " package-private, or add a method that gives it: "
                                    + PrivateFields.method(field)
                            : "make " + name + " public");
        }
        return null;
    }

    /** Whether generated code can name the field of the method's object, or call a method that gives it. */
    private boolean isReadable(VariableElement field, ExecutableElement method) {
        String from = Enclosing.packageName(method);
        TypeElement type = Enclosing.type(method);
        ExecutableElement accessor = functions.accessors().of(field);
        return Enclosing.isReachable(field, from)
                || accessor != null
                        && Enclosing.isReachable(accessor, from)
                        && functions
                                .accessors()
                                .isSure(accessor, type, ReceiverCheck.isOverridable(method) ? type : null);
    }

    /** By what {@code wrt} would call them: those of the object, its class's own before those that they hide. */
    private Map<String, VariableElement> possible(ExecutableElement method) {
        Map<String, VariableElement> possible = new LinkedHashMap<>();
        List<String> hidden = new ArrayList<>();
        Element owner = Functions.isStatic(method) ? null : Enclosing.type(method);
        while (owner instanceof TypeElement type) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                String name = PREFIX + field.getSimpleName();
                if (!hidden.contains(name) && carriesDerivative(field)) {
                    possible.put(name, field);
                }
                hidden.add(name);
            }
            owner = functions.language.classOf(type.getSuperclass());
        }
        return possible;
    }

    private boolean carriesDerivative(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC)
                && functions.type(field.asType()).carriesDerivative()
                && !Annotations.holdsConstant(field);
    }
}
