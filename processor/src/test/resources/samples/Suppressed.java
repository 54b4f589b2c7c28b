package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Date;
import java.util.List;

/** Code that javac would warn of, were it not told to be quiet: generated code is as quiet. */
final class Suppressed {

    /** What nobody should call any more. */
    static final class Old {
        @Deprecated
        static double factor() {
            return 2;
        }

        @Deprecated(forRemoval = true)
        static double summand() {
            return 3;
        }

        @Deprecated
        static double sum(double x) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += x * i;
            }
            return sum;
        }

        private Old() {}
    }

    @SuppressWarnings("deprecation")
    @Differentiable
    @Sample(at = {"0.5", "-2"})
    static double deprecated(double x) {
        return x * x * Old.factor() + Old.sum(x) + new Date(3).getSeconds();
    }

    @Differentiable
    @Sample(at = "0.5")
    static double removed(double x) {
        return helped(x) * x;
    }

    @SuppressWarnings("removal")
    private static double helped(double x) {
        return x * Old.summand();
    }

    @SuppressWarnings({"rawtypes", "cast"})
    @Differentiable
    @Sample(at = "0.5, 3")
    static double raw(double x, int size) {
        Object numbers = java.util.Collections.nCopies(size, x > 0 ? 1 : 2);
        List list = (List) numbers;
        return list.size() * x * (double) x;
    }

    @SuppressWarnings("divzero")
    @Differentiable
    @Sample(at = "0.5, -1")
    static double divided(double x, int n) {
        int k = n > 0 ? n / 0 : 1;
        return k * x * x;
    }

    private Suppressed() {}
}
