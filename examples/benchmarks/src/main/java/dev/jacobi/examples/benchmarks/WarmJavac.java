package dev.jacobi.examples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles in this process, with a processor whose classes stay loaded. */
final class WarmJavac {

    private final JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    private final ClassLoader processors;

    /** @param processorPath where Jacobi's processor is, as of {@code -processorpath} */
    WarmJavac(String processorPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : processorPath.split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        this.processors = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getSystemClassLoader());
    }

    /**
     * Compiles all sources below a folder, with the class path of this program.
     *
     * @param options of the processor, such as {@code -Ajacobi.split=1}
     */
    void compile(Path sources, Path generated, Path classes, String... options) throws IOException {
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> all = new ArrayList<>(List.of(
                    "-d",
                    classes.toString(),
                    "-s",
                    generated.toString(),
                    "-cp",
                    System.getProperty("java.class.path")));
            all.addAll(Arrays.asList(options));
            StringWriter messages = new StringWriter();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages, files, null, all, null, files.getJavaFileObjectsFromPaths(javaFiles(sources)));
            task.setProcessors(fresh());
            if (!task.call()) {
                throw new IllegalStateException("javac failed:\n" + messages);
            }
        }
    }

    private List<Processor> fresh() {
        List<Processor> fresh = new ArrayList<>();
        for (Processor processor : ServiceLoader.load(Processor.class, processors)) {
            if (processor.getClass().getName().startsWith("dev.jacobi.")) {
                fresh.add(processor);
            }
        }
        return fresh;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
