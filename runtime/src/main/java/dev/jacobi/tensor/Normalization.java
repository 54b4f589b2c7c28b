package dev.jacobi.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Elements less their mean, divided by their standard deviation. */
final class Normalization {
    private Normalization() {}

    /** (x − mean) / √(variance + eps) over the last dimensions, in double. */
    static Tensor standardized(String operation, Tensor x, int dims, double eps) {
        if (dims < 1 || dims > x.rank()) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x.shape() + " and so no " + dims + " dimensions to normalize over");
        }
        int length = x.shape().span(x.rank() - dims, x.rank());
        double[] out = x.toDoubleArray();
        for (int start = 0; start < out.length; start += length) {
            standardize(out, start, length, eps);
        }
        return new Tensor(x.shape(), out).to(x.dtype());
    }

    /** The same over any dimensions. */
    static Tensor standardized(String operation, Tensor x, int[] dims, double eps) {
        Axes axes = Axes.of(operation, x.shape(), dims);
        Tensor wide = x.to(DType.FLOAT64);
        Tensor centred = wide.sub(RowReductions.mean(wide, axes, true));
        Tensor variance = RowReductions.mean(centred.square(), axes, true);
        return centred.div(variance.add(eps).sqrt()).to(x.dtype());
    }

    private static void standardize(double[] x, int start, int length, double eps) {
        double mean = 0;
        for (int i = start; i < start + length; i++) {
            mean += x[i];
        }
        mean /= length;
        double squares = 0;
        for (int i = start; i < start + length; i++) {
            x[i] -= mean;
            squares += x[i] * x[i];
        }
        double deviation = Math.sqrt(squares / length + eps);
        for (int i = start; i < start + length; i++) {
            x[i] /= deviation;
        }
    }

    static Tensor layerNorm(Tensor x, int[] normalizedShape, double eps) {
        Checks.present("layerNorm", "normalizedShape", normalizedShape);
        checkLast(x, "normalizedShape is " + Arrays.toString(normalizedShape), Shape.of("layerNorm", normalizedShape));
        return standardized("layerNorm", x, normalizedShape.length, eps);
    }

    static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double eps) {
        Checks.present("layerNorm", "weight", weight);
        ElementLosses.checkSame("layerNorm", "weight", weight, "bias", bias);
        checkLast(x, "weight has shape " + weight.shape(), weight.shape());
        return standardized("layerNorm", x, weight.rank(), eps).mul(weight).add(bias);
    }

    static int[] lastDims(Tensor x, int[] normalizedShape) {
        Checks.present("rmsNorm", "normalizedShape", normalizedShape);
        String given = "normalizedShape is " + Arrays.toString(normalizedShape);
        checkLast("rmsNorm", x, given, Shape.of("rmsNorm", normalizedShape));
        return Tensor.lastDims(normalizedShape.length);
    }

    static int[] lastDims(Tensor x, Tensor weight) {
        Checks.present("rmsNorm", "weight", weight);
        checkLast("rmsNorm", x, "weight has shape " + weight.shape(), weight.shape());
        return Tensor.lastDims(weight.rank());
    }

    private static void checkLast(Tensor x, String given, Shape last) {
        checkLast("layerNorm", x, given, last);
    }

    private static void checkLast(String operation, Tensor x, String given, Shape last) {
        int from = x.rank() - last.rank();
        if (last.rank() == 0 || from < 0 || !x.shape().slice(from, x.rank()).equals(last)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and " + given
                    + "; it must be the last dimensions of x, at least one");
        }
    }

    static int[] batchDims(Tensor x) {
        checkChannels("batchNorm", x, 2);
        int[] dims = new int[x.rank() - 1];
        Arrays.setAll(dims, i -> i == 0 ? 0 : i + 1);
        checkSeveral("batchNorm", x, dims);
        return dims;
    }

    static int[] instanceDims(Tensor x) {
        checkChannels("instanceNorm", x, 3);
        int[] dims = new int[x.rank() - 2];
        Arrays.setAll(dims, i -> i + 2);
        checkSeveral("instanceNorm", x, dims);
        return dims;
    }

    private static void checkChannels(String operation, Tensor x, int rank) {
        if (x.rank() < rank) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " but must have at least "
                    + rank + " dimensions, the channels along dimension 1");
        }
    }

    /** A single element would always become 0. */
    private static void checkSeveral(String operation, Tensor x, int... dims) {
        if (Axes.of(operation, x.shape(), dims).length() == 1) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape()
                    + ", so there is one element only to take the mean and variance of");
        }
    }

    static Tensor grouped(Tensor x, int groups) {
        checkChannels("groupNorm", x, 2);
        if (groups < 1 || x.dim(1) % groups != 0) {
            throw new ShapeMismatchException("groupNorm: the " + x.dim(1) + " channels of x with shape " + x.shape()
                    + " don't make " + groups + " equal groups");
        }
        int length = Shape.of("groupNorm", x.dim(1) / groups, x.shape().span(2, x.rank()))
                .size();
        return x.reshaped(Shape.of("groupNorm", x.dim(0), groups, length));
    }

    static Tensor perChannel(Tensor x, String operation, String operand, Tensor like) {
        Shape shape = Checks.present(operation, "x", like).shape();
        Checks.present(operation, operand, x);
        checkChannels(operation, like, 2);
        if (!x.shape().equals(Shape.of(shape.at(1)))) {
            throw new ShapeMismatchException(operation + ": " + operand + " has shape " + x.shape()
                    + " but must have a number for each of the " + shape.at(1) + " channels of x with shape " + shape);
        }
        int[] dims = new int[shape.rank() - 1];
        Arrays.fill(dims, 1);
        dims[0] = shape.at(1);
        return x.reshaped(Shape.of(dims));
    }

    /** What vectors are divided by to have length 1. */
    static Tensor length(Tensor x, double p, int dim) {
        Axes axis = Axes.of(x.shape(), x.shape().axis("normalize", dim));
        if (axis.length() == 0) {
            return Tensor.ones(x.dtype(), axis.reduced(true).toArray());
        }
        return RowReductions.norm(x, p, axis, true);
    }

    static Tensor renorm(Tensor x, double p, int dim, double maxNorm) {
        int[] others = otherDims(x, p, dim, maxNorm);
        Tensor norms = x.norm(p, others, true);
        return x.mul(Tensor.where(norms.gt(maxNorm), norms.add(1e-7).rdiv(maxNorm), 1));
    }

    /** All dimensions but one, for {@code renorm}. */
    static int[] otherDims(Tensor x, double p, int dim, double maxNorm) {
        if (x.rank() < 2) {
            throw new ShapeMismatchException(
                    "renorm: x has shape " + x.shape() + " but must have at least 2 dimensions");
        }
        int axis = x.shape().ownAxis("renorm", dim);
        if (!(p > 0) || !(maxNorm >= 0)) {
            throw new IllegalArgumentException("renorm: p is " + p + " and maxNorm " + maxNorm
                    + ", but p must be positive, and maxNorm not negative");
        }
        int[] others = IntStream.range(0, x.rank()).filter(i -> i != axis).toArray();
        if (Double.isInfinite(p) && x.size() == 0 && x.shape().at(axis) > 0) {
            throw new IllegalArgumentException(
                    "renorm: x has shape " + x.shape() + " and so no elements to take the norm " + p + " of");
        }
        return others;
    }
}
