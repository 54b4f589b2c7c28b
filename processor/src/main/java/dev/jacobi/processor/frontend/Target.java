package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where a jump leads: behind a statement ({@code break}, {@code yield}), to the end of a loop's body
 * ({@code continue}), or out of the method.
 *
 * @param statement the statement that is left or continued; null for the method
 */
record Target(Way way, @Nullable Node statement) {

    enum Way {
        RETURN,
        BREAK,
        CONTINUE
    }

    static final Target METHOD = new Target(Way.RETURN, null);

    /** Nodes of the grammar are equal when they read alike; targets are when they are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Target that && way == that.way && isSame(statement, that.statement);
    }

    @Override
    public int hashCode() {
        return way.hashCode() + 31 * System.identityHashCode(statement);
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(@Nullable Node a, @Nullable Node b) {
        return a == b;
    }

    /** The name under which a frame holds whether the jump was made; no Java variable has it. */
    String flag() {
        if (statement == null) {
            return Frame.RETURNED;
        }
        String place = statement.getBegin().map(Object::toString).orElse("");
        return (way == Way.BREAK ? Frame.LEFT : Frame.SKIPPED) + place;
    }
}
