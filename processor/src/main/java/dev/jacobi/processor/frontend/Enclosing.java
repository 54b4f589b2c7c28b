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

    /** {@code Type.member}, as messages name it. */
    public static String display(Element member) {
        return type(member).getSimpleName() + "." + member.getSimpleName();
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
     * Whether code inside a class can name a member (JLS 6.6); where no class is given, whether it is public enough.
     */
    static boolean isAccessible(Element member, @Nullable TypeElement from) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC) || from == null) {
            return true;
        }
        if (modifiers.contains(Modifier.PRIVATE)) {
            return Sources.topLevel(member).equals(Sources.topLevel(from));
        }
        return packageOf(member).equals(packageOf(from)) || modifiers.contains(Modifier.PROTECTED);
    }

    /**
     * The first of a member and its classes that a class of the package {@code from} can't name; null if it can name
     * all.
     */
    public static @Nullable Element hidden(Element member, String from) {
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
