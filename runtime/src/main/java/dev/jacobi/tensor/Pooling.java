package dev.jacobi.tensor;

/** Maxima and means of windows that move over the last dimensions, one, two or three. */
final class Pooling {
    private Pooling() {}

    /** Where in x, counted row by row, the first maximum of each window is, or the last NaN; padding doesn't count. */
    static Index positions(String operation, Tensor x, int kernel, int stride, int padding, int dims) {
        ConvolutionShape shape = maximaShape(operation, x, kernel, stride, padding, dims);
        return new Index(output(x.shape(), shape, dims), WindowMaxima.positions(x, shape));
    }

    /** The maxima of the windows. */
    static Tensor maxima(String operation, Tensor x, int kernel, int stride, int padding, int dims) {
        ConvolutionShape shape = maximaShape(operation, x, kernel, stride, padding, dims);
        return Tensor.owning(output(x.shape(), shape, dims), x.dtype(), WindowMaxima.values(x, shape));
    }

    private static ConvolutionShape maximaShape(
            String operation, Tensor x, int kernel, int stride, int padding, int dims) {
        ConvolutionShape shape = shape(operation, x.shape(), kernel, stride, padding, dims);
        if (shape.plane() == 0 && shape.output().size() > 0) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + ", an empty image");
        }
        return shape;
    }

    /** The windows' sums, padding included as zeros, divided by their size. */
    static Tensor mean(String operation, Tensor x, int kernel, int stride, int padding, int dims) {
        ConvolutionShape shape = shape(operation, x.shape(), kernel, stride, padding, dims);
        Tensor sums = Convolutions.convolved(
                operation,
                x.reshaped(shape.input()),
                ones(x.dtype(), kernel, dims),
                shape.along().how());
        return sums.div(Math.pow(kernel, dims)).reshaped(output(x.shape(), shape, dims));
    }

    /** The adjoint of {@link #mean}. */
    static Tensor meanBar(Tensor bar, Tensor like, int kernel, int stride, int padding, int dims) {
        String operation = "avgPoolBar";
        Checks.present(operation, "like", like);
        ConvolutionShape shape = shape(operation, like.shape(), kernel, stride, padding, dims);
        if (!bar.shape().equals(output(like.shape(), shape, dims))) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + bar.shape() + " but must have " + output(like.shape(), shape, dims));
        }
        Tensor bars = bar.div(Math.pow(kernel, dims)).reshaped(shape.output());
        return Convolutions.inputBar(
                        operation,
                        bars,
                        shape.input(),
                        like.dtype(),
                        ones(bar.dtype(), kernel, dims),
                        shape.along().how())
                .reshaped(like.shape());
    }

    private static Tensor ones(DType dtype, int kernel, int dims) {
        return Tensor.ones(dtype, window(kernel, dims).toArray());
    }

    /** One channel's, as a convolution has it. */
    private static Shape window(int kernel, int dims) {
        return Shape.of(1, 1, kernel, kernel, kernel).slice(0, dims + 2);
    }

    /** Windows move as the kernel of a convolution with one channel does, each plane being an image. */
    private static ConvolutionShape shape(String operation, Shape x, int kernel, int stride, int padding, int dims) {
        if (dims < 1 || dims > 3) {
            throw new IllegalArgumentException(operation + ": windows move over " + dims + " dimensions, not 1 to 3");
        }
        if (x.rank() != dims + 1 && x.rank() != dims + 2) {
            throw new ShapeMismatchException(operation + ": x has shape " + x + " but must have " + (dims + 1)
                    + " dimensions, or one more for several images");
        }
        if (kernel < 1 || stride < 1 || padding < 0 || padding > kernel / 2) {
            throw new IllegalArgumentException(operation + ": the kernel " + kernel + " and the stride " + stride
                    + " must be positive, and the padding " + padding + " between 0 and half the kernel");
        }
        Convolution how = new Convolution(stride, padding, 1, 1);
        for (int i = x.rank() - dims; i < x.rank(); i++) {
            if (how.places(x.at(i), kernel) < 1) {
                throw new ShapeMismatchException(
                        operation + ": the windows of " + kernel + " are larger than the padded x with shape " + x);
            }
        }
        int planes = x.span(0, x.rank() - dims);
        Shape input = Shape.of(planes, 1).concat(x.slice(x.rank() - dims, x.rank()));
        return ConvolutionShape.of(operation, input, window(kernel, dims), how);
    }

    private static Shape output(Shape x, ConvolutionShape shape, int dims) {
        return x.slice(0, x.rank() - dims).concat(shape.output().slice(2, 2 + dims));
    }
}
