package dev.jacobi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that Jacobi wrote.
 *
 * <p>An annotation of our own rather than {@code javax.annotation.processing.Generated}, so that generated code needs
 * no module but {@code java.base} and this one. Coverage tools that skip classes by the simple name {@code Generated}
 * recognise it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {
    /** What wrote the class. */
    String value();

    /** The method whose derivative the class holds, as {@code package.Class.method}. */
    String from() default "";
}
