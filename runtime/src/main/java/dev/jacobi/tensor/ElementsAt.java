package dev.jacobi.tensor;

/** Elements at positions counted row by row over the whole tensor, and the adjoint: adding to these. */
final class ElementsAt {
    private ElementsAt() {}

    static Tensor elementsAt(Tensor x, Index at) {
        Checks.present("elementsAt", "at", at);
        Object out = x.dtype().newArray(at.size());
        for (int i = 0; i < at.size(); i++) {
            int position = position("elementsAt", x.shape(), at.elements()[i]);
            if (x.dtype() == DType.FLOAT32) {
                ((float[]) out)[i] = x.floats()[position];
            } else {
                ((double[]) out)[i] = x.doubles()[position];
            }
        }
        return Tensor.owning(at.shape(), x.dtype(), out);
    }

    static Tensor addedAt(Tensor x, Tensor like, Index at) {
        Checks.present("addedAt", "like", like);
        if (!x.shape().equals(Checks.present("addedAt", "at", at).shape())) {
            throw new ShapeMismatchException(
                    "addedAt: x has shape " + x.shape() + " and at has shape " + at.shape() + "; they must be equal");
        }
        double[] out = new double[like.size()];
        for (int i = 0; i < at.size(); i++) {
            out[position("addedAt", like.shape(), at.elements()[i])] += x.at(i);
        }
        return new Tensor(like.shape(), out).to(like.dtype());
    }

    private static int position(String operation, Shape shape, int position) {
        if (position < 0 || position >= shape.size()) {
            throw new IndexOutOfBoundsException(operation + ": the position " + position
                    + " is out of bounds for the shape " + shape + " with " + shape.size() + " elements");
        }
        return position;
    }
}
