package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Leaves;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Which classes have code in sight for all that an interface does with numbers. */
final class KnownClasses {

    private final Language language;
    private final TypeReader types;
    private final MemberReader members;

    KnownClasses(Language language, TypeReader types, MemberReader members) {
        this.language = language;
        this.types = types;
        this.members = members;
    }

    /**
     * Whether it is known what runs where methods of an interface are called on such an object.
     *
     * @param exact whether the object is of that very class, as one is that has just been made
     */
    boolean know(TypeMirror object, TypeMirror wanted, boolean exact) {
        TypeElement type = plainClass(object);
        TypeElement parent = wanted.getKind() == TypeKind.DECLARED ? language.classOf(wanted) : null;
        if (type == null
                || parent == null
                || parent.getKind() != ElementKind.INTERFACE
                || parent.getModifiers().contains(Modifier.SEALED)
                || !exact && !hasNoSubclasses(type)
                || !language.types.isSubtype(language.types.erasure(object), language.types.erasure(wanted))) {
            return false;
        }
        List<ExecutableElement> methods = onNumbers((DeclaredType) wanted, parent);
        return !methods.isEmpty() && methods.stream().allMatch(method -> isKnown(type, method));
    }

    /** Whether it is known what runs where methods of some interface are called on an object of this very class. */
    boolean knowSome(TypeMirror object) {
        return object.getKind() == TypeKind.DECLARED
                && language.types.directSupertypes(object).stream()
                        .anyMatch(parent -> know(object, parent, true) || knowSome(object, parent));
    }

    private boolean knowSome(TypeMirror object, TypeMirror parent) {
        return language.types.directSupertypes(parent).stream()
                .anyMatch(above -> know(object, above, true) || knowSome(object, above));
    }

    /** Whether all objects of a type are of one class, or of an enum. */
    boolean isClosed(TypeMirror object) {
        TypeElement type = plainClass(object);
        return type != null && hasNoSubclasses(type);
    }

    /** A class without type parameters; null for any other type. */
    private @Nullable TypeElement plainClass(TypeMirror type) {
        TypeElement element = type.getKind() == TypeKind.DECLARED ? language.classOf(type) : null;
        return element == null
                        || element.getKind().isInterface()
                        || !((DeclaredType) type).getTypeArguments().isEmpty()
                        || element.getModifiers().contains(Modifier.ABSTRACT)
                ? null
                : element;
    }

    private boolean hasNoSubclasses(TypeElement type) {
        return type.getModifiers().contains(Modifier.FINAL)
                || type.getKind() == ElementKind.ENUM
                || Leaves.isRecord(types.read(type.asType()));
    }

    /** The methods that every class has to write which take or give numbers. */
    private List<ExecutableElement> onNumbers(DeclaredType wanted, TypeElement parent) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(language.elements.getAllMembers(parent))) {
            ExecutableType type = (ExecutableType) language.types.asMemberOf(wanted, method);
            boolean onNumbers = carries(type.getReturnType())
                    || type.getParameterTypes().stream().anyMatch(this::carries);
            if (method.getModifiers().contains(Modifier.ABSTRACT) && onNumbers) {
                methods.add(method);
            }
        }
        return methods;
    }

    private boolean carries(TypeMirror type) {
        return types.read(type).carriesDerivative();
    }

    private boolean isKnown(TypeElement type, ExecutableElement method) {
        return members.implementations(type, method) != null
                || language.methods(type, method.getSimpleName().toString()).stream()
                        .anyMatch(own -> Enclosing.type(own).equals(type)
                                && language.elements.overrides(own, method, type)
                                && members.body(own) != null);
    }
}
