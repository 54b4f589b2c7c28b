package dev.jacobi.tensor;

/** Maxima and means of windows that move over the last dimensions, one, two or three. */
final class Pooling {
    private Pooling() {}

    /** Where in x, counted row by row, the first maximum of each window is, or the last NaN; padding doesn't count. */
    static Index positions(String operation, Tensor x, int kernel, int stride, int padding, int dims) {
        ConvolutionShape shape = shape(operation, x.shape(), kernel, stride, padding, dims);
        Shape output = output(x.shape(), shape, dims);
        int[] out = new int[output.size()];
        for (int i = 0; i < out.length; i++) {
            int volume = i / shape.places() * shape.plane();
            int place = i % shape.places();
            int line = place / shape.resultWidth();
            int front = start(shape.into(), line / shape.resultHeight());
            int back = Math.min(front + shape.kernelDepth(), shape.depth());
            int top = start(shape.across(), line % shape.resultHeight());
            int left = start(shape.along(), place % shape.resultWidth());
            int best = -1;
            for (int d = Math.max(front, 0); d < back; d++) {
                best = largest(x, volume + d * shape.height() * shape.width(), shape, top, left, best);
            }
            out[i] = best;
        }
        return new Index(output, out);
    }

    /** Where the window at a place begins. */
    private static int start(Convolution how, int place) {
        return place * how.stride() - how.padding();
    }

    private static int largest(Tensor x, int plane, ConvolutionShape shape, int top, int left, int before) {
        int best = before;
        int bottom = Math.min(top + shape.kernelHeight(), shape.height());
        int right = Math.min(left + shape.kernelWidth(), shape.width());
        for (int h = Math.max(top, 0); h < bottom; h++) {
            for (int w = Math.max(left, 0); w < right; w++) {
                int at = plane + h * shape.width() + w;
                if (best < 0 || x.at(at) > x.at(best) || Double.isNaN(x.at(at))) {
                    best = at;
                }
            }
        }
        return best;
    }

    /** The windows' sums, padding included as zeros, divided by their size. */
    static Tensor mean(String operation, Tensor x, int kernel, int stride, int padding, int dims) {
        ConvolutionShape shape = shape(operation, x.shape(), kernel, stride, padding, dims);
        Tensor sums = Convolutions.convolved(
                operation, x.reshaped(shape.input()), ones(x.dtype(), kernel, dims), shape.along());
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
                        operation, bars, shape.input(), like.dtype(), ones(bar.dtype(), kernel, dims), shape.along())
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
