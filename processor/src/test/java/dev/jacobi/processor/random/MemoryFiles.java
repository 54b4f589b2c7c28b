package dev.jacobi.processor.random;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Keeps what the compiler writes in memory: class files and generated sources. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, Written> classes = new LinkedHashMap<>();
    private final Map<String, Written> sources = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager files) {
        super(files);
    }

    /** A source file that is in memory. */
    static JavaFileObject source(String className, String text) {
        Written file = new Written(className, JavaFileObject.Kind.SOURCE);
        file.bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Written file = new Written(className, kind);
        (kind == JavaFileObject.Kind.CLASS ? classes : sources).put(className, file);
        return file;
    }

    @Override
    public void close() {
        // The manager behind this one serves the next compilation too.
    }

    /** The generated source of a class. */
    String generated(String className) {
        Written source = sources.get(className);
        return source == null ? "" : source.getCharContent(true).toString();
    }

    /** A loader of what was compiled, in which assertions are checked. */
    ClassLoader loader() {
        ClassLoader loader = new ClassLoader(Journal.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                Written file = classes.get(name);
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = file.bytes.toByteArray();
                return defineClass(name, code, 0, code.length);
            }
        };
        loader.setDefaultAssertionStatus(true);
        return loader;
    }
}
