package dev.jacobi.processor.typer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The typer against javac's own attribution: the same type for every expression. {@code -Djacobi.typer=1} compares all
 * of the libraries' files; otherwise every tenth is.
 */
@Order(2)
class TyperTest {

    private static final int EVERY = Integer.getInteger("jacobi.typer", 10);

    static List<Corpus> corpora() {
        return Corpora.all(EVERY);
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void agreesWithJavac(Corpus corpus, TestReporter reporter) {
        Tally tally = Comparison.of(corpus);
        reporter.publishEntry(corpus + ": " + tally);
        assertThat(tally.problems()).as("%s", tally).isEmpty();
        assertThat(tally.files()).as("%s", tally).isPositive();
    }
}
