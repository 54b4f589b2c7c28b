package dev.jacobi.examples.numerics;

import dev.jacobi.Differentiable;
import dev.jacobi.FixedPoint;

/** Friction in pipes. */
public final class PipeFlow {
    private PipeFlow() {}

    /**
     * The friction factor f of turbulent flow by Colebrook's equation 1/√f = −2·log₁₀(ε/3.7 + 2.51/(Re·√f)), which is
     * iterated for 1/√f. The derivative is that of the equation's solution, not of the steps to it.
     *
     * @param roughness ε, of the wall in proportion to the diameter
     * @param reynolds the Reynolds number Re
     */
    @Differentiable
    public static double friction(double roughness, double reynolds) {
        @FixedPoint double root = 8;
        double change;
        do {
            double next = -2 * Math.log10(roughness / 3.7 + 2.51 * root / reynolds);
            change = Math.abs(next - root);
            root = next;
        } while (change > 1e-14 * root);
        return 1 / (root * root);
    }
}
