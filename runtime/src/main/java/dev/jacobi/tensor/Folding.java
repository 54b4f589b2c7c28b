package dev.jacobi.tensor;

/** Patches of images as columns, and columns added up to images: each is the other's adjoint. */
final class Folding {
    private Folding() {}

    /** A column for each place of the kernel, with the elements that it meets, channel by channel. */
    static Tensor unfold(Tensor x, int kernelHeight, int kernelWidth, Convolution how) {
        ConvolutionShape shape = shape("unfold", x.shape(), kernelHeight, kernelWidth, how);
        Shape columns = columns(x.shape().slice(0, x.rank() - 3), shape);
        Object out = x.dtype().newArray(columns.size());
        Object column = x.dtype().newArray(shape.patch() * shape.places());
        Patches patches = new Patches(shape);
        for (int image = 0; image < shape.images(); image++) {
            patches.read(x.data(), shape.inputStart(image, 0), column);
            System.arraycopy(column, 0, out, image * shape.patch() * shape.places(), shape.patch() * shape.places());
        }
        return Tensor.owning(columns, x.dtype(), out);
    }

    /** Images of this size, each element the sum of those in the columns that stand for it. */
    static Tensor fold(Tensor x, int height, int width, int kernelHeight, int kernelWidth, Convolution how) {
        int rank = x.rank();
        if (rank != 2 && rank != 3) {
            throw new ShapeMismatchException(
                    "fold: x has shape " + x.shape() + " but must have 2 dimensions, or one more for several images");
        }
        checkKernel("fold", kernelHeight, kernelWidth);
        if (height < 0 || width < 0) {
            throw new IllegalArgumentException("fold: the size " + height + " × " + width + " is negative");
        }
        Shape kernel = Shape.of("fold", kernelHeight, kernelWidth);
        if (x.dim(-2) % kernel.size() != 0) {
            throw new ShapeMismatchException("fold: x has shape " + x.shape() + ", but columns of the "
                    + kernelHeight + " × " + kernelWidth + " kernel have a multiple of " + kernel.size()
                    + " elements, not " + x.dim(-2));
        }
        Shape images =
                x.shape().slice(0, rank - 2).concat("fold", Shape.of("fold", x.dim(-2) / kernel.size(), height, width));
        ConvolutionShape shape = shape("fold", images, kernelHeight, kernelWidth, how);
        if (x.dim(-1) != shape.places()) {
            throw new ShapeMismatchException("fold: x has shape " + x.shape() + ", but the kernel has " + shape.places()
                    + " places in images of " + height + " × " + width + ", one for each column");
        }
        Object out = x.dtype().newArray(images.size());
        Object column = x.dtype().newArray(shape.patch() * shape.places());
        Patches patches = new Patches(shape);
        for (int image = 0; image < shape.images(); image++) {
            System.arraycopy(
                    x.data(), image * shape.patch() * shape.places(), column, 0, shape.patch() * shape.places());
            patches.add(column, out, shape.inputStart(image, 0));
        }
        return Tensor.owning(images, x.dtype(), out);
    }

    private static void checkKernel(String operation, int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    operation + ": the kernel " + height + " × " + width + " has no elements");
        }
    }

    /** Of a convolution with one channel as its result. */
    private static ConvolutionShape shape(
            String operation, Shape x, int kernelHeight, int kernelWidth, Convolution how) {
        Checks.present(operation, "how", how);
        checkKernel(operation, kernelHeight, kernelWidth);
        if (how.groups() != 1) {
            throw new IllegalArgumentException(
                    operation + ": how has " + how.groups() + " groups, but patches have none");
        }
        if (x.rank() != 3 && x.rank() != 4) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x + " but must have 3 dimensions, or one more for several images");
        }
        if (how.places(x.at(x.rank() - 2), kernelHeight) < 1 || how.places(x.at(x.rank() - 1), kernelWidth) < 1) {
            throw new ShapeMismatchException(operation + ": the kernel " + kernelHeight + " × " + kernelWidth
                    + " is larger than the padded images of shape " + x);
        }
        Shape weight = Shape.of(operation, 1, x.at(x.rank() - 3), kernelHeight, kernelWidth);
        return ConvolutionShape.of(operation, x, weight, how);
    }

    private static Shape columns(Shape batch, ConvolutionShape shape) {
        return batch.concat("unfold", Shape.of("unfold", shape.patch(), shape.places()));
    }
}
