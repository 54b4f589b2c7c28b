package dev.jacobi.processor.random;

import java.util.Optional;

/**
 * How a statement ended.
 *
 * @param label where a break or continue goes; empty for the innermost
 * @param value what a return gives back
 */
record Exit(Kind kind, Optional<String> label, Value value) {

    /** Ways to end. */
    enum Kind {
        NEXT,
        RETURN,
        BREAK,
        CONTINUE
    }

    static final Exit NEXT = new Exit(Kind.NEXT, Optional.empty(), Value.NOTHING);

    static Exit giveBack(Value value) {
        return new Exit(Kind.RETURN, Optional.empty(), value);
    }

    static Exit leave(Optional<String> label) {
        return new Exit(Kind.BREAK, label, Value.NOTHING);
    }

    static Exit skip(Optional<String> label) {
        return new Exit(Kind.CONTINUE, label, Value.NOTHING);
    }

    boolean completes() {
        return kind == Kind.NEXT;
    }

    boolean breaks(Optional<String> own) {
        return kind == Kind.BREAK && isFor(own);
    }

    boolean continues(Optional<String> own) {
        return kind == Kind.CONTINUE && isFor(own);
    }

    private boolean isFor(Optional<String> own) {
        return label.isEmpty() || label.equals(own);
    }
}
