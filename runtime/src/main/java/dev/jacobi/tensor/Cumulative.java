package dev.jacobi.tensor;

/**
 * What goes along a dimension and takes each element together with the result before it, in double. Arrays have the
 * elements of one step beside each other, so that each result's predecessor lies {@code inner} before it.
 */
final class Cumulative {
    private final Shape shape;
    private final int length;
    private final int inner;
    /** The elements, which become the results. */
    private final double[] out;

    private final DType dtype;

    private Cumulative(Tensor x, int axis) {
        shape = x.shape();
        length = shape.at(axis);
        inner = shape.span(axis + 1, shape.rank());
        out = x.toDoubleArray();
        dtype = x.dtype();
    }

    /** A step that changes the element at {@code at} by the one at {@code before}. */
    private interface Step {
        void apply(double[] out, int at, int before);
    }

    private Tensor forwards(Step step) {
        for (int start = 0; start < out.length; start += length * inner) {
            for (int i = start + inner; i < start + length * inner; i++) {
                step.apply(out, i, i - inner);
            }
        }
        return result();
    }

    private Tensor backwards(Step step) {
        for (int start = 0; start < out.length; start += length * inner) {
            for (int i = start + (length - 1) * inner - 1; i >= start; i--) {
                step.apply(out, i, i + inner);
            }
        }
        return result();
    }

    private Tensor result() {
        return new Tensor(shape, out).to(dtype);
    }

    static Tensor sum(Tensor x, int axis) {
        return new Cumulative(x, axis).forwards((out, at, before) -> out[at] += out[before]);
    }

    /** The adjoint of {@link #sum}: the sums of each element and those after it. */
    static Tensor sumBack(Tensor x, int axis) {
        return new Cumulative(x, axis).backwards((out, at, before) -> out[at] += out[before]);
    }

    static Tensor prod(Tensor x, int axis) {
        return new Cumulative(x, axis).forwards((out, at, before) -> out[at] *= out[before]);
    }

    /** ln(eᵃ + eᵇ) from the larger of the two, without overflow. */
    static Tensor logsumexp(Tensor x, int axis) {
        return new Cumulative(x, axis).forwards((out, at, before) -> {
            double larger = Math.max(out[at], out[before]);
            double smaller = Math.min(out[at], out[before]);
            out[at] = larger == smaller && Double.isInfinite(larger)
                    ? larger
                    : larger + Math.log1p(Math.exp(smaller - larger));
        });
    }

    /** rₖ = aₖrₖ₋₁ + xₖ, where r₋₁ = 0. */
    static Tensor recurrence(Tensor x, Tensor a, int axis) {
        double[] factors = factors("recurrence", x, a);
        return new Cumulative(x, axis).forwards((out, at, before) -> out[at] += factors[at] * out[before]);
    }

    /** The adjoint of {@link #recurrence} in x: rₖ = aₖ₊₁rₖ₊₁ + xₖ, where the one after the last is 0. */
    static Tensor recurrenceBack(Tensor x, Tensor a, int axis) {
        double[] factors = factors("recurrenceBack", x, a);
        return new Cumulative(x, axis).backwards((out, at, after) -> out[at] += factors[after] * out[after]);
    }

    private static double[] factors(String operation, Tensor x, Tensor a) {
        if (!x.shape().equals(Checks.present(operation, "a", a).shape())) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and a has shape " + a.shape()
                    + "; they must be equal");
        }
        return a.to(DType.FLOAT64).doubles();
    }

    /** rₖ = xₖ₋₁, where x₋₁ is the given number. */
    static Tensor shifted(Tensor x, int axis, double first) {
        int length = x.shape().at(axis);
        if (length == 0) {
            return x;
        }
        Tensor begin = Creation.filled(first, x.dtype(), x.shape().with(axis, 1));
        return length == 1 ? begin : Joining.cat(axis, begin, Slices.narrow(x, axis, 0, length - 1));
    }

    /** rₖ = xₖ₊₁, where the one after the last is 0. */
    static Tensor shiftedBack(Tensor x, int axis) {
        int length = x.shape().at(axis);
        if (length == 0) {
            return x;
        }
        Tensor end = Creation.filled(0, x.dtype(), x.shape().with(axis, 1));
        return length == 1 ? end : Joining.cat(axis, Slices.narrow(x, axis, 1, length - 1), end);
    }
}
