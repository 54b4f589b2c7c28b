package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a derivative is a convention (ties, zeros, edges) it is PyTorch's: {@code torch_gradients.py} wrote the lines.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TorchGradientsTest {
    private static final double TOLERANCE = 1e-12;

    private final List<String> lines = lines();
    private final ClassLoader classes = compilation(lines).loader();

    private static List<String> lines() {
        try (InputStream in = TorchGradientsTest.class.getResourceAsStream("/gradients/torch-gradients.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Compilation compilation(List<String> lines) {
        List<SourceText> sources = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String expression = lines.get(i).substring(0, lines.get(i).indexOf('|'));
            sources.add(SourceText.of("package gradients;\nimport dev.jacobi.Differentiable;\n"
                    + "import dev.jacobi.tensor.*;\nfinal class Of" + i + " {\n  @Differentiable(\"Line" + i
                    + "\") static Tensor line(Tensor x) { return " + expression + ".sum(); }\n}\n"));
        }
        return Javac.compile(sources);
    }

    List<Integer> numbers() {
        return IntStream.range(0, lines.size()).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isTorchs(int number) throws ReflectiveOperationException {
        String[] parts = lines.get(number).split("\\|");
        Method vjp = classes.loadClass("gradients.Line" + number).getDeclaredMethod("vjp", Tensor.class, Tensor.class);
        vjp.setAccessible(true);
        double[] expected = numbers(parts[2]);
        Tensor actual =
                (Tensor) vjp.invoke(null, TensorLiteral.read(parts[1].replace("inf", "Infinity")), Tensor.scalar(1.0));
        for (int i = 0; i < expected.length; i++) {
            double a = actual.flatten().item(i);
            assertThat(Math.abs(a - expected[i]) <= TOLERANCE * Math.max(1, Math.abs(expected[i]))
                            || Double.valueOf(a).equals(expected[i]))
                    .as("%s: element %d is %s, expected %s", parts[0], i, a, expected[i])
                    .isTrue();
        }
    }

    private static double[] numbers(String rows) {
        Tensor tensor = TensorLiteral.read(rows.replace("inf", "Infinity").replace("nan", "NaN"));
        return tensor.flatten().toDoubleArray();
    }
}
