package dev.jacobi.processor.samples;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An entry of the table: an annotated method, and where to test it.
 *
 * <p>A point lists the arguments as {@link Literals} reads them: {@code "2, [1, 2, 3]f, true"}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sample {
    /** The points. */
    String[] at();

    /** The derivatives at the points, found by hand: of the sum of all results, by each parameter. May be fewer. */
    String[] gives() default {};

    /**
     * The parameters that are to be differentiated by; empty for all whose type carries derivatives. Fields, as
     * {@code "this.k"}, are given by the points behind the arguments.
     */
    String[] wrt() default {};

    /** The generated class's simple name; empty for the usual one. */
    String in() default "";

    /**
     * Whether the derivative is the limit of finite differences: not at kinks, nor where something is held constant.
     * Where it isn't, {@link #gives} says what it is.
     */
    boolean smooth() default true;
}
