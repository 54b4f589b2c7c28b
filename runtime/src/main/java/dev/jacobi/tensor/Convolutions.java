package dev.jacobi.tensor;

import static dev.jacobi.tensor.KernelProvider.KERNELS;

/**
 * Convolutions as products of matrices: with the patches X of an image and the weights W, a row for each channel of the
 * result, r = W·X. The adjoints are X̄ = Wᵀ·r̄, added up where patches overlap, and W̄ = r̄·Xᵀ, summed over images.
 */
final class Convolutions {
    private Convolutions() {}

    static Tensor convolved(String operation, Tensor x, Tensor weight, Convolution how) {
        Checks.present(operation, "weight", weight);
        Checks.present(operation, "how", how);
        ConvolutionShape shape = ConvolutionShape.of(operation, x.shape(), weight.shape(), how);
        DType dtype = Checks.common(x, weight);
        Object images = x.to(dtype).data();
        Object weights = weight.to(dtype).data();
        Object columns = dtype.newArray(shape.patch() * shape.places());
        Object out = dtype.newArray(shape.output().size());
        Patches patches = new Patches(shape);
        for (int image = 0; image < shape.images(); image++) {
            for (int group = 0; group < shape.groups(); group++) {
                patches.read(images, shape.inputStart(image, group), columns);
                mm(
                        shape.outputs(),
                        shape.places(),
                        shape.patch(),
                        weights,
                        shape.weightStart(group),
                        columns,
                        0,
                        out,
                        shape.outputStart(image, group));
            }
        }
        return Tensor.owning(shape.output(), dtype, out);
    }

    /** Of so many dimensions, as the weight must have then. */
    static Tensor convolved(String operation, int dims, Tensor x, Tensor weight, Convolution how) {
        Checks.rank(operation, "weight", weight, dims + 2);
        return convolved(operation, x, weight, how);
    }

    static Tensor biased(String operation, int dims, Tensor x, Tensor weight, Tensor bias, Convolution how) {
        Checks.rank(operation, "weight", weight, dims + 2);
        if (Checks.present(operation, "bias", bias).rank() != 1 || bias.size() != weight.dim(0)) {
            throw new ShapeMismatchException(operation + ": weight has shape " + weight.shape() + " and bias has shape "
                    + bias.shape() + "; it must have a number for each of the " + weight.dim(0)
                    + " channels of the result");
        }
        Tensor product = convolved(operation, x, weight, how);
        return product.add(bias.reshaped(Shape.of(bias.size(), 1, 1, 1).slice(0, dims + 1)));
    }

