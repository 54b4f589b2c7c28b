package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.FunctionName;

/**
 * Whether a function only computes: called again with the same arguments, it gives the same, and nothing else has
 * changed. The derivative of a gradient computes the function again, so that only such functions have one.
 */
public final class Purity {

    private final CallGraph.Bodies bodies;
    private final Obstacles obstacles;

    public Purity(CallGraph calls, CallGraph.Bodies bodies) {
        this.bodies = bodies;
        this.obstacles = Obstacles.atOnce(calls, bodies);
    }

    /** Whether it neither writes to its arguments nor does, or asks, anything outside. */
    public boolean onlyComputes(FunctionName.Primal name) {
        return bodies.body(name) != null && obstacles.leavesArguments(name) && hasNoEffects(name);
    }

    /** Whether it does or asks nothing outside. */
    public boolean hasNoEffects(FunctionName name) {
        return obstacles.of(name) == null;
    }
}
