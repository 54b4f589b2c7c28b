package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions in arrays and lists. */
final class FunctionTables {
    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double arrayInALoop(double x, double a) {
        DoubleUnaryOperator[] layers = {Math::sin, v -> v * a, t -> t * t};
        double y = x;
        for (DoubleUnaryOperator f : layers) y = f.applyAsDouble(y) + x;
        return y;
    }

    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double arrayWithVar(double x, double a) {
        var layers = new DoubleUnaryOperator[] {Math::sin, v -> v * a, t -> t * t};
        double y = x;
        for (var f : layers) y = f.applyAsDouble(y) * x;
        return y;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 2", "0.5, 3", "0.5, -1"})
    static double arrayByIndex(double x, int i) {
        DoubleUnaryOperator[] layers = {Math::sin, v -> v * 3, t -> t * t};
        return layers[i].applyAsDouble(x) * layers.length + layers[0].applyAsDouble(x);
    }

    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double listOfFunctions(double x, double a) {
        List<DoubleUnaryOperator> fs = List.of(Math::sin, v -> v * a, t -> t * t);
        double y = x;
        for (DoubleUnaryOperator f : fs) y = f.applyAsDouble(y) + x;
        for (int i = 0; i < fs.size(); i++) y += fs.get(i).applyAsDouble(y);
        return y;
    }

    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double functionsAsList(double x, double a) {
        var fs = Arrays.<DoubleUnaryOperator>asList(Math::sin, v -> v * a, t -> t * t);
        double y = x;
        int i = fs.size();
        while (--i >= 0) y += fs.get(i).applyAsDouble(y);
        return y;
    }

    @Differentiable
    @Sample(at = {"[0.5, 2, 3]"})
    static double writtenFunctions(double[] w) {
        DoubleUnaryOperator[] fs = new DoubleUnaryOperator[w.length];
        for (int i = 0; i < fs.length; i++) {
            double k = w[i] * w[i];
            fs[i] = i % 2 == 0 ? v -> v * k : v -> Math.sin(v) + k;
        }
        double y = w[0];
        for (DoubleUnaryOperator f : fs) y = f.applyAsDouble(y);
        return y;
    }

    @Differentiable
    @Sample(at = {"0.5, 1", "0.5, 2", "0.5, 0"})
    static double elementsWithoutFunction(double x, int n) {
        DoubleUnaryOperator[] fs = new DoubleUnaryOperator[2];
        fs[0] = v -> v * v;
        if (n > 0) fs[1] = v -> v * n;
        return fs[1].applyAsDouble(fs[0].applyAsDouble(x));
    }

    private static final DoubleUnaryOperator[] ACT = {Math::tanh, v -> v > 0 ? v : 0.1 * v, v -> v};
    static final List<DoubleBinaryOperator> OPS = List.of((a, b) -> a + b, (a, b) -> a * b, Math::pow);
    @Differentiable
    @Sample(at = {"0.5, 1", "0.5, 2", "0.5, 0"})
    static double constantTables(double x, int n) {
        double y = ACT[n].applyAsDouble(x) * ACT.length;
        for (DoubleUnaryOperator f : ACT) y = f.applyAsDouble(y * x);
        for (var op : OPS) y = op.applyAsDouble(y + 1, x);
        return FunctionTables.OPS.get(n).applyAsDouble(y, x) + OPS.size();
    }

    static double all(double x, DoubleUnaryOperator... fs) {
        for (DoubleUnaryOperator f : fs) x = f.applyAsDouble(x);
        return x;
    }

    static double sum(List<DoubleUnaryOperator> fs, double x) {
        double s = 0;
        for (DoubleUnaryOperator f : fs) s += f.applyAsDouble(x);
        return s;
    }

    static double inTurn(DoubleUnaryOperator[] fs, int i, double x) {
        return i == fs.length ? x : inTurn(fs, i + 1, fs[i].applyAsDouble(x));
    }

    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double tablesHandedOn(double x, double a) {
        DoubleUnaryOperator g = v -> v * a;
        DoubleUnaryOperator[] fs = {g, Math::sin, v -> g.applyAsDouble(v) + x};
        double y = all(x, Math::exp, g, v -> v + a) + all(x, fs) + all(a);
        y += sum(List.of(g, Math::cos), y) + sum(OTHERS, x);
        return y + inTurn(fs, 0, y);
    }

    private static final List<DoubleUnaryOperator> OTHERS = List.of(v -> v * v);
    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double tableInALambda(double x, double a) {
        DoubleUnaryOperator[] fs = {Math::sin, v -> v * a};
        DoubleUnaryOperator both = v -> {
            for (DoubleUnaryOperator f : fs) v = f.applyAsDouble(v);
            return v;
        };
        return both.applyAsDouble(both.applyAsDouble(x));
    }

    @Differentiable
    @Sample(at = {"0.5, 2, 1", "0.5, 2, 0"})
    static double chosenElement(double x, double a, int i) {
        DoubleUnaryOperator[] fs = {Math::sin, v -> v * a};
        DoubleUnaryOperator f = fs[i];
        DoubleUnaryOperator g = fs[1 - i];
        fs[0] = v -> v * v * a;
        return f.applyAsDouble(g.applyAsDouble(x)) + fs[0].applyAsDouble(x);
    }

    interface Layer { double[] forward(double[] v); }
    @Differentiable
    @Sample(at = {"[0.5, 2], [0.1, 0.2]"})
    static double layersInAnArray(double[] x, double[] w) {
        Layer[] net = {
            v -> {
                double[] r = v.clone();
                for (int i = 0; i < r.length; i++) r[i] *= w[i];
                return r;
            },
            v -> new double[] {v[0] + v[1], v[0] * v[1]}
        };
        double[] y = x;
        for (Layer l : net) y = l.forward(y);
        return y[0] * y[1];
    }

    static double mean(DoubleUnaryOperator f, double... xs) {
        double s = 0;
        for (double v : xs) s += f.applyAsDouble(v);
        return s / xs.length;
    }

    @Differentiable
    @Sample(at = {"0.5, 2"})
    static double numbersOfVariableArity(double x, double a) {
        return mean(v -> v * v * a, x, a, x * a, 3) + mean(Math::sin, new double[] {x}) ;
    }

    enum Kind { SINE, SCALE }
    @Differentiable
    @Sample(at = {"0.5, 2, SINE", "0.5, 2, SCALE"})
    static double byOrdinal(double x, double a, Kind kind) {
        DoubleUnaryOperator[] fs = {Math::sin, v -> v * a};
        double y = 0;
        for (int i = 0; i < 3; i++) {
            if (i == 1) continue;
            y += fs[(kind.ordinal() + i) % fs.length].applyAsDouble(x + y);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.6, 2", "0.3, 2"})
    static double leavesTheLoop(double x, double a) {
        double y = x;
        for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(v -> v * a, v -> v * v, Math::exp)) {
            y = f.applyAsDouble(y);
            if (y >= 1) return y * x;
        }
        return y;
    }

    private final DoubleUnaryOperator[] own = {v -> v * v, v -> scale(v)};
    final double k = 3;
    double scale(double v) { return v * k; }
    @Differentiable
    @Sample(at = {"0.5"})
    final double ofTheObject(double x) {
        double y = x;
        for (DoubleUnaryOperator f : own) y = f.applyAsDouble(y);
        return y * own[1].applyAsDouble(x);
    }
}
