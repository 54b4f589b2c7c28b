package dev.jacobi.examples.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.PrimitiveIterator;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cell prints what the notebook shows below it, to the character. */
class NotebookTest {
    /** The notebook, whose tensors are printed without the {@code torch.} of {@code torch.FloatTensor} here. */
    private static final String NOTEBOOK = resource("seed-notebook.txt").replace("[torch.", "[");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Stream<Arguments> cells() {
        return Stream.of(
                cell(1, "print \"\"", Notebook::cell1),
                cell(6, "print x.grad.data", Notebook::cell6),
                cell(48, "print grad", out -> Notebook.cell48(out, new NotebooksNumbers())),
                cell(42, "print jacobian", Notebook::cell42),
                cell(42, "print jacobian", Notebook::cell42InOneCall),
                cell(46, "print(x.grad.data)    ", Notebook::cell46),
                cell(46, "print(x.grad.data)    ", Notebook::cell46WithoutVariables),
                cell(52, "## THIS WORKS AS PLANNED!", Notebook::cell52));
    }

    private static Arguments cell(int number, String lastLineOfCode, Consumer<Output> cell) {
        return arguments(number, lastLineOfCode, cell);
    }

    @ParameterizedTest(name = "In [{0}]")
    @MethodSource("cells")
    void printsWhatTheNotebookPrints(int number, String lastLineOfCode, Consumer<Output> cell) {
        assertThat(printed(() -> cell.accept(new Output(new PrintStream(bytes, true, UTF_8)))))
                .isEqualTo(below(number, lastLineOfCode));
    }

    @Test
    void runsAllCells() {
        PrintStream standard = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            assertThat(printed(() -> Notebook.main(new String[0])))
                    .contains(
                            "In [1]",
                            below(1, "print \"\""),
                            below(42, "print jacobian"),
                            below(52, "## THIS WORKS AS PLANNED!"));
        } finally {
            System.setOut(standard);
        }
    }

    private String printed(Runnable program) {
        program.run();
        return bytes.toString(UTF_8).stripTrailing();
    }

    /** What the notebook shows below a cell's code, from the line after the empty one up to the next heading. */
    private static String below(int number, String lastLineOfCode) {
        String cell = NOTEBOOK.split("In \\[" + number + "]:\n", 2)[1].split("\nIn \\[|\n## 2-d system", 2)[0];
        String end = "\n" + lastLineOfCode + "\n\n";
        return cell.substring(cell.lastIndexOf(end) + end.length()).stripTrailing();
    }

    private static String resource(String name) {
        try (InputStream in = NotebookTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The notebook's random numbers, with a digit more than it shows: rounded as shown, 4·(−1.0923) would not be
     * −4.3690.
     */
    private static final class NotebooksNumbers implements RandomGenerator {
        private final PrimitiveIterator.OfDouble numbers =
                DoubleStream.of(-0.13480, -1.09226, -0.47427).iterator();

        @Override
        public double nextGaussian() {
            return numbers.nextDouble();
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("only normally distributed numbers are known");
        }
    }
}
