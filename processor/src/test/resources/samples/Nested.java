package samples;

import static samples.NestedFloatLike.gradient;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/** Derivatives inside methods that are differentiated themselves. */
final class Nested {
    @Differentiable(value = "NestedPotentialGrad", order = 2)
    static double potential(double[] x, double w) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.sin(w * x[i]) * x[i] * x[(i + 1) % x.length];
        }
        return sum;
    }

    @Differentiable("NestedForce")
    @Sample(at = "[0.5, -1.25, 2], 0.75", in = "NestedForce")
    static double forceSquared(double[] x, double w) {
        NestedPotentialGrad.Gradient g = NestedPotentialGrad.gradient(x, w);
        double sum = g.w() * x[0];
        for (double f : g.x()) {
            sum += f * f;
        }
        return sum;
    }

    @Differentiable("NestedForces")
    @Sample(at = "[0.5, -1.25], 0.75", in = "NestedForces")
    static double[] forces(double[] x, double w) {
        double[] f = NestedPotentialGrad.gradient(x, w).x();
        f[0] *= f[1];
        return f;
    }

    @Differentiable("NestedCurvature")
    @Sample(at = "[0.5, -1.25], [1, 2], 0.75", in = "NestedCurvature")
    static double curvature(double[] x, double[] v, double w) {
        NestedPotentialGrad.Gradient h = NestedPotentialGrad.hvp(x, w, v, 0);
        double sum = h.w();
        for (int i = 0; i < v.length; i++) {
            sum += h.x()[i] * v[i];
        }
        return sum;
    }

    @Differentiable(value = "NestedCubeGrad", wrt = "x", order = 3)
    static double cube(double x, double a) {
        return x * x * x * Math.exp(a * x) - a;
    }

    /** x in the outer function is not the inner one's: d/dx [x · d/dy (x + y)] = 1. */
    @Differentiable("NestedConfusion")
    @Sample(at = {"3", "-0.5"}, gives = {"1", "1"}, in = "NestedConfusion")
    static double confusion(double x) {
        return x * NestedSumGrad.gradient(x, 1);
    }

    @Differentiable(value = "NestedSumGrad", wrt = "y")
    static double sum(double x, double y) {
        return x + y;
    }

    /** d/dx [x · d/dy (x · y²) at y = x] = d/dx 2x³ = 6x². */
    @Differentiable("NestedConfusionOfProduct")
    @Sample(at = {"3", "-0.5"}, gives = {"54", "1.5"}, in = "NestedConfusionOfProduct")
    static double confusionOfProduct(double x) {
        return x * NestedProductGrad.gradient(x, x);
    }

    @Differentiable(value = "NestedProductGrad", wrt = "y")
    static double product(double x, double y) {
        return x * y * y;
    }

    /** Newton's method, as often as it takes. */
    @Differentiable("NestedRoot")
    @Sample(at = {"1.5", "2.5"}, in = "NestedRoot")
    static double root(double a) {
        double x = 1;
        NestedCubeGrad.ValueAndGradient f = NestedCubeGrad.valueAndGradient(x, a);
        while (Math.abs(f.value()) > 1e-13) {
            x = x - f.value() / f.gradient();
            f = NestedCubeGrad.valueAndGradient(x, a);
        }
        return x;
    }

    @Differentiable("NestedThird")
    @Sample(at = "0.75, 0.5", in = "NestedThird")
    static double thirdDerivative(double x, double a) {
        return NestedCubeGrad.derivative3(x, a, 1, x) + NestedCubeGrad.hvp(x, a, 2);
    }

    @Differentiable("NestedDirection")
    @Sample(at = {"[0.5, -1.25], 0.75", "[-0.5, 1], 1.5"}, in = "NestedDirection")
    static double alongItself(double[] x, double w) {
        return w > 1 ? along(x, w) : along(x, w * w) - x[0];
    }

    private static double along(double[] x, double w) {
        NestedPotentialGrad.ValueAndJvp p = NestedPotentialGrad.valueAndJvp(x, w, x, 1);
        return p.jvp() * p.value() + NestedPotentialGrad.jvp(x, w, x, w);
    }

    @Differentiable("NestedSystemGrad")
    static double[] system(double[] x, double k) {
        double[] y = new double[3];
        y[0] = x[0] * x[1] * k;
        y[1] = Math.sin(x[0]) + y[0];
        y[2] = x[1] * x[1];
        return y;
    }

    @Differentiable("NestedTransposed")
    @Sample(at = "[0.5, -1.25], [1, 2, 3], 1.5", in = "NestedTransposed")
    static double transposed(double[] x, double[] s, double k) {
        NestedSystemGrad.Gradient g = NestedSystemGrad.vjp(x, k, s);
        return g.x()[0] * g.x()[1] * g.k();
    }

    @Differentiable("NestedPushed")
    @Sample(at = "[0.5, -1.25], 1.5", in = "NestedPushed")
    static double pushed(double[] x, double k) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double[] dots = NestedSystemGrad.jvp(x, k, new double[] {i, x[1]}, k);
            sum = sum * 0.5 + dots[i] * dots[0];
        }
        return sum;
    }

    /** The argument is overwritten behind the call. */
    @Differentiable("NestedOverwritten")
    @Sample(at = "[0.5, -1.25, 2], 0.75", in = "NestedOverwritten")
    static double overwritten(double[] x, double w) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double[] g = NestedPotentialGrad.gradient(x, w).x();
            for (int j = 0; j < x.length; j++) {
                x[j] -= 0.1 * g[j];
            }
            sum += x[i];
        }
        return sum;
    }

    @Differentiable("NestedEnergyOfTensor")
    static Tensor energy(Tensor x, Tensor m) {
        return x.tanh().mul(m).sum();
    }

    @Differentiable("NestedTensorGradient")
    @Sample(at = "[0.5, -1.25], [2, 3]", in = "NestedTensorGradient")
    static Tensor tensorGradient(Tensor x, Tensor m) {
        NestedEnergyOfTensor.Gradient g = NestedEnergyOfTensor.gradient(x, m);
        return g.x().mul(x).add(g.m());
    }

    @Differentiable("NestedTensorProduct")
    @Sample(at = "[0.5, -1.25], [2, 3]", in = "NestedTensorProduct")
    static Tensor tensorProduct(Tensor x, Tensor s) {
        return NestedSquares.vjp(x, s).mul(x).sum().add(NestedSquares.jvp(x, s).mul(s));
    }

    @Differentiable("NestedSquares")
    static Tensor squares(Tensor x) {
        return x.pow(3);
    }

    record Place(double x, double y) {}

    @Differentiable("NestedHeightGrad")
    static double height(Place p, double scale) {
        return scale * p.x() * p.x() * Math.exp(p.y());
    }

    @Differentiable("NestedSteepness")
    @Sample(at = "(0.5, 1.5), 2", in = "NestedSteepness")
    static double steepness(Place p, double scale) {
        NestedHeightGrad.Gradient g = NestedHeightGrad.gradient(p, scale);
        Place slope = g.p();
        return slope.x() * slope.x() + slope.y() * slope.y() + g.scale();
    }

    @Differentiable("NestedUphill")
    @Sample(at = "(0.5, 1.5), 2", in = "NestedUphill")
    static Place uphill(Place p, double scale) {
        Place slope = NestedHeightGrad.gradient(p, scale).p();
        return new Place(p.x() + 0.1 * slope.x(), NestedHeightGrad.jvp(p, scale, slope, 0));
    }

    @Differentiable("NestedFloatGrad")
    static float inFloat(float x) {
        return x * x * x;
    }

    @Differentiable("NestedInFloat")
    @Sample(at = "1.5f", in = "NestedInFloat")
    static float slopeInFloat(float x) {
        return NestedFloatGrad.gradient(x) * x;
    }

    /** What isn't differentiated by is a constant, and so is its derivative. */
    @Differentiable(value = "NestedConstant", wrt = "x")
    @Sample(at = "2, 3", gives = "27", wrt = "x", in = "NestedConstant")
    static double constantSlope(double x, double c) {
        return x * NestedFloatLike.gradient(c);
    }

    @Differentiable("NestedFloatLike")
    static double cubed(double x) {
        return x * x * x;
    }

    /** A derivative of what has a derivative inside. */
    @Differentiable("NestedTwice")
    @Sample(at = "[0.5, -1.25], 0.75", in = "NestedTwice")
    static double twice(double[] x, double w) {
        double[] g = NestedForce.gradient(x, w).x();
        return g[0] * w + g[1];
    }

    @Differentiable("NestedImported")
    @Sample(at = "1.5", gives = "13.5", in = "NestedImported")
    static double imported(double x) {
        return gradient(x) * x / 1.5;
    }

    @Differentiable("NestedHandedOn")
    @Sample(at = {"1.5", "-1"}, in = "NestedHandedOn")
    static double handedOn(double x) {
        return newtonStep(Nested::cubed, NestedFloatLike::gradient, x) + newtonStep(t -> t * x, t -> gradient(t), x);
    }

    private static double newtonStep(DoubleUnaryOperator f, DoubleUnaryOperator slope, double x) {
        return x - f.applyAsDouble(x) / slope.applyAsDouble(x);
    }

    sealed interface Penalty permits Squared, Cubed {}

    record Squared(double weight) implements Penalty {}

    record Cubed(double weight) implements Penalty {}

    private static final Penalty[] PENALTIES = {new Squared(1.5), new Cubed(0.4)};

    static Penalty penalty(int i) {
        return PENALTIES[i % 2];
    }

    private static double of(Penalty penalty, double r) {
        return penalty instanceof Squared s ? s.weight() * r * r : ((Cubed) penalty).weight() * r * r * r;
    }

    @Differentiable
    static double penalised(double x, int i) {
        return of(penalty(i), x) * Math.sin(x);
    }

    /** Which object a method gives out of a private field, it only looks up: it may do so again. */
    @Differentiable(wrt = "x")
    @Sample(at = {"0.7, 0", "0.7, 1"}, wrt = "x")
    static double slopeOfPenalty(double x, int i) {
        return PenalisedGrad.gradient(x, i) + x;
    }
}
