package dev.jacobi.processor;

import dev.jacobi.processor.frontend.Annotations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * What the classes of one round bring.
 *
 * @param methods those to differentiate
 * @param rules methods that are the derivatives of others
 * @param shapes whatever has a {@code @Shape}
 * @param last whether there is no other round
 */
record Round(List<ExecutableElement> methods, List<ExecutableElement> rules, Set<Element> shapes, boolean last) {

    static Round of(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return new Round(
                ElementFilter.methodsIn(List.copyOf(annotated(Annotations.DIFFERENTIABLE, annotations, round))),
                ElementFilter.methodsIn(List.copyOf(annotated(Annotations.DERIVATIVE_OF, annotations, round))),
                annotated(Annotations.SHAPE, annotations, round),
                round.processingOver());
    }

    private static Set<Element> annotated(String name, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<Element> elements = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(name)) {
                elements.addAll(round.getElementsAnnotatedWith(annotation));
            }
        }
        return elements;
    }

    /** Whether there is nothing to do. */
    boolean isEmpty() {
        return methods.isEmpty() && rules.isEmpty() && shapes.isEmpty();
    }
}
