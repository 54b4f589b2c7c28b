package dev.jacobi.processor.frontend;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;

/** Classes of a package that are called like some of {@code java.lang}: there, those must be written out in full. */
public final class Namesakes {
    /** Those that derivatives are likely to mention. */
    private static final List<String> JAVA_LANG = List.of(
            "Math",
            "StrictMath",
            "Object",
            "String",
            "Class",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Boolean",
            "Number",
            "System",
            "Iterable",
            "Comparable",
            "AssertionError",
            "ArithmeticException",
            "IllegalArgumentException",
            "IllegalStateException",
            "SuppressWarnings");

    private final Language language;

    Namesakes(Language language) {
        this.language = language;
    }

    /** Whether a class beside a method's own has a name. */
    public boolean isClass(String name, ExecutableElement method) {
        return language.find(Enclosing.packageOf(method), name) != null;
    }

    /** Those beside a method's own class. */
    public List<String> beside(ExecutableElement method) {
        PackageElement home = Enclosing.packageOf(method);
        return JAVA_LANG.stream()
                .filter(name -> language.find(home, name) != null)
                .toList();
    }
}
