package dev.jacobi.tensor;

import java.util.Arrays;

/** Stacks of matrices: what the dimensions before the last two count, and transposes of single matrices. */
final class Stacks {
    private Stacks() {}

    /** Throws unless {@code x} has at least two dimensions. */
    static Tensor matrices(String operation, String argument, Tensor x) {
        if (Checks.present(operation, argument, x).rank() < 2) {
            throw new ShapeMismatchException(
                    operation + ": " + argument + " has shape " + x.shape() + " but must have at least 2 dimensions");
        }
        return x;
    }

    /** Throws unless {@code x} is a stack of square matrices. */
    static Tensor square(String operation, String argument, Tensor x) {
        matrices(operation, argument, x);
        if (x.dim(-1) != x.dim(-2)) {
            throw new ShapeMismatchException(
                    operation + ": " + argument + " has shape " + x.shape() + " but must be square");
        }
        return x;
    }

    /** The dimensions before the last two, which is how many matrices there are. */
    static Shape stack(Tensor x) {
        return x.shape().slice(0, x.rank() - 2);
    }

    /** Which matrix a message is about: nothing if there is just one. */
    static String which(int index, Tensor x) {
        return which(index, "x", x);
    }

    static String which(int index, String argument, Tensor x) {
        return x.rank() == 2 ? argument : "matrix " + index + " of " + argument;
    }

    /** The common stack of two operands. */
    static Shape broadcast(String operation, Tensor x, Tensor y) {
        try {
            return Broadcasting.shape(operation, stack(x), stack(y));
        } catch (ShapeMismatchException e) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; the dimensions before the last two, " + stack(x) + " and " + stack(y) + ", must broadcast");
        }
    }

    /** For each matrix of a common stack, which of those of {@code x} is meant. */
    static int[] indices(Tensor x, Shape stack) {
        Shape own = stack(x);
        int[] indices = new int[stack.size()];
        if (own.equals(stack)) {
            Arrays.setAll(indices, i -> i);
        } else if (own.size() > 1) {
            Arrays.setAll(indices, i -> index(own, stack, i));
        }
        return indices;
    }

    private static int index(Shape own, Shape stack, int position) {
        int rest = position;
        int index = 0;
        int step = 1;
        for (int i = 1; i <= stack.rank(); i++) {
            int length = stack.at(stack.rank() - i);
            if (i <= own.rank()) {
                int ownLength = own.at(own.rank() - i);
                index += ownLength == 1 ? 0 : rest % length * step;
                step *= ownLength;
            }
            rest /= length;
        }
        return index;
    }

    /** The transpose of the matrix that starts at {@code from}. */
    static double[] transposed(double[] a, int from, int rows, int columns) {
        double[] transposed = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[from + i * columns + j];
            }
        }
        return transposed;
    }

    /** Writes the transpose of a matrix to where the target starts. */
    static void transpose(double[] a, int rows, int columns, double[] target, int to) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                target[to + j * rows + i] = a[i * columns + j];
            }
        }
    }
}
