package fuse;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;

/**
 * Chains behind products, whose memory they may write in, and such where something else still needs it: by the names of
 * the methods.
 */
final class Reuses {

    /** A column of x times a row of three ones. */
    private static Tensor product(Tensor x) {
        return x.reshape(-1, 1).mm(Tensor.ones(x.dtype(), 1, 3));
    }

    private static Tensor row(Tensor y) {
        return y.reshape(-1).narrow(0, 0, 3);
    }

    @Differentiable
    static Tensor reusesAProduct(Tensor x, Tensor y, double s) {
        Tensor p = x.reshape(-1, 1).mm(row(y).unsqueeze(0));
        return p.mul(s).square().sub(1).sum(1);
    }

    /** Where the offsets need not be stretched, but may be. */
    @Differentiable
    static Tensor reusesALayer(Tensor x, Tensor y, double s) {
        Tensor first = product(x).add(row(y)).mul(s).tanh();
        Tensor second = first.mm(Tensor.ones(x.dtype(), 3, 3)).add(row(y)).mul(s).tanh();
        return second.sub(1).square().mean();
    }

    @Differentiable
    static Tensor reusesWhatIsNamedAgain(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor q = p.reshape(-1, 3);
        return q.add(row(y)).mul(s).add(1).sum(1);
    }

    @Differentiable
    static Tensor reusesInALoop(Tensor x, Tensor y, double s) {
        Tensor state = x.reshape(-1, 1);
        for (int i = 0; i < 3; i++) {
            Tensor p = state.mm(row(y).unsqueeze(0));
            Tensor a = p.mul(s).tanh().mul(0.5);
            state = a.mm(Tensor.ones(x.dtype(), 3, 1));
        }
        return state.flatten();
    }

    @Differentiable
    static Tensor keepsAProductThatIsReadAgain(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor a = p.mul(0.3).add(1);
        return a.mm(row(y).unsqueeze(1)).add(p.sum(1, true).mul(s)).flatten();
    }

    @Differentiable
    static Tensor keepsWhatAnotherNameReads(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor q = p.flatten();
        Tensor a = p.mul(0.3).add(1);
        return a.mm(row(y).unsqueeze(1)).flatten().add(q.narrow(0, 0, x.size()).mul(s));
    }

    @Differentiable
    static Tensor keepsWhatAnArrayHolds(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor[] held = {p, x};
        Tensor a = p.mul(0.3).add(1);
        return a.mm(row(y).unsqueeze(1)).flatten().add(held[0].sum(1).mul(s));
    }

    @Differentiable
    static Tensor keepsWhatEveryIterationReads(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor sum = row(y).mul(s);
        for (int i = 0; i < 3; i++) {
            Tensor a = p.mul(0.3).add(1);
            sum = sum.add(a.sum(0));
        }
        return sum;
    }

    @Differentiable
    static Tensor keepsWhatIsGiven(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor a = p.mul(0.3).add(1);
        return Tensor.stack(p, a.mm(Tensor.ones(x.dtype(), 3, 3)).mul(s).mul(y.sum()));
    }

    @Differentiable
    static Tensor keepsWhatABranchReads(Tensor x, Tensor y, double s) {
        Tensor p = product(x);
        Tensor a = p.mul(0.3).add(1);
        Tensor b = a.mm(row(y).unsqueeze(1)).flatten();
        return s > 0 ? p.sum(1).mul(s) : b;
    }
}
