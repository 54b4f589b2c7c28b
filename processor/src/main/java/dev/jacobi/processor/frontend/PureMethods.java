package dev.jacobi.processor.frontend;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Methods of libraries that only compute. */
final class PureMethods {

    private static final Set<String> PURE_OWNERS = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Boolean",
            "java.lang.Character",
            "dev.jacobi.tensor.Tensor",
            "dev.jacobi.tensor.Mask",
            "dev.jacobi.tensor.Shape",
            "dev.jacobi.tensor.DType");

    private PureMethods() {}

    /** Known libraries of values are pure, except for methods that draw from a generator. */
    static boolean isPure(TypeElement owner, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean draws = name.startsWith("rand")
                || method.getParameters().stream()
                        .anyMatch(p -> p.asType().toString().equals("java.util.random.RandomGenerator"));
        return areOf(owner) && !draws;
    }

    /** Whether a class is one of values that never change. */
    static boolean areOf(TypeElement owner) {
        return PURE_OWNERS.contains(owner.getQualifiedName().toString());
    }
}
