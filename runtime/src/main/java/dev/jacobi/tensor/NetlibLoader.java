package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.NativeBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import dev.ludovic.netlib.lapack.NativeLAPACK;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    /** Null where the machine has none: our own loops are faster than netlib's in Java. */
    static @Nullable NativeBLAS blas() {
        try {
            Class.forName("org.netlib.util.booleanW", false, NativeBLAS.class.getClassLoader());
        } catch (ClassNotFoundException noF2j) {
            return null;
        }
        return quietly("dev.ludovic.netlib.blas.InstanceBuilder", NativeBLAS::getInstance);
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
