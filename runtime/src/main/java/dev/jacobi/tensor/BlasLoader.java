package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Loads the machine's BLAS through netlib, without a word on the error stream where there is none: that is no fault.
 *
 * <p>netlib's native half needs classes of the f2j library, and prints a complaint from native code if they are
 * missing, so it is not even tried then. Its start is logged, which is silenced for as long as it lasts.
 */
final class BlasLoader {
    private BlasLoader() {}

    static @Nullable NativeBLAS load() {
        try {
            Class.forName("org.netlib.util.booleanW", false, NativeBLAS.class.getClassLoader());
        } catch (ClassNotFoundException noF2j) {
            return null;
        }
        Logger logger = Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder");
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return NativeBLAS.getInstance();
        } catch (RuntimeException | LinkageError noLibrary) {
            return null;
        } finally {
            logger.setLevel(level);
        }
    }
}
