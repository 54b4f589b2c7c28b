package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Span;

/** Whether it is certain that what is being looked at runs, with the shapes that are known. */
final class Context {

    private final boolean inCalled;
    private final String called;
    private int silent;
    private int conditional;
    private int doubtful;

    /**
     * @param inCalled whether this is a function with the shapes of one call: a branch of it may be there for others
     * @param called what messages add about that call
     * @param silent whether nothing is reported
     * @param conditional whether the call is one under a condition
     */
    private Context(boolean inCalled, String called, boolean silent, boolean conditional) {
        this.inCalled = inCalled;
        this.called = called;
        this.silent = silent ? 1 : 0;
        this.conditional = conditional ? 1 : 0;
    }

    /** A function by itself. */
    static Context alone() {
        return new Context(false, "", false, false);
    }

    /** A function that is called from here. */
    Context of(Span call) {
        String added = called.isEmpty() ? "; called in " + call.fileAndLine() : called;
        return new Context(true, added, !reports(), !namesCount());
    }

    /** Goes where is gone only under a condition. */
    void enter(Value condition) {
        conditional++;
        doubtful += isDoubtful(condition) ? 1 : 0;
    }

    void leave(Value condition) {
        conditional--;
        doubtful -= isDoubtful(condition) ? 1 : 0;
    }

    private boolean isDoubtful(Value condition) {
        return inCalled || condition.isAsked();
    }

    void silence() {
        silent++;
    }

    void speak() {
        silent--;
    }

    boolean reports() {
        return silent == 0 && doubtful == 0;
    }

    /** Two names are a mistake only where nothing may have asked whether they are equal. */
    boolean namesCount() {
        return conditional == 0;
    }

    String called() {
        return called;
    }
}
