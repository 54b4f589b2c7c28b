package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.jacobi.processor.testing.ClassFile;
import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of which javac would refuse a derivative in one piece, and HotSpot wouldn't compile it. */
@TestInstance(Lifecycle.PER_CLASS)
class LargeMethodsTest {
    private final Compilation compilation = Javac.compile(LargePrograms.all());

    List<Point> points() {
        return SampleFiles.points(compilation);
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyModeIsRight(Point point) {
        assertAll(point.toString(), Modes.checks(point));
    }

    /** HotSpot's own limit is 8,000. */
    @Test
    void everyGeneratedMethodIsWellBelowTheLimit() {
        Map<String, Integer> large = new TreeMap<>();
        compilation.classes().forEach((name, bytes) -> {
            if (name.contains("Grad")) {
                ClassFile.codeLengths(bytes).forEach((method, length) -> large.put(name + "." + method, length));
            }
        });
        large.values().removeIf(length -> length < 5_000);
        assertThat(large).isEmpty();
    }
}
