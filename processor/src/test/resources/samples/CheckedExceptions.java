package samples;

import dev.jacobi.Checkpoint;
import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Methods that declare what they throw: so do their derivatives. */
final class CheckedExceptions {
    static final class NoConvergence extends Exception {
        private static final long serialVersionUID = 1;

        NoConvergence(String message) {
            super(message);
        }
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double checked(double x) throws NoConvergence {
        if (x < 0) {
            throw new NoConvergence("negative");
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = {"2, 50", "2, 2"})
    static double rootOrNone(double a, int most) throws NoConvergence {
        double x = a;
        for (int i = 0; i < most; i++) {
            double next = step(x, a);
            if (Math.abs(next - x) < 1e-14) {
                return next;
            }
            x = next;
        }
        throw new NoConvergence("after " + most);
    }

    private static double step(double x, double a) throws NoConvergence {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            if (x == 0) {
                throw new NoConvergence("zero");
            }
            sum += i == 0 ? x : a / x;
        }
        return sum / 2;
    }

    static int lines(String text) throws IOException, TimeoutException {
        if (text.isEmpty()) {
            throw new IOException("no text");
        }
        return text.length();
    }

    /** A call that takes no differentiated value. */
    @Differentiable
    @Sample(at = {"[1, 2], \"ab\"", "[1, 2], \"\""})
    static double[] scaledByLines(double[] x, String text) throws IOException, TimeoutException, IllegalStateException {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i] * lines(text);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 9", "[1, 2, 3], 2", "[1, 20, 3], 2"})
    static void accumulatedUpTo(double[] x, int limit) throws NoConvergence {
        for (int i = 1; i < x.length; i++) {
            x[i] = added(x[i - 1], x[i], limit);
        }
    }

    private static double added(double a, double b, int limit) throws NoConvergence {
        double sum = a * b + b;
        while (sum > limit * 1.7) {
            if (sum > limit * 8) {
                throw new NoConvergence("too large");
            }
            sum *= 0.5;
        }
        return sum;
    }

    /** What is computed again may throw again. */
    @Differentiable
    @Sample(at = {"0.5, 9", "1.5, 9"})
    static double againChecked(double x, int n) throws NoConvergence {
        double y = x;
        for (@Checkpoint(snapshots = 2) int i = 0; i < n; i++) {
            if (y > 100) {
                throw new NoConvergence("at " + i);
            }
            y = y * y * 0.5 + x;
        }
        return y;
    }

    /** The call is made again when the seed is sent back. */
    @Differentiable
    @Sample(at = {"[1, 2], \"ab\"", "[1, 2], \"\""})
    static double linesAgain(double[] x, String text) throws IOException, TimeoutException {
        double y = 1;
        for (@Checkpoint(snapshots = 1) int i = 0; i < x.length; i++) {
            y = y * x[i] + lines(text);
        }
        return y;
    }

    record Range(double from, double to) {
        Range widened(double by) throws IOException {
            if (by > 10) {
                throw new IOException("too wide");
            }
            return new Range(from - by, to + by * to);
        }
    }

    @Differentiable
    @Sample(at = {"(1, 2), 3", "(1, 2), 30"})
    static Range widerRange(Range range, double by) throws Exception {
        return range.widened(by).widened(by / 2);
    }

    interface Law {
        double at(double x) throws IOException;
    }

    private static double twice(Law law, double x) throws IOException {
        double y = x;
        for (int i = 0; i < 2; i++) {
            y = law.at(y);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2, 3", "2, -3"})
    static double handedChecked(double x, double k) throws IOException {
        return twice(
                y -> {
                    if (k < 0) {
                        throw new IOException("negative");
                    }
                    return k * y * y;
                },
                x);
    }

    /** What it throws is what it is given. */
    private static <E extends Exception> void require(boolean holds, E otherwise) throws E {
        if (!holds) {
            throw otherwise;
        }
    }

    static <E extends Exception> double root(double x, E otherwise) throws E {
        require(x >= 0, otherwise);
        return Math.sqrt(x);
    }

    interface Step<E extends Exception> {
        double at(double x) throws E;
    }

    private static <E extends Exception> double squareOf(Step<? extends E> step, double x) throws E {
        double y = step.at(x);
        return y * y;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwUndeclared(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double throwsWhatItIsGiven(double x) throws NoConvergence {
        require(x > 0, new NoConvergence("negative"));
        return x * x;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double throwsNothingDeclared(double x) {
        require(x > -5, new IllegalStateException("negative"));
        return x * root(x, new ArithmeticException("negative"));
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double rootOrThrow(double x) throws IOException, NoConvergence {
        return x * root(x, new IOException("negative")) + root(x * x, new NoConvergence("never"));
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double throwsWhatItsFunctionDoes(double x) throws NoConvergence {
        return CheckedExceptions.<NoConvergence>squareOf(v -> checked(v) * v, x) + squareOf(v -> v * v, x);
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double throwsWhatItHides(double x) {
        if (x < 0) {
            CheckedExceptions.<RuntimeException>throwUndeclared(new NoConvergence("hidden"));
        }
        return x * x;
    }
}
