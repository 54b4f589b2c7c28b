package dev.jacobi.tensor;

/** The one place that decides which kernels run. There are only the plain ones so far. */
final class KernelProvider {
    /** The kernels of this process; a constant, so that the JIT sees through every call. */
    static final Kernels KERNELS = new PlainKernels();

    private KernelProvider() {}
}
