package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Operations that give several tensors, of which some are used, here and there. */
final class SeveralResults {
    @Differentiable
    @Sample(at = "[[4, 1], [1, 3]]")
    static double onlyEigenvalues(Tensor x) {
        Tensor[] eigen = x.add(x.t()).eigh();
        return eigen[0].square().sum().item();
    }

    @Differentiable
    @Sample(at = "[[4, 1], [1, 3]], 0.5")
    static double oneResultInEachBranch(Tensor x, double k) {
        Tensor[] eigen = x.add(x.t()).eigh();
        double r = 0;
        for (int i = 0; i < 3; i++) {
            if (i == 1) {
                r += eigen[1].square().mul(eigen[0]).sum().item();
            } else if (k > i) {
                r += k * eigen[0].get(0).item();
            }
        }
        return r;
    }

    @Differentiable
    @Sample(at = "[[4, 1], [1, 3], [0.5, 1]]")
    static double resultsInALoop(Tensor x) {
        Tensor[] parts = x.qr();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += parts[i % 2].square().mul(0.5).sum().item() + parts[1].get(0, 1).item();
            parts = parts[0].mul(2).add(x).qr();
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[4, 1], [1, 3], [0.5, 1]]")
    static Tensor resultsOverwritten(Tensor x) {
        Tensor[] usv = x.svd();
        Tensor values = usv[1];
        usv[1] = usv[0].square();
        usv[0] = values.mul(usv[1]);
        return usv[0].mul(usv[2].get(0).square());
    }

    @Differentiable
    @Sample(at = "[[4, 1], [1, 3], [0.5, 1]], 3")
    static double resultsOverwrittenInALoop(Tensor x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Tensor[] qr = x.qr();
            sum += qr[0].get(i).square().sum().item();
            qr[0] = qr[1].sin();
            if (i > 0) {
                qr[1] = qr[0].mul(sum);
            }
            x = x.mul(qr[1].get(0)).add(qr[0].get(1, 1));
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[[4, 1], [1, 3]]")
    static Tensor[] allResults(Tensor x) {
        return x.slogdet();
    }

    @Differentiable
    @Sample(at = "[[4, 1], [1, 3]], [1, 2]")
    static double gaussianByCholesky(Tensor x, Tensor y) {
        Tensor covariance = x.matmul(x.t());
        Tensor factor = covariance.cholesky();
        Tensor white = factor.solveTriangular(y.unsqueeze(1), false);
        return white.square().sum().add(covariance.logdet()).mul(-0.5).item();
    }
}
