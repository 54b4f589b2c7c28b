package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Tensors in loops, with arrays, in records and lambdas. */
final class TensorLoops {
    public record Layer(Tensor weights, Tensor bias) {
        Tensor of(Tensor x) {
            return weights.mv(x).add(bias).tanh();
        }
    }

    @Differentiable
    @Sample(at = {"[1, 2], 3", "[1, 2]f, 3", "[1, 2], 0"}, gives = {"[4, 32]", "[4, 32]f", "[1, 1]"})
    static Tensor powerOf(Tensor x, int n) {
        Tensor y = x;
        for (int i = 0; i < n; i++) {
            y = y.mul(x);
        }
        return y;
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
    @Sample(at = "[[1, 2, 3], [4, 5, 6]]")
    static double elementsByIndex(Tensor x) {
        double sum = 0;
        for (int i = 0; i < x.shape().dim(0); i++) {
            for (int j = 0; j <= i; j++) {
                sum += x.item(i, j) * x.item(j, i);
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[1, 2], 2", "[1, 2]f, 1"})
    static Tensor switchOfTensors(Tensor x, int n) {
        Tensor y = switch (n) {
            case 1 -> x.sin();
            case 2 -> {
                Tensor z = x.exp();
                yield z.mul(x);
            }
            default -> x;
        };
        return y.add(x);
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
    @Sample(at = "[0.5, 1], 2")
    static Tensor lambdaOfTensors(Tensor x, double k) {
        UnaryOperator<Tensor> f = t -> t.mul(k).sin();
        return f.apply(f.apply(x)).add(x);
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
    @Sample(at = "[1, 2, 3]")
    static double tensorToArray(Tensor x) {
        double[] a = x.mul(2).toDoubleArray();
        a[0] *= a[1];
        double sum = 0;
        for (double e : a) sum += e * e;
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [0.5, -1]")
    static double[] rowsToTensor(double[][] m, double[] v) {
        Tensor product = Tensor.of(m).mv(Tensor.of(v));
        return product.exp().toDoubleArray();
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
    @Sample(at = "[1, 2], [3, 4]")
    static Tensor stackedInLoop(Tensor a, Tensor b) {
        Tensor all = Tensor.stack(a, b);
        for (int i = 0; i < 2; i++) {
            all = Tensor.cat(0, all, Tensor.stack(all.sum(0)));
        }
        return all;
    }
}
