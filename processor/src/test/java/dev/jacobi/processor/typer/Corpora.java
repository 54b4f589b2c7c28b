package dev.jacobi.processor.typer;

import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Where the sources come from: this repository's folders, and the sources of the tests' libraries. */
final class Corpora {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path LIBRARIES = Path.of("target/library-sources");

    private Corpora() {}

    /** All corpora, with every {@code n}-th file of the libraries. */
    static List<Corpus> all(int n) {
        List<Corpus> corpora = new ArrayList<>();
        corpora.add(tables());
        for (String module : List.of("runtime", "processor")) {
            for (String part : List.of("main", "test")) {
                Path folder =
                        REPOSITORY.resolve(module).resolve("src").resolve(part).resolve("java");
                corpora.add(new Corpus(module + " " + part, sources(folder)));
            }
        }
        corpora.add(generated("samples", sources(Path.of("src/test/resources/samples"))));
        for (Path example : files(REPOSITORY.resolve("examples"))) {
            if (Files.isDirectory(example.resolve("src"))) {
                corpora.add(generated("example " + example.getFileName(), sources(example.resolve("src"))));
            }
        }
        for (Path library : files(LIBRARIES)) {
            List<SourceText> sources = jar(library);
            List<SourceText> some = new ArrayList<>();
            for (int i = 0; i < sources.size(); i += n) {
                some.add(sources.get(i));
            }
            corpora.add(new Corpus(library.getFileName().toString(), some));
        }
        return corpora;
    }

    /** The table of expressions; what is newer than this JDK is left out. */
    private static Corpus tables() {
        List<SourceText> sources = new ArrayList<>();
        for (SourceText source : sources(Path.of("src/test/resources/typer"))) {
            boolean newer = source.getName().contains("21") && Runtime.version().feature() < 21;
            if (!newer) {
                sources.add(source);
            }
        }
        return new Corpus("table", sources);
    }

    /** Sources with what the processor generates for them. */
    private static Corpus generated(String name, List<SourceText> sources) {
        List<SourceText> all = new ArrayList<>(sources);
        Javac.compile(sources, "-proc:only")
                .generated()
                .forEach((type, text) -> all.add(SourceText.of(type.replace('.', '/') + ".java", text)));
        return new Corpus(name, all);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java files below a folder but descriptions of modules and packages. */
    static List<SourceText> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<SourceText> sources = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (isSource(file.toString())) {
                    String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
                    sources.add(SourceText.of(path, Files.readString(file)));
                }
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SourceText> jar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<SourceText> sources = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (isSource(entry.getName()) && !entry.getName().startsWith("META-INF/")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    sources.add(SourceText.of(entry.getName(), new String(bytes, StandardCharsets.UTF_8)));
                }
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(String name) {
        return name.endsWith(".java") && !name.endsWith("module-info.java") && !name.endsWith("package-info.java");
    }
}
