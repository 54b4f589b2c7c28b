package dev.jacobi.tensor;

/** The type of a tensor's elements. */
public enum DType {
    /** 32-bit floating point, PyTorch's {@code torch.float32} and the default of the creation methods. */
    FLOAT32("FloatTensor"),

    /** 64-bit floating point, PyTorch's {@code torch.float64}. */
    FLOAT64("DoubleTensor");

    private final String tensorName;

    DType(String tensorName) {
        this.tensorName = tensorName;
    }

    /** The name under which tensors of this type are printed, {@code FloatTensor} or {@code DoubleTensor}. */
    public String tensorName() {
        return tensorName;
    }

    /** The type of the result of an operation on two tensors: {@code FLOAT64} if either is. */
    public static DType promote(DType a, DType b) {
        return a == FLOAT64 ? a : b;
    }

    /** A new array for {@code size} elements of this type. */
    Object newArray(int size) {
        return this == FLOAT32 ? new float[size] : new double[size];
    }
}
