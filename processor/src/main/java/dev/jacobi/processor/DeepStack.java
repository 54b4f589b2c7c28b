package dev.jacobi.processor;

import org.jspecify.annotations.Nullable;

/**
 * Runs work on a thread with a large stack. Stages walk expressions recursively, with several calls per operator; on
 * the compiler's own thread a sum of some hundred terms, which the compiler still takes, would be too deep for them.
 */
final class DeepStack extends Thread {

    /** Asked for, not used: memory is taken as far as the stack grows. */
    private static final long BYTES = 1L << 29;

    private @Nullable Throwable thrown;

    private DeepStack(Runnable work) {
        super(null, work, "jacobi", BYTES);
    }

    /** Runs the work while the calling thread waits, and throws what it throws. */
    static void run(Runnable work) {
        DeepStack thread = new DeepStack(work);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.thrown instanceof Error error) {
            throw error;
        }
        if (thread.thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public void run() {
        try {
            super.run();
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
    }
}
