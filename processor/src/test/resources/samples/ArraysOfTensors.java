package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.Arrays;

/** Arrays whose elements are tensors: weights, caches, parts. */
final class ArraysOfTensors {
    public record Layer(Tensor weights, Tensor bias) {
        Tensor of(Tensor x) {
            return weights.mv(x).add(bias).tanh();
        }
    }

    @Differentiable
    @Sample(at = "[[[0.1, 0.2], [0.3, -0.4], [0.5, 0.6]], [[1, 2, -1]]], [[0.5, -0.5, 0.1], [0.2]], [1, 2]")
    static double perceptron(Tensor[] ws, Tensor[] bs, Tensor x) {
        for (int i = 0; i < ws.length; i++) {
            x = ws[i].mv(x).add(bs[i]).tanh();
        }
        return x.square().sum().item();
    }

    @Differentiable
    @Sample(at = "[[1, 2], null, [3]], 2")
    static double someAreNull(Tensor[] ts, double k) {
        double sum = 0;
        for (Tensor t : ts) {
            if (t != null) {
                sum += t.pow(k).sum().item();
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4, 5]]")
    static Tensor[] squaresOfTensors(Tensor[] ts) {
        Tensor[] squares = new Tensor[ts.length + 1];
        for (int i = 0; i < ts.length; i++) {
            squares[i] = ts[i].square();
        }
        return squares;
    }

    /** An element holds tensors of one shape after another. */
    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static Tensor shapesChangeInArray(Tensor[] ts) {
        ts[0] = ts[0].outer(ts[1]);
        ts[1] = ts[0].mv(ts[1]);
        Tensor sum = ts[0].sum().mul(ts[1]);
        ts[0] = null;
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [0.5, 0.25]")
    static Tensor[] givesItsOwn(Tensor[] ts, Tensor x) {
        Tensor first = ts[0];
        ts[0] = ts[1].mul(x);
        ts[1] = first;
        return ts;
    }

    @Differentiable
    @Sample(at = "[1, 2], 3")
    static double copiesOfTensors(Tensor x, double k) {
        Tensor[] powers = {x, x.mul(k), x.square()};
        Tensor[] more = Arrays.copyOf(powers, 5);
        powers[0] = x.exp();
        System.arraycopy(more, 0, more, 1, 3);
        Tensor[] last = more.clone();
        Arrays.fill(more, 1, 4, x.sin());
        Tensor sum = powers[0];
        for (Tensor t : last) {
            sum = t == null ? sum : sum.add(t.mul(sum));
        }
        return sum.add(more[0].mul(more[3])).sum().item();
    }

    @Differentiable
    @Sample(at = "[[[1, 2], [3, 4]], [[5]]]")
    static double rowsOfTensors(Tensor[][] ts) {
        Tensor[] first = ts[0];
        ts[0] = new Tensor[] {first[1], first[0].mul(first[1])};
        ts[0][0] = ts[0][0].mul(ts[1][0]);
        return ts[0][0].dot(ts[0][1]).item() + first[0].sum().item();
    }

    @Differentiable
    @Sample(at = "[0.5, 1.5], 4")
    static Tensor cachedPowers(Tensor x, int n) {
        Tensor[] cache = new Tensor[3];
        Tensor sum = x;
        for (int i = 0; i < n; i++) {
            Tensor t = cache[i % 3];
            if (t == null) {
                t = x.pow(i + 1);
                cache[i % 3] = t;
            }
            sum = sum.mul(t).add(x);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [[5, 6]]")
    static Tensor joinedArrays(Tensor[] ts, Tensor[] us) {
        Tensor stacked = Tensor.stack(ts);
        ts[0] = us[0];
        return stacked.mm(stacked).add(Tensor.cat(0, ts).sum());
    }

    @Differentiable
    @Sample(at = "[([[0.1, 0.2], [0.3, -0.4]], [0.5, -0.5]), ([[1, 0.5], [0, 1]], [0.1, 0.2])], [1, 2]")
    static double deepLayers(Layer[] layers, Tensor x) {
        for (Layer layer : layers) {
            x = layer.of(x);
        }
        return x.dot(x).item();
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [2, 0.5]")
    static double helpedByArrays(Tensor[] ts, Tensor x) {
        Tensor[] scaled = scaled(ts, x);
        shift(scaled, x);
        return total(scaled).mul(x).sum().item();
    }

    private static Tensor[] scaled(Tensor[] ts, Tensor x) {
        Tensor[] scaled = new Tensor[ts.length];
        for (int i = 0; i < ts.length; i++) {
            scaled[i] = ts[i].mul(x);
        }
        return scaled;
    }

    private static void shift(Tensor[] ts, Tensor x) {
        for (int i = 0; i < ts.length; i++) {
            ts[i] = ts[i].mul(ts[i]).add(x);
        }
    }

    private static Tensor total(Tensor[] ts) {
        Tensor total = ts[0];
        for (int i = 1; i < ts.length; i++) {
            total = total.add(ts[i].sin());
        }
        return total;
    }

    /** Arrays of tensors inside a method of numbers. */
    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double tensorsInside(double[] x) {
        Tensor[] parts = new Tensor[x.length];
        for (int i = 0; i < x.length; i++) {
            parts[i] = Tensor.of(x).mul(x[i]);
        }
        parts[0] = parts[1];
        return Tensor.stack(parts).square().sum().item();
    }

    /** On one side of a choice: what its tangent is stretched to gets a name only where loops are made. */
    @Differentiable(order = 2)
    @Sample(at = "[[1, 2], [3, 5], [-1, 4]]")
    static double elementStretchedInChoice(Tensor[] ts) {
        Tensor twice = ts[2].mul(2);
        Tensor chosen = ts[1].sum().item() > 100 ? twice : ts[0].addcmul(ts[1], twice, 0.5);
        return ts[1].square().sum().add(chosen.square().sum()).item();
    }
}
