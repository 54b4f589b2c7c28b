package dev.jacobi.processor.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what javac and the processor write. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Written> classes = new TreeMap<>();
    private final Map<String, Written> sources = new TreeMap<>();

    MemoryFiles(StandardJavaFileManager compiler) {
        super(compiler);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Written written = new Written(className, kind);
        (kind == JavaFileObject.Kind.CLASS ? classes : sources).put(className, written);
        return written;
    }

    /** Class files by the class's name. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> bytes = new TreeMap<>();
        classes.forEach((name, written) -> bytes.put(name, written.bytes.toByteArray()));
        return bytes;
    }

    /** Generated sources by the class's name. */
    Map<String, String> sources() {
        Map<String, String> texts = new TreeMap<>();
        sources.forEach((name, written) -> texts.put(name, written.text()));
        return texts;
    }

    private static final class Written extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            bytes.reset();
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text();
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
