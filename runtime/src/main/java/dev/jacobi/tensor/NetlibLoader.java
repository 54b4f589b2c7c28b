package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.NativeBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import dev.ludovic.netlib.lapack.NativeLAPACK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the machine's BLAS and LAPACK through netlib, without a word on the error stream where there is none: that is
 * no fault.
 *
 * <p>netlib's native half needs classes of the f2j library, and prints a complaint from native code if they are
 * missing, so it is not even tried then. Its start is logged, which is silenced for as long as it lasts.
 */
final class NetlibLoader {
    private NetlibLoader() {}

    /** Null where the machine has none that is faster than our own loops. */
    static @Nullable NativeBLAS blas() {
        try {
            Class.forName("org.netlib.util.booleanW", false, NativeBLAS.class.getClassLoader());
        } catch (ClassNotFoundException noF2j) {
            return null;
        }
        NativeBLAS blas = quietly("dev.ludovic.netlib.blas.InstanceBuilder", NativeBLAS::getInstance);
        return blas != null && loadedFiles().noneMatch(NetlibLoader::isReferenceBlas) ? blas : null;
    }

    /** What Linux says; elsewhere nothing, nor is the reference BLAS among what other systems come with. */
    private static Stream<String> loadedFiles() {
        try {
            return Files.readAllLines(Path.of("/proc/self/maps")).stream();
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }

    /**
     * Whether a line of the list of loaded files ends in the reference implementation. It is what distributions install
     * unless told otherwise, and is many times slower than our own loops. It keeps its version, as in
     * {@code libblas.so.3.11.0}, where the fast ones that stand in for it are called {@code libblas.so.3} or by their
     * own names; only ATLAS has a directory of its own instead.
     */
    static boolean isReferenceBlas(String line) {
        return line.matches(".*/libblas\\.so\\.3\\.[0-9.]+") && !line.contains("/atlas");
    }

    /** The machine's, else netlib's in Java. */
    static LAPACK lapack() {
        NativeLAPACK machines = quietly("dev.ludovic.netlib.lapack.InstanceBuilder", NativeLAPACK::getInstance);
        return machines == null ? JavaLAPACK.getInstance() : machines;
    }

    private static <T> @Nullable T quietly(String log, Supplier<T> library) {
        Logger logger = Logger.getLogger(log);
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return library.get();
        } catch (RuntimeException | LinkageError noLibrary) {
            return null;
        } finally {
            logger.setLevel(level);
        }
    }
}
