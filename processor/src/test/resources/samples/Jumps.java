package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** break, continue, labels, return and throw out of loops. */
final class Jumps {
    @Differentiable
    @Sample(at = {"1.5, 5", "0.5, 5"})
    static double breakOfTwoLoops(double x, int n) {
        double y = x;
        outer:
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                y = y * x + 0.1 * j;
                if (y > 20) {
                    break outer;
                }
            }
            y -= i * x;
        }
        return y * y;
    }

    @Differentiable
    @Sample(at = {"1.5, 5", "0.5, 5"})
    static double continueOfOuterLoop(double x, int n) {
        double y = x;
        rows:
        for (int i = 0; i < n; i++) {
            double row = y;
            for (int j = 0; j < n; j++) {
                if (row > 4) {
                    y = y / 2;
                    continue rows;
                }
                row = row * x + j;
            }
            y += row;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5", "0.25"})
    static double continueInDo(double x) {
        double y = x;
        int i = 0;
        do {
            i++;
            if (i % 2 == 0) {
                continue;
            }
            y = y * y + x;
        } while (i < 5 && y < 50);
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 6", "-1.5, 6"}, gives = {"9", "9"})
    static double continueRunsTheUpdate(double x, int n) {
        double y = 0;
        for (int i = 0; i < n; i++) {
            if (i % 2 == 0) continue;
            y += i * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5", "30", "-4"})
    static double continueInWhile(double x) {
        double y = x;
        int i = 0;
        while (i < 6) {
            i += 1;
            if (y < 1) {
                y += x * x;
                continue;
            }
            y /= 2;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 6", "0.2, 3", "9, 2"})
    static double returnFromNestedLoops(double x, int n) {
        double y = x;
        for (int i = 1; i < n; i++) {
            for (int j = i; j < n; j++) {
                y = y * x + j;
                if (y > 30) {
                    return y * i - j * x;
                }
            }
            if (y > 8) return Math.log(y);
        }
        return -y;
    }

    @Differentiable
    @Sample(at = {"5", "0.5", "0"}, gives = {"0.625", "5", "5"})
    static double returnFromForever(double x) {
        double f = 1;
        while (true) {
            if (x * f < 1) {
                return x * f * 5;
            }
            f /= 2;
        }
    }

    @Differentiable
    @Sample(at = {"2, 5", "2, 2"}, gives = {"24", "12"})
    static double breakInFirstTrip(double x, int n) {
        double y = x * x;
        for (int i = 0; i < n; i++) {
            if (n < 3) {
                break;
            }
            y = y * x;
            if (i == 0) {
                break;
            }
            y = -1;
        }
        return y * (n < 3 ? 3 : 2);
    }

    @Differentiable
    @Sample(at = {"2, true", "2, false", "-2, true"})
    static double labelledBlock(double x, boolean skip) {
        double y = x;
        block:
        {
            y *= x;
            if (skip) {
                if (x > 0) break block;
                y += 1;
            }
            y = y * y;
        }
        return y * x;
    }

    /** What others write with goto. */
    @Differentiable
    @Sample(at = {"2", "0.5", "-3"})
    static double doOnceWithBreak(double x) {
        double y = x;
        do {
            if (x < 0) break;
            y = y * y;
            if (x < 1) break;
            y = y + x;
        } while (false);
        return 3 * y;
    }

    @Differentiable
    @Sample(at = {"2, 6", "0.5, 6"})
    static double twoExits(double x, int n) {
        double y = 1;
        int i = 0;
        for (; i < n; i++) {
            y = y * x;
            if (y > 10) {
                y = y + i;
                break;
            }
            if (y < 0.1) {
                return y * x;
            }
            y = y * 0.9;
        }
        return y * i;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double throwNotReached(double x) {
        double y = x;
        for (int i = 0; i < 4; i++) {
            if (y > 1000) {
                throw new IllegalStateException("y is " + y);
            }
            y = y * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2", "3", "9"})
    static double throwInSomeTrip(double x) {
        double y = x;
        for (int i = 0; i < 4; i++) {
            Trace.note("trip", y);
            y = y * x;
            if (y > 50) throw new ArithmeticException("too large in trip " + i);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double assertions(double x) {
        double y = x * x;
        assert y >= 0;
        for (int i = 0; i < 2; i++) {
            assert x > 0 : "x is negative: " + x;
            y *= x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "0.5, 4"})
    static double labelOnWhile(double x, int n) {
        double y = x;
        int i = 0;
        search:
        while (i < n) {
            i++;
            for (double t = y; ; t *= x) {
                if (t > 5) {
                    y += t;
                    continue search;
                } else if (t < 0.05) {
                    y = y - t;
                    break search;
                }
                if (i == 3) break;
            }
            y = y * 1.1;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5", "4", "0.1"})
    static double innerBreakOnly(double x) {
        double sum = 0;
        for (int i = 1; i < 4; i++) {
            double y = x;
            for (int j = 0; j < 10; j++) {
                if (y > 3) break;
                y = y * (1 + x) + 0.1;
            }
            sum += y * i;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1", "2, 2", "2, 3"}, gives = {"1", "2", "4", "12"})
    static double returnsOnTheWay(double x, int n) {
        if (n == 0) return x;
        for (int i = 0; i < 1; i++) {
            if (n == 1) return 2 * x;
            while (n == 2) {
                do {
                    return x * x;
                } while (true);
            }
        }
        return x * x * x;
    }

    @Differentiable
    @Sample(at = {"0.5, 7, 3", "0.5, 2, 3"})
    static double breakOnInt(double x, int n, int stop) {
        double y = 1;
        int count = 0;
        while (true) {
            count++;
            if (count > n) break;
            if (count == stop && n > stop) {
                y += x;
                continue;
            }
            y = y * x + count;
        }
        return y * count;
    }

    @Differentiable
    @Sample(at = {"1.2", "0.2"})
    static double codeAfterContinueAndBreak(double x) {
        double a = x;
        double b = 1;
        for (int i = 0; i < 8; i++) {
            double old = a;
            a = a * 1.3 + b * 0.1;
            if (a < 1) {
                b = b + old;
                continue;
            } else if (a > 3) {
                a = old;
                break;
            }
            b = b * a;
        }
        return a * b;
    }

    @Differentiable
    @Sample(at = {"3, 4", "3, -4"})
    static double labelsThatNestAndRepeat(double x, double y) {
        double r = 0;
        loop:
        for (int i = 0; i < 3; i++) {
            if (y < 0 && i == 1) continue loop;
            r += x * i;
        }
        loop:
        for (int i = 0; i < 3; i++) {
            inner:
            for (int j = 0; j < 3; j++) {
                if (j == i) continue inner;
                if (j + i == 4) break loop;
                if (j * i == 2) continue loop;
                r = r * y / (1 + j);
            }
            r -= x;
        }
        return r;
    }

    /** The condition of the loop is never asked, and nothing follows it. */
    @Differentiable
    @Sample(at = {"0.5, 1", "1.5, 1", "3, 1"})
    static double returnsFromDo(double x, int n) {
        if (x < 1) {
            return x * x * x;
        }
        do {
            x *= 2;
            inner:
            {
                if (x > 4) {
                    return x * x;
                } else {
                    return x * n;
                }
            }
        } while (n-- > 0);
    }

    /** Both sides of the condition throw, so nothing of the iteration is left to do. */
    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "-0.5, 1"})
    static double throwsOnBothSides(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y *= x;
            if (y > 0) {
                throw new IllegalStateException("above");
            } else {
                throw new IllegalArgumentException("below");
            }
        }
        int left = n;
        while (left-- > 0) {
            y = y * x + left;
            if (y > 9) throw new IllegalStateException("large");
            else throw new IllegalStateException("small");
        }
        return y * x;
    }
}
