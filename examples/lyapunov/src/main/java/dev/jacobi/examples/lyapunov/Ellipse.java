package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.Tensor;

/** The level set xᵀPx ≤ c of a positive definite 2×2 matrix P = [a b; b d]. */
record Ellipse(double a, double b, double d, double c) {
    static Ellipse of(Tensor p, double c) {
        return new Ellipse(p.item(0, 0), p.item(0, 1), p.item(1, 1), c);
    }

    /** The level set of the same P at another level. */
    Ellipse at(double level) {
        return new Ellipse(a, b, d, level);
    }

    /** π·c / √det P. */
    double area() {
        return Math.PI * c / Math.sqrt(a * d - b * b);
    }

    /**
     * The point of its edge at a parameter from 0 to 2π. With Cholesky's P = L·Lᵀ the edge is |Lᵀx|² = c, so x solves
     * Lᵀx = √c·(cos t, sin t).
     */
    double[] point(double t) {
        double l11 = Math.sqrt(a);
        double l21 = b / l11;
        double l22 = Math.sqrt(d - l21 * l21);
        double y = Math.sqrt(c) * Math.sin(t) / l22;
        double x = (Math.sqrt(c) * Math.cos(t) - l21 * y) / l11;
        return new double[] {x, y};
    }
}
