package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Where rules are found that other jars ship. A compiler can list the classes of a package over the whole class path
 * but not ask who carries an annotation, so for the methods of a package {@code p} each compilation with rules writes a
 * class into the package {@code dev.jacobi.rules.of.p}, which names the class that the rules are in.
 */
public final class RuleIndex {

    private static final String PREFIX = "dev.jacobi.rules.of";

    private final Language language;

    RuleIndex(Language language) {
        this.language = language;
    }

    /** The name of the class that says where a rule for a method of a package is. */
    static String entry(String packageName, ExecutableElement rule) {
        String where = Enclosing.type(rule).getQualifiedName().toString();
        return packageOf(packageName) + "." + where.replace("_", "__").replace('.', '_');
    }

    private static String packageOf(String packageName) {
        return packageName.isEmpty() ? PREFIX : PREFIX + "." + packageName;
    }

    /** Looks on the class path alone for what is of the class path: to look into every module takes its time. */
    private @Nullable PackageElement find(String name, Element of) {
        ModuleElement module = language.elements.getModuleOf(of);
        return module != null && module.isUnnamed()
                ? language.elements.getPackageElement(module, name)
                : language.elements.getPackageElement(name);
    }

    /** The rules that the class path has for methods of a package. */
    List<ExecutableElement> rules(String packageName, Element of) {
        List<ExecutableElement> rules = new ArrayList<>();
        PackageElement entries = find(packageOf(packageName), of);
        if (entries == null) {
            return rules;
        }
        List<TypeElement> sorted = new ArrayList<>(ElementFilter.typesIn(entries.getEnclosedElements()));
        sorted.sort((a, b) ->
                a.getSimpleName().toString().compareTo(b.getSimpleName().toString()));
        for (TypeElement entry : sorted) {
            AnnotationMirror generated = Annotations.find(entry, Annotations.GENERATED);
            TypeElement where = generated == null ? null : language.find(Annotations.text(generated, "from"));
            if (where != null) {
                add(where, rules);
            }
        }
        return rules;
    }

    private static void add(TypeElement where, List<ExecutableElement> rules) {
        for (ExecutableElement member : ElementFilter.methodsIn(where.getEnclosedElements())) {
            if (Annotations.find(member, Annotations.DERIVATIVE_OF) != null) {
                rules.add(member);
            }
        }
    }
}
