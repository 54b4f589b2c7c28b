package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derivatives where they are a choice, and at infinities and NaN, are PyTorch's. A line is an expression over the
 * tensors x, y, z, its arguments, and the gradient of the sum of its result that PyTorch gave;
 * {@code torch_gradients.py} and its like wrote them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TorchGradientsTest {
    private static final Path FOLDER = Path.of("src/test/resources/torch-gradients");

    private static final List<String> FILES = List.of("torch-gradients.txt", "torch-gradients-ties.txt");

    private static final List<String> NAMES = List.of("x", "y", "z");

    List<Point> points() throws IOException {
        Map<String, List<String[]>> lines = new LinkedHashMap<>();
        for (String file : FILES) {
            for (String line : Files.readAllLines(FOLDER.resolve(file))) {
                String[] parts = line.split("\\|");
                lines.computeIfAbsent(parts[0], e -> new ArrayList<>()).add(parts);
            }
        }
        StringBuilder source = new StringBuilder("package torch;\nimport dev.jacobi.*;\nimport dev.jacobi.tensor.*;\n"
                + "import dev.jacobi.processor.samples.Sample;\nfinal class Gradients {\n");
        lines.forEach((expression, cases) -> source.append(method(expression, cases, source.length())));
        return SampleFiles.points(List.of(SourceText.of(source.append("}\n").toString())));
    }

    private static String method(String expression, List<String[]> cases, int number) {
        List<String> at = cases.stream().map(c -> '"' + c[1] + '"').toList();
        List<String> gives = cases.stream().map(c -> '"' + c[2] + '"').toList();
        String name = expression.replaceAll(".*x\\.(\\w+).*", "$1") + number;
        int operands = operands(cases.get(0)[1]);
        return String.format(
                "  @Differentiable @Sample(at = {%s}, gives = {%s})%n  static Tensor %s(%s) { return %s; }%n",
                String.join(", ", at),
                String.join(", ", gives),
                name,
                "Tensor " + String.join(", Tensor ", NAMES.subList(0, operands)),
                expression);
    }

    /** How many tensors are written there; a matrix has brackets inside. */
    private static int operands(String at) {
        int operands = 0;
        int depth = 0;
        for (char c : at.toCharArray()) {
            operands += c == '[' && depth == 0 ? 1 : 0;
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        return operands;
    }

    @ParameterizedTest
    @MethodSource("points")
    void gradientIsTorchs(Point point) {
        Object[] arguments = point.arguments();
        Tensor seed = Tensor.onesLike((Tensor) point.value(arguments));
        Object[] bars = point.derived().vjp(arguments, seed);
        Object[] expected = Literals.read(point.gives(), point.inputs().types());
        for (int i = 0; i < expected.length; i++) {
            assertSame(point + " by " + NAMES.get(i), (Tensor) bars[i], (Tensor) expected[i]);
        }
    }

    private static void assertSame(String what, Tensor actual, Tensor expected) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        double tolerance = expected.dtype() == DType.FLOAT32 ? 1e-5 : 1e-12;
        for (int i = 0; i < expected.size(); i++) {
            double mine = actual.flatten().item(i);
            double torchs = expected.flatten().item(i);
            boolean same = Double.compare(mine + 0.0, torchs + 0.0) == 0;
            assertThat(same || Math.abs(mine - torchs) <= tolerance * Math.max(1, Math.abs(torchs)))
                    .as("%s: element %d is %s, but PyTorch's %s", what, i, mine, torchs)
                    .isTrue();
        }
    }
}
