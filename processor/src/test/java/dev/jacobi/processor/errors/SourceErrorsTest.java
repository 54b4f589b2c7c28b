package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.JacobiProcessor;
import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that aren't there or can't be read, and bugs of Jacobi's own. */
class SourceErrorsTest {
    private static final String MODEL = """
            public final class Model {
                @dev.jacobi.Differentiable public static double f(double x) { return x; }
                @dev.jacobi.Differentiable public static double g(double x) { return x; }
            }
            """;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    @TempDir
    private Path folder;

    /** Java that the grammar takes for the word non-sealed costs no more than the bodies that it stands in. */
    @Test
    void bodiesThatTheGrammarRefuses() {
        inModel("difference of two odd names", """
                    static double g(double x, int non, int sealed) { double y = x; return y * (non-sealed); }
                    @Differentiable static double «f»(double x, int non, int sealed) { return x * (non-sealed); }
                    @Differentiable static double h(double x) { return x * «y»; }
                """, """
                Model.java:5: error: [jacobi:no-parse] Model.f(double, int, int) can't be read: (line 5,col 81) Parse error. Found "non-sealed"
                    @Differentiable static double f(double x, int non, int sealed) { return x * (non-sealed); }
                                                  ^
                    mend the syntax; if javac accepts the file, please report this
                Model.java:6: error: [jacobi:unknown-name] there is no variable, field or class named y here
                    @Differentiable static double h(double x) { return x * y; }
                                                                           ^
                    check the spelling, declare it before this line, or import the class
                """).check();
    }

    /** Where it stands between members, nothing can be left out. */
    @Test
    void fileThatTheGrammarRefuses() {
        inModel("difference of two odd names in a field", """
                    static int non = 3, sealed = 2, one = non-sealed;
                    @Differentiable static double «f»(double x) { return x; }
                """, """
                Model.java:5: error: [jacobi:no-parse] Model.java can't be read: (line 4,col 41) Parse error. Found "non-sealed"
                    @Differentiable static double f(double x) { return x; }
                                                  ^
                    mend the syntax; if javac accepts the file, please report this
                """).check();
    }

    /** A local enum may stand anywhere; only code that is differentiated must not have one. */
    @Test
    void localEnums() {
        inModel("enum in a method", """
                    static void other() {
                        /* enum */ enum Kind
                        { A, B("}") { void f() {} }; Kind(String... s) {} } Runnable r = () -> { enum E { A } };
                    }
                    @Differentiable static double f(double x) {
                        «enum Kind { A, B }»
                        return x;
                    }
                    @Differentiable static double g(double x) {
                        new Thread(«() -> { enum Kind { A } System.out.println(Kind.A); }»).start();
                        return x;
                    }
                """, """
                Model.java:9: error: [jacobi:unsupported] the enum Kind declared inside the method can't be differentiated yet
                        enum Kind { A, B }
                        ^
                    declare it in the class around the method, and not private
                Model.java:13: error: [jacobi:unsupported] a class declared inside the method can't be differentiated yet
                        new Thread(() -> { enum Kind { A } System.out.println(Kind.A); }).start();
                                   ^
                    declare it outside the method
                """).check();
    }

    /** Classes named to the compiler are processed without their sources, with derivatives beside them or without. */
    @Test
    void classFileAlone() throws IOException {
        for (String option : List.of("-proc:none", "-parameters")) {
            Compilation library = Javac.compileAsIs(List.of(SourceText.of(MODEL)), option);
            for (Map.Entry<String, byte[]> entry : library.classes().entrySet()) {
                Files.write(folder.resolve(entry.getKey() + ".class"), entry.getValue());
            }
            assertThat(process(List.of("Model"), List.of())).isEqualTo("""
                    error: [jacobi:no-source] the source of Model.f(double) can't be found, and Jacobi works from source
                        compile the file that declares it in this same compilation, or put its folder on -sourcepath
                    error: [jacobi:no-source] the source of Model.g(double) can't be found, and Jacobi works from source
                        compile the file that declares it in this same compilation, or put its folder on -sourcepath
                    """);
        }
    }

    /** What goes wrong inside Jacobi is reported at the method, and the rest goes on. */
    @Test
    void bug() {
        assertThat(process(List.of(), List.of(new Failing()))).isEqualTo("""
                Model.java:2: error: [jacobi:internal] a bug in Jacobi: Model.f(double) could not be differentiated (… worn out at …)
                    @dev.jacobi.Differentiable public static double f(double x) { return x; }
                                                                    ^
                    please report this with the method's source; the rest of the compilation goes on without it
                """);
    }

    private String process(List<String> classes, List<JavaFileObject> sources) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String classPath = folder + File.pathSeparator + Javac.classPath();
        List<String> options = List.of("-classpath", classPath, "-proc:only", "-d", folder.toString());
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, found, options, classes, sources);
        task.setLocale(Locale.ROOT);
        task.setProcessors(List.of(new JacobiProcessor()));
        task.call();
        return found.getDiagnostics().stream()
                .map(Compilation::text)
                .map(text -> text.replaceAll("\\(\\S+: .*(worn out at) .*\\)", "(… $1 …)"))
                .collect(Collectors.joining());
    }

    /** A file that fails the first time that the processor asks for its text. */
    private static final class Failing extends SimpleJavaFileObject {
        private boolean failed;

        Failing() {
            super(URI.create("memory:///Model.java"), Kind.SOURCE);
        }

        @Override
        public String getName() {
            return "Model.java";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            boolean asked = StackWalker.getInstance()
                    .walk(frames -> frames.anyMatch(f -> f.getClassName().endsWith("CompilerSources")));
            if (asked && !failed) {
                failed = true;
                throw new IllegalStateException("worn out");
            }
            return MODEL;
        }
    }
}
