package dev.jacobi.processor.random;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for compiled code, but not for ever: a derivative that never ends is a finding. */
final class Patience {

    private static final int SECONDS = 30;

    private Patience() {}

    static Optional<Finding> wait(Callable<Optional<Finding>> check) {
        FutureTask<Optional<Finding>> task = new FutureTask<>(check);
        Thread thread = new Thread(task, "program");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Optional.of(new Finding("never ends", "no result after " + SECONDS + " s"));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Optional.of(new Finding("broken: " + cause.getClass().getSimpleName(), cause.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
