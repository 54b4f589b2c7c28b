package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Type;
import java.util.SortedSet;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a method from having a sparse Jacobian or Hessian: each is that of one {@code double[]} or one number by
 * one {@code double[]}.
 *
 * @param wrt the formal parameters that the method is differentiated by
 * @param display the method as messages name it
 */
record SparseHeader(Functions functions, ExecutableElement method, SortedSet<Integer> wrt, String display) {

    private static final Type VECTOR = new Type.Array(Type.Scalar.DOUBLE);

    /** Null if there is nothing. */
    @Nullable
    Problem obstacle(int order, boolean byFields) {
        if (byFields) {
            return problem("is differentiated by fields", "hand the array in as a parameter");
        }
        if (!Thrown.checked(method, functions.language).isEmpty()) {
            return problem(
                    "declares checked exceptions",
                    "throw an exception that needn't be declared, such as IllegalArgumentException");
        }
        Type result = functions.type(method.getReturnType());
        if (result == Type.Scalar.VOID) {
            return areVectors() && wrt.size() == 2
                    ? null
                    : problem(
                            "is differentiated by " + names(),
                            "name two parameters of type double[] in wrt: the one that is read and the one that is written");
        }
        if (!result.isFloating() && !result.equals(VECTOR)) {
            return problem("gives " + result, "return a double[], or one number with order = 2");
        }
        if (result.isFloating() && order < 2) {
            return problem(
                    "gives one number, whose first derivatives are no matrix",
                    "add order = 2 for the matrix of second derivatives");
        }
        return wrt.size() == 1 && areVectors()
                ? null
                : problem("is differentiated by " + names(), "name one parameter of type double[] in wrt");
    }

    private String names() {
        return Subjects.names(functions.formals(method), wrt);
    }

    private boolean areVectors() {
        return wrt.stream()
                .allMatch(i ->
                        functions.type(functions.formals(method).get(i).type()).equals(VECTOR));
    }

    private Problem problem(String what, String instead) {
        Span place = functions.declarations().annotations().value(method, Annotations.DIFFERENTIABLE, "sparse");
        return Problem.of(Kind.SPARSE, place, display, what, instead);
    }
}
