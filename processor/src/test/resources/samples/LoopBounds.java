package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.ArrayList;
import java.util.List;

/** Ways to write the start, the bound and the step of a loop that keeps something for its way back. */
final class LoopBounds {
    static final class Layer {
        final double[] weights;
        private final int width;
        int depth;

        Layer(int width, double... weights) {
            this.width = width;
            this.weights = weights;
        }

        int width() {
            return width;
        }
    }

    private static List<Layer> layers() {
        return List.of(new Layer(2, 0.5, 1.5), new Layer(0), new Layer(3, 1.2));
    }

    /** Final fields of objects, which change from one iteration of the outer loop to the next. */
    @Differentiable
    @Sample(at = {"[0.7, 1.5, -0.3]"})
    static double finalFields(double[] x) {
        double y = 1;
        for (Layer layer : layers()) {
            for (int i = 0; i < layer.width; i++) y = Math.sin(y * x[i]) + x[i];
            for (int i = 0; i < layer.weights.length; i++) y *= layer.weights[i] * x[i];
        }
        return y;
    }

    /** The bound is read where the loop stands: there may be no object where it doesn't run. */
    @Differentiable
    @Sample(at = {"[0.7, 1.5, -0.3], true", "[0.7, 1.5, -0.3], false", "[], false"})
    static double perhapsNoObject(double[] x, boolean there) {
        Layer layer = there ? new Layer(2, 0.5) : null;
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            double y = x[k];
            if (layer != null) {
                for (int i = 0; i < layer.width; i++) y *= Math.sin(y * x[i]);
            }
            sum += y;
        }
        return sum;
    }

    /** The field changes while the loop runs. */
    @Differentiable
    @Sample(at = {"[0.7, 1.5, -0.3, 0.4]"})
    static double fieldThatChanges(double[] x) {
        Layer layer = layer(4);
        double y = 1;
        for (int i = 0; i < layer.depth; i++) {
            y = Math.sin(y * x[i]) + x[i];
            shrink(layer);
        }
        return y;
    }

    private static Layer layer(int depth) {
        Layer layer = new Layer(0);
        layer.depth = depth;
        return layer;
    }

    private static void shrink(Layer layer) {
        layer.depth--;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 1", "1.5, 0", "1.5, -5"})
    static double boundFirst(double x, int n) {
        double y = x;
        for (int i = 0; n > i; i++) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 0", "1.5, -1", "1.5, -5"})
    static double boundFirstIncluded(double x, int n) {
        double y = x;
        for (int i = 0; n >= i; i++) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 1", "1.5, 0"})
    static double boundFirstDownwards(double x, int n) {
        double y = x;
        for (int i = n; 0 < i; i--) y = y * Math.sin(y + i);
        for (int i = n; 1 <= i; --i) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 0", "1.5, -1"})
    static double shiftedDown(double x, int n) {
        double y = x;
        for (int i = 0; i - 1 < n; i++) y = y * Math.sin(y + i);
        for (int i = 0; i - n <= 1; i++) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 6, 2", "1.5, 6, 6", "1.5, 2, 3"})
    static double shiftedUp(double x, int n, int by) {
        double y = x;
        for (int i = 0; i + by <= n; i++) y = y * Math.sin(y + i);
        for (int i = n; i + by > 2; i--) y = y * Math.sin(y + i);
        return y;
    }

    /** The shift is another one in every round. */
    @Differentiable
    @Sample(at = {"1.5, 9", "1.5, 1", "1.5, 0"})
    static double changingShift(double x, int n) {
        double y = x;
        int by = 0;
        for (int i = 0; i + by < n; i++) {
            y = y * Math.sin(y + by);
            by += i;
        }
        return y;
    }

    /** The bound comes closer in every round. */
    @Differentiable
    @Sample(at = {"1.5, 9", "1.5, 1", "1.5, 0"})
    static double changingBound(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y * Math.sin(y + i);
            n -= 2;
        }
        return y;
    }

    /** The start is another number when the loop has ended. */
    @Differentiable
    @Sample(at = {"1.5, 0", "1.5, 3", "1.5, 6"})
    static double changingStart(double x, int from) {
        double y = x;
        for (int i = from; i < 6; i++) {
            y = y * Math.sin(y + i);
            from = -i;
        }
        return y * from;
    }

    @Differentiable
    @Sample(at = {"1.5, 7", "1.5, 8", "1.5, 9", "1.5, 2", "1.5, 1", "1.5, 0", "1.5, -5"})
    static double inStrides(double x, int n) {
        double y = x;
        for (int i = 1; i < n; i += 3) y = y * Math.sin(y + i);
        for (int i = 1; i <= n; i += 3) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 7", "1.5, 8", "1.5, 9", "1.5, 2", "1.5, 1", "1.5, 0", "1.5, -5"})
    static double inStridesDownwards(double x, int n) {
        double y = x;
        for (int i = n; i > 1; i -= 3) y = y * Math.sin(y + i);
        for (int i = n; i >= 1; i -= 3) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, -2", "1.5, 3", "1.5, 5"})
    static double startThatIsNotSmall(double x, int from) {
        double y = x;
        for (int i = 3; i < 6; i++) y = y * Math.sin(y + i);
        for (int i = from; i < 5; i++) y = y * Math.sin(y + i);
        for (int i = -2; i <= from; i++) y = y * Math.sin(y + i);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 4, 2", "1.5, 0, 2", "1.5, 3, 0"})
    static double stridesInStrides(double x, int n, int m) {
        double y = x;
        for (int i = n; 0 < i; i -= 2) {
            for (int j = i; j - m < i; j += 2) y = y * Math.sin(y + i * j);
            for (int k = 0; m > k; k++) y = y * Math.cos(y - k);
        }
        return y;
    }

    /** Both are other numbers when the loop has ended. */
    @Differentiable
    @Sample(at = {"1.5, 2, 8", "1.5, 0, 1", "1.5, 3, 3"})
    static double changingStartAndBound(double x, int from, int n) {
        double y = x;
        for (int i = from; i < n; i++) {
            y = y * Math.sin(y + i);
            from--;
            n--;
        }
        return y * from * n;
    }

    @Differentiable
    @Sample(at = {"1.5, 2", "1.5, 0", "1.5, -2"})
    static double computedBound(double x, int n) {
        double y = x;
        for (int i = 0; i < n * 2; i++) y = y * Math.sin(y + i);
        for (int i = 0; i < -n; i++) y = y * Math.sin(y + i);
        for (int i = 0; i < 3 - n; i++) y = y * Math.sin(y + i);
        return y;
    }

    /** The condition asks for a variable that isn't the one that is counted. */
    @Differentiable
    @Sample(at = {"1.5, 9", "1.5, 2", "1.5, 0"})
    static double otherVariable(double x, int n) {
        double y = x;
        int j = 0;
        for (int i = 0; j + 1 < n; i++) {
            y = y * Math.sin(y + i);
            j += 3;
        }
        return y;
    }

    /** No relation that says when the last round is. */
    @Differentiable
    @Sample(at = {"1.5, 3", "1.5, 1", "1.5, 0"})
    static double untilEqual(double x, int n) {
        double y = x;
        for (int i = 0; i != n; i++) y = y * Math.sin(y + i);
        for (int i = n; i != 0; i--) y = y * Math.sin(y + i);
        return y;
    }

    /** Loops that don't run at all. */
    @Differentiable
    @Sample(at = {"1.5, 3", "1.5, 1"})
    static double neverTrue(double x, int n) {
        double y = x;
        for (int i = 0; i > n; i++) y = y * Math.sin(y + i);
        for (int i = 0; i >= n; i++) y = y * Math.sin(y + i);
        for (int i = n; i < 0; i--) y = y * Math.sin(y + i);
        for (int i = n; i <= 0; i--) y = y * Math.sin(y + i);
        return y * Math.sin(y);
    }

    /** What the bound asks for is another one behind the loop. */
    @Differentiable
    @Sample(at = {"1.5, 3", "1.5, 0"})
    static double sizeOfAList(double x, int n) {
        List<Integer> list = new ArrayList<>(java.util.Collections.nCopies(n, 1));
        double y = x;
        for (int i = 0; i < list.size(); i++) y = y * Math.sin(y + i);
        list.clear();
        return y;
    }

    /** Loops that only end since they are left. */
    @Differentiable
    @Sample(at = {"1.5, 3", "1.5, -1"})
    static double wrongWay(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i--) {
            y = y * Math.sin(y + i);
            if (i < -3) {
                break;
            }
        }
        for (int i = 0; i != n; i++) {
            y = y * Math.sin(y - i);
            if (i > 3) {
                break;
            }
        }
        return y;
    }

    /** How many terms there are can't be asked before there is one. */
    @Differentiable(wrt = "x")
    @Sample(at = {"[1, 2], 6, 2", "[], 6, 0"}, wrt = "x")
    static double termsOfEach(double[] x, int n, int k) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double product = 1;
            for (int j = 0; j < n / k; j++) {
                product *= Math.sin(x[i] + j);
            }
            sum += product;
        }
        return sum;
    }

    /** Where there is nothing to multiply, nobody asks how many factors there are. */
    @Differentiable(wrt = "x")
    @Sample(at = {"0.5, 2", "0.5, 0"}, wrt = "x")
    static double powersOfNothing(double x, int n) {
        double[] factors = n > 0 ? new double[] {2, 3, 4} : null;
        double sum = x;
        for (int i = 0; i < n; i++) {
            double product = x;
            for (int j = 0; j < factors.length; j++) {
                product *= Math.sin(factors[j] * x);
            }
            sum += product;
        }
        return sum;
    }

    /** Backwards, no int is below the first one. */
    @Differentiable
    @Sample(at = "0.7")
    static double fromTheSmallest(double x) {
        double s = 0;
        for (int i = Integer.MIN_VALUE; i < Integer.MIN_VALUE + 3; i++) {
            s = Math.sin(s * x) + x;
        }
        for (int i = Integer.MIN_VALUE + 1; i < Integer.MIN_VALUE + 6; i += 2) {
            s = Math.sin(s * x) + x;
        }
        for (int i = -0x8000_0000; i <= -0x7FFF_FFFE; i++) {
            s = Math.sin(s * x) + x;
        }
        return s;
    }

    @Differentiable
    @Sample(at = "0.7")
    static double fromTheLargest(double x) {
        double s = 0;
        for (int i = Integer.MAX_VALUE; i > Integer.MAX_VALUE - 3; i--) {
            s = Math.sin(s * x) + x;
        }
        for (int i = 2147483647 - 1; i >= 2147483640; i -= 3) {
            s = Math.sin(s * x) + x;
        }
        return s;
    }

    @Differentiable
    @Sample(at = "0.7")
    static double toTheLargest(double x) {
        double s = 0;
        for (int i = Integer.MAX_VALUE - 3; i < Integer.MAX_VALUE; i++) {
            s = Math.sin(s * x) + x;
        }
        for (int i = Integer.MIN_VALUE + 3; i > Integer.MIN_VALUE; i--) {
            s = Math.sin(s * x) + x;
        }
        return s;
    }

    /** From any int up to any: the smallest has none before it, and nothing is below it. */
    @Differentiable(wrt = "x")
    @Sample(
            at = {
                "0.7, 0, 3",
                "0.7, 0, -2147483648",
                "0.7, 5, -2147483648",
                "0.7, 2147483647, -2147483648",
                "0.7, -2147483644, -2147483648",
                "0.7, -2147483644, -2147483642",
                "0.7, 2147483640, 2147483643",
                "0.7, 2147483647, -2147483647"
            },
            wrt = "x")
    static double upToAnyInt(double x, int from, int n) {
        double s = x;
        double t = 0;
        for (int i = 0; i < n && n < 10; i++) {
            t += Math.sin(t * x);
        }
        for (int i = from; i < n; i++) {
            s = Math.sin(s * x) + x;
        }
        for (int i = from; i <= n; i++) {
            t += x * x;
        }
        for (int k = 0; k < 2; k++) {
            for (int i = from; i < n; i += 3) {
                s = Math.sin(s * x) + x;
            }
        }
        return s + t;
    }

    @Differentiable(wrt = "x")
    @Sample(
            at = {
                "0.7, 3",
                "0.7, -2147483648",
                "0.7, -2147483647"
            },
            wrt = "x")
    static double upFromNothing(double x, int n) {
        double s = x;
        double t = 0;
        for (int i = 0; i < n; i++) {
            s = Math.sin(s * x) + x;
        }
        for (int i = 1; i + 1 < n; i++) {
            s = Math.sin(s * x) + x;
        }
        for (int i = 0; i < n; i += 2) {
            t += x * s;
        }
        return s + t;
    }

    @Differentiable(wrt = "x")
    @Sample(
            at = {
                "0.7, 3, 0",
                "0.7, 0, 2147483647",
                "0.7, -5, 2147483647",
                "0.7, -2147483647, 2147483647",
                "0.7, 2147483643, 2147483647",
                "0.7, 2147483643, 2147483640",
                "0.7, -2147483640, -2147483643",
                "0.7, -2147483647, 2147483646"
            },
            wrt = "x")
    static double downToAnyInt(double x, int from, int n) {
        double s = x;
        double t = 0;
        for (int i = from; i > n; i--) {
            s = Math.sin(s * x) + x;
        }
        for (int i = from; i >= n; i--) {
            t += x * x;
        }
        for (int k = 0; k < 2; k++) {
            for (int i = from; i > n; i -= 3) {
                s = Math.sin(s * x) + x;
            }
        }
        return s + t;
    }

    /** Where a loop starts behind the counter of another, it may still end anywhere. */
    @Differentiable(wrt = "x")
    @Sample(
            at = {"0.7, 4, 4", "0.7, 4, -2147483648"},
            wrt = "x")
    static double behindAnother(double x, int length, int n) {
        double[] a = new double[length];
        double s = 0;
        for (int i = 0; i < length; i++) {
            a[i] = s;
            for (int j = i + 1; j < n; j++) {
                a[j] = Math.sin(s * x);
            }
            s = Math.sin(s * x) + x;
        }
        return s + a[length - 1];
    }
}
