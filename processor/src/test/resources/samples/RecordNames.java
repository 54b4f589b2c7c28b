package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Records and components whose names generated code would like to use itself. */
final class RecordNames {
    public record Seed(double value, double apply) {}

    public record Gradient(double seed, double row) {}

    public record Pullback(double x) {}

    public record ValueAndGradient(double value, double gradient) {}

    public record Clash(double a, double aDot, double aBar) {}

    public record Vector(double x, double y) {}

    /** The leaves of the one are called like the other. */
    public record Both(Vector at, double atX) {}

    public record Index(double i, double rows, double isGivenX) {}

    static final class Plane {
        public record Point(double x, double y) {}
    }

    static final class Space {
        public record Point(double x, double y) {}
    }

    @Differentiable
    @Sample(at = "(2, 3)")
    static double seedOfValue(Seed seed) {
        return seed.value() * seed.apply();
    }

    @Differentiable
    @Sample(at = "(2, 3), (4, 5)")
    static Seed seedOfSeeds(Seed seed, Seed seedValue) {
        return new Seed(seed.value() * seedValue.apply(), seed.apply());
    }

    @Differentiable
    @Sample(at = "(2, 3), 4")
    static double valueAndRow(Gradient value, double row) {
        return value.seed() * value.row() * row;
    }

    @Differentiable
    @Sample(at = "(2)")
    static Pullback pullbackOfPullback(Pullback pullback) {
        return new Pullback(pullback.x() * pullback.x());
    }

    @Differentiable
    @Sample(at = "(2, 3), (1, 2)")
    static ValueAndGradient valueWithGradient(ValueAndGradient i, Gradient bar) {
        return new ValueAndGradient(i.value() * i.gradient() * bar.seed(), bar.row() * i.value());
    }

    @Differentiable
    @Sample(at = "(2, 3, 4)")
    static double clash(Clash a) {
        return a.a() * a.aDot() * a.aBar();
    }

    @Differentiable
    @Sample(at = "(2, 3), 5, 6")
    static Vector leavesLikeParameters(Vector v, double vX, double vDot) {
        double vBar = v.x() * v.y();
        return new Vector(vBar * vX * vDot, vX);
    }

    static Both turned(Both b) {
        return new Both(new Vector(b.atX() * b.at().y(), b.at().x()), b.atX() * b.at().x());
    }

    @Differentiable
    @Sample(at = "((2, 3), 5)")
    static Both leavesOfOneName(Both b) {
        return turned(turned(b));
    }

    @Differentiable
    @Sample(at = "[((2, 3), 5), ((1, 2), 4)]")
    static Both[] rowsOfOneName(Both[] b) {
        b[0] = turned(b[1]);
        return new Both[] {b[0], new Both(b[1].at(), b[0].atX() * b[1].atX())};
    }

    @Differentiable
    @Sample(at = "[(2, 3, 4), (1, 2, 3)], 3")
    static Index[] rowsNamedAsTheirCode(Index[] row, double rows_) {
        row[0] = new Index(row[1].rows() * rows_, row[0].i() * row[1].isGivenX(), row[0].rows());
        return row;
    }

    @Differentiable
    @Sample(at = "[(2, 3)], [(4, 5)]")
    static Space.Point[] sameNameInTwoClasses(Plane.Point[] row, Space.Point[] row2) {
        row[0] = new Plane.Point(row2[0].x(), row[0].x());
        return new Space.Point[] {new Space.Point(row[0].x() * row[0].y(), row2[0].y())};
    }
}
