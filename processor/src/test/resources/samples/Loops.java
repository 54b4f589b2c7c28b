package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** for, while and do over numbers. */
final class Loops {
    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 3", "2, -4"}, gives = {"0", "1", "12", "0"})
    static double tripsByParameter(double x, int n) {
        double y = 1;
        for (int i = 0; i < n; i++) {
            y *= x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2.5", "11"}, gives = {"18.75", "1"})
    static double tripsByActiveValue(double x) {
        double y = 1;
        while (y < 10) {
            y *= x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2, 5, 3", "2, 5, 2", "2, 5, 0"}, gives = {"3, 10", "4, 3", "4, 3"})
    static double swappedInLoop(double a, double b, int n) {
        for (int i = 0; i < n; i++) {
            double t = a;
            a = b;
            b = t;
        }
        return a * a + 3 * b;
    }

    @Differentiable
    @Sample(at = {"0.5, 2, 5", "0.5, 2, 1"}, gives = {"5, 8", "1, 1"})
    static double fibonacciSums(double a, double b, int n) {
        for (int i = 0; i < n; i++) {
            double next = a + b;
            a = b;
            b = next;
        }
        return b;
    }

    /** a³·b⁵ after five steps. */
    @Differentiable
    @Sample(at = "1.5, 0.5, 4", gives = "0.2109375, 1.0546875")
    static double fibonacciProducts(double a, double b, int n) {
        while (n-- > 0) {
            double next = a * b;
            a = b;
            b = next;
        }
        return b;
    }

    @Differentiable
    @Sample(at = {"0.5, 4", "0.5, 0"}, gives = {"18", "0"})
    static double countsDown(double x, int n) {
        double y = n;
        for (int i = n - 1; i >= 0; i--) {
            y = y * x + i * n * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 10", "1.5, 9", "1.5, 1"}, gives = {"18", "9", "0"})
    static double countsByThree(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i += 3) {
            y += i * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.25, 30", "1.25, 2"})
    static double stepGrows(double x, int n) {
        double y = x;
        int step = 1;
        for (int i = 0; i < n; i += step) {
            y = Math.sin(y) * x + i * 0.01;
            step *= 2;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.25, 100", "1.25, 1"})
    static double doubles(double x, int n) {
        double y = 1;
        for (int i = 1; i < n; i *= 2) {
            y = y / x + i;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.25, 8", "0.75, 3"})
    static double loopVariableChangedInBody(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y * x + i;
            if (i % 3 == 1) {
                i += 2;
            }
            y -= i * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.25, 8", "0.75, 1"})
    static double boundChangedInBody(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            n--;
            y += Math.exp(-y * i) * n;
        }
        return y * n;
    }

    @Differentiable
    @Sample(at = {"1.5, 7", "1.5, 6", "1.5, 0"})
    static double severalVariables(double x, int n) {
        double y = 1;
        for (int i = 0, j = n; i < j; i++, j--) {
            y = y * x + i * j;
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.7, 0.125")
    static double doubleCounter(double x, double step) {
        double y = 0;
        for (double t = 0; t < 0.9; t += 0.25) {
            y += Math.exp(-t * x) * step;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.3", "0.45"})
    static double activeCounter(double step) {
        double y = 0;
        for (double t = step; t < 1; t += step) {
            y += t * t * step;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 3", "1.5, 0"}, gives = {"6.75", "0"})
    static double everythingInTheHeader(double x, int n) {
        double y;
        int i;
        for (i = 0, y = 1; i < n; y *= x, i++) ;
        return y;
    }

    @Differentiable
    @Sample(at = "1.1, 5")
    static double updateReadsWhatTheBodyWrote(double x, int n) {
        double y = x;
        double z = 0;
        for (int i = 0; i < n; i++, z = z * x + y, y = y + z) {
            y = Math.cos(y + z);
        }
        return y * z;
    }

    @Differentiable
    @Sample(at = {"1.5", "4"}, gives = {"6.75", "1"})
    static double forever(double x) {
        double y = 1;
        for (; ; ) {
            y *= x;
            if (y > 3) {
                break;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"-2", "2"}, gives = {"-2", "2"})
    static double doRunsOnce(double x) {
        double y = 1;
        do {
            y = y * x / 2 * x;
        } while (y < 0);
        return y;
    }

    @Differentiable
    @Sample(at = "1.5", gives = "311.546875")
    static double assignmentInCondition(double x) {
        double y = 1;
        double sum = 0;
        while ((y = y * x) < 20) {
            sum += y;
        }
        return sum + y;
    }

    @Differentiable
    @Sample(at = {"1.1, 4", "1.1, 0"})
    static double triangle(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                y = Math.sin(y + i * x) + j;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.9, 3")
    static double threeDeep(double x, int n) {
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            double row = x;
            for (int j = i; j <= n; j++) {
                double cell = row * j;
                for (int k = j; k < n + 1; k++) {
                    cell = cell * x / (k + cell * cell);
                }
                row += cell;
            }
            sum += row * i;
            x = x * 1.01 + row * 0.001;
        }
        return sum * x;
    }

    @Differentiable
    @Sample(at = "0.5, 1")
    static double parameterOverwritten(double x, double y) {
        for (int i = 0; i < 4; i++) {
            x = Math.sin(x * y);
            y = y + x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"7", "5.5", "0.25"})
    static double activeBranchInLoop(double x) {
        double y = x;
        for (int i = 0; i < 7; i++) {
            if (y > 2) {
                y = y / 2;
            } else {
                y = 3 * y + x;
            }
        }
        return y * y;
    }

    @Differentiable
    @Sample(at = {"1.5, 6", "1.5, 1"})
    static double parity(double x, int n) {
        double even = 1;
        double odd = x;
        for (int i = 0; i < n; i++) {
            if ((i & 1) == 0) {
                even *= odd;
            } else {
                odd = odd + even;
            }
        }
        return even / odd;
    }

    @Differentiable
    @Sample(at = {"2", "9"}, gives = {"0.35355339059327373", "0.16666666666666666"})
    static double newtonRoot(double x) {
        double y = x;
        for (int i = 0; i < 9; i++) {
            y = 0.5 * (y + x / y);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2", "30"})
    static double newtonUntilConverged(double x) {
        double y = 1;
        double change;
        do {
            double next = 0.5 * (y + x / y);
            change = Math.abs(next - y);
            y = next;
        } while (change > 1e-3 * y);
        return y;
    }

    /** The result is a mean of the ends: 9/16 of the one, 7/16 of the other. */
    @Differentiable
    @Sample(at = "2, 1, 2", gives = "0, 0.5625, 0.4375")
    static double bisection(double c, double low, double high) {
        while (high - low > 0.2) {
            double middle = (low + high) / 2;
            if (middle * middle > c) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    @Differentiable
    @Sample(at = {"1.5, 5", "1.5, 0", "-2, 3"}, gives = {"25.3125", "0", "12"})
    static double powerByDoubling(double x, int n) {
        double result = 1;
        while (n > 0) {
            if (n % 2 == 1) {
                result *= x;
            }
            x *= x;
            n /= 2;
        }
        return result;
    }

    @Differentiable
    @Sample(at = {"0.5", "-0.75", "0"}, gives = {"1.6487212707001282", "0.4723665527410147", "1"})
    static double exponentialSeries(double x) {
        double term = 1;
        double sum = 0;
        int n = 0;
        while (n < 25) {
            sum += term;
            term *= x / ++n;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"0.5", "-0.3"})
    static double seriesUntilSmall(double x) {
        double sum = 0;
        for (double term = 1; Math.abs(term) > 1e-3; term *= x) {
            sum += term;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"2, 6", "0.5, 1"})
    static double continuedFraction(double x, int depth) {
        double y = x;
        for (int k = depth; k > 0; k--) {
            y = k + x / y;
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.3, 2.5")
    static double logisticMap(double x, double r) {
        for (int i = 0; i < 12; i++) x = r * x * (1 - x);
        return x;
    }

    @Differentiable
    @Sample(at = "1.5, 4")
    static float floatSums(float x, int n) {
        float sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += x / i;
            sum *= 1.25f;
        }
        return sum;
    }

    /** The compound assignments narrow to float each time. */
    @Differentiable
    @Sample(at = "1.5, 0.5")
    static double floatAndDoubleCarried(float x, double y) {
        float a = x;
        double b = y;
        for (int i = 0; i < 3; i++) {
            a += b;
            b = a * b + 0.5f;
        }
        return a + b;
    }

    @Differentiable
    @Sample(at = {"1.5, true", "1.5, false"})
    static double loopInBranch(double x, boolean more) {
        double y = x;
        if (more) {
            for (int i = 0; i < 3; i++) {
                y = y * y - x;
            }
        } else {
            y = 1 / y;
        }
        for (int i = 0; i < 2; i++) {
            y += x * y;
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.8")
    static double siblingScopes(double x) {
        double y = 0;
        for (int i = 0; i < 2; i++) {
            double t = x * i;
            y += t * t;
        }
        for (int i = 3; i > 1; i--) {
            double t = y + x;
            y = t * i;
        }
        {
            double t = Math.sin(y);
            int i = 4;
            y = t * i;
        }
        for (double t = 0; t < 2; t++) {
            final var i = y * x;
            y = i + t;
        }
        return y;
    }

    @Differentiable
    @Sample(at = "0.3, 1000")
    static double manyTrips(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            y += Math.sin(x * i) / (1 + i);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.3, 3", "0.3, 0"})
    static double otherCounters(double x, long n) {
        double y = x;
        for (long i = n; i > 0L; --i) {
            y = y * x + i;
        }
        for (char c = 'a'; c < 'd'; c++) {
            y = y * x + (c - 'a');
        }
        for (byte b = 0; b < 3; b++) {
            y += x * b;
        }
        short s = 2;
        while (s-- > 0) {
            y *= x + s;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2, 4", "2, 1"}, gives = {"3", "0"})
    static double onlyTheLastCounts(double x, int n) {
        double y = x;
        double unused = 1;
        for (int i = 0; i < n; i++) {
            y = x * i;
            unused *= y;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2, 4", "-2, 3"})
    static double declaredLateAssignedInBranches(double x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t;
            final boolean third = i % 3 == 0;
            if (third) {
                t = x * sum;
            } else if (x > 0) {
                t = x + i;
            } else {
                t = -x;
            }
            sum += t;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"1.2, 4", "1.2, 0"})
    static double effectsInLoops(double x, int n) {
        double y = x;
        for (int i = Trace.next(); Trace.is("test", i <= n); i++, Trace.note("update", y)) {
            y = y * x * Trace.number("factor", 0.9) + Trace.random();
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.4", "3"})
    static double conditionalsInLoop(double x) {
        double y = x;
        for (int i = 0; i < 5; i++) {
            y = y > 1 && i < 3 || y < -1 ? Math.sqrt(y * y + 1) / 2 : y + (i % 2 == 0 ? x : -x * y);
        }
        return y;
    }

    /** The logarithm of the first trip would be NaN: it isn't taken. */
    @Differentiable
    @Sample(at = "2")
    static double sideNotTakenIsNaN(double x) {
        double y = 0;
        for (int i = 0; i < 4; i++) {
            double z = i - 1;
            if (z > 0) {
                y += Math.log(z * x) * Math.sqrt(z);
            } else {
                y += x;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"50.3, 18", "7, 7.5"})
    static double euclid(double a, double b) {
        int steps = 0;
        while (b > 1 && steps++ < 10) {
            double rest = a % b;
            a = b;
            b = rest;
        }
        return a * 3 + b * b;
    }

    /** Three loops in a row assign one variable that is never read. */
    @Differentiable
    @Sample(at = "2", gives = "4")
    static double assignedByLoopAfterLoop(double x) {
        long unread;
        unread = 1;
        for (int i = 0; i < 1; i++) {
            unread = 10_000_000_019L;
        }
        for (int i = 0; i < 2; i++) {
            unread = 1;
        }
        return x * x;
    }

    /** The condition has an effect, and the body always throws. */
    @Differentiable
    @Sample(at = {"[1, 2], 0", "[1, 2], 1"})
    static double throwsInTheFirstRound(double[] a, int n) {
        while (n-- > 0) {
            a = java.util.Arrays.copyOf(a, 2);
            throw new IllegalStateException("first round");
        }
        return a[0] * a[1];
    }

    /** Two variables of one name and different types, one in a block that may be left early. */
    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 2"})
    static double sameNameInAnotherBlock(double x, int n) {
        search:
        for (int round = 0; round < 2; round++) {
            switch (n) {
                case 0: {
                    long p = 3;
                    if (x > 0) break;
                }
                case 1:
                    int p = 2;
                    x *= p;
                    continue search;
                default:
                    x += n;
            }
            x *= x;
        }
        return x;
    }

    /** The result is where another variable starts from that a loop carries. */
    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[2, 0, 0]")
    static double startsFromTheResult(double[] x) {
        double result = 2 * x[0];
        int n = x.length;
        for (double other = result; n-- > 0; other = x[n]) {
            result += other * 0;
        }
        double unread = result;
        for (int i = 0; i < x.length; i++) {
            unread = x[i];
        }
        return result;
    }
}
