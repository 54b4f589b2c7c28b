package dev.jacobi.tensor;

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
    HYPOT
}
