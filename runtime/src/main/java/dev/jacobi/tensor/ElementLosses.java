package dev.jacobi.tensor;

/** Losses that compare elements one by one; d is x − y. */
final class ElementLosses {
    /** PyTorch's lower bound of logarithms in {@code binary_cross_entropy}. */
    private static final double LOWEST_LOGARITHM = -100;

    private ElementLosses() {}

    static Tensor mse(Tensor x, Tensor y, Reduction reduction) {
        Checks.present("mseLoss", "reduction", reduction);
        return reduction.of(difference("mseLoss", x, y).square());
    }

    static Tensor l1(Tensor x, Tensor y, Reduction reduction) {
        Checks.present("l1Loss", "reduction", reduction);
        return reduction.of(difference("l1Loss", x, y).abs());
    }

    /** d²/2β where |d| &lt; β, else |d| − β/2. */
    static Tensor smoothL1(Tensor x, Tensor y, double beta, Reduction reduction) {
        Checks.present("smoothL1Loss", "reduction", reduction);
        if (!(beta >= 0)) {
            throw new IllegalArgumentException("smoothL1Loss: beta is " + beta + ", but can't be negative");
        }
        Tensor size = difference("smoothL1Loss", x, y).abs();
        return reduction.of(Tensor.where(size.lt(beta), size.square().mul(0.5).div(beta), size.sub(0.5 * beta)));
    }

    /** d²/2 where |d| ≤ δ, else δ(|d| − δ/2). */
    static Tensor huber(Tensor x, Tensor y, double delta, Reduction reduction) {
        Checks.present("huberLoss", "reduction", reduction);
        if (!(delta > 0)) {
            throw new IllegalArgumentException("huberLoss: delta is " + delta + ", but must be positive");
        }
        Tensor size = difference("huberLoss", x, y).abs();
        return reduction.of(Tensor.where(
                size.le(delta), size.square().mul(0.5), size.sub(0.5 * delta).mul(delta)));
    }

    static Tensor binaryCrossEntropy(Tensor x, Tensor y, Reduction reduction) {
        Checks.present("binaryCrossEntropy", "reduction", reduction);
        checkEqual("binaryCrossEntropy", x, y);
        for (int i = 0; i < x.size(); i++) {
            if (!(x.at(i) >= 0 && x.at(i) <= 1)) {
                throw new IllegalArgumentException("binaryCrossEntropy: x has the element " + x.at(i)
                        + ", but all must be probabilities from 0 to 1; of other numbers take"
                        + " binaryCrossEntropyWithLogits");
            }
        }
        Tensor yes = x.log().clamp(LOWEST_LOGARITHM, 0);
        Tensor no = x.neg().log1p().clamp(LOWEST_LOGARITHM, 0);
        return reduction.of(y.mul(yes).add(y.rsub(1).mul(no)).neg());
    }

    /** −y·ln σ(x) − (1 − y)·ln(1 − σ(x)) = max(x, 0) − xy + ln(1 + e^−|x|). */
    static Tensor binaryCrossEntropyWithLogits(Tensor x, Tensor y, Reduction reduction) {
        Checks.present("binaryCrossEntropyWithLogits", "reduction", reduction);
        checkEqual("binaryCrossEntropyWithLogits", x, y);
        return reduction.of(x.relu().sub(x.mul(y)).add(x.abs().neg().exp().log1p()));
    }

    /** (1 − y)·x − (1 + (p − 1)·y)·ln σ(x) with the weight p of the positive. */
    static Tensor binaryCrossEntropyWithLogits(Tensor x, Tensor y, Tensor posWeight, Reduction reduction) {
        String operation = "binaryCrossEntropyWithLogits";
        Checks.present(operation, "reduction", reduction);
        checkEqual(operation, x, y);
        Tensor weight = MarginLosses.fitting(operation, "posWeight", posWeight, x);
        return y.rsub(1)
                .mul(x)
                .sub(weight.sub(1).mul(y).add(1).mul(x.logSigmoid()))
                .reduced(reduction);
    }

    /** Of logarithms y: eʸ·(y − x). */
    static Tensor klDiv(Tensor x, Tensor y, boolean logTarget, Reduction reduction) {
        Checks.present("klDiv", "reduction", reduction);
        MarginLosses.fitting("klDiv", "y", y, x);
        return logTarget ? y.exp().mul(y.sub(x)).reduced(reduction) : klDiv(x, y, reduction);
    }

    /** y·(ln y − x), 0 where y is. */
    static Tensor klDiv(Tensor x, Tensor y, Reduction reduction) {
        Checks.present("klDiv", "reduction", reduction);
        Checks.present("klDiv", "y", y);
        Broadcasting.shape("klDiv", x.shape(), y.shape());
        return reduction.of(y.mul(y.log()).masked(y.ne(0)).sub(y.mul(x)));
    }

    private static Tensor difference(String operation, Tensor x, Tensor y) {
        Broadcasting.shape(
                operation, x.shape(), Checks.present(operation, "y", y).shape());
        return x.sub(y);
    }

    static void checkEqual(String operation, Tensor x, Tensor y) {
        checkSame(operation, "x", x, "y", y);
    }

    static void checkSame(String operation, String first, Tensor x, String second, Tensor y) {
        if (!x.shape().equals(Checks.present(operation, second, y).shape())) {
            throw new ShapeMismatchException(operation + ": " + first + " has shape " + x.shape() + " and " + second
                    + " has shape " + y.shape() + "; they must be equal");
        }
    }
}
