package dev.jacobi.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder that is deleted in the end. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("jacobi-benchmark"));
    }

    /** An empty folder in it. */
    Path fresh(String name) throws IOException {
        delete(path.resolve(name));
        return Files.createDirectories(path.resolve(name));
    }

    /** A folder in it that holds just these files. */
    Path write(String name, Map<String, String> files) throws IOException {
        Path folder = fresh(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, file.getValue());
        }
        return folder;
    }

    @Override
    public void close() {
        try {
            delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : new TreeSet<>(paths.toList()).descendingSet()) {
                Files.delete(path);
            }
        }
    }
}
