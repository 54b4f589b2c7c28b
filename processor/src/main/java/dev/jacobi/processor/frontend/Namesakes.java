package dev.jacobi.processor.frontend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;

/** Classes of a package that are called like some of {@code java.lang}: there, those must be written out in full. */
public final class Namesakes {
    private final Language language;

    /** By package, as a large one has many methods, each with a class of derivatives. */
    private final Map<PackageElement, List<String>> known = new HashMap<>();

    Namesakes(Language language) {
        this.language = language;
    }

    /** Whether a class beside a method's own has a name. */
    public boolean isClass(String name, ExecutableElement method) {
        return language.find(Enclosing.packageOf(method), name) != null;
    }

    /** Those beside a method's own class. */
    public List<String> beside(ExecutableElement method) {
        return known.computeIfAbsent(
                Enclosing.packageOf(method),
                home -> language.members(home).keySet().stream()
                        .filter(Namesakes::isInJavaLang)
                        .sorted()
                        .toList());
    }

    /**
     * Whether {@code java.lang} has a class of a name. The compiler's own is asked, which has all that programs can
     * mention: looking names up among those that are compiled would search every module for each that isn't there.
     */
    private static boolean isInJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException none) {
            return false;
        }
    }
}