    /** The transposed convolution: the adjoint of one whose result x is. */
    static Tensor transposed(String operation, int dims, Tensor x, Tensor weight, Convolution how, int more) {
        Checks.rank(operation, "weight", weight, dims + 2);
        Checks.present(operation, "how", how);
        int batch = x.rank() - dims - 1;
        if (batch < 0 || batch > 1 || x.shape().at(batch) != weight.dim(0)) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and weight has shape "
                    + weight.shape() + "; x must have " + (dims + 1) + " dimensions, or one more for several images,"
                    + " and as many channels as the weight's first dimension");
        }
        if (more < 0 || more >= Math.max(how.stride(), how.dilation())) {
            throw new IllegalArgumentException(operation + ": the output padding " + more
                    + " must be at least 0 and less than the stride " + how.stride() + " or the dilation "
                    + how.dilation());
        }
        Shape shape = x.shape().slice(0, batch).concat(Shape.of(weight.dim(1) * how.groups()));
        for (int i = 0; i < dims; i++) {
            long length = (x.shape().at(batch + 1 + i) - 1L) * how.stride()
                    - 2L * how.padding()
                    + how.dilation() * (weight.dim(2 + i) - 1L)
                    + more
                    + 1;
            if (length < 0 || length > Integer.MAX_VALUE) {
                throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and weight has shape "
                        + weight.shape() + "; the result's dimension " + (batch + 1 + i) + " would be " + length
                        + " long");
            }
            shape = shape.concat(operation, Shape.of((int) length));
        }
        Tensor places = ends(operation, x, dims, more / how.stride());
        return inputBar(operation, places, shape, Checks.common(x, weight), weight, how);
    }

    /**
     * With so many zeros at the end of each of the last dimensions, or without as many elements: an output padding of a
     * stride and more makes room for places of the kernel that x has nothing for.
     */
    static Tensor ends(String operation, Tensor x, int dims, int count) {
        if (dims < 0 || dims > x.rank()) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x.shape() + " but must have at least " + dims + " dimensions");
        }
        if (count == 0) {
            return x;
        }
        int[] pad = new int[2 * dims];
        for (int i = 0; i < dims; i++) {
            pad[2 * i + 1] = count;
        }
        return Padding.constant(x, 0, pad);
    }

    static Tensor inputBar(String operation, Tensor bar, Shape input, DType result, Tensor weight, Convolution how) {
        Checks.present(operation, "weight", weight);
        Checks.present(operation, "how", how);
        ConvolutionShape shape = ConvolutionShape.of(operation, input, weight.shape(), how);
        checkResult(operation, bar, shape);
        DType dtype = Checks.common(bar, weight);
        Object bars = bar.to(dtype).data();
        Object transposed = weight.to(dtype)
                .reshaped(Shape.of(shape.groups(), shape.outputs(), shape.patch()))
                .transpose(1, 2)
                .data();
        Object columns = dtype.newArray(shape.patch() * shape.places());
        Object out = dtype.newArray(input.size());
        Patches patches = new Patches(shape);
        for (int image = 0; image < shape.images(); image++) {
            for (int group = 0; group < shape.groups(); group++) {
                mm(
                        shape.patch(),
                        shape.places(),
                        shape.outputs(),
                        transposed,
                        shape.weightStart(group),
                        bars,
                        shape.outputStart(image, group),
                        columns,
                        0);
                patches.add(columns, out, shape.inputStart(image, group));
            }
        }
        return Tensor.owning(input, dtype, out).to(result);
    }

    static Tensor weightBar(Tensor bar, Tensor input, Tensor like, Convolution how) {
        String operation = "convWeightBar";
        Checks.present(operation, "like", like);
        Checks.present(operation, "how", how);
        ConvolutionShape shape = ConvolutionShape.of(
                operation, Checks.present(operation, "input", input).shape(), like.shape(), how);
        checkResult(operation, bar, shape);
        DType dtype = Checks.common(bar, input);
        Object bars = bar.to(dtype).data();
        Object images = input.to(dtype).data();
        Shape matrix = Shape.of(shape.patch(), shape.places());
        Object columns = dtype.newArray(matrix.size());
        Object product = dtype.newArray(shape.outputs() * shape.patch());
        Tensor sum = Tensor.zeros(DType.FLOAT64, shape.groups(), shape.outputs(), shape.patch());
        Patches patches = new Patches(shape);
        for (int image = 0; image < shape.images(); image++) {
            for (int group = 0; group < shape.groups(); group++) {
                patches.read(images, shape.inputStart(image, group), columns);
                Object rows = Tensor.owning(matrix, dtype, columns).t().data();
                mm(
                        shape.outputs(),
                        shape.patch(),
                        shape.places(),
                        bars,
                        shape.outputStart(image, group),
                        rows,
                        0,
                        product,
                        0);
                add(product, sum.doubles(), shape.weightStart(group));
            }
        }
        return sum.reshaped(like.shape()).to(like.dtype());
    }

    private static void checkResult(String operation, Tensor bar, ConvolutionShape shape) {
        if (!bar.shape().equals(shape.output())) {
            throw new ShapeMismatchException(operation + ": x has shape " + bar.shape()
                    + ", but the convolution's result has shape " + shape.output());
        }
    }

    private static void add(Object from, double[] to, int start) {
        if (from instanceof float[] floats) {
            for (int i = 0; i < floats.length; i++) {
                to[start + i] += floats[i];
            }
        } else {
            double[] doubles = (double[]) from;
            for (int i = 0; i < doubles.length; i++) {
                to[start + i] += doubles[i];
            }
        }
    }

    private static void mm(int m, int n, int k, Object a, int aFrom, Object b, int bFrom, Object c, int cFrom) {
        if (m == 0 || n == 0) {
            return;
        }
        if (a instanceof float[] floats) {
            KERNELS.mm(Transposed.NONE, m, n, k, floats, aFrom, (float[]) b, bFrom, (float[]) c, cFrom);
        } else {
            KERNELS.mm(Transposed.NONE, m, n, k, (double[]) a, aFrom, (double[]) b, bFrom, (double[]) c, cFrom);
        }
    }
}
