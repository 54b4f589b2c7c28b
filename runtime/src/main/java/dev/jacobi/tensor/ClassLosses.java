package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Losses of predictions for classes, which lie along dimension 1 of x, or along the only one; the shape of targets is
 * that of x without it.
 */
final class ClassLosses {
    private ClassLosses() {}

    /** Minus the element of each target's class. */
    static Tensor nll(Tensor x, Index targets, Reduction reduction) {
        Checks.present("nllLoss", "reduction", reduction);
        Classes classes = Classes.of("nllLoss", x, targets);
        Object out = x.dtype().newArray(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            if (x.dtype() == DType.FLOAT32) {
                ((float[]) out)[i] = -x.floats()[classes.position(i)];
            } else {
                ((double[]) out)[i] = -x.doubles()[classes.position(i)];
            }
        }
        return reduction.of(Tensor.owning(targets.shape(), x.dtype(), out));
    }

    /** The adjoint of {@link #nll}, of {@code like}. */
    static Tensor nllBar(Tensor bar, Tensor like, Index targets, Reduction reduction) {
        Checks.present("nllLossBar", "like", like);
        Checks.present("nllLossBar", "reduction", reduction);
        Classes classes = Classes.of("nllLossBar", like, targets);
        Tensor bars = reduction.adjoint(
                bar, Tensor.zeros(like.dtype(), targets.shape().toArray()));
        Object out = like.dtype().newArray(like.size());
        for (int i = 0; i < targets.size(); i++) {
            if (like.dtype() == DType.FLOAT32) {
                ((float[]) out)[classes.position(i)] = -bars.floats()[i];
            } else {
                ((double[]) out)[classes.position(i)] = -bars.doubles()[i];
            }
        }
        return Tensor.owning(like.shape(), like.dtype(), out);
    }

    static Tensor crossEntropy(Tensor x, Index targets, Reduction reduction) {
        Checks.present("crossEntropy", "reduction", reduction);
        int axis = Classes.of("crossEntropy", x, targets).axis();
        return reduction.of(CrossEntropy.losses(x, targets, axis));
    }

    /** Targets that are ignored give nothing. */
    static Tensor nll(Tensor x, Index targets, int ignoreIndex, Reduction reduction) {
        Checks.present("nllLoss", "reduction", reduction);
        return counting(x, known("nllLoss", x, targets, ignoreIndex), targets.ne(ignoreIndex), reduction);
    }

    static Tensor crossEntropy(Tensor x, Index targets, int ignoreIndex, Reduction reduction) {
        Checks.present("crossEntropy", "reduction", reduction);
        Index known = known("crossEntropy", x, targets, ignoreIndex);
        return counting(scores(x), known, targets.ne(ignoreIndex), reduction);
    }

    private static Tensor counting(Tensor scores, Index known, Mask counted, Reduction reduction) {
        Tensor losses = scores.nllLoss(known, Reduction.NONE).masked(counted);
        return reduction == Reduction.MEAN ? losses.sum().div(counted.count()) : losses.reduced(reduction);
    }

    static Tensor nll(Tensor x, Index targets, Tensor weight, int ignoreIndex, Reduction reduction) {
        Checks.present("nllLoss", "reduction", reduction);
        Index known = known("nllLoss", x, targets, ignoreIndex);
        return weighted(x, known, targets.ne(ignoreIndex), weights("nllLoss", weight, x), reduction);
    }

    static Tensor crossEntropy(Tensor x, Index targets, Tensor weight, int ignoreIndex, Reduction reduction) {
        Checks.present("crossEntropy", "reduction", reduction);
        Index known = known("crossEntropy", x, targets, ignoreIndex);
        return weighted(scores(x), known, targets.ne(ignoreIndex), weights("crossEntropy", weight, x), reduction);
    }

    private static Tensor weighted(Tensor scores, Index known, Mask counted, Tensor weight, Reduction reduction) {
        Tensor weights = weight.take(known).masked(counted);
        Tensor losses = scores.nllLoss(known, Reduction.NONE).mul(weights).masked(counted);
        return reduction == Reduction.MEAN ? losses.sum().div(weights.sum()) : losses.reduced(reduction);
    }

