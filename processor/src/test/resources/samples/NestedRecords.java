package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Calls of derivatives by records of one number and by arrays of records, and of such. */
final class NestedRecords {
    public record Mass(double value) {}

    public record Counted(double value, int count) {}

    public record Place(double x, double y) {}

    @Differentiable(value = "NestedMass", order = 2)
    static double cube(Mass m) {
        return m.value() * m.value() * m.value();
    }

    @Differentiable("NestedMassGrad")
    @Sample(at = "(1.5)", gives = "(18)", in = "NestedMassGrad")
    static double ofOneNumber(Mass m) {
        Mass slope = NestedMass.gradient(m);
        return slope.value() * 2;
    }

    @Differentiable("NestedMassAlong")
    @Sample(at = "(1.5)", gives = "(20.25)", in = "NestedMassAlong")
    static double alongOneNumber(Mass m) {
        return NestedMass.jvp(m, m);
    }

    @Differentiable(value = "NestedCounted", order = 2)
    static double counted(Counted c) {
        return c.count() * c.value() * c.value();
    }

    @Differentiable("NestedCountedGrad")
    @Sample(at = "(1.5, 2)", in = "NestedCountedGrad")
    static double ofOneNumberBesideOthers(Counted c) {
        return NestedCounted.gradient(c).value() * 3;
    }

    @Differentiable(value = "NestedPath", order = 2)
    static double length(Place[] path, double scale) {
        double sum = 0;
        for (int i = 1; i < path.length; i++) {
            double dx = path[i].x() - path[i - 1].x();
            sum += scale * dx * dx * path[i].y();
        }
        return sum;
    }

    @Differentiable("NestedPathGrad")
    @Sample(at = {"[(0, 1), (2, -1.5), (2.5, 3)], 2", "[(0, 1)], 2"}, in = "NestedPathGrad")
    static double ofPath(Place[] path, double scale) {
        NestedPath.Gradient g = NestedPath.gradient(path, scale);
        double sum = g.scale();
        for (Place p : g.path()) {
            sum += p.x() * p.x() - p.y();
        }
        return sum;
    }

    @Differentiable("NestedPathStep")
    @Sample(at = "[(0, 1), (2, -1.5), (2.5, 3)]", in = "NestedPathStep")
    static Place[] step(Place[] path) {
        Place[] slope = NestedPath.valueAndGradient(path, 0.5).gradient().path();
        Place[] next = path.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] = new Place(path[i].x() - 0.1 * slope[i].x(), path[i].y() - 0.1 * slope[i].y());
        }
        slope[0] = next[1];
        return slope;
    }

    @Differentiable("NestedPathAlong")
    @Sample(at = "[(0, 1), (2, -1.5), (2.5, 3)]", in = "NestedPathAlong")
    static double alongPath(Place[] path) {
        return NestedPath.jvp(path, 1, path, path[1].x());
    }

    @Differentiable("NestedTurned")
    static Place[] turned(Place[] p, double by) {
        return new Place[] {new Place(p[0].y() * by, p[0].x() * p[1].x()), p[1]};
    }

    @Differentiable("NestedTurnedGrad")
    @Sample(at = "[(1, 2), (0.5, -1.5)], 2", in = "NestedTurnedGrad")
    static double ofTurned(Place[] p, double by) {
        NestedTurned.Gradient g = NestedTurned.vjp(p, by, p);
        return g.p()[0].x() * g.p()[1].x() + g.by();
    }

    @Differentiable("NestedTurnedAlong")
    @Sample(at = "[(1, 2), (0.5, -1.5)], 2", in = "NestedTurnedAlong")
    static double alongTurned(Place[] p, double by) {
        NestedTurned.ValueAndJvp both = NestedTurned.valueAndJvp(p, by, p, 1);
        Place[] alone = NestedTurned.jvp(p, by, p, by);
        return both.value()[0].x() * both.jvp()[0].y() + alone[0].x() * alone[1].y();
    }

    @Differentiable(value = "NestedApply", order = 2)
    static double namedLikeMembers(double[] apply, double[] x, double[] xBar, double[] xGradient) {
        return apply[0] * x[0] * x[0] * xBar[1] * xGradient[0];
    }

    /** What a pullback calls its own is no name for what it gives. */
    @Differentiable("NestedApplyGrad")
    @Sample(at = "[2, 1], [1.5, 0.5], [0.25, 3], [-1, 2]", in = "NestedApplyGrad")
    static double ofNamedLikeMembers(double[] apply, double[] x, double[] xBar, double[] xGradient) {
        NestedApply.Gradient g = NestedApply.gradient(apply, x, xBar, xGradient);
        return g.x()[0] * g.xBar()[1] * g.apply()[0] + g.xGradient()[0];
    }

    record Members(double[] apply, double[] x, double[] xBar) {}

    private static Members members(double[] a) {
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] *= a[0];
        }
        return new Members(b, a.clone(), b.clone());
    }

    @Differentiable("NestedMembers")
    @Sample(at = "[1.5, 0.5]", gives = "[7.25, 6.5625]", in = "NestedMembers")
    static double ofRecordNamedLikeMembers(double[] a) {
        Members m = members(a);
        m.x()[0] *= m.apply()[1];
        return m.apply()[0] * m.x()[0] + m.xBar()[1];
    }
}
