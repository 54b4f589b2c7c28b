package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Patterns matched with records that are made of differentiated numbers. */
final class RecordPatterns {
    interface Thing {}

    record Body(double x, double mass) implements Thing {}

    record Pair(Body a, Body b) {}

    @Differentiable
    @Sample(at = {"2", "-3"}, gives = {"12", "-5"})
    static double inSwitch(double x) {
        Body b = new Body(x, x * x);
        return switch (b) {
            case Body(double u, double m) when u > 0 -> u * m;
            case Body(var u, var m) -> u + m;
        };
    }

    @Differentiable
    @Sample(at = {"2", "-3"})
    static double recordPatternOldStyle(double x) {
        double y = x;
        switch (new Body(x, x * x)) {
            case Body b when b.x() > 1:
                y = b.x() * b.mass();
                break;
            case Body b:
                y = b.mass() * 3;
        }
        return y * y;
    }

    @Differentiable
    @Sample(at = {"2", "-3"})
    static double recordPatternInRecordPattern(double x) {
        Pair p = new Pair(new Body(x, x * x), new Body(3 * x, 2));
        if (p instanceof Pair(Body(var a, var m), Body q) && a > 0) {
            return a * m * q.x();
        }
        return x;
    }

    @Differentiable
    @Sample(at = "2", gives = "4")
    static double besideAnObject(double x) {
        Body b = new Body(x, x);
        Object o = b;
        return b instanceof Body c ? c.x() * c.mass() : x;
    }

    private static double weight(Body b) {
        if (b instanceof Body c && c.x() > 0) {
            Body d = c;
            return d.x() * 2;
        }
        return b.mass();
    }

    @Differentiable
    @Sample(at = {"2", "-2"}, gives = {"2", "-4"})
    static double inAMethod(double x) {
        return weight(new Body(x, x * x));
    }

    @Differentiable
    @Sample(at = {"2", "-3"}, gives = {"12", "27"})
    static double recordPatternBehindAnEarlyReturn(double x) {
        Body b = new Body(x, x * x);
        if (!(b instanceof Body c)) {
            return x;
        }
        return c.x() * c.mass();
    }

    @Differentiable
    @Sample(at = {"2", "-3"}, gives = {"32", "-108"})
    static double recordPatternInALoop(double x) {
        Body b = new Body(x, 1);
        while (b instanceof Body c && c.mass() < 4) {
            b = new Body(c.x() * x, c.mass() + 1);
        }
        return b.x();
    }

    /** An element that is null matches nothing. */
    @Differentiable
    @Sample(at = {"2, 1", "-3, 0"})
    static double elements(double x, int i) {
        Body[] bodies = {null, new Body(x, x * x)};
        double sum = 0;
        if (bodies[i] instanceof Body b && b.x() > 0) {
            sum = b.x() * b.mass();
        }
        if (bodies[i] instanceof Body(double u, double m)) {
            sum += u / m;
        }
        return sum + (bodies[i] instanceof Body b ? b.mass() : x);
    }
}
