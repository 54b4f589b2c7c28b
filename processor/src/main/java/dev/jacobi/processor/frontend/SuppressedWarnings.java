package dev.jacobi.processor.frontend;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What javac was told not to warn of in the source: it needn't warn of that in code that was made of it. */
public final class SuppressedWarnings {

    /** The kinds that code in methods is warned of. */
    private static final Set<String> IN_METHODS = Set.of(
            "cast",
            "deprecation",
            "divzero",
            "empty",
            "fallthrough",
            "finally",
            "lossy-conversions",
            "preview",
            "rawtypes",
            "removal",
            "static",
            "synchronization",
            "try",
            "unchecked",
            "varargs");

    private SuppressedWarnings() {}

    /** In the classes of these methods, whose others may have come into theirs. */
    public static SortedSet<String> in(Collection<ExecutableElement> methods) {
        SortedSet<String> kinds = new TreeSet<>();
        for (ExecutableElement method : methods) {
            TypeElement type = Enclosing.type(method);
            type.getEnclosedElements().forEach(member -> add(member, kinds));
            for (@Nullable Element outer = type; outer != null; outer = outer.getEnclosingElement()) {
                add(outer, kinds);
            }
        }
        kinds.retainAll(IN_METHODS);
        return kinds;
    }

    private static void add(Element element, Set<String> kinds) {
        SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
        if (suppressed != null) {
            kinds.addAll(List.of(suppressed.value()));
        }
    }
}
