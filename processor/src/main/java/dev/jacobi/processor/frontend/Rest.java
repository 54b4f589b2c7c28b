package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.stmt.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What still runs: the rest of a block, then of the blocks around it.
 *
 * @param statements the block's statements
 * @param next the first that hasn't run
 * @param names the variables that are visible again when the block has ended; null for all
 * @param scope what names mean then
 * @param outer what runs behind the block
 */
record Rest(
        List<? extends Statement> statements,
        int next,
        @Nullable List<String> names,
        Scope scope,
        @Nullable Rest outer) {

    /** The statements of a block that starts where {@code frame} is. */
    static Rest of(List<? extends Statement> statements, Frame frame, @Nullable Rest outer) {
        return new Rest(statements, 0, frame.names(), frame.scope, outer);
    }

    boolean hasEnded() {
        return next == statements.size();
    }

    Statement first() {
        return statements.get(next);
    }

    Rest behindFirst() {
        return new Rest(statements, next + 1, names, scope, outer);
    }

    /** Whether anything is left to run, here or further out. */
    boolean isEmpty() {
        return hasEnded() && (outer == null || outer.isEmpty());
    }

    /** The block's own variables end with it. */
    void leave(Frame frame) {
        if (names != null) {
            frame.retain(names);
        }
        frame.scope = scope;
    }
}
