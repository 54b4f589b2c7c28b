package dev.jacobi.tape;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of the {@code pullback} of a method with arrays that the method only reads those that it is given, and that the
 * one that it gives, if it gives one, is new. So its derivative can be taken inside that of a method in another jar,
 * where its source isn't there to tell. Generated code carries this.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ReadsOnly {}
