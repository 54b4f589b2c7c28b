package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.FunctionName;
import java.util.List;
import java.util.SortedSet;
import javax.lang.model.element.ExecutableElement;

/**
 * An annotated method.
 *
 * @param wrt the parameters of its function that it is differentiated by: those of records are their leaves
 * @param formals the same as the source has them
 * @param fields the fields of its object that it is differentiated by, behind the parameters: {@code k}, or {@code k()}
 *     where a method gives it
 * @param className the generated class's simple name
 * @param overload tells its classes inside that class from those of other methods that share it: 0 for the first
 * @param order up to which order derivatives are asked for
 * @param sparse whether derivatives are asked for that store only what may be other than zero
 * @param isPublic whether the method can be seen from everywhere
 */
public record Subject(
        ExecutableElement method,
        FunctionName.Primal name,
        SortedSet<Integer> wrt,
        SortedSet<Integer> formals,
        List<String> fields,
        String packageName,
        String className,
        int overload,
        boolean isPublic,
        int order,
        boolean sparse) {

    /** The classes inside a generated class that users see, but for the number of an overload. */
    static final List<String> MEMBER_CLASSES = List.of(
            "ValueAndJvp", "Pullback", "Gradient", "ValueAndGradient", "Jacobians", "Jacobian", "ValueAndJacobian");

    /** The generated class's qualified name. */
    public String qualifiedClassName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