    /** Part of the right class's probability goes to all classes alike. */
    static Tensor crossEntropy(Tensor x, Index targets, double labelSmoothing, Reduction reduction) {
        Checks.present("crossEntropy", "reduction", reduction);
        double smoothing = smoothing(labelSmoothing);
        int axis = Classes.of("crossEntropy", x, targets).axis();
        Tensor scores = scores(x);
        return nll(scores, targets, Reduction.NONE)
                .mul(1 - smoothing)
                .sub(scores.mean(axis).mul(smoothing))
                .reduced(reduction);
    }

    private static Tensor scores(Tensor x) {
        return x.logSoftmax(x.rank() == 1 ? 0 : 1);
    }

    static double smoothing(double labelSmoothing) {
        if (!(labelSmoothing > 0 && labelSmoothing <= 1)) {
            throw new IllegalArgumentException("crossEntropy: labelSmoothing is " + labelSmoothing
                    + ", but must be more than 0 and at most 1; without smoothing, leave it out");
        }
        return labelSmoothing;
    }

    /** The targets with class 0 for those that are ignored. */
    static Index known(String operation, Tensor x, Index targets, int ignoreIndex) {
        int[] known = Checks.present(operation, "targets", targets).toIntArray();
        for (int i = 0; i < known.length; i++) {
            known[i] = known[i] == ignoreIndex ? 0 : known[i];
        }
        Index all = new Index(targets.shape(), known);
        Classes.of(operation, x, all);
        return all;
    }

    static Tensor weights(String operation, Tensor weight, Tensor x) {
        int classes = Checks.present(operation, "x", x).shape().at(Classes.axis(operation, x));
        if (!Checks.present(operation, "weight", weight).shape().equals(Shape.of(classes))) {
            throw new ShapeMismatchException(operation + ": weight has shape " + weight.shape()
                    + " but must have a number for each of the " + classes + " classes of x with shape " + x.shape());
        }
        return weight;
    }

    static Tensor crossEntropy(Tensor x, Tensor y, Reduction reduction) {
        Checks.present("crossEntropy", "reduction", reduction);
        int axis = Classes.axis("crossEntropy", x);
        ElementLosses.checkEqual("crossEntropy", x, y);
        return reduction.of(CrossEntropy.losses(x, y, axis));
    }

    /** Targets must name a class for each row of x. */
    static void check(String operation, Tensor x, Index targets) {
        Classes.of(operation, x, targets);
    }

    static int classesDim(String operation, Tensor x) {
        return Classes.axis(operation, x);
    }

    /** Which elements of x aren't the target's. */
    static Mask others(String operation, Tensor x, Index targets) {
        Classes classes = Classes.of(operation, x, targets);
        boolean[] others = new boolean[x.size()];
        Arrays.fill(others, true);
        for (int i = 0; i < targets.size(); i++) {
            others[classes.position(i)] = false;
        }
        return Mask.from(others, x.shape().toArray());
    }

    /** Where in x the classes of the targets are. */
    private record Classes(Shape shape, int axis, int inner, Index targets) {

        static int axis(String operation, Tensor x) {
            if (x.rank() == 0) {
                throw new ShapeMismatchException(
                        operation + ": x has shape [] but must have a dimension for the classes");
            }
            return x.rank() == 1 ? 0 : 1;
        }

        static Classes of(String operation, Tensor x, Index targets) {
            Checks.present(operation, "targets", targets);
            int axis = axis(operation, x);
            if (!targets.shape().equals(x.shape().without(axis))) {
                throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and targets has shape "
                        + targets.shape() + ", but must have " + x.shape().without(axis)
                        + ", the shape of x without the classes in dimension " + axis);
            }
            for (int target : targets.elements()) {
                if (target < 0 || target >= x.shape().at(axis)) {
                    throw new IndexOutOfBoundsException(operation + ": the target " + target
                            + " is not one of the classes 0 to " + (x.shape().at(axis) - 1) + " of x with shape "
                            + x.shape());
                }
            }
            return new Classes(x.shape(), axis, x.shape().span(axis + 1, x.rank()), targets);
        }

        /** The position in x of target {@code i}'s class. */
        int position(int i) {
            return (i / inner * shape.at(axis) + targets.elements()[i]) * inner + i % inner;
        }
    }
}
