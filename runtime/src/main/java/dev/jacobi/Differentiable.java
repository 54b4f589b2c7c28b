package dev.jacobi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivative of a method.
 *
 * <p>For a method {@code name} the annotation processor writes the class {@code NameGrad} into the same package, with
 * static members {@code gradient}, {@code vjp}, {@code jvp}, {@code jacobian} and so on, as the result's type allows:
 *
 * <pre>{@code
 * @Differentiable
 * static Tensor V(Tensor x) { return x.pow(2); }
 *
 * Tensor g = VGrad.vjp(x, Tensor.of(1f));
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
    /**
     * The simple name of the generated class; empty for the method's name with an upper-case first letter and
     * {@code Grad} appended.
     */
    String value() default "";

    /**
     * The parameters to differentiate by; empty for all whose type carries derivatives. Of a method of an object its
     * fields can be named too, as {@code "this.k"}: their derivatives come behind those of the parameters, under the
     * field's name ({@code thisK} beside a parameter {@code k}). They are read when a member is called, and the method
     * must not assign them. Fields that aren't named are constants. A parameter left out is only not asked for:
     * derivatives still flow through it where this method is called inside another differentiated one. See
     * {@link NoDerivative} for the other thing.
     */
    String[] wrt() default {};

    /**
     * Up to which order derivatives are generated. With 2, for methods that give a single number, there are the members
     * {@code hvp(args, directions)}, the product of the matrix of second derivatives (the Hessian) with a direction,
     * and {@code hessian(args)}, that matrix; with 3 also {@code derivative3(args, directions, directions)}, the
     * gradient of the second derivative along two directions, and so on. What isn't asked for costs nothing.
     */
    int order() default 1;

    /**
     * Whether derivatives are generated that store only what may be other than zero. For a method from one
     * {@code double[]} to another there is the member {@code sparseJacobian(args)}, for one that gives a single number,
     * together with {@code order = 2}, {@code sparseHessian(args)}. A {@code void} method that is differentiated by two
     * arrays goes from the one to the other that it writes; if it writes both, to the second. They find out which
     * results depend on which elements by running the method on sets of indices, and then compute many columns of the
     * matrix at once.
     */
    boolean sparse() default false;
}
