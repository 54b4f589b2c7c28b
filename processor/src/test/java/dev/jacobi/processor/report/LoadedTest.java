package dev.jacobi.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.JacobiProcessor;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report costs nothing where it isn't asked for: none of its classes is loaded. */
class LoadedTest {
    private static final String REPORT =
            "dev\\.jacobi\\.processor\\.(report\\..*|ReportStage.*|Findings|.*Retentions.*|.*Listing.*)";

    @TempDir
    Path folder;

    @Test
    void noClassOfTheReportIsLoadedWithoutTheOption() throws Exception {
        assertThat(loaded(List.of())).isNotEmpty().noneMatch(name -> name.matches(REPORT));
    }

    @Test
    void theyAreWithIt() throws Exception {
        assertThat(loaded(List.of("-Ajacobi.report=" + folder)))
                .contains(Report.class.getName(), Finding.class.getName(), MethodPage.class.getName());
    }

    /** The processor's classes that a compilation loads, in a loader of its own. */
    private Set<String> loaded(List<String> options) throws Exception {
        URL home = JacobiProcessor.class.getProtectionDomain().getCodeSource().getLocation();
        try (Apart loader = new Apart(home)) {
            Processor processor = (Processor) loader.loadClass(JacobiProcessor.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            List<String> all = new ArrayList<>(List.of("-classpath", Javac.classPath(), "-d", folder.toString()));
            all.addAll(options);
            SourceText model = SourceText.of("""
                    final class Model {
                        @dev.jacobi.Differentiable
                        static double f(double[] x) {
                            double y = 1;
                            for (double e : x) {
                                y = y * y * e;
                            }
                            return y;
                        }
                    }
                    """);
            JavaCompiler.CompilationTask task =
                    ToolProvider.getSystemJavaCompiler().getTask(null, null, null, all, null, List.of(model));
            task.setProcessors(List.of(processor));
            assertThat(task.call()).isTrue();
            return loader.loaded;
        }
    }

    private static final class Apart extends URLClassLoader {
        private final Set<String> loaded = Collections.synchronizedSet(new TreeSet<>());

        Apart(URL home) {
            super(new URL[] {home}, JacobiProcessor.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.jacobi.processor.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                loaded.add(name);
                return known != null ? known : findClass(name);
            }
        }
    }
}
