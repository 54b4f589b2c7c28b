package dev.jacobi.processor.frontend;

import org.jspecify.annotations.Nullable;

/** Nodes told apart by where they are: JavaParser's own {@code equals} compares what they say. */
final class Identity {

    private Identity() {}

    static boolean same(@Nullable Object a, @Nullable Object b) {
        return a == b;
    }

    static boolean contains(Iterable<?> nodes, Object node) {
        for (Object candidate : nodes) {
            if (candidate == node) {
                return true;
            }
        }
        return false;
    }
}
