package dev.jacobi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a static method the derivative of another method: one of your own, or one of a library whose source isn't
 * there. Where a method that is differentiated calls that other one, its derivative is what this one says; the body of
 * the other is not looked into.
 *
 * <pre>{@code
 * @DerivativeOf(type = Erf.class, method = "erf")
 * static double erf(double x) {
 *     return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
 * }
 * }</pre>
 *
 * <p>Such a method is ordinary Java. Where its source is in the compilation it is differentiated like any other, so
 * that second and higher derivatives need nothing more. Rules in a jar hold wherever the jar is on the class path.
 *
 * <p>What a rule is trusted with: that it is the derivative. What the other method is trusted with: that it leaves the
 * arrays alone that it is given, that an array it gives is a new one, and that the objects it reads are, when the
 * derivative's turn comes, as they were. For an instance method the rule takes the object first, and speaks for objects
 * of subclasses, too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DerivativeOf {
    /** The class that declares the method. */
    Class<?> type();

    /** The method's name. */
    String method();

    /** The types of the method's parameters, where it has overloads. */
    Class<?>[] parameters() default {};

    /** What the annotated method computes. */
    Form form() default Form.PARTIAL;

    /**
     * The parameters that the derivative is taken by: their names or, since class files may not tell names, their
     * places, counted from 0. Empty for all that carry derivatives.
     */
    String[] by() default {};

    /** The forms of a derivative. In each, the result of the method may be taken as well, behind its arguments. */
    enum Form {
        /**
         * The partial derivative of a number by one number: takes the arguments and gives the rate at which the result
         * changes with that parameter. Several parameters have one such method each.
         */
        PARTIAL,

        /**
         * The vector-Jacobian product, for results and parameters of any kind: takes the arguments and a seed shaped
         * like the result, and gives the derivative of ⟨seed, result⟩, shaped like the parameter. By several parameters
         * it gives a record with a component for each, or an array if they are numbers.
         */
        VJP,

        /**
         * The Jacobian-vector product: takes the arguments and a direction for each of the parameters, and gives how
         * fast the result changes as they move along these.
         */
        JVP
    }
}
