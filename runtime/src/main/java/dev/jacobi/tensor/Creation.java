package dev.jacobi.tensor;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Tensors from Java numbers and arrays, and back. */
final class Creation {
    private Creation() {}

    /** The shape with these dimensions, checked to have {@code size} elements. */
    static Shape shapeFor(int size, int... dims) {
        Shape shape = Shape.of("from", Checks.present("from", "shape", dims));
        if (shape.size() != size) {
            throw new ShapeMismatchException(
                    "from: " + size + " elements do not fill the shape " + shape + ", which has " + shape.size());
        }
        return shape;
    }

    static Tensor ofRows(float[][] rows) {
        int columns =
                Checks.present("of", "rows", rows).length == 0 ? 0 : Checks.present("of", "row 0", rows[0]).length;
        float[] out = new float[Shape.of("of", rows.length, columns).size()];
        for (int i = 0; i < rows.length; i++) {
            checkRow(i, Checks.present("of", "row " + i, rows[i]).length, columns);
            System.arraycopy(rows[i], 0, out, i * columns, columns);
        }
        return new Tensor(Shape.of(rows.length, columns), out);
    }

    static Tensor ofRows(double[][] rows) {
        int columns =
                Checks.present("of", "rows", rows).length == 0 ? 0 : Checks.present("of", "row 0", rows[0]).length;
        double[] out = new double[Shape.of("of", rows.length, columns).size()];
        for (int i = 0; i < rows.length; i++) {
            checkRow(i, Checks.present("of", "row " + i, rows[i]).length, columns);
            System.arraycopy(rows[i], 0, out, i * columns, columns);
        }
        return new Tensor(Shape.of(rows.length, columns), out);
    }

    private static void checkRow(int row, int length, int columns) {
        if (length != columns) {
            throw new ShapeMismatchException(
                    "of: row 0 has " + columns + " elements and row " + row + " has " + length + "; all must be equal");
        }
    }

    static float[][] toFloatRows(Tensor x) {
        Checks.rank("toFloatMatrix", "x", x, 2);
        float[] elements = x.to(DType.FLOAT32).floats();
        int columns = x.dim(1);
        float[][] rows = new float[x.dim(0)][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(elements, i * columns, (i + 1) * columns));
        return rows;
    }

    static double[][] toDoubleRows(Tensor x) {
        Checks.rank("toDoubleMatrix", "x", x, 2);
        double[] elements = x.to(DType.FLOAT64).doubles();
        int columns = x.dim(1);
        double[][] rows = new double[x.dim(0)][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(elements, i * columns, (i + 1) * columns));
        return rows;
    }

    static Tensor filled(String operation, double value, DType dtype, int... dims) {
        Checks.present(operation, "dtype", dtype);
        return filled(value, dtype, Shape.of(operation, Checks.present(operation, "shape", dims)));
    }

    static Tensor filledLike(String operation, Tensor like, double value) {
        Checks.present(operation, "like", like);
        return filled(value, like.dtype(), like.shape());
    }

    static Tensor filled(double value, DType dtype, Shape shape) {
        if (dtype == DType.FLOAT32) {
            float[] out = new float[shape.size()];
            if (!isZeroBits(value)) {
                Arrays.fill(out, (float) value);
            }
            return new Tensor(shape, out);
        }
        double[] out = new double[shape.size()];
        if (!isZeroBits(value)) {
            Arrays.fill(out, value);
        }
        return new Tensor(shape, out);
    }

    /** Whether new arrays hold the number already; −0 is another one. */
    private static boolean isZeroBits(double value) {
        return Double.doubleToRawLongBits(value) == 0;
    }

    /** Counts from whichever end is nearer, so that both ends are exact. */
    static Tensor linspace(String operation, double start, double end, int steps, DType dtype) {
        Checks.present(operation, "dtype", dtype);
        if (steps < 0) {
            throw new IllegalArgumentException(
                    operation + ": the number of elements is " + steps + ", but can't be negative");
        }
        double step = steps > 1 ? (end - start) / (steps - 1) : 0;
        double[] out = new double[steps];
        for (int i = 0; i < steps; i++) {
            out[i] = i < (steps + 1) / 2 ? start + i * step : end - (steps - 1 - i) * step;
        }
        return new Tensor(Shape.of(steps), out).to(dtype);
    }

    static Tensor random(
            String operation, RandomGenerator random, ToDoubleFunction<RandomGenerator> next, int... dims) {
        Checks.present(operation, "random", random);
        Shape shape = Shape.of(operation, Checks.present(operation, "shape", dims));
        float[] out = new float[shape.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) next.applyAsDouble(random);
        }
        return new Tensor(shape, out);
    }

    static Tensor converted(Tensor x, DType dtype) {
        if (dtype == DType.FLOAT32) {
            double[] from = x.doubles();
            float[] out = new float[from.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) from[i];
            }
            return new Tensor(x.shape(), out);
        }
        float[] from = x.floats();
        double[] out = new double[from.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[i];
        }
        return new Tensor(x.shape(), out);
    }
}
