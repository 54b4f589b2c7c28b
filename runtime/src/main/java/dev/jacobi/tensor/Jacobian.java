package dev.jacobi.tensor;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Whole Jacobians from one product after another. Used by generated code. Entry [i…, j…] of a result is ∂yᵢ/∂xⱼ: its
 * shape is that of the value followed by that of the parameter, and its type the wider of the two.
 */
public final class Jacobian {
    /** So many seeds at once are enough for products of matrices to be as fast as they are. */
    private static final int MOST = 128;

    /** Fewer aren't worth a stack. */
    private static final int LEAST = 8;

    /** About how many elements the seeds at once have, and the rows that come of them. */
    private static final int ELEMENTS = 1 << 18;

    private Jacobian() {}

    /** Row by row: one vector-Jacobian product for each element of the value. */
    public static Tensor byRows(Tensor value, Tensor parameter, Function<Tensor, Tensor> vjp) {
        Shape shape = value.shape().concat(parameter.shape());
        DType dtype = DType.promote(value.dtype(), parameter.dtype());
        Object out = dtype.newArray(shape.size());
        for (int i = 0; i < value.size(); i++) {
            Tensor row = shaped("vjp", vjp.apply(unit(value, i)), parameter).to(dtype);
            System.arraycopy(row.data(), 0, out, i * parameter.size(), parameter.size());
        }
        return Tensor.owning(shape, dtype, out);
    }

    /**
     * The same, several rows at a time.
     *
     * @param vjps takes a {@link Stacked stack} of seeds, and gives one of rows; where it can't, each seed goes alone
     */
    public static Tensor byRows(
            Tensor value, Tensor parameter, Function<Tensor, Tensor> vjp, Function<Tensor, Tensor> vjps) {
        int together = together(value.size(), Math.max(value.size(), parameter.size()));
        while (together >= LEAST) {
            try {
                return byRows(value, parameter, together, vjps);
            } catch (Stacked.TooLarge e) {
                together /= 2;
            } catch (IllegalArgumentException | IndexOutOfBoundsException noStack) {
                break; // seeds that go alone may pass, or tell what is wrong
            }
        }
        return byRows(value, parameter, vjp);
    }

    /** How many of n rows are made at once, so that all stacks are about as large. */
    private static int together(int n, int size) {
        int most = Math.min(MOST, ELEMENTS / Math.max(size, 1));
        return most < LEAST ? 0 : most >= n ? n : (n - 1) / ((n - 1) / most + 1) + 1;
    }

    private static Tensor byRows(Tensor value, Tensor parameter, int together, Function<Tensor, Tensor> vjps) {
        Shape shape = value.shape().concat(parameter.shape());
        DType dtype = DType.promote(value.dtype(), parameter.dtype());
        Object out = dtype.newArray(shape.size());
        for (int from = 0; from < value.size(); from += together) {
            int count = Math.min(together, value.size() - from);
            Tensor rows = vjps.apply(units(value, from, count)).to(dtype);
            Shape stack = Shape.of(count).concat(parameter.shape());
            if (!rows.shape().equals(stack)) {
                throw new ShapeMismatchException(
                        "jacobian: the rows have shape " + rows.shape() + ", but must have shape " + stack);
            }
            System.arraycopy(rows.data(), 0, out, from * parameter.size(), rows.size());
        }
        return Tensor.owning(shape, dtype, out);
    }

    /** For a number as parameter: one vector-Jacobian product for each element of the value. */
    public static Tensor byRows(Tensor value, double parameter, ToDoubleFunction<Tensor> vjp) {
        double[] out = new double[value.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = vjp.applyAsDouble(unit(value, i));
        }
        return new Tensor(value.shape(), out).to(value.dtype());
    }

    /** Column by column: one Jacobian-vector product for each element of the parameter. */
    public static Tensor byColumns(Tensor value, Tensor parameter, UnaryOperator<Tensor> jvp) {
        Shape shape = value.shape().concat(parameter.shape());
        DType dtype = DType.promote(value.dtype(), parameter.dtype());
        double[] doubles = new double[dtype == DType.FLOAT64 ? shape.size() : 0];
        float[] floats = new float[dtype == DType.FLOAT32 ? shape.size() : 0];
        int columns = parameter.size();
        for (int j = 0; j < columns; j++) {
            Tensor column = shaped("jvp", jvp.apply(unit(parameter, j)), value);
            for (int i = 0; i < value.size(); i++) {
                if (dtype == DType.FLOAT32) {
                    floats[i * columns + j] = (float) column.at(i);
                } else {
                    doubles[i * columns + j] = column.at(i);
                }
            }
        }
        return dtype == DType.FLOAT32 ? new Tensor(shape, floats) : new Tensor(shape, doubles);
    }

    /** For a number as parameter: the one column there is, shaped like the value. */
    public static Tensor byColumns(Tensor value, double parameter, DoubleFunction<Tensor> jvp) {
        return shaped("jvp", jvp.apply(1), value).to(value.dtype());
    }

    private static Tensor unit(Tensor like, int i) {
        Object data = like.dtype().newArray(like.size());
        set(data, i);
        return Tensor.owning(like.shape(), like.dtype(), data);
    }

    /** A stack of the units from {@code first} on. */
    private static Tensor units(Tensor like, int first, int count) {
        int size = like.size();
        Object data = like.dtype().newArray(count * size);
        for (int i = 0; i < count; i++) {
            set(data, i * size + first + i);
        }
        return Tensor.owning(Shape.of(count).concat(like.shape()), like.dtype(), data);
    }

    private static void set(Object data, int i) {
        if (data instanceof float[] floats) {
            floats[i] = 1;
        } else {
            ((double[]) data)[i] = 1;
        }
    }

    private static Tensor shaped(String product, Tensor given, Tensor like) {
        if (!Checks.present("jacobian", "the " + product, given).shape().equals(like.shape())) {
            throw new ShapeMismatchException("jacobian: the " + product + " has shape " + given.shape()
                    + ", but must have shape " + like.shape());
        }
        return given;
    }
}
