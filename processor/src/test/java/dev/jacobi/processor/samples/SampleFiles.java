package dev.jacobi.processor.samples;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sources under {@code src/test/resources/samples}. */
public final class SampleFiles {
    private static final Path ROOT = Path.of("src/test/resources/samples");

    private SampleFiles() {}

    /** All of them, in order. */
    public static List<SourceText> read() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .map(SampleFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceText read(Path file) {
        try {
            return SourceText.of(
                    ROOT.getParent().relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles sources in one run, and finds the points of the samples in them. */
    static List<Point> points(List<SourceText> sources) {
        Compilation compilation = Javac.compile(sources);
        ClassLoader loader = compilation.loader();
        List<Point> points = new ArrayList<>();
        for (String name : compilation.classes().keySet()) {
            try {
                points.addAll(Point.of(Class.forName(name, false, loader)));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        points.sort(Comparator.comparing(Point::toString));
        return points;
    }
}
