package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The libraries' names as distributions have them, in lines as Linux lists loaded files. */
class NetlibLoaderTest {
    @ParameterizedTest
    @CsvSource({
        "true, /usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", // Debian
        "true, /usr/lib64/libblas.so.3.12", // Fedora
        "false, /usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3",
        "false, /usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblasp-r0.3.21.so",
        "false, /usr/lib/x86_64-linux-gnu/blis-openmp/libblas.so.3",
        "false, /usr/lib/x86_64-linux-gnu/atlas/libblas.so.3.10.3",
        "false, /usr/lib/x86_64-linux-gnu/libmkl_rt.so",
        "false, /usr/lib/x86_64-linux-gnu/libcblas.so.3.12.0",
        "false, /opt/fast/libopenblas.so.3.2.1"
    })
    void knowsTheReferenceBlas(boolean reference, String file) {
        String line = "7f5e64a00000-7f5e64a05000 r--p 00000000 fe:00 131222    " + file;
        assertThat(NetlibLoader.isReferenceBlas(line)).isEqualTo(reference);
    }
}
