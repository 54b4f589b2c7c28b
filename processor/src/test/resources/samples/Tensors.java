package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.NoDerivative;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Mask;
import dev.jacobi.tensor.Tensor;

/** Tensors, and tensors with numbers. */
final class Tensors {
    @Differentiable
    @Sample(at = {"[2, 3]f", "[[1, -2], [0.5, 4]]", "<3>"}, gives = {"[4, 6]f", "[[2, -4], [1, 8]]", "<6>"})
    static Tensor squares(Tensor x) {
        return x.pow(2);
    }

    @Differentiable
    @Sample(at = "[1, 2, -1, 0.5]f", gives = "[6, 36, -6, 1.5]f")
    static Tensor notebook(Tensor x) {
        return x.pow(2).add(x.pow(4));
    }

    @Differentiable
    @Sample(at = {"[[1, 2, 3], [4, 5, 6]]", "[[1, 2, 3], [4, 5, 6]]f"})
    static Tensor oneElement(Tensor x) {
        return x.mul(2).add(x.get(0, 2).mul(3)).sum();
    }

    @Differentiable
    @Sample(
            at = {
                "[[1, 2, 3], [4, 5, 6]], [0.5, 1, 2]",
                "[[1, 2, 3]]f, [[1], [2]]f",
                "[[1, 2, 3]]f, [[1], [2]]",
                "[1, 2], <3>f",
                "<2>, [[1, 2], [3, 4]]f"
            })
    static Tensor broadcast(Tensor x, Tensor y) {
        return x.add(y).mul(x.div(y)).sub(y.sub(x).mul(y)).maximum(y.mul(100));
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3], 0.5, 2", "[1, 2, 3]f, 0.5, 2"})
    static Tensor withNumbers(Tensor x, double a, float b) {
        return x.mul(a).add(b).div(a).sub(a * b).rsub(b).square().rdiv(a).pow(b);
    }

    @Differentiable
    @Sample(at = {"[1, 2, 3]", "[1, 2, 3]f"})
    static double toNumber(Tensor x) {
        double sum = x.sum().item();
        double first = x.item(0);
        return sum * first / x.size() + Math.sin(x.get(1).item());
    }

    @Differentiable
    @Sample(at = {"2, 3", "0.5, -1"})
    static Tensor fromNumbers(double x, double y) {
        return Tensor.of(x, x * y, 1, Math.sin(y));
    }

    @Differentiable
    @Sample(at = {"2, 3", "0.5, -1"})
    static Tensor fromFloats(float x, float y) {
        return Tensor.of(x, x * y, 1f).mul(y);
    }

    @Differentiable
    @Sample(at = "2, [1, 2]")
    static Tensor scalarAndFull(double x, Tensor t) {
        return Tensor.scalar(x).mul(t).add(Tensor.full(x, DType.FLOAT64, 2)).add(Tensor.fullLike(t, x * x));
    }

