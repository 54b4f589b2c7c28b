package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Numbers that are shown, checked or collected on the way: what else is read of fields stays a constant. */
final class Bystanders {
    static final Logger LOG = Logger.getLogger("samples");
    static final double[] FACTORS = {1, 2};
    static double scale = 3;
    static int count;
    double rate = 2;

    static final class NegativeNumber extends IllegalArgumentException {
        NegativeNumber(double x) {
            super("negative: " + x);
        }
    }

    private static void requirePositive(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
    }

    static void show(double x) {
        LOG.finest("at " + x);
    }

    static void tick() {
        count++;
    }

    @Differentiable
    @Sample(at = {"1.5", "-1"}, gives = {"12"})
    double besideChecks(double x) {
        if (x < 0) {
            throw new NegativeNumber(x);
        }
        requirePositive(x);
        return FACTORS[1] * rate * scale * x;
    }

    @Differentiable
    @Sample(at = "1.5", gives = "12")
    double besideLogging(double x) {
        LOG.finest("x = " + x);
        show(x * x);
        tick();
        return FACTORS[1] * rate * scale * x;
    }

    @Differentiable
    @Sample(at = "1.5", gives = "3")
    static double besideAList(double x) {
        List<Double> seen = new ArrayList<>();
        seen.add(x);
        return FACTORS[1] * x + x;
    }

    static double second(double[] row, double x) {
        double[] copy = new double[2];
        System.arraycopy(row, 0, copy, 0, 2);
        return copy[1] * x;
    }

    @Differentiable
    @Sample(at = "1.5", gives = "2")
    static double besideACopy(double x) {
        Trace.note("x", x);
        return second(new double[] {1, 2}, x);
    }

    @Differentiable
    @Sample(at = "1.5", gives = "12")
    double besideLoggedFunctions(double x) {
        LOG.finest(() -> "x = " + x);
        Optional.of(3).ifPresent(i -> System.err.print(x > 9 ? "large" : ""));
        return FACTORS[1] * rate * scale * x;
    }
}
