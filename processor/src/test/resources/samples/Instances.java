package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.awt.geom.Point2D;

/** Methods of an object, which its fields parametrise. */
public class Instances {
    final double stiffness = 2.5;
    final double[] weights = {0.5, -1, 2};
    protected int rounds = 3;
    @NoDerivative static final float DAMPING = 0.5f;
    final Inner inner = new Inner();

    @Differentiable
    @Sample(at = "2", gives = "10")
    public double energyOf(double length) {
        return stiffness * length * length;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0.5, -1, 2]")
    double weightedSum(double[] x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += this.weights[i] * x[i];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "0.5", gives = "0.5")
    double manyRounds(double x) {
        double y = 0;
        for (int i = 0; i < rounds; i++) {
            y += x * i;
        }
        return y * DAMPING / 3;
    }

    @Differentiable
    @Sample(at = "1.5, 2")
    double callsOthers(double x, double y) {
        double a = shift(x) * this.shift(y);
        return a + energyOf(a) + scale(y) + weightedSum(new double[] {x, y, a});
    }

    private double shift(double x) {
        return x * x + stiffness;
    }

    static double scale(double x) {
        return x * DAMPING * 3;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[0.5, -1, 2]")
    void weigh(double[] x) {
        for (int i = 0; i < x.length; i++) x[i] *= weights[i];
    }

    @Differentiable
    @Sample(at = "[1, 2], 0.5")
    double[] relaxed(double[] x, double by) {
        double[] y = x.clone();
        for (int i = 0; i < rounds; i++) {
            smooth(y, by);
        }
        return y;
    }

    private void smooth(double[] y, double by) {
        y[0] += by * (y[1] - y[0]) * stiffness;
        y[1] -= by * y[0] * DAMPING;
    }

    @Differentiable
    @Sample(at = "2", gives = "12")
    double otherObjects(double x) {
        Instances other = this;
        return other.inner.cube(x);
    }

    static class Inner {
        final double half = 0.5;

        private double cube(double x) {
            return x * x * x * half * 2;
        }

        @Differentiable
        @Sample(at = "3", gives = "3")
        double inNestedObject(double x) {
            return half * x * x;
        }
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 0"}, gives = {"0.4", "0"})
    double recursiveOnThis(double x, int n) {
        return n == 0 ? 0 : recursiveOnThis(x, n - 1) + x / 10;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    final double effectsOnThis(double x) {
        Trace.note("rounds " + rounds);
        double y = x;
        while (y < 10 && Trace.is("small", true)) {
            y = y * y + noise();
        }
        return y;
    }

    private double noise() {
        return Trace.random();
    }

    @Differentiable
    @Sample(at = "2, 3", gives = "3, 2")
    double shadowsFields(double stiffness, double weights) {
        double rounds = stiffness * weights;
        return rounds + this.rounds + this.stiffness;
    }

    /** A field that others change is read when the method reads it. */
    @Differentiable
    @Sample(at = "3", gives = "36")
    static double readBeforeAndAfter(double x) {
        Point2D.Double point = new Point2D.Double(2, 0);
        double y = point.x * x;
        point.setLocation(3, 0);
        return y * x * point.x;
    }

    interface Scaled {
        /** No other runs in its place. */
        @Differentiable("ScaledPrivatelyGrad")
        private double privately(double x) {
            return 3 * x * x;
        }
    }

    record Tripled() implements Scaled {}

    @Differentiable
    @Sample(at = "2", gives = "6")
    static double slopeInAnInterface(double x) {
        return ScaledPrivatelyGrad.gradient(new Tripled(), x);
    }
}
