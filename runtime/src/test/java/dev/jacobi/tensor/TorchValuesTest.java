package dev.jacobi.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of these files is a call and what PyTorch gave for it; {@code torch_values.py} wrote
 * {@code torch-values.txt}, and so on.
 */
class TorchValuesTest {
    /** Where two ways of rounding meet: some units in the last place of the largest number about. */
    private static final double FLOAT_TOLERANCE = 1e-6;

    private static final double DOUBLE_TOLERANCE = 1e-14;

    private static final List<String> FILES = List.of(
            "torch-values.txt",
            "torch-values-linalg.txt",
            "torch-values-network.txt",
            "torch-values-reductions.txt",
            "torch-values-shape.txt",
            "torch-values-elementwise.txt",
            "torch-values-order.txt",
            "torch-values-convolution.txt",
            "torch-values-layers.txt",
            "torch-values-losses.txt",
            "torch-values-more.txt",
            "torch-values-further.txt",
            "torch-values-additions.txt",
            "torch-values-numbers.txt");

    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String file : FILES) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(TorchValuesTest.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
                List<String> read = reader.lines().toList();
                assertThat(read).as(file).isNotEmpty();
                lines.addAll(read);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void givesWhatTorchGives(String line) throws ReflectiveOperationException {
        String[] parts = line.split("\\|", -1);
        boolean isStatic = parts[1].equals("static");
        Object receiver = isStatic ? null : value(parts[1]);
        Object[] arguments = Stream.of(parts)
                .skip(2)
                .limit(parts.length - 3L)
                .map(TorchValuesTest::value)
                .toArray();
        Object actual = invoke(parts[0], receiver, arguments);
        Object expected = value(parts[parts.length - 1]);
        if (expected instanceof Tensor tensor) {
            assertSame((Tensor) actual, tensor);
        } else if (expected instanceof Tensor[] tensors) {
            assertThat((Tensor[]) actual).hasSameSizeAs(tensors);
            for (int i = 0; i < tensors.length; i++) {
                assertSame(((Tensor[]) actual)[i], tensors[i]);
            }
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void assertSame(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        double tolerance = expected.dtype() == DType.FLOAT32 ? FLOAT_TOLERANCE : DOUBLE_TOLERANCE;
        double[] a = actual.toDoubleArray();
        double[] e = expected.toDoubleArray();
        double size =
                Arrays.stream(e).map(Math::abs).filter(x -> x <= 1e3).max().orElse(0);
        for (int i = 0; i < e.length; i++) {
            boolean close = Math.abs(a[i] - e[i]) <= tolerance * (Math.abs(e[i]) + 0.1 * size);
            assertThat(close || Double.valueOf(a[i]).equals(e[i]))
                    .as("element %d is %s, expected %s", i, a[i], e[i])
                    .isTrue();
        }
    }

    private static Object invoke(String name, Object receiver, Object[] arguments) throws ReflectiveOperationException {
        Class<?> owner = receiver instanceof Mask ? Mask.class : Tensor.class;
        for (var method : owner.getMethods()) {
            boolean kind = Modifier.isStatic(method.getModifiers()) == (receiver == null);
            if (method.getName().equals(name) && kind && accepts(method.getParameterTypes(), arguments)) {
                try {
                    return method.invoke(receiver, arguments);
                } catch (InvocationTargetException e) {
                    throw new AssertionError(e.getCause());
                }
            }
        }
        throw new NoSuchMethodException(name + " for " + Arrays.toString(arguments));
    }

    private static boolean accepts(Class<?>[] types, Object[] arguments) {
        boolean accepts = types.length == arguments.length;
        for (int i = 0; accepts && i < types.length; i++) {
            Class<?> type = types[i];
            accepts = type.isInstance(arguments[i])
                    || type == double.class && arguments[i] instanceof Double
                    || type == int.class && arguments[i] instanceof Integer
                    || type == boolean.class && arguments[i] instanceof Boolean;
        }
        return accepts;
    }

    private static Object value(String text) {
        String kind = text.substring(0, 1);
        String content = text.substring(text.indexOf(':') + 1);
        return switch (kind) {
            case "t" ->
                Stream.of(content.split(";")).map(TorchValuesTest::value).toArray(Tensor[]::new);
            case "s" -> content;
            case "n" -> number(content);
            case "b" -> Boolean.valueOf(content);
            case "i" -> text.startsWith("is") ? integers(content) : (Object) Integer.valueOf(content);
            case "m" -> mask(content, shape(text));
            case "c" -> convolution(integers(content));
            case "r" -> Reduction.valueOf(content);
            case "l" -> Index.from(integers(content), shape(text));
            case "f" -> Tensor.from(numbers(content), shape(text)).to(DType.FLOAT32);
            case "d" -> Tensor.from(numbers(content), shape(text));
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Convolution convolution(int... numbers) {
        return new Convolution(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static int[] shape(String text) {
        return integers(text.substring(2, text.indexOf(']')));
    }

    private static int[] integers(String text) {
        return text.isEmpty()
                ? new int[0]
                : Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Stream.of(text.split(","))
                        .mapToDouble(TorchValuesTest::number)
                        .toArray();
    }

    private static Mask mask(String text, int... shape) {
        double[] numbers = numbers(text);
        boolean[] elements = new boolean[numbers.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = numbers[i] != 0;
        }
        return Mask.from(elements, shape);
    }

    private static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
