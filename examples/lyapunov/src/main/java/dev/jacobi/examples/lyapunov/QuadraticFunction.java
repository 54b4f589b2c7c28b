package dev.jacobi.examples.lyapunov;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/**
 * The function V(x) = xᵀPx and how it changes along a system's motion.
 *
 * <p>A state is a vector of two numbers; many at once are the columns of a matrix of two rows, and then each result has
 * an element or a column per state.
 */
record QuadraticFunction(Tensor p, PlanarSystem system) {
    /** V at the origin's neighbourhood falls as −|x|²: P solves the Lyapunov equation with Q = I. */
    static QuadraticFunction of(PlanarSystem system) {
        Tensor a = system.linearization();
        return new QuadraticFunction(LyapunovEquation.solve(a, Tensor.eyeLike(a)), system);
    }

    /** V(x) = xᵀPx. */
    @Differentiable(wrt = "x")
    static Tensor V(Tensor x, Tensor p) {
        return x.mul(p.matmul(x)).sum(0);
    }

    Tensor value(Tensor x) {
        return V(x, p);
    }

    /**
     * ∇V. Each column of x has its own V and matters to that alone, so that the seed 1 for all gives the gradient of
     * each.
     */
    Tensor gradient(Tensor x) {
        return VGrad.vjp(x, p, Tensor.scalar(1.0));
    }

    /** V̇ = ∇V·f: how fast V changes as x moves along f(x). That is a Jacobian-vector product, in one go with V. */
    Tensor rate(Tensor x) {
        return VGrad.jvp(x, p, system.f().apply(x));
    }
}
