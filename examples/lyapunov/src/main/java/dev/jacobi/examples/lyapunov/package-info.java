/**
 * From which states does a system come to rest? Estimates for two planar systems, by a Lyapunov function.
 *
 * <p>A system is a rule ẋ = f(x) for how its state x moves, with f(0) = 0: at the origin it rests. Suppose V is a bowl
 * with its bottom at the origin, and everywhere in the level set {V ≤ c} but at the origin V falls along the motion:
 *
 * <pre>V̇(x) = ∇V(x)·f(x) &lt; 0.</pre>
 *
 * <p>Then a state that starts in {V ≤ c} never leaves it, and comes to rest at the origin. (H. K. Khalil, Nonlinear
 * Systems, 3rd edition, sections 4.1 to 4.3 and 8.2.)
 *
 * <p>The derivatives are Jacobi's: of f at the origin ({@link dev.jacobi.examples.lyapunov.LyapunovEquation} makes V of
 * them), and of V along f. The way through: {@link dev.jacobi.examples.lyapunov.PlanarSystem} →
 * {@link dev.jacobi.examples.lyapunov.QuadraticFunction} → {@link dev.jacobi.examples.lyapunov.LevelSearch} →
 * {@link dev.jacobi.examples.lyapunov.Region} → {@link dev.jacobi.examples.lyapunov.Picture}.
 */
@NullMarked
package dev.jacobi.examples.lyapunov;

import org.jspecify.annotations.NullMarked;
