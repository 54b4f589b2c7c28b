package dev.jacobi.tensor;

/** Selecting by a mask, and the updates where it is true. */
final class Masking {
    private Masking() {}

    static Tensor maskedSelect(Tensor x, Mask mask) {
        Checks.present("maskedSelect", "mask", mask);
        Shape shape = Masks.shape("maskedSelect", "x", x.shape(), "mask", mask.shape());
        int[] places = places(Masks.expanded(mask, shape));
        Tensor wide = Broadcasting.expand("maskedSelect", x, shape);
        return Tensor.owning(Shape.of(places.length), x.dtype(), new Blocks(1, shape.size(), places, 1).pick(wide));
    }

    static Tensor maskedScatter(Tensor x, Mask mask, Tensor src) {
        Checks.present("maskedScatter", "mask", mask);
        Shape shape = Masks.shape("maskedScatter", "x", x.shape(), "mask", mask.shape());
        int[] places = places(Masks.expanded(mask, shape));
        if (Checks.present("maskedScatter", "src", src).size() < places.length) {
            throw new ShapeMismatchException("maskedScatter: src has shape " + src.shape()
                    + " and so too few elements for the " + places.length + " where the mask is true");
        }
        return new Blocks(1, shape.size(), places, 1).put(Broadcasting.expand("maskedScatter", x, shape), src);
    }

    static Tensor maskedFill(Tensor x, Mask mask, double value) {
        Checks.present("maskedFill", "mask", mask);
        Shape shape = Masks.shape("maskedFill", "x", x.shape(), "mask", mask.shape());
        boolean[] chosen = Masks.expanded(mask, shape);
        Object wide = Broadcasting.expandedData(x, shape);
        return x.dtype() == DType.FLOAT32
                ? new Tensor(shape, filled(chosen, (float[]) wide, (float) value))
                : new Tensor(shape, filled(chosen, (double[]) wide, value));
    }

    /** The number that a 0-d tensor holds. */
    static double number(String operation, Tensor value) {
        Checks.rank(operation, "value", value, 0);
        return value.at(0);
    }

    private static float[] filled(boolean[] chosen, float[] x, float value) {
        float[] out = new float[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = FusedLoop.chosen(chosen[i], value, x[i]);
        }
        return out;
    }

    private static double[] filled(boolean[] chosen, double[] x, double value) {
        double[] out = new double[chosen.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = FusedLoop.chosen(chosen[i], value, x[i]);
        }
        return out;
    }

    /** The positions in row-major order where the elements are true. */
    static int[] places(boolean... elements) {
        int count = 0;
        for (boolean element : elements) {
            count += element ? 1 : 0;
        }
        int[] places = new int[count];
        int next = 0;
        for (int i = 0; next < count; i++) {
            if (elements[i]) {
                places[next++] = i;
            }
        }
        return places;
    }

    /** The index in dimension {@code axis} of positions in row-major order. */
    static int coordinate(Shape shape, int axis, int position) {
        return position / shape.span(axis + 1, shape.rank()) % shape.at(axis);
    }

    static Index nonzero(Mask mask) {
        int[] places = places(mask.elements());
        int rank = mask.shape().rank();
        int[] out = new int[Shape.of("nonzero", places.length, rank).size()];
        for (int i = 0; i < places.length; i++) {
            for (int axis = 0; axis < rank; axis++) {
                out[i * rank + axis] = coordinate(mask.shape(), axis, places[i]);
            }
        }
        return new Index(Shape.of(places.length, rank), out);
    }

    static Index[] where(Mask mask) {
        int[] places = places(mask.elements());
        Index[] out = new Index[mask.shape().rank()];
        for (int axis = 0; axis < out.length; axis++) {
            int[] along = new int[places.length];
            for (int i = 0; i < along.length; i++) {
                along[i] = coordinate(mask.shape(), axis, places[i]);
            }
            out[axis] = new Index(Shape.of(along.length), along);
        }
        return out;
    }
}
