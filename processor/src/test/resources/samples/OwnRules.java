package samples;

import dev.jacobi.DerivativeOf;
import dev.jacobi.DerivativeOf.Form;
import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.Random;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Methods whose derivative is written by hand: those of a library, and those whose body can't be read. */
final class OwnRules {
    private OwnRules() {}

    @DerivativeOf(type = Erf.class, method = "erf")
    static double erf(double x) {
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
    }

    /** The digamma function: by its recurrence to where its asymptotic series is exact. */
    @DerivativeOf(type = Gamma.class, method = "logGamma")
    private static double logGamma(double x) {
        double sum = 0;
        while (x < 15) {
            sum -= 1 / x;
            x++;
        }
        double r = 1 / (x * x);
        double series = r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r * (1 / 240.0 - r / 132))));
        return sum + Math.log(x) - 0.5 / x - series;
    }

    @Differentiable
    @Sample(at = {"0.5", "-1"}, gives = "0.8787825789354449")
    static double errorFunction(double x) {
        return Erf.erf(x);
    }

    @Differentiable
    @Sample(at = "2.5, 1.5")
    static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }

    @Differentiable
    @Sample(at = {"0.3, 0.7, 4", "0.3, 0.7, 0"})
    static double erfInALoop(double x, double scale, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Erf.erf(x * i) * scale;
            x = Erf.erf(x) + scale;
            if (sum > 1) {
                sum -= Gamma.logGamma(2 + sum) * x;
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "1.5, 2")
    static double inANestOfCalls(double x, double y) {
        return squareOfErf(Erf.erf(x) * y) * Math.max(Erf.erf(y), x);
    }

    private static double squareOfErf(double x) {
        double e = Erf.erf(x);
        return e * e;
    }

    /** Goes by way of text, through which no derivative finds. */
    static double scaledExp(double x, double scale) {
        return Double.parseDouble(String.valueOf(Math.exp(x) * scale));
    }

    @DerivativeOf(type = OwnRules.class, method = "scaledExp", by = "x")
    private static double scaledExpByX(double x, double scale, double value) {
        return value;
    }

    @DerivativeOf(type = OwnRules.class, method = "scaledExp", by = "1")
    private static double scaledExpByScale(double x, double scale) {
        return Math.exp(x);
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double byTwoPartials(double x, double y) {
        return scaledExp(x * y, y) * x;
    }

    @Differentiable
    @Sample(at = "0.5, 2")
    static double byOneOfTwo(double x, double y) {
        double e = scaledExp(x, 3);
        return e * scaledExp(2, y) + x;
    }

    /** A method that is annotated itself. */
    @Differentiable
    @Sample(at = "3, 2")
    static double power(double x, int n) {
        return Double.parseDouble(Double.toString(Math.pow(x, n)));
    }

    @DerivativeOf(type = OwnRules.class, method = "power")
    static double powerRule(double x, int n) {
        return n == 0 ? 0 : n * power(x, n - 1);
    }

    @Differentiable
    @Sample(at = "1.5")
    static double callsIt(double x) {
        return power(x, 3) * power(2 * x, 2);
    }

    /** A rule that has a rule, which has one: each goes by way of text. */
    static double sine(double x) {
        return Double.parseDouble(String.valueOf(Math.sin(x)));
    }

    @DerivativeOf(type = OwnRules.class, method = "sine")
    static double cosine(double x) {
        return Double.parseDouble(String.valueOf(Math.cos(x)));
    }

    @DerivativeOf(type = OwnRules.class, method = "cosine")
    static double minusSine(double x) {
        return -sine(x);
    }

    @Differentiable
    @Sample(at = "0.5")
    static double rulesOfRules(double x) {
        return sine(x * x) * cosine(x);
    }

    /** A function that is its own derivative. */
    @DerivativeOf(type = OwnRules.class, method = "itsOwn")
    static double itsOwn(double x) {
        return Double.parseDouble(String.valueOf(Math.exp(x)));
    }

    @Differentiable
    @Sample(at = "0.5")
    static double callsItsOwn(double x) {
        return itsOwn(x * x);
    }

    static float half(float x, double y) {
        return Float.parseFloat(String.valueOf((float) (x * x * y)));
    }

    @DerivativeOf(type = OwnRules.class, method = "half", by = "x")
    static double halfByX(float x, double y) {
        return 2 * x * y;
    }

    @DerivativeOf(type = OwnRules.class, method = "half", by = "y")
    static float halfByY(float x, double y) {
        return x * x;
    }

    @Differentiable
    @Sample(at = "1.5, 0.25")
    static float ruledFloats(float x, double y) {
        return half(x, y) * half(x * 2, y);
    }

    static double norm(double[] a) {
        return Double.parseDouble(String.valueOf(Math.hypot(a[0], a[1])));
    }

    @DerivativeOf(type = OwnRules.class, method = "norm", form = Form.VJP)
    static double[] normVjp(double[] a, double value, double seed) {
        return new double[] {seed * a[0] / value, seed * a[1] / value};
    }

    @Differentiable
    @Sample(at = "[3, 4], 2")
    static double arraysThatAreWrittenBetween(double[] a, double k) {
        double before = norm(a);
        a[0] *= k;
        return before * norm(a);
    }

    @Differentiable
    @Sample(at = "[[3, 4], [1, 2]], 2")
    static double normsOfRows(double[][] m, double k) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += norm(m[i]) * i;
            m[0] = m[i];
            m[i][1] = k * sum;
        }
        return sum * norm(m[0]);
    }

    static double[] runningSquares(double[] a, double k) {
        double[] squares = new double[a.length];
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Double.parseDouble(String.valueOf(a[i] * k));
            squares[i] = sum * sum;
        }
        return squares;
    }

    @DerivativeOf(type = OwnRules.class, method = "runningSquares", form = Form.JVP)
    static double[] runningSquaresJvp(double[] a, double k, double[] aDot, double kDot) {
        double[] dots = new double[a.length];
        double sum = 0;
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * k;
            dot += aDot[i] * k + a[i] * kDot;
            dots[i] = 2 * sum * dot;
        }
        return dots;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static double[] byAJvpAlone(double[] a, double k) {
        return runningSquares(runningSquares(a, k), k);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static double byAJvpAloneInALoop(double[] a, double k) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double[] c = runningSquares(a, k);
            a[1] = c[0];
            sum += runningSquares(a, c[2])[1];
        }
        return sum;
    }

    record Bars(double[] a, double k) {}

    static double[] scaled(double[] a, double k) {
        double[] scaled = a.clone();
        for (int i = 0; i < a.length; i++) {
            scaled[i] = Double.parseDouble(String.valueOf(a[i] * k * k));
        }
        return scaled;
    }

    @DerivativeOf(type = OwnRules.class, method = "scaled", form = Form.VJP, by = {"a", "k"})
    static Bars scaledVjp(double[] a, double k, double[] seed) {
        double[] aBar = new double[a.length];
        double kBar = 0;
        for (int i = 0; i < a.length; i++) {
            aBar[i] = seed[i] * k * k;
            kBar += 2 * seed[i] * a[i] * k;
        }
        return new Bars(aBar, kBar);
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static double byARecord(double[] a, double k) {
        double[] b = scaled(a, k);
        b[0] *= k;
        return scaled(b, b[1])[0] + b[2];
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static double[] byARecordForConstants(double[] a, double k) {
        double[] ones = {1, 1, 1};
        return scaled(scaled(ones, k), a[0]);
    }

    static double area(double x, double y, int n) {
        return Double.parseDouble(String.valueOf(x * y * y * n));
    }

    @DerivativeOf(type = OwnRules.class, method = "area", form = Form.VJP)
    static double[] areaVjp(double x, double y, int n, double seed) {
        if (seed == 0) {
            return new double[2];
        }
        return new double[] {y * y * n * seed, 2 * x * y * n * seed};
    }

    @Differentiable
    @Sample(at = "1.5, 2")
    static double byAnArrayOfBars(double x, double y) {
        return area(x * y, x, 2) * area(x, 3, 1);
    }

    static double volume(double x, double[] y) {
        return Double.parseDouble(String.valueOf(x * y[0] * y[1]));
    }

    @DerivativeOf(type = OwnRules.class, method = "volume", form = Form.JVP, by = "x")
    static double volumeByX(double x, double[] y, double xDot) {
        return xDot == 0 ? 0 : xDot * y[0] * y[1];
    }

    @DerivativeOf(type = OwnRules.class, method = "volume", form = Form.JVP, by = "y")
    static double volumeByY(double x, double[] y, double[] yDot) {
        return x * (yDot[0] * y[1] + y[0] * yDot[1]);
    }

    @Differentiable
    @Sample(at = "1.5, [2, 3]")
    static double byAJvpForEach(double x, double[] y) {
        return volume(x * x, y) * volume(2, y) * volume(x, new double[] {4, 5});
    }

    static Tensor cubed(Tensor x) {
        return x.toDoubleArray().length == 0 ? x : x.mul(x).mul(x);
    }

    @DerivativeOf(type = OwnRules.class, method = "cubed", form = Form.VJP)
    static Tensor cubedVjp(Tensor x, Tensor seed) {
        return x.mul(x).mul(seed).mul(3);
    }

    @Differentiable
    @Sample(at = "[0.5, 2]")
    static Tensor tensorsByAVjpAlone(Tensor x) {
        return cubed(x.exp()).mul(x);
    }

    static Tensor product(Tensor x, double k) {
        return Tensor.of(x.toDoubleArray()).mul(k);
    }

    @DerivativeOf(type = OwnRules.class, method = "product", form = Form.JVP)
    static Tensor productJvp(Tensor x, double k, Tensor xDot, double kDot) {
        return xDot.mul(k).add(x.mul(kDot));
    }

    @DerivativeOf(type = OwnRules.class, method = "product", form = Form.VJP, by = "x")
    static Tensor productVjp(Tensor x, double k, Tensor seed) {
        return seed.mul(k);
    }

    @Differentiable
    @Sample(at = "[0.5, 2], 3")
    static Tensor tensorsByBoth(Tensor x, double k) {
        return product(x.mul(x), k * k);
    }

    /** A rule holds for what is called on an object, too. */
    static final class Curve {
        final double a;

        Curve(double a) {
            this.a = a;
        }

        double at(double x) {
            return Double.parseDouble(String.valueOf(a * x * x));
        }

        double slope(double x) {
            return 2 * a * x;
        }
    }

    @DerivativeOf(type = Curve.class, method = "at")
    static double curveRule(Curve curve, double x) {
        return curve.slope(x);
    }

    @Differentiable
    @Sample(at = "1.5")
    static double onAnObject(double x) {
        Curve curve = new Curve(3);
        return curve.at(x) * curve.at(x * x);
    }

    /** What nothing flows through needs no rule. */
    @Differentiable
    @Sample(at = "1.5")
    static double withoutDerivative(double x) {
        double noise = scaledExp(new Random(1).nextInt(1) + 1.0, 2);
        @NoDerivative double frozen = x;
        return x * noise * Erf.erf(frozen) / Erf.erf(frozen);
    }

    static int calls;

    static double counted(double x) {
        calls++;
        return x * x;
    }

    @DerivativeOf(type = OwnRules.class, method = "counted")
    static double countedRule(double x) {
        return 2 * x;
    }

    @Differentiable
    @Sample(at = "1.5")
    static double callsOnce(double x) {
        int before = calls;
        double y = counted(x) * counted(x + 1);
        return calls == before + 2 ? y : 0;
    }

    /** What has been said of a number before is no matter to a method with a rule. */
    @Differentiable
    @Sample(at = "1.5")
    static double afterALogLine(double x) {
        Trace.note("x", x);
        return Erf.erf(x) * counted(x);
    }

    static double cubed(double[] b) {
        return Math.pow(b[0], 3);
    }

    @DerivativeOf(type = OwnRules.class, method = "cubed", form = DerivativeOf.Form.VJP)
    static double[] cubedVjp(double[] b, double seed) {
        return new double[] {3 * cubed(b) / b[0] * seed};
    }

    @Differentiable(value = "OwnRulesFourthPower", order = 3)
    static double fourthPower(double[] u) {
        return cubed(u) * u[0];
    }

    /** The third derivative of u⁴ is 24·u, however often the rule calls its method. */
    @Differentiable("OwnRulesThirdDerivative")
    @Sample(at = {"[2]", "[-0.5]"}, gives = {"[24]", "[24]"}, in = "OwnRulesThirdDerivative")
    static double thirdDerivative(double[] u) {
        double[] one = {1};
        return OwnRulesFourthPower.derivative3(u, one, one)[0];
    }
}
