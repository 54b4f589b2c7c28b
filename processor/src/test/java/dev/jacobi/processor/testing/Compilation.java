package dev.jacobi.processor.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came of a run of javac.
 *
 * @param succeeded whether there was no error
 * @param classes class files by the class's name
 * @param generated generated sources by the class's name
 */
public record Compilation(
        boolean succeeded,
        List<Diagnostic<? extends JavaFileObject>> diagnostics,
        Map<String, byte[]> classes,
        Map<String, String> generated) {

    /** All diagnostics as javac prints them: place, message, source line and caret. */
    public String text() {
        return diagnostics.stream().map(Compilation::text).collect(Collectors.joining());
    }

    /** One diagnostic as javac prints it. */
    public static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        String text = diagnostic.toString();
        return (text.isEmpty() ? diagnostic.getMessage(Locale.ROOT) : text) + "\n";
    }

    /** A new loader of the compiled classes. */
    public ClassLoader loader() {
        if (!succeeded) {
            throw new AssertionError("javac failed:\n" + text());
        }
        return new Loader(classes);
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Compilation.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
