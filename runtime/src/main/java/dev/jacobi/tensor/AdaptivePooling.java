package dev.jacobi.tensor;

/** Means and maxima of windows that share a length among them: window i from ⌊i·n/size⌋ to ⌈(i + 1)·n/size⌉. */
final class AdaptivePooling {
    private AdaptivePooling() {}

    private static int start(int i, int length, int size) {
        return (int) ((long) i * length / size);
    }

    private static int end(int i, int length, int size) {
        return (int) (((i + 1L) * length + size - 1) / size);
    }

    /** The tensor, if it is an image of so many directions, in channels, or several. */
    static Tensor image(String operation, Tensor x, int directions) {
        if (x.rank() != directions + 1 && x.rank() != directions + 2) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " but must have "
                    + (directions + 1) + " dimensions, or one more for several images");
        }
        for (int i = 1; i <= directions; i++) {
            if (x.dim(-i) == 0) {
                throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + ", an empty image");
            }
        }
        return x;
    }

    /** The tensor, if it is an image that can be given these lengths. */
    static Tensor image(String operation, Tensor x, int[] sizes) {
        Shape shape = image(operation, x, sizes.length).shape();
        for (int i = 0; i < sizes.length; i++) {
            checkSize(operation, sizes[i]);
            shape = shape.with(operation, x.rank() - sizes.length + i, sizes[i]);
        }
        return x;
    }

    /** Throws unless there may be so many windows. */
    static void checkSize(String operation, int size) {
        if (size < 0) {
            throw new IllegalArgumentException(operation + ": the size " + size + " is negative");
        }
    }

    static Tensor averaged(String operation, Tensor x, int dim, int size) {
        checkSize(operation, size);
        int axis = x.shape().ownAxis(operation, dim);
        Shape shape = x.shape().with(operation, axis, size);
        int length = x.shape().at(axis);
        int inner = x.shape().span(axis + 1, x.rank());
        double[] out = new double[shape.size()];
        for (int at = 0; at < out.length; at++) {
            int i = at / inner % size;
            int lane = at / inner / size * length * inner + at % inner;
            int end = end(i, length, size);
            double sum = 0;
            for (int k = start(i, length, size); k < end; k++) {
                sum += x.at(lane + k * inner);
            }
            out[at] = sum / (end - start(i, length, size));
        }
        return new Tensor(shape, out).to(x.dtype());
    }

    /** The adjoint of {@link #averaged}. */
    static Tensor averagedBack(Tensor bar, Tensor like, int dim, int size) {
        int axis = Checks.present("averagedAlongBack", "like", like).shape().ownAxis("averagedAlongBack", dim);
        checkSize("averagedAlongBack", size);
        Along.checkPart("averagedAlongBack", bar, like.shape().with("averagedAlongBack", axis, size));
        int length = like.shape().at(axis);
        int inner = like.shape().span(axis + 1, like.rank());
        double[] out = new double[like.size()];
        for (int at = 0; at < bar.size(); at++) {
            int i = at / inner % size;
            int lane = at / inner / size * length * inner + at % inner;
            int start = start(i, length, size);
            int end = end(i, length, size);
            for (int k = start; k < end; k++) {
                out[lane + k * inner] += bar.at(at) / (end - start);
            }
        }
        return new Tensor(like.shape(), out).to(like.dtype());
    }

    /** Where the first largest element of each window is, or the last NaN; of one direction, the height is 1. */
    static Index largest(String operation, Tensor x, int height, int width) {
        boolean flat = "adaptiveMaxPool1d".equals(operation);
        image(operation, x, flat ? 1 : 2);
        checkSize(operation, height);
        checkSize(operation, width);
        int rows = flat ? 1 : x.dim(-2);
        int columns = x.dim(-1);
        Shape planes = x.shape().slice(0, x.rank() - (flat ? 1 : 2));
        Shape shape = planes.concat(operation, flat ? Shape.of(width) : Shape.of(operation, height, width));
        int[] out = new int[shape.size()];
        for (int at = 0; at < out.length; at++) {
            int plane = at / (height * width) * rows * columns;
            int row = at / width % height;
            int column = at % width;
            int best = -1;
            for (int h = start(row, rows, height); h < end(row, rows, height); h++) {
                for (int w = start(column, columns, width); w < end(column, columns, width); w++) {
                    int place = plane + h * columns + w;
                    if (best < 0 || x.at(place) > x.at(best) || Double.isNaN(x.at(place))) {
                        best = place;
                    }
                }
            }
            out[at] = best;
        }
        return new Index(shape, out);
    }
}
