package dev.jacobi.processor.testing;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.JacobiProcessor;
import dev.jacobi.processor.LocalClassGuard;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.apache.commons.math3.special.Erf;

/** javac with the processor, in this process and in memory. */
public final class Javac {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /** Compiles all sources in one run, with the names of parameters kept. */
    public static Compilation compile(List<SourceText> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-parameters"));
        all.addAll(List.of(options));
        return compileAsIs(sources, all.toArray(String[]::new));
    }

    /** Compiles with no more options than those given. */
    public static Compilation compileAsIs(List<SourceText> sources, String... options) {
        List<String> arguments = new ArrayList<>(List.of("-classpath", classPath()));
        arguments.add("-Ajacobi.verify");
        arguments.addAll(List.of(options));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        MemoryFiles files =
                new MemoryFiles(COMPILER.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8));
        JavaCompiler.CompilationTask task = COMPILER.getTask(null, files, diagnostics, arguments, null, sources);
        task.setLocale(Locale.ROOT);
        task.setProcessors(List.of(new LocalClassGuard(), new JacobiProcessor()));
        boolean succeeded = task.call();
        return new Compilation(succeeded, diagnostics.getDiagnostics(), files.classes(), files.sources());
    }

    /** The runtime, the tests' own classes and a library: what a sample may name. */
    public static String classPath() {
        return home(Differentiable.class)
                + File.pathSeparator
                + home(Javac.class)
                + File.pathSeparator
                + home(Erf.class);
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
