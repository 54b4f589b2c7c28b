package dev.jacobi.examples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Compiles generated programs, and measures that. */
final class GrowingCompilation {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int RUNS = 3;
    private static final int WARM_UP_RUNS = 10;
    private static final int WARM_UP_METHODS = 100;
    private static final double AT = 0.8;

    private final TemporaryFolder folder;
    private final WarmJavac javac;
    private int programs;

    GrowingCompilation(TemporaryFolder folder) throws IOException {
        this.folder = folder;
        this.javac = new WarmJavac(System.getProperty("jacobi.processor.jar"));
    }

    /** Compiles until the compiler itself is compiled. */
    private void warmUp() throws IOException {
        Path sources = folder.write("warm", Map.of("program/Program.java", GeneratedPrograms.row(WARM_UP_METHODS)));
        for (int run = 0; run < WARM_UP_RUNS; run++) {
            javac.compile(sources, folder.fresh("generated"), folder.fresh("classes"));
        }
    }

    /** A program of {@link GeneratedPrograms}, compiled. */
    Family.Member compiled(String source) {
        try {
            return compile(source);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Family.Member compile(String source) throws IOException, ReflectiveOperationException {
        if (programs == 0) {
            warmUp();
        }
        Path sources = folder.write("sources", Map.of("program/Program.java", source));
        Path classes = folder.fresh("classes" + programs++);
        Path generated = folder.fresh("generated");
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = SYSTEM.getProcessCpuTime(); // since the processor has a thread of its own
            javac.compile(sources, generated, classes);
            millis[run] = (SYSTEM.getProcessCpuTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        Class<?> derivative = new URLClassLoader(new URL[] {classes.toUri().toURL()}).loadClass("program.WholeGrad");
        Method gradient = derivative.getMethod("gradient", double.class);
        Method pullback = derivative.getMethod("pullback", double.class);
        return Family.Member.of(() -> call(gradient), () -> call(pullback))
                .with(Quantity.COMPILATION, millis[RUNS / 2])
                .with(Quantity.CODE, bytesOfDerivative(classes));
    }

    private static Object call(Method method) {
        try {
            return method.invoke(null, AT);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double bytesOfDerivative(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.getFileName().toString().startsWith("WholeGrad"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
