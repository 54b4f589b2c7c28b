package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

/** Losses that compare distances or scores with a margin, and those of distributions. */
final class MarginLosses {
    /** PyTorch's, which keeps a distance from being 0, where it has no derivative. */
    static final double NEAR = 1e-6;

    private MarginLosses() {}

    static Tensor tripletMarginLoss(Tensor x, Tensor positive, Tensor negative, double margin, Reduction reduction) {
        Checks.present("tripletMarginLoss", "reduction", reduction);
        Tensor near = x.sub(fittingVectors("tripletMarginLoss", "positive", positive, x));
        Tensor far = x.sub(fittingVectors("tripletMarginLoss", "negative", negative, near));
        return near.add(NEAR)
                .norm(2, -1)
                .sub(far.add(NEAR).norm(2, -1))
                .add(margin)
                .clampMin(0)
                .reduced(reduction);
    }

    static Tensor cosineEmbeddingLoss(Tensor x, Tensor y, Tensor target, double margin, Reduction reduction) {
        Checks.present("cosineEmbeddingLoss", "reduction", reduction);
        Tensor other = fittingVectors("cosineEmbeddingLoss", "y", y, x);
        Tensor lengths =
                x.square().sum(-1).add(1e-12).mul(other.square().sum(-1).add(1e-12));
        Tensor cosines = x.mul(other).sum(-1).div(lengths.sqrt());
        Tensor sign = fitting("cosineEmbeddingLoss", "target", target, cosines);
        return cosines.rsub(1)
                .masked(sign.eq(1))
                .add(cosines.sub(margin).clampMin(0).masked(sign.eq(-1)))
                .reduced(reduction);
    }

    static Tensor marginRankingLoss(Tensor x, Tensor y, Tensor target, double margin, Reduction reduction) {
        Checks.present("marginRankingLoss", "reduction", reduction);
        Tensor difference = x.sub(fitting("marginRankingLoss", "y", y, x));
        return difference
                .mul(fitting("marginRankingLoss", "target", target, difference))
                .rsub(margin)
                .clampMin(0)
                .reduced(reduction);
    }

    static Tensor hingeEmbeddingLoss(Tensor x, Tensor target, double margin, Reduction reduction) {
        Checks.present("hingeEmbeddingLoss", "reduction", reduction);
        Tensor sign = fitting("hingeEmbeddingLoss", "target", target, x);
        return x.masked(sign.ne(-1))
                .add(x.rsub(margin).clampMin(0).masked(sign.ne(1)))
                .reduced(reduction);
    }

    static Tensor softMarginLoss(Tensor x, Tensor target, Reduction reduction) {
        Checks.present("softMarginLoss", "reduction", reduction);
        Tensor sign = fitting("softMarginLoss", "target", target, x);
        return x.mul(sign).logSigmoid().neg().reduced(reduction);
    }

    static Tensor multilabelSoftMarginLoss(Tensor x, Tensor y, Reduction reduction) {
        String operation = "multilabelSoftMarginLoss";
        Checks.present(operation, "reduction", reduction);
        ElementLosses.checkEqual(operation, x, y);
        x.along(operation, -1);
        return y.mul(x.logSigmoid())
                .add(y.rsub(1).mul(x.neg().logSigmoid()))
                .mean(-1)
                .neg()
                .reduced(reduction);
    }

    /** Of weights, one for each class, or null. */
    static Tensor multiMarginLoss(
            Tensor x, Index targets, @Nullable Tensor weight, int p, double margin, Reduction reduction) {
        String operation = "multiMarginLoss";
        Checks.present(operation, "reduction", reduction);
        power(p);
        ClassLosses.check(operation, x, targets);
        int dim = ClassLosses.classesDim(operation, x);
        Tensor over = x.add(x.nllLoss(targets, Reduction.NONE).unsqueeze(dim))
                .add(margin)
                .relu()
                .masked(ClassLosses.others(operation, x, targets));
        Tensor losses = (p == 1 ? over : over.square()).mean(dim);
        return (weight == null
                        ? losses
                        : losses.mul(ClassLosses.weights(operation, weight, x).take(targets)))
                .reduced(reduction);
    }

    /** The power that a distance from the margin is raised to. */
    static int power(int p) {
        if (p != 1 && p != 2) {
            throw new IllegalArgumentException("multiMarginLoss: p is " + p + ", but must be 1 or 2");
        }
        return p;
    }

    static Tensor poissonNllLoss(Tensor x, Tensor y, boolean logInput, Reduction reduction) {
        Checks.present("poissonNllLoss", "reduction", reduction);
        Tensor counts = fitting("poissonNllLoss", "y", y, x);
        return (logInput
                        ? x.exp().sub(counts.mul(x))
                        : x.sub(counts.mul(x.add(1e-8).log())))
                .reduced(reduction);
    }

    static Tensor gaussianNllLoss(Tensor x, Tensor y, Tensor variance, Reduction reduction) {
        Checks.present("gaussianNllLoss", "reduction", reduction);
        Tensor difference = x.sub(fitting("gaussianNllLoss", "y", y, x));
        Tensor v = variance(variance, difference).clampMin(1e-6);
        return v.log().add(difference.square().div(v)).mul(0.5).reduced(reduction);
    }

    static Tensor variance(Tensor variance, Tensor like) {
        fitting("gaussianNllLoss", "variance", variance, like);
        for (int i = 0; i < variance.size(); i++) {
            if (variance.at(i) < 0) {
                throw new IllegalArgumentException(
                        "gaussianNllLoss: variance has the element " + variance.at(i) + ", but none may be negative");
            }
        }
        return variance;
    }

    /** An operand that broadcasts with another. */
    static Tensor fitting(String operation, String operand, Tensor x, Tensor like) {
        Shape a = Checks.present(operation, "x", like).shape();
        Shape b = Checks.present(operation, operand, x).shape();
        for (int i = 1; i <= Math.min(a.rank(), b.rank()); i++) {
            int m = a.at(a.rank() - i);
            int n = b.at(b.rank() - i);
            if (m != n && m != 1 && n != 1) {
                throw new ShapeMismatchException(operation + ": x has shape " + a + " and " + operand + " has shape "
                        + b + "; counted from the last, dimensions must be equal or 1, and " + m + " and " + n
                        + " are not");
            }
        }
        Broadcasting.shape(String.valueOf(operation), a, b); // names the operation if that is too large
        return x;
    }

    /** An operand that broadcasts with another, both of vectors; single numbers are some of one element each. */
    static Tensor fittingVectors(String operation, String operand, Tensor x, Tensor like) {
        Checks.present(operation, operand, x);
        if ((Checks.present(operation, "x", like).rank() == 0) != (x.rank() == 0)) {
            throw new ShapeMismatchException(operation + ": x has shape " + like.shape() + " and " + operand
                    + " has shape " + x.shape() + "; both must have vectors along the last dimension");
        }
        return fitting(operation, operand, x, like);
    }
}
