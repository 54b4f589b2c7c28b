package dev.jacobi.tensor;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads netlib's BLAS without a word on the error stream, whatever the machine has: to have no native library is no
 * fault.
 *
 * <p>Its native half needs classes of the f2j library and prints a complaint from native code if they are missing, so it
 * is not even tried then. Its Java half logs which implementation it found.
 */
final class BlasLoader {
    private static final String ALLOW_NATIVE = "dev.ludovic.netlib.blas.allowNative";

    private BlasLoader() {}

    static BLAS load() {
        Logger logger = Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder");
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            return nativeCanLoad() ? nativeOrJava() : java();
        } finally {
            logger.setLevel(level);
        }
    }

    private static boolean nativeCanLoad() {
        try {
            Class.forName("org.netlib.util.booleanW", false, BLAS.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static BLAS nativeOrJava() {
        try {
            return NativeBLAS.getInstance();
        } catch (RuntimeException | LinkageError noNativeLibrary) {
            return JavaBLAS.getInstance();
        }
    }

    /** netlib decides in a static initialiser, which listens to a system property only. */
    private static BLAS java() {
        String before = System.getProperty(ALLOW_NATIVE);
        System.setProperty(ALLOW_NATIVE, "false");
        try {
            return JavaBLAS.getInstance();
        } finally {
            if (before == null) {
                System.clearProperty(ALLOW_NATIVE);
            } else {
                System.setProperty(ALLOW_NATIVE, before);
            }
        }
    }
}
