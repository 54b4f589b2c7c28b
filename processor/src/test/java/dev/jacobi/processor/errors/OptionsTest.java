package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                    there are: small-calls, algebra, merging, first-increment, aliases, handover, same-shape, common-subexpressions, dead-code, filled-arrays, recomputing, trips, independence, coalescing, reuse, all
                """);
    }

    @Test
    void namesMayHaveSpacesAroundThem() {
        assertThat(Javac.compile(List.of(MODEL), "-Ajacobi.without=algebra, aliases")
                        .succeeded())
                .isTrue();
    }
}
