package dev.jacobi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the variables that a loop improves until they stay as they are: the first loop behind the declaration. The
 * derivative is then that of the value at which the loop has arrived, and not of the way there, so nothing is recorded,
 * however many iterations there were.
 *
 * <pre>
 *   &#64;FixedPoint double anomaly = meanAnomaly;
 *   double change;
 *   do {
 *       double next = meanAnomaly + eccentricity * Math.sin(anomaly);
 *       change = Math.abs(next - anomaly);
 *       anomaly = next;
 *   } while (change &gt; 1e-12);
 * </pre>
 *
 * <p>The body is read as x ← φ(x, θ), where x are the marked variables. At the end x = φ(x, θ) holds, and so a small
 * change of θ moves x by ẋ = ∂φ/∂x·ẋ + ∂φ/∂θ·θ̇. The derivative repeats this at the last x until ẋ stays the same, and
 * reverse mode does the same with the transposed matrices (B. Christianson, Reverse accumulation and attractive fixed
 * points, 1994). That takes about as many iterations as x took for its last digits.
 *
 * <p>Every variable of numbers, arrays of numbers, tensors or records that one iteration hands to the next is to be
 * marked. What isn't, is differentiated through all iterations like any other code. An array is best copied before the
 * loop ({@code start.clone()}).
 *
 * @see NotConvergedException
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.LOCAL_VARIABLE)
public @interface FixedPoint {

    /**
     * How far off the derivative may be when its iteration ends, in proportion to the largest number in it. Zero stands
     * for 1e-14 in {@code double} and 1e-6 in {@code float}.
     */
    double tolerance() default 0;

    /** How many iterations the derivative may take before it is given up with a {@link NotConvergedException}. */
    int iterations() default 10_000;

    /**
     * How far, in proportion, one more iteration may move the result of the loop. If it moves more when a derivative is
     * asked for, the loop has ended too early, and there is a {@link NotConvergedException}.
     */
    double residual() default 1e-4;
}
