package dev.jacobi.tensor;

import java.util.Locale;

/** The elementwise operations on two tensors for which a {@link Kernels} has loops. */
enum BinaryOp {
    ADD,
    SUB,
    MUL,
    DIV,
    POW,
    MAXIMUM,
    MINIMUM,
    ATAN2,
    HYPOT,
    LOGADDEXP,
    LOGADDEXP2,
    XLOGY,
    XLOG1PY,
    FMOD,
    REMAINDER,
    FLOOR_DIVIDE,
    FMAX,
    FMIN,
    COPYSIGN,
    HEAVISIDE;

    /** As the method of {@link Tensor} is called. */
    String methodName() {
        return this == FLOOR_DIVIDE ? "floorDivide" : name().toLowerCase(Locale.ROOT);
    }
}
