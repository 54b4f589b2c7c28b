package dev.jacobi.processor.use;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A user's project in a folder of its own: {@code src} goes in, {@code classes} and {@code generated} come out. */
record Project(Path folder) {

    private static final Path EXAMPLES = Path.of("src/test/resources/use");
    private static final Pattern PRINTS = Pattern.compile("// prints (.*)");

    /** Empty so far. */
    static Project in(Path folder) {
        Project project = new Project(folder);
        project.within(() -> {
            Files.createDirectories(project.sources());
            Files.createDirectories(project.classes());
            Files.createDirectories(project.generated());
        });
        return project;
    }

    /** A copy of one of the example projects. */
    static Project copy(String name, Path folder) {
        Project project = in(folder);
        files(EXAMPLES.resolve(name)).forEach((file, text) -> project.with("src/" + file, new String(text)));
        return project;
    }

    /** Writes a file. */
    Project with(String file, String text) {
        Path path = folder.resolve(file);
        within(() -> {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        });
        return this;
    }

    Path sources() {
        return folder.resolve("src");
    }

    Path classes() {
        return folder.resolve("classes");
    }

    Path generated() {
        return folder.resolve("generated");
    }

    /** The source files, relative to the folder, sorted. */
    List<String> sourceFiles() {
        return files(sources()).keySet().stream().map(file -> "src/" + file).toList();
    }

    /** What the program says of itself, in comments, that it prints. */
    List<String> promised() {
        return files(sources()).values().stream()
                .flatMap(text -> PRINTS.matcher(new String(text)).results())
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    /** Every file below a folder: its relative name and its bytes. */
    static Map<String, byte[]> files(Path root) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void within(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
