package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Problem;

/**
 * Ends the reading of one statement with a problem; the statement's reader adds it to the log and goes on with the
 * next, so that all problems of a method come out at once. Never leaves the frontend.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.text(), null, false, false);
        this.problem = problem;
    }
}
