package dev.jacobi.tape;

import org.jspecify.annotations.Nullable;

/**
 * The pairs of elements of an argument that meet in something that isn't linear in them: only there a second derivative
 * can be other than zero. (Walther: Computing sparse Hessians with automatic differentiation, 2008.)
 */
public final class Interactions {

    /** What each element meets; symmetric. */
    private final @Nullable Indices[] met;

    /** No pairs yet of {@code count} elements. */
    public Interactions(int count) {
        this.met = new Indices[count];
    }

    /** A product of two numbers: what one depends on meets what the other depends on. */
    public @Nullable Indices product(@Nullable Indices a, @Nullable Indices b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        meet(a, b);
        if (a != b) {
            meet(b, a);
        }
        return Indices.union(a, b);
    }

    /** Anything that isn't linear in a number: all that it depends on meets. */
    public @Nullable Indices curved(@Nullable Indices a) {
        if (a != null) {
            meet(a, a);
        }
        return a;
    }

    private void meet(Indices each, Indices other) {
        each.forEach(i -> met[i] = Indices.union(met[i], other));
    }

    /** What each element meets. */
    @Nullable
    Indices[] met() {
        return met;
    }
}
