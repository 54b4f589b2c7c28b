package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Vector instructions are used where their module is there; the build runs this both with it and without. */
class VectorsTest {
    @Test
    void areUsedWhereTheirModuleIs() {
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(KernelProvider.FLOAT_ROWS.getClass().getSimpleName())
                .isEqualTo(module ? "FloatVectorRows" : "FloatRows");
        assertThat(KernelProvider.DOUBLE_ROWS.getClass().getSimpleName())
                .isEqualTo(module ? "DoubleVectorRows" : "DoubleRows");
        assertThat(KernelProvider.FLOAT_LANES.getClass().getSimpleName().contains("Vector"))
                .isEqualTo(module);
        assertThat(KernelProvider.DOUBLE_LANES.getClass().getSimpleName().contains("Vector"))
                .isEqualTo(module);
    }
}
