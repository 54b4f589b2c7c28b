package dev.jacobi.processor.random;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for compiled code, but not for ever: a derivative that never ends is a finding. */
final class Patience {

    private static final int SECONDS = 20;

    private Patience() {}

    static Optional<Finding> wait(Callable<Optional<Finding>> check) {
        FutureTask<Optional<Finding>> task = new FutureTask<>(check);
        Thread thread = new Thread(task, "program");
        thread.setDaemon(true);
        thread.start();
        try {
            return result(task, thread);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Optional.of(new Finding("broken: " + cause.getClass().getSimpleName(), cause.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What counts is how long the code has run, not how long it has waited for a busy machine. */
    private static Optional<Finding> result(FutureTask<Optional<Finding>> task, Thread thread)
            throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return task.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                long ran = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
                if (ran >= TimeUnit.SECONDS.toNanos(SECONDS)) {
                    return Optional.of(new Finding("never ends", "no result after " + SECONDS + " s"));
                }
            }
        }
    }
}
