package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Fields that generated code may not name, and how else it gets what is in them. */
final class HiddenFields {

    private final Language language;
    private final @Nullable Functions functions;
    private final String packageName;
    private final @Nullable AskedFields asked;
    private final Reach reach;

    HiddenFields(
            Language language,
            @Nullable Functions functions,
            String packageName,
            @Nullable AskedFields asked,
            Reach reach) {
        this.language = language;
        this.functions = functions;
        this.packageName = packageName;
        this.asked = asked;
        this.reach = reach;
    }

    /** A field that generated code can't name may have a method that gives it. */
    void checkReadable(VariableElement field, Reading log, Span span) {
        boolean named = Enclosing.isReachable(field, packageName);
        boolean everywhere = Enclosing.isReachable(field, Subjects.ANOTHER_PACKAGE);
        ExecutableElement accessor =
                everywhere || functions == null ? null : functions.accessors().of(field);
        boolean copied = accessor != null
                && Enclosing.isReachable(accessor, Subjects.ANOTHER_PACKAGE)
                && !ReceiverCheck.isOverridable(accessor);
        if (named && copied) {
            return; // another package's class calls the method
        }
        if (named) {
            reach.check(field, log::report, span);
        } else if (accessor != null && Enclosing.isReachable(accessor, packageName)) {
            reach.check(accessor, log::report, span);
        } else if (isPrivateHere(field)) {
            log.reportPrivate(field, span);
        } else {
            reach.check(field, log::report, span);
        }
    }

    private boolean isPrivateHere(VariableElement field) {
        return field.getModifiers().contains(Modifier.PRIVATE)
                && Enclosing.packageName(field).equals(packageName);
    }

    /** The method by which generated code reads a field; null where it names the field itself. */
    @Nullable
    ExecutableElement accessor(VariableElement field) {
        boolean named = Enclosing.isReachable(field, packageName);
        ExecutableElement accessor = named
                        || functions == null
                        || isComponent(field)
                        || functions.copies().has(field)
                ? null
                : functions.accessors().of(field);
        return accessor != null && Enclosing.isReachable(accessor, packageName) ? accessor : null;
    }

    /** Whether a field is one that generated code can't read as a whole, but perhaps its elements. */
    boolean hasOnlyElements(VariableElement field) {
        return functions != null
                && field.asType().getKind() == TypeKind.ARRAY
                && !Enclosing.isReachable(field, packageName)
                && (asked == null || !asked.has(field))
                && !isComponent(field)
                && !functions.copies().has(field)
                && accessor(field) == null;
    }

    /** Methods that only give elements of fields. */
    ElementAccessors elements() {
        return new ElementAccessors(Objects.requireNonNull(functions));
    }

    /** Methods that only give fields. */
    FieldAccessors accessors() {
        return Objects.requireNonNull(functions).accessors();
    }

    /** Whether a field is a record's component that only its accessor gives. */
    boolean isHiddenComponent(VariableElement field) {
        return isComponent(field) && !Enclosing.isReachable(field, packageName);
    }

    /** The signature of a static field that has to be copied, and can be; else null. */
    @Nullable
    String copied(VariableElement field) {
        return functions != null
                        && !Enclosing.isReachable(field, packageName)
                        && functions.copies().has(field)
                ? functions.copies().signature(field)
                : null;
    }

    /** Whether a field is a record's component with an accessor that nobody has written out: that gives the same. */
    boolean isComponent(VariableElement field) {
        TypeElement owner = Enclosing.type(field);
        if (owner.getKind() != ElementKind.RECORD || field.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        for (RecordComponentElement component : owner.getRecordComponents()) {
            if (component.getSimpleName().equals(field.getSimpleName())) {
                return language.elements.getOrigin(component.getAccessor()) == Elements.Origin.MANDATED
                        || functions != null && functions.declarations().isImplicit(component.getAccessor());
            }
        }
        return false;
    }
}
