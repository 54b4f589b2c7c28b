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
        if (like.dtype() == DType.FLOAT32) {
            ((float[]) data)[i] = 1;
        } else {
            ((double[]) data)[i] = 1;
        }
        return Tensor.owning(like.shape(), like.dtype(), data);
    }

    private static Tensor shaped(String product, Tensor given, Tensor like) {
        if (!Checks.present("jacobian", "the " + product, given).shape().equals(like.shape())) {
            throw new ShapeMismatchException("jacobian: the " + product + " has shape " + given.shape()
                    + ", but must have shape " + like.shape());
        }
        return given;
    }
}
