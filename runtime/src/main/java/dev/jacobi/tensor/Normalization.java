package dev.jacobi.tensor;

import java.util.Arrays;

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

    private static void checkLast(Tensor x, String given, Shape last) {
        int from = x.rank() - last.rank();
        if (last.rank() == 0 || from < 0 || !x.shape().slice(from, x.rank()).equals(last)) {
            throw new ShapeMismatchException("layerNorm: x has shape " + x.shape() + " and " + given
                    + "; it must be the last dimensions of x, at least one");
        }
    }
}
