package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

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

    /** The rules that the class path has for methods of a package. */
    List<ExecutableElement> rules(String packageName) {
        List<ExecutableElement> rules = new ArrayList<>();
        PackageElement entries = language.elements.getPackageElement(packageOf(packageName));
        if (entries == null) {
            return rules;
        }
        List<TypeElement> sorted = new ArrayList<>(ElementFilter.typesIn(entries.getEnclosedElements()));
        sorted.sort((a, b) -> a.getSimpleName().toString().compareTo(b.getSimpleName().toString()));
        for (TypeElement entry : sorted) {
            AnnotationMirror generated = Annotations.find(entry, Annotations.GENERATED);
            TypeElement where = generated == null ? null : language.find(Annotations.text(generated, "from"));
            for (var member : where == null ? List.<ExecutableElement>of() : ElementFilter.methodsIn(where.getEnclosedElements())) {
                if (member.getKind() == ElementKind.METHOD && Annotations.find(member, Annotations.DERIVATIVE_OF) != null) {
                    rules.add(member);
                }
            }
        }
        return rules;
    }
}