    @Differentiable
    @Sample(at = {"[1, 2], [3, 4]", "[1, 2]f, [3, 4]"})
    static Tensor stacked(Tensor x, Tensor y) {
        Tensor rows = Tensor.stack(x, y, x.mul(y));
        return Tensor.cat(0, rows, Tensor.stack(y, x)).mul(rows.sum());
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static Tensor oneOfVarargs(Tensor x) {
        return Tensor.stack(x).sum(0).add(Tensor.cat(-1, x, x, x).sum());
    }

    @Differentiable
    @Sample(at = {"[1, -2, 3], [3, 4, -5]", "[[1, -2, 3]], [[3.5], [-1]]f"})
    static Tensor chosen(Tensor x, Tensor y) {
        return Tensor.where(x.gt(y), x.mul(2), y.square());
    }

    @Differentiable
    @Sample(at = {"[1, -2, 3], true", "[1, -2, 3], false"})
    static Tensor branches(Tensor x, boolean more) {
        Tensor r = x;
        if (more && x.sum().item() > 0) {
            r = r.mul(x);
            if (x.size() > 5) {
                return r;
            }
        } else {
            return r.exp();
        }
        r = r.sum().item() > 3 ? r.sin() : r.cos();
        return r.mul(x);
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [[0.5, 1], [2, -1]]")
    static Tensor matrices(Tensor a, Tensor b) {
        Tensor c = a.mm(b).t();
        return c.matmul(a).sub(b.mul(a.trace()));
    }

    @Differentiable
    @Sample(at = {"[1, 2], [[2, 0.5], [0.5, 1]]", "[1, 2]f, [[2, 0.5], [0.5, 1]]f"})
    static double quadraticForm(Tensor x, Tensor p) {
        return x.dot(p.mv(x)).item();
    }

    @Differentiable
    @Sample(at = "[[0.1, 0.2], [0.3, -0.4]], [0.5, -0.5], [1, 2], [0.25, -0.5]")
    static Tensor network(Tensor w, Tensor b, Tensor x, Tensor target) {
        Tensor hidden = w.mv(x).add(b).tanh();
        Tensor out = w.t().mv(hidden).sigmoid();
        return out.sub(target).square().mean();
    }

    @Differentiable
    @Sample(at = "[[1, 2, 3], [4, 5, 6]], 1")
    static Tensor shapes(Tensor x, int i) {
        Tensor row = x.get(i);
        Tensor column = x.narrow(1, i, 1).reshape(2);
        Tensor more = x.transpose(0, 1).flatten().unsqueeze(0).expand(2, 6).permute(1, 0).squeeze(-1).reshape(3, 4);
        return more.sum(0).mul(column.sum()).add(row.norm());
    }

    @Differentiable
    @Sample(at = "[[1, 2, 3], [4, 0.5, 6]]")
    static Tensor softmax(Tensor x) {
        Tensor e = x.sub(x.amax(1, true)).exp();
        return e.div(e.sum(1, true));
    }

    @Differentiable(wrt = "w")
    @Sample(at = "[1, 2], [3, 4]", wrt = "w", gives = "[1, 2]")
    static Tensor byOne(Tensor x, Tensor w) {
        return x.mul(w).sum();
    }

    @Differentiable
    @Sample(at = "[1, 2], [3, 4]", wrt = "x", gives = "[3, 4]")
    static Tensor heldTensor(Tensor x, @NoDerivative Tensor w) {
        return x.mul(w).sum();
    }

    @Differentiable
    @Sample(at = "[1, 2]", gives = "[1, 2]", smooth = false)
    static Tensor heldTensorLocal(Tensor x) {
        @NoDerivative Tensor c = x.mul(1);
        return x.mul(c).sum();
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static Tensor helpers(Tensor x) {
        return scaled(centred(x), x.sum().item()).add(scaled(x, 2));
    }

    private static Tensor centred(Tensor x) {
        return x.sub(x.mean());
    }

    static Tensor scaled(Tensor x, double by) {
        return x.mul(by);
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static Tensor annotated(Tensor x) {
        return squares(x).add(byOne(squares(x), x));
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static Tensor masks(Tensor x) {
        Mask positive = x.gt(1.5);
        Tensor kept = x.masked(positive.not());
        return kept.mul(x).add(Tensor.where(positive.and(x.lt(2.5)), x.exp(), Tensor.zerosLike(x)));
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static Tensor constantTensors(Tensor x) {
        Tensor eye = Tensor.eye(2).to(DType.FLOAT64);
        return eye.mv(x).add(Tensor.ones(2)).mul(Tensor.arange(2)).add(Tensor.linspace(0, 1, 2));
    }

    @Differentiable
    @Sample(at = "[1, 2]f")
    static Tensor noise(Tensor x) {
        Tensor n = Tensor.randn(Trace.generator(), 2);
        return x.mul(n).add(Tensor.rand(Trace.generator(), 2)).mul(Trace.random());
    }

    @Differentiable
    @Sample(at = {"[1, 2]f", "[1, 2]"})
    static Tensor converted(Tensor x) {
        return x.to(DType.FLOAT64).mul(x).sin();
    }

    @Differentiable
    @Sample(at = {"[1, 2]", "[1, -2]"})
    static Tensor throwing(Tensor x) {
        if (x.min().item() < 0) {
            throw new IllegalArgumentException("negative: " + x.shape());
        }
        return x.sqrt();
    }

    @Differentiable
    @Sample(at = "[1, 2], [1, 2, 3]")
    static Tensor shapesDiffer(Tensor x, Tensor y) {
        return x.add(y);
    }

    @Differentiable
    @Sample(at = "[1, 2]")
    static Tensor reassignedTensors(Tensor x) {
        Tensor y = x;
        y = y.mul(x);
        x = y.add(x);
        y = x;
        x = x.mul(y);
        return x;
    }

    @Differentiable
    @Sample(at = "[1, 2]", gives = "[1, 1]")
    static Tensor itself(Tensor x) {
        return x;
    }

    @Differentiable
    @Sample(at = "[1, 2], 3", gives = "[1, 1], 0")
    static Tensor onePath(Tensor x, double unused) {
        return unused > 100 ? x.mul(unused) : x;
    }

    @Differentiable
    @Sample(at = "[0, 2, 3]", gives = "[6, 0, 0]")
    static Tensor productWithZero(Tensor x) {
        return x.prod();
    }

    @Differentiable
    @Sample(at = "[[1, 3, 2], [4, 0, 5]]")
    static Tensor extremes(Tensor x) {
        return x.max().mul(x.amin(0)).add(x.min()).sub(x.amax(0, true).sum(0));
    }

    @Differentiable
    @Sample(at = "[1, 2, 3], 2")
    static double numbersAndTensors(Tensor x, double a) {
        double norm = x.norm().item();
        Tensor y = x.div(norm).mul(a);
        a *= y.item(2);
        Tensor z = Tensor.of(a, norm, y.item(0));
        return z.dot(x).item() / a + z.sum().item();
    }

    /** A system of equations whose matrix and right-hand side depend on the parameters. */
    @Differentiable
    @Sample(at = {"[[3, 1], [-1, 2]], [1, 2]", "[[0, 2, 1], [1, 1, -1], [4, 0, 1]], [1, -2, 0.5]"})
    static Tensor solvedTwice(Tensor a, Tensor b) {
        Tensor x = a.solve(b);
        return a.solve(x.mul(b)).add(a.solveTransposed(x));
    }

    /** Far out, e^x²/2 and its square are infinite: second derivatives are as small as they are, and no NaN. */
    @Differentiable
    @Sample(at = {"[-50, -3, 0, 0.9, 1, 1.1]", "[2, 6, 14, 20, 30, 50]"})
    static Tensor logProbability(Tensor x) {
        return x.logNdtr();
    }
}
