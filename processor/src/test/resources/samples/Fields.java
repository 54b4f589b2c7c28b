package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/** Methods that are differentiated by fields of their object, beside their parameters. */
class Fields extends FieldsParent {
    record Pair(double a, double b) {}

    double k = 1;
    float slope = 1;
    final double[] w;
    double[][] rows = {{1}};
    Tensor bias = Tensor.of(1.0);
    Pair pair = new Pair(1, 1);
    double other = 3;
    Fields next = null;
    final DoubleUnaryOperator scaled = x -> this.k * x;

    Fields() {
        w = new double[] {1, 2, 3};
        next = this;
    }

    @Differentiable(wrt = {"x", "this.k"})
    @Sample(at = "3, 2.5", wrt = {"x", "this.k"}, gives = "15, 9")
    double energy(double x) {
        return k * x * x;
    }

    @Differentiable(wrt = {"this.k", "x"})
    @Sample(at = "3, 2.5", wrt = {"x", "this.k"}, gives = "2.5, 3")
    double parametersComeFirst(double x) {
        return k * x;
    }

    @Differentiable(wrt = "this.k")
    @Sample(at = "3, 2.5", wrt = "this.k", gives = "3")
    double byTheFieldAlone(double x) {
        return this.k * x;
    }

    @Differentiable(wrt = "this.k")
    @Sample(at = "2.5", wrt = "this.k", gives = "18.75")
    double withoutParameters() {
        return k * k * k;
    }

    @Differentiable(wrt = {"k", "this.k"})
    @Sample(at = "3, 2.5", wrt = {"k", "this.k"}, gives = "15, 9")
    double hiddenByAParameter(double k) {
        return this.k * k * k;
    }

    @Differentiable(wrt = {"x", "this.inherited"})
    @Sample(at = "3, 2", wrt = {"x", "this.inherited"}, gives = "10, 27")
    double ofTheParent(double x) {
        return x * parents() + super.parents() * x + x * inherited;
    }

    @Differentiable(wrt = {"x", "this.k", "this.slope"})
    @Sample(at = "0.5, 2.5, 2f", wrt = {"x", "this.k", "this.slope"})
    double byWayOfHelpers(double x) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += helper(x + i) * this.recursive(x, i) + unrelated(x);
        }
        return sum;
    }

    double helper(double x) {
        return isStiff() ? k * deeper(x) : -x;
    }

    private double deeper(double x) {
        return Math.sin(slope * x);
    }

    double recursive(double x, int n) {
        return n == 0 ? k : recursive(x * slope, n - 1) * x + deeper(k);
    }

    boolean isStiff() {
        return k > 1;
    }

    static double unrelated(double x) {
        return x * x;
    }

    @Differentiable(wrt = {"x", "this.k"})
    @Sample(at = {"0.5, 2.5", "-1, -0.5"}, wrt = {"x", "this.k"})
    double inFunctions(double x) {
        DoubleUnaryOperator f = y -> k * y + helper(y);
        return twice(f, x) + twice(this::helper, x) + scaled.applyAsDouble(x) + repeated(y -> y * k, x, 3);
    }

    static double twice(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(f.applyAsDouble(x));
    }

    static double repeated(DoubleUnaryOperator f, double x, int n) {
        return n == 0 ? x : f.applyAsDouble(repeated(f, x, n - 1));
    }

    /** The same object by other ways: whichever it is that is asked for its field. */
    @Differentiable(wrt = {"x", "this.k"})
    @Sample(at = "3, 2", wrt = {"x", "this.k"}, gives = "8, 12")
    double underOtherNames(double x) {
        Fields same = this;
        return same.k * x + next.own() * x + Reader.of(this) * x + Reader.of(next.next) * x - 0 * (x + new Fields().own());
    }

    double own() {
        return k;
    }

    @Differentiable(wrt = {"x", "this.k"})
    @Sample(at = "3, 2", wrt = {"x", "this.k"}, gives = "7, 3")
    double ofAnotherObject(double x) {
        Fields stranger = new Fields();
        return k * x + stranger.k * x + stranger.own() * x + Reader.of(stranger) * x + 2 * stranger.k * x;
    }

    static final class Reader {
        static double of(Fields fields) {
            return fields.k;
        }
    }

    @Differentiable(wrt = {"x", "this.w"})
    @Sample(at = "[1, 2, 3], [0.5, -1, 2]", wrt = {"x", "this.w"}, gives = "[0.5, -1, 2], [1, 2, 3]")
    double byAnArray(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weight(i) * x[i];
        }
        return sum;
    }

    private double weight(int i) {
        return w[i];
    }

    @Differentiable(wrt = {"x", "this.w"})
    @Sample(at = "[1, 2, 3], [0.5, -1, 2]", wrt = {"x", "this.w"})
    double[] writesTheArray(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            w[i] *= x[i];
            smooth(i);
            y[i] = w[i] * x[0];
        }
        return y;
    }

    void smooth(int i) {
        if (i > 0) {
            w[i] += w[i - 1] * w[i - 1];
        }
    }

    @Differentiable(wrt = {"x", "this.rows"})
    @Sample(at = "[1, 2], [[1, 2], [3, 4], [5, 6]]", wrt = {"x", "this.rows"})
    double[] rowsTimes(double[] x) {
        double[] y = new double[rows.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += rows[i][j] * x[j];
            }
        }
        return y;
    }

    @Differentiable(wrt = {"y", "this.k", "this.w"})
    @Sample(at = "[1, 2, 3], 2, [0.5, -1, 2]", wrt = {"y", "this.k", "this.w"})
    void leavesResults(double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = k * y[i] * w[i];
        }
    }

    @Differentiable(wrt = {"x", "this.bias"})
    @Sample(at = "[1, 2], [3, 4]", wrt = {"x", "this.bias"})
    Tensor layer(Tensor x) {
        return x.mul(bias).add(bias.pow(2)).tanh();
    }

    @Differentiable(wrt = {"x", "this.pair"})
    @Sample(at = "2, (3, 4)", wrt = {"x", "this.pair"}, gives = "15, (8, 6)")
    double byARecordField(double x) {
        return x * pair.a() * pair.b + x * other;
    }
}
