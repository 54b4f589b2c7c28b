package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.FunctionName;

/**
 * Whether a function only computes: called again with the same arguments, it gives the same, and nothing else has
 * changed. The derivative of a gradient computes the function again, so that only such functions have one.
 */
public final class Purity {

    private final CallGraph.Bodies bodies;
    private final Obstacles obstacles;
    private final Obstacles later;

    public Purity(CallGraph calls, CallGraph.Bodies bodies) {
        this.bodies = bodies;
        this.obstacles = Obstacles.atOnce(calls, bodies);
        this.later = Obstacles.later(calls, bodies);
    }

    /** Whether it neither writes to its arguments nor does, or asks, anything outside. */
    public boolean onlyComputes(FunctionName.Primal name) {
        return bodies.body(name) != null && obstacles.leavesArguments(name) && hasNoEffects(name);
    }

    /** Whether called later it may give something else: it reads arrays that others have, as in fields. */
    public boolean mayChange(FunctionName name) {
        return later.of(name) != null;
    }

    /** Whether it does or asks nothing outside. */
    public boolean hasNoEffects(FunctionName name) {
        return obstacles.of(name) == null;
    }
}
