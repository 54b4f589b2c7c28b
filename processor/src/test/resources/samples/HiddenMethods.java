package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.logging.Logger;

/** Private methods, constants and loggers that only functions use which are handed to code that isn't read. */
final class HiddenMethods {
    private static final int LIMIT = 3;
    private static final double[] WEIGHTS = {1, 2, 4};
    private static final Logger LOG = Logger.getLogger(HiddenMethods.class.getName());
    static final Object LOCK = new Object();

    private final int bound = 3;

    int bound() {
        return bound;
    }

    private static boolean isSmall(int n) {
        // negative numbers by their size
        if (n < 0) {
            return isSmall(-n) || isOdd(n, 1);
        }
        return n < LIMIT;
    }

    private static boolean isOdd(int n, int... more) {
        Trace.note("isOdd " + n);
        return n % 2 != 0 && WEIGHTS[more.length] > 1;
    }

    private static <T extends Comparable<T>> int downwards(T a, T b) {
        return b.compareTo(a);
    }

    private static void nothing() {}

    private static void note(String text) throws IllegalStateException {
        class Line {
            final String line = text + ".";
        }
        synchronized (LOCK) {
            Trace.note(new Line().line); // a comment at the end
        }
    }

    private boolean isBelow(int k) {
        return k < this.bound && isOther(k);
    }

    private boolean isOther(int k) {
        HiddenMethods self = this;
        ToIntFunction<HiddenMethods> f = HiddenMethods::twice;
        return self.bound + bound == f.applyAsInt(self) && k != bound - 2;
    }

    private int twice() {
        return 2 * bound();
    }

    static int count(List<Integer> all, Predicate<Integer> test) {
        return (int) all.stream().filter(test).count();
    }

    @Differentiable
    @Sample(at = "2.5", gives = "4")
    static double calledByALambda(double x) {
        List<Integer> all = new ArrayList<>(List.of(-5, 1, 2, -4, 3));
        all.removeIf(k -> isSmall(k));
        return x * (all.size() + 2);
    }

    @Differentiable
    @Sample(at = "2.5", gives = "15")
    static double namedByReferences(double x) {
        List<Integer> all = new ArrayList<>(List.of(-5, 1, 5, -4, 3));
        all.sort(HiddenMethods::downwards);
        all.removeIf(HiddenMethods::isSmall);
        Collections.sort(all, (a, b) -> downwards(a, b));
        all.forEach(k -> {
            nothing();
            HiddenMethods.note("left " + k);
        });
        return x * all.get(0) * all.size();
    }

    @Differentiable
    @Sample(at = "2.5", gives = "5")
    double ofThisObject(double x) {
        List<Integer> all = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        all.removeIf(this::isBelow);
        all.removeIf(k -> this.isBelow(k - 3) && bound < 4);
        return x * (all.size() + all.get(0) + all.get(1) - 1);
    }

    @Differentiable
    @Sample(at = "2.5", gives = "2")
    double ofAnAnonymousClass(double x) {
        IntPredicate test = new IntPredicate() {
            private boolean isOdd(int k) {
                return k > 1;
            }

            @Override
            public boolean test(int k) {
                return isOdd(k) && !isBelow(k) && k > LIMIT - WEIGHTS[1];
            }
        };
        return x * java.util.stream.IntStream.range(0, 5).filter(test).count();
    }

    @Differentiable
    @Sample(at = "2.5", gives = "10")
    static double logged(double x) {
        LOG.finest(() -> "x = " + x);
        Trace.note(LOG.getName());
        double y = x;
        for (int i = 0; i < 2; i++) {
            double before = y;
            LOG.finest(() -> before + " before " + WEIGHTS[0]);
            y *= 2;
        }
        return y * x / 2;
    }
}
