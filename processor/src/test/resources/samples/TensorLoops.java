package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Tensors in loops and switches. */
final class TensorLoops {
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
    @Sample(at = "[1, 2], [3, 4]")
    static Tensor stackedInLoop(Tensor a, Tensor b) {
        Tensor all = Tensor.stack(a, b);
        for (int i = 0; i < 2; i++) {
            all = Tensor.cat(0, all, Tensor.stack(all.sum(0)));
        }
        return all;
    }
}
