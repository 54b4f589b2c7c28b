package dev.jacobi.tensor;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Tensors and the buffers of {@code java.nio}. A tensor is immutable: what goes in is copied once, and what comes out
 * of a tensor of the buffer's own type is the tensor's own memory, not copied, and read-only.
 */
public final class TensorBuffers {
    private TensorBuffers() {}

    /**
     * A float32 tensor with a copy of the elements that remain in the buffer, row by row; its position stays.
     *
     * @throws ShapeMismatchException if there are more or fewer of them than the shape has
     */
    public static Tensor read(FloatBuffer buffer, int... shape) {
        float[] elements = new float[Checks.present("read", "buffer", buffer).remaining()];
        buffer.duplicate().get(elements);
        return new Tensor(Creation.shapeFor(elements.length, shape), elements);
    }

    /**
     * A float64 tensor with a copy of the elements that remain in the buffer, row by row; its position stays.
     *
     * @throws ShapeMismatchException if there are more or fewer of them than the shape has
     */
    public static Tensor read(DoubleBuffer buffer, int... shape) {
        double[] elements = new double[Checks.present("read", "buffer", buffer).remaining()];
        buffer.duplicate().get(elements);
        return new Tensor(Creation.shapeFor(elements.length, shape), elements);
    }

    /** The elements, row by row, read-only; of a float64 tensor, a rounded copy. */
    public static FloatBuffer floats(Tensor x) {
        Tensor converted = Checks.present("floats", "x", x).to(DType.FLOAT32);
        return FloatBuffer.wrap(converted.floats()).asReadOnlyBuffer();
    }

    /** The elements, row by row, read-only; of a float32 tensor, a copy. */
    public static DoubleBuffer doubles(Tensor x) {
        Tensor converted = Checks.present("doubles", "x", x).to(DType.FLOAT64);
        return DoubleBuffer.wrap(converted.doubles()).asReadOnlyBuffer();
    }
}
