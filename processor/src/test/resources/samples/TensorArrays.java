package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Tensors with arrays, in records and lambdas. */
final class TensorArrays {
    public record Layer(Tensor weights, Tensor bias) {
        Tensor of(Tensor x) {
            return weights.mv(x).add(bias).tanh();
        }
    }

    @Differentiable
    @Sample(at = "[[1.5, 2], [3, 4]]f")
    static float tensorToRows(Tensor x) {
        float[][] rows = x.toFloatMatrix();
        float sum = 0;
        for (float[] row : rows) {
            row[0] *= row[1];
            sum += row[0] * rows[0][0];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [0.5, -1]")
    static double[] rowsToTensor(double[][] m, double[] v) {
        Tensor product = Tensor.of(m).mv(Tensor.of(v));
        return product.exp().toDoubleArray();
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double tensorToArray(Tensor x) {
        double[] a = x.mul(2).toDoubleArray();
        a[0] *= a[1];
        double sum = 0;
        for (double e : a) sum += e * e;
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3, 4]")
    static Tensor arrayToTensor(double[] x) {
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length; i++) squares[i] = x[i] * x[i];
        Tensor t = Tensor.from(squares, 2, 2);
        squares[0] = 100;
        return t.mm(t.t());
    }

    @Differentiable
    @Sample(at = "[0.5, 1], 2")
    static Tensor lambdaOfTensors(Tensor x, double k) {
        UnaryOperator<Tensor> f = t -> t.mul(k).sin();
        return f.apply(f.apply(x)).add(x);
    }

    @Differentiable
    @Sample(at = "([[0.1, 0.2], [0.3, -0.4]], [0.5, -0.5]), [1, 2]")
    static double layers(Layer layer, Tensor x) {
        for (int i = 0; i < 3; i++) {
            x = layer.of(x);
        }
        return x.square().sum().item();
    }

    @Differentiable
    @Sample(at = {"[[2, 1], [1, 3]], [1, 0.5]", "[[0.1, 0], [0, 0.2]], [1, 0.5]"})
    static Tensor untilLarge(Tensor m, Tensor x) {
        while (x.norm().item() < 10) {
            x = m.mv(x);
            if (x.sum().item() < 1) {
                return x.mul(m.trace());
            }
        }
        return x.div(x.norm());
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double sumOfSquares(double[] x) {
        return Tensor.of(x).pow(2).sum().item();
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 0.5")
    static float overwritten(float[] x, float k) {
        Tensor before = Tensor.of(x);
        x[1] *= k;
        Tensor after = Tensor.of(x).mul(before);
        x[0] = k;
        return (float) after.dot(Tensor.of(x)).item();
    }

    @Differentiable
    @Sample(at = "0.5, 2, -1")
    static double tensorOfNumbers(double x, double y, double z) {
        Tensor t = Tensor.of(x, y, z);
        return t.mul(t).exp().get(1).item() + t.get(0).item() * t.item(2);
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], 2")
    static double[][] rowsChangePlaces(Tensor x, double k) {
        double[][] m = x.mul(k).toDoubleMatrix();
        double[] first = m[0];
        m[0] = m[1];
        m[1] = first;
        m[1][0] *= m[0][1];
        return m;
    }

    @Differentiable
    @Sample(at = "[0.5, 1, 1.5]")
    static double[] thereAndBack(double[] x) {
        for (int i = 0; i < 3; i++) {
            double[] next = Tensor.of(x).sin().mul(i + 1).toDoubleArray();
            next[i] += x[0];
            x = next;
        }
        return x;
    }

    @Differentiable
    @Sample(at = "[[1, 2, 3], [4, 5, 6]], 1.5")
    static double rowsOfOneMatrix(double[][] m, double k) {
        double[][] twice = {m[0], m[1], m[0]};
        m[1][2] = k;
        return Tensor.of(twice).square().sum().item();
    }

    /** The index is another one when the derivative asks for the first element. */
    @Differentiable
    @Sample(at = "[2, 3, 5]")
    static Tensor indexChanges(Tensor x) {
        int[] at = {0};
        Tensor first = x.get(at);
        at[0] = 1;
        return first.mul(x.get(at)).mul(first);
    }

    @Differentiable
    @Sample(at = "[1, 2], true", gives = "[3, 4]")
    static double tensorsOrNot(double[] x, boolean tensors) {
        double[] y = tensors ? Tensor.of(x).mul(3).toDoubleArray() : x.clone();
        return y[0] + y[1] * 4 / 3;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double inHelpers(double[] x) {
        return energy(forces(Tensor.of(x)), x);
    }

    private static double[] forces(Tensor x) {
        return x.square().add(x).toDoubleArray();
    }

    private static double energy(double[] f, double[] x) {
        f[0] *= x[1];
        return Tensor.of(f).dot(Tensor.of(x)).item();
    }
}
