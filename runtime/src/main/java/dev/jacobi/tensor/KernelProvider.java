package dev.jacobi.tensor;

import java.util.function.Supplier;

/**
 * The one place that decides which kernels run: those in the instructions of {@code jdk.incubator.vector} where that
 * module is there, as with {@code java --add-modules jdk.incubator.vector}, else plain Java. Both give the same bits.
 */
final class KernelProvider {
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /** The kernels of this process; a constant, so that the JIT sees through every call. */
    static final Kernels KERNELS = new PlainKernels();

    static final FloatRowSums FLOAT_ROWS = either(FloatRowSums.class, "FloatVectorRows", FloatRows::new);
    static final DoubleRowSums DOUBLE_ROWS = either(DoubleRowSums.class, "DoubleVectorRows", DoubleRows::new);

    static final FloatLanes FLOAT_LANES = either(FloatLanes.class, "FloatVectorLanes", () -> new FloatLanes() {});
    static final DoubleLanes DOUBLE_LANES = either(DoubleLanes.class, "DoubleVectorLanes", () -> new DoubleLanes() {});

    private KernelProvider() {}

    /** The class of that name, which is not loaded without the module, or else the plain one. */
    private static <T> T either(Class<T> type, String vectors, Supplier<? extends T> plain) {
        if (!VECTORS) {
            return plain.get();
        }
        try {
            Class<?> name = Class.forName(KernelProvider.class.getPackageName() + "." + vectors);
            return type.cast(name.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError otherVersion) {
            return plain.get(); // the module is not yet a standard, and may change
        }
    }
}
