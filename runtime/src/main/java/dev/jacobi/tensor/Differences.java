package dev.jacobi.tensor;

/** Differences of neighbours along a dimension, again and again. */
final class Differences {
    private Differences() {}

    static Tensor diff(Tensor x, int n, int axis) {
        Tensor differences = x;
        for (int i = times("diff", n, x.shape().at(axis)); i > 0; i--) {
            int length = differences.shape().at(axis) - 1;
            differences = Slices.narrow(differences, axis, 1, length).sub(Slices.narrow(differences, axis, 0, length));
        }
        return differences;
    }

    /** The adjoint of {@link #diff}: n times rₖ = xₖ₋₁ − xₖ, with zeros beyond the ends, one longer each time. */
    static Tensor back(Tensor x, Tensor like, int n, int axis) {
        int length = like.shape().at(axis);
        int times = times("diffBack", n, length);
        if (!x.shape().equals(like.shape().with(axis, length - times))) {
            throw new ShapeMismatchException("diffBack: x has shape " + x.shape() + ", but the differences of order "
                    + n + " of the shape " + like.shape() + " have length " + (length - times) + " in dimension "
                    + axis);
        }
        Tensor bars = x;
        Tensor zero = Tensor.zeros(x.dtype(), x.shape().with(axis, 1).toArray());
        for (int i = 0; i < times; i++) {
            bars = Joining.cat(axis, zero, bars).sub(Joining.cat(axis, bars, zero));
        }
        return bars.to(like.dtype());
    }

    /** Once nothing is left, nothing changes. */
    private static int times(String operation, int n, int length) {
        if (n < 0) {
            throw new IllegalArgumentException(operation + ": n is " + n + ", but can't be negative");
        }
        return Math.min(n, length);
    }
}
