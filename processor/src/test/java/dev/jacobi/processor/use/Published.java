package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.Tensor;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.lapack.LAPACK;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.netlib.util.intW;

/** What a user downloads, and the JDK that runs this build. */
final class Published {

    private Published() {}

    /** The shaded jar, the only thing on a user's processor path. */
    static Path processor() {
        return Path.of(System.getProperty("jacobi.processor.jar"));
    }

    /** Jacobi's runtime and what it depends on. */
    static List<Path> runtime() {
        return List.of(jarOf(Tensor.class), jarOf(BLAS.class), jarOf(LAPACK.class), jarOf(intW.class));
    }

    static Path eclipseCompiler() {
        return jarOf(BatchCompiler.class);
    }

    /** The {@code java}, {@code javac}, … beside the one that runs the tests. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static String path(Stream<Path> parts) {
        return parts.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jarOf(Class<?> inside) {
        try {
            Path jar = Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertThat(jar).as("the jar of %s", inside).isRegularFile();
            return jar;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
