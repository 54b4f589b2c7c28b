package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor is told on the command line, and doesn't understand. */
class OptionsTest {
    private static final SourceText MODEL = SourceText.of("""
            final class Model {
                @dev.jacobi.Differentiable static double f(double x) { return x * x; }
            }
            """);

    @Test
    void unknownOptimisation() {
        Compilation compilation = Javac.compile(List.of(MODEL), "-Ajacobi.without=algebra,alias");
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.text()).isEqualTo("""
                error: [jacobi:unknown-optimisation] -Ajacobi.without names "alias", which is no optimisation
                    there are: small-calls, algebra, merging, first-increment, aliases, handover, same-shape, common-subexpressions, dead-code, filled-arrays, finished-arrays, recomputing, trips, upwards, split-loops, independence, joined-calls, batches, direct-pattern, lanes, unit-seeds, stacked-seeds, coalescing, fused-loops, reuse, all
                """);
    }

    @Test
    void unknownWayToComputeFunctions() {
        Compilation compilation = Javac.compile(List.of(MODEL), "-Ajacobi.functions=quick");
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.text()).isEqualTo("""
                error: [jacobi:unknown-functions] -Ajacobi.functions names "quick", which is no way to compute them
                    there are: java, fast
                """);
    }

    @Test
    void namesMayHaveSpacesAroundThem() {
        assertThat(Javac.compile(List.of(MODEL), "-Ajacobi.without=algebra, aliases")
                        .succeeded())
                .isTrue();
    }

    @Test
    void reportInThePlaceOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("taken.Out"));
        Compilation compilation = Javac.compile(List.of(MODEL), "-Ajacobi.report=" + file);
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.text()).isEqualTo("""
                error: [jacobi:report-not-written] the report that -Ajacobi.report asks for can't be written to "%s": a file of that name is in the way
                    name a directory that can be made or written to; a relative one is looked for where the compiler was started
                """.formatted(file));
    }

    @Test
    void reportWithoutADirectory() {
        Compilation compilation = Javac.compile(List.of(MODEL), "-Ajacobi.report");
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.text()).isEqualTo("""
                error: [jacobi:report-not-written] the report that -Ajacobi.report asks for can't be written to "": no directory is named
                    name a directory that can be made or written to; a relative one is looked for where the compiler was started
                """);
    }
}
