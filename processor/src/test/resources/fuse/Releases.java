package fuse;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/**
 * Products that are read more than once, so that no loop may write over them: in {@code p}, which is released behind
 * the last place that reads it, or kept where something may read it later, by the names of the methods.
 */
final class Releases {

    private static Tensor ones(Tensor x) {
        return Tensor.ones(x.dtype(), 1, 3);
    }

    private static Tensor row(Tensor y) {
        return y.reshape(-1).narrow(0, 0, 3);
    }

    @Differentiable
    static Tensor releasesAProduct(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(ones(x));
        Tensor q = p.mm(Tensor.ones(x.dtype(), 3, 1));
        Tensor r = p.mm(row(y).unsqueeze(1));
        return q.mm(ones(x)).sum(1).add(r.flatten().mul(s));
    }

    @Differentiable
    static Tensor releasesWhatIsOnlyReshaped(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(ones(x));
        Tensor wide = p.reshape(3, -1);
        Tensor q = wide.mm(x.unsqueeze(1)).sum(0);
        Tensor r = p.mm(row(y).unsqueeze(1));
        return r.flatten().mul(s).add(q);
    }

    @Differentiable
    static Tensor releasesWhatALoopReads(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(ones(x));
        Tensor sum = row(y).unsqueeze(1);
        for (int i = 0; i < 3; i++) {
            Tensor total = x.unsqueeze(0).mm(p.mm(sum)).mul(s);
            sum = Tensor.ones(x.dtype(), 3, 1).mm(total).mul(1e-3);
        }
        return sum.flatten();
    }

    /** Rows that stretch, of which there may be one alone: then a bias's derivative is that of what it is added to. */
    @Differentiable
    static Tensor releasesWhatIsNotASumItself(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(ones(x)).add(row(y)).tanh();
        Tensor q = p.mm(Tensor.ones(x.dtype(), 3, 3)).add(row(y)).mul(s).tanh();
        return q.sub(1).square().mean();
    }

    @Differentiable
    static Tensor keepsTheResult(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(row(y).unsqueeze(0).mul(s));
        return p.mm(Tensor.ones(x.dtype(), 3, 1)).sum().item() > 1e9 ? p.mul(2) : p;
    }

    @Differentiable
    static Tensor keepsWhatTheResultIsAViewOf(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(row(y).unsqueeze(0).mul(s));
        Tensor view = p.flatten();
        double least = p.mm(Tensor.ones(x.dtype(), 3, 1)).min().item();
        return least > 1e9 ? view.mul(2) : view;
    }

    /** The derivative by y is that of the sum, which also goes back to the product. */
    @Differentiable
    static Tensor keepsADerivativeThatIsGiven(Tensor x, Tensor y, double s) {
        Tensor q = x.reshape(-1, 1).mm(ones(x)).mv(row(x));
        return q.add(y).mul(s).tanh();
    }

    @Differentiable
    static Tensor keepsWhatIsCarried(Tensor x, Tensor y, double s) {
        Tensor carried = x.reshape(-1, 1).mm(ones(x));
        for (int i = 0; i < 3; i++) {
            Tensor p = carried.mm(Tensor.ones(x.dtype(), 3, 3));
            double least = p.mm(row(y).unsqueeze(1)).min().item();
            carried = least > 1e9 ? p.mul(s) : p;
        }
        return carried.sum(1).mul(s).add(y);
    }

    @Differentiable
    static Tensor keepsWhatAnArrayHolds(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(row(y).unsqueeze(0));
        Tensor[] held = {x, p};
        Tensor q = p.mm(Tensor.ones(x.dtype(), 3, 3));
        Tensor r = p.mm(Tensor.ones(x.dtype(), 3, 3).mul(s));
        return q.mm(row(y).unsqueeze(1)).add(held[1].sum(1, true)).add(r.sum(1, true)).flatten();
    }

    @Differentiable
    static Tensor keepsWhatIsChosen(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(ones(x));
        Tensor r = p.mm(Tensor.ones(x.dtype(), 3, 3));
        Tensor chosen = s > 0 ? p : r;
        double least = p.mm(row(y).unsqueeze(1)).min().item();
        return chosen.sum(1).mul(s + (least > 1e9 ? 1 : 0)).add(y);
    }
}
