package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The private fields of a class that a method reads and generated code can't: one problem, at the first of them. */
final class PrivateFields {

    /** Of a field that has a method which gives it; another may run in its place. */
    private static final String MAKE_FINAL = "make {0} final, so that no other method runs in its place";

    private final TypeElement owner;
    private final Span first;
    private final Set<VariableElement> fields = new LinkedHashSet<>();

    PrivateFields(TypeElement owner, Span first) {
        this.owner = owner;
        this.first = first;
    }

    boolean isOf(TypeElement type) {
        return owner.equals(type);
    }

    void add(VariableElement field) {
        fields.add(field);
    }

    /** The problem, of all that were added. */
    Problem problem() {
        List<String> names = new ArrayList<>();
        List<String> methods = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        boolean several = fields.size() > 1;
        for (VariableElement field : fields) {
            names.add(field.getSimpleName().toString());
            methods.add(method(field));
        }
        Set<Element> around = hiddenClasses();
        arguments.add((several ? "the private fields " : "the private field ") + list(names));
        arguments.add(
                around.isEmpty()
                        ? "leave out private, or add "
                                + (several ? "methods that give them: " : "a method that gives it: ")
                                + String.join(" ", methods)
                        : "leave out private, and so for the "
                                + (around.size() > 1 ? "classes " : "class ")
                                + list(around.stream()
                                        .map(e -> e.getSimpleName().toString())
                                        .toList()));
        fields.forEach(field -> arguments.add(owner.getQualifiedName() + "." + field.getSimpleName()));
        return new Problem(Kind.PRIVATE_FIELDS, first, arguments);
    }

    /** The problem that the method which gives a field may be overridden. */
    static Problem overridable(VariableElement field, Element method, Span span) {
        return Problem.of(
                Kind.PRIVATE_FIELDS,
                span,
                "the private field " + field.getSimpleName(),
                MAKE_FINAL.replace("{0}", method.toString()),
                Enclosing.type(field).getQualifiedName() + "." + method);
    }

    /** The private classes that the fields stand in, or that are their types. */
    private Set<Element> hiddenClasses() {
        Set<Element> hidden = new LinkedHashSet<>(PrivateTypes.in(owner.asType()));
        fields.forEach(field -> hidden.addAll(PrivateTypes.in(field.asType())));
        return hidden;
    }

    /** {@code double mass() { return mass; }}, final where a subclass might override it. */
    static String method(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        TypeElement owner = Enclosing.type(field);
        boolean isStatic = modifiers.contains(Modifier.STATIC);
        boolean fixed = isStatic || owner.getModifiers().contains(Modifier.FINAL);
        return (isStatic ? "static " : fixed ? "" : "final ") + field.asType() + " " + field.getSimpleName()
                + "() { return " + field.getSimpleName() + "; }";
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
