package dev.jacobi.processor.frontend;

import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The classes and the package that a member stands in, and who can name it. */
public final class Enclosing {

    private Enclosing() {}

    /** The class that declares a field, method or constructor. */
    public static TypeElement type(Element member) {
        return (TypeElement) outer(member);
    }

    static Element outer(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }

    static PackageElement packageOf(Element element) {
        Element e = element;
        while (e.getKind() != ElementKind.PACKAGE) {
            e = outer(e);
        }
        return (PackageElement) e;
    }

    /** The name of the package that an element is in; empty for the unnamed one. */
    public static String packageName(Element element) {
        return packageOf(element).getQualifiedName().toString();
    }

    /** Whether a class of the package {@code from} can name an element. */
    public static boolean isReachable(Element element, String from) {
        return hidden(element, from) == null;
    }

    /**
     * The first of a member and its classes that a class of the package {@code from} can't name; null if it can name
     * all.
     */
    static @Nullable Element hidden(Element member, String from) {
        boolean samePackage = packageName(member).equals(from);
        for (Element e = member; e.getKind() != ElementKind.PACKAGE; e = outer(e)) {
            Set<Modifier> modifiers = e.getModifiers();
            if (modifiers.contains(Modifier.PRIVATE) || !samePackage && !modifiers.contains(Modifier.PUBLIC)) {
                return e;
            }
        }
        return null;
    }
}
