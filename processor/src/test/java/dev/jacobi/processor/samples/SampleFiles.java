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

/** The sources under {@code src/test/resources/samples}, and those that are to join them. */
public final class SampleFiles {
    private static final Path ROOT = Path.of("src/test/resources/samples");

    /** Java that isn't differentiated yet. */
    private static final Path NEXT = Path.of("src/test/resources/samples-next");

    /** What only JDK 21 and later understand. */
    private static final Path SINCE_21 = Path.of("src/test/resources/samples-21");

    private SampleFiles() {}

    /** All of them, in order. */
    public static List<SourceText> read() {
        List<SourceText> sources = new ArrayList<>(read(ROOT));
        if (Runtime.version().feature() >= 21) {
            sources.addAll(read(SINCE_21));
        }
        return sources;
    }

    static List<SourceText> readNext() {
        return Files.exists(NEXT) ? read(NEXT) : List.of();
    }

    private static List<SourceText> read(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .map(f -> source(root, f))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceText source(Path root, Path file) {
        try {
            return SourceText.of(
                    root.getParent().relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All samples as users without options compile them: once, for all tests that start from there. */
    public static Compilation usual() {
        return Usual.COMPILATION;
    }

    /** All samples with second derivatives. */
    static Compilation ofSecondOrder() {
        return OfSecondOrder.COMPILATION;
    }

    /** Made when it is first asked for. */
    private static final class Usual {
        static final Compilation COMPILATION = Javac.compile(read());
    }

    /** Made when it is first asked for. */
    private static final class OfSecondOrder {
        static final Compilation COMPILATION = Javac.compile(read(), "-Ajacobi.order=2");
    }

    /** Compiles sources in one run, and finds the points of the samples in them. */
    static List<Point> points(List<SourceText> sources, String... options) {
        return points(Javac.compile(sources, options));
    }

    /** The points of the samples that were compiled, in classes of their own each time. */
    static List<Point> points(Compilation compilation) {
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
