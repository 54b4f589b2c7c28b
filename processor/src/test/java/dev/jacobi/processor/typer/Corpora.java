package dev.jacobi.processor.typer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Where the sources come from: this repository's folders, and source jars. */
final class Corpora {

    private Corpora() {}

    /** All Java files below a folder but module and package descriptions. */
    static Corpus folder(String name, Path folder, String classPath) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<JavaFileObject> sources = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (isSource(file.toString())) {
                    sources.add(new Text(file.toString(), Files.readString(file)));
                }
            }
            return new Corpus(name, sources, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java files of a source jar but module and package descriptions. */
    static Corpus jar(String name, Path jar, String classPath) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<JavaFileObject> sources = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isSource(entry.getName()) && !entry.getName().startsWith("META-INF/")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    sources.add(new Text(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
                }
            }
            return new Corpus(name, sources, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".java") && !name.endsWith("module-info.java") && !name.endsWith("package-info.java");
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Text(String name, String text) {
            super(URI.create("memory:///" + name.replace('\\', '/')), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
