package dev.jacobi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The shape of a tensor: of a parameter, of what a method gives, of a field or a record's component. Where it can't be
 * right in a method that is differentiated, or in one that it calls, that is a compile error.
 *
 * <pre>
 * &#64;Differentiable
 * &#64;Shape("batch, 10")
 * static Tensor layer(@Shape("batch, features") Tensor x, @Shape("features, 10") Tensor w) {
 *     return x.mm(w);
 * }
 * </pre>
 *
 * <p>A length is a number, a name, or {@code ?} for any. A name stands for any length too, but for the same one in all
 * shapes of one method: its parameters and its result. Dimensions before the others, however many, are {@code ...}, as
 * in {@code "..., 3"}; {@code ""} is the shape of a single number.
 *
 * <p>The members that are generated for a differentiable method check its parameters each time they are called, and
 * throw a {@link dev.jacobi.tensor.ShapeMismatchException} that names method, parameter and both shapes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Shape {
    /** The lengths of the dimensions, between commas. */
    String value();
}
