package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.DType;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What has a value for singular matrices, but whose derivative divides by a 0 there: derivatives refuse it, under the
 * name of the operation that the user called.
 */
class SingularMatricesTest {
    private static final Tensor DEPENDENT = Tensor.of(new double[][] {{1, 2}, {2, 4}});
    private static final Tensor SECOND_DEPENDENT = Tensor.stack(Tensor.of(new double[][] {{1, 3}, {2, 4}}), DEPENDENT);
    private static final Tensor ZERO_COLUMN = Tensor.of(new double[][] {{0, 1}, {0, 2}, {0, 3}});

    private record Refusal(String expression, Tensor at, String message) {
        @Override
        public String toString() {
            return expression + " at " + at.shape();
        }
    }

    private static final String UPPER = " is singular: its upper triangular factor has a 0 on the diagonal";

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("x.lu()[1]", DEPENDENT, "lu: x" + UPPER),
            new Refusal("x.lu()[2].sin()", DEPENDENT, "lu: x" + UPPER),
            new Refusal("x.lu()[2]", SECOND_DEPENDENT, "lu: matrix 1 of x" + UPPER),
            new Refusal("x.lu()[2].exp()", ZERO_COLUMN, "lu: x" + UPPER),
            new Refusal(
                    "x.mT().lu()[1].exp()",
                    ZERO_COLUMN.add(Tensor.of(new double[][] {{1, 0}, {2, 0}, {3, 0}})),
                    "lu: x" + UPPER),
            new Refusal("x.qr()[0]", ZERO_COLUMN, "qr: x" + UPPER),
            new Refusal("x.qr()[1].exp()", ZERO_COLUMN, "qr: x" + UPPER));

    private static Class<?> functions = Object.class;

    @BeforeAll
    static void compile() throws ClassNotFoundException {
        StringBuilder source = new StringBuilder("package singular; import dev.jacobi.*; import dev.jacobi.tensor.*;\n"
                + "public final class Functions {\n");
        for (int i = 0; i < REFUSALS.size(); i++) {
            source.append(
                    "@Differentiable(\"F%1$d\") public static double f%1$d(Tensor x) { return %2$s.sum().item(); }\n"
                            .formatted(i, REFUSALS.get(i).expression()));
        }
        ClassLoader loader = Javac.compile(
                        List.of(SourceText.of(source.append("}\n").toString())))
                .loader();
        functions = loader.loadClass("singular.Functions");
    }

    static Stream<Refusal> refusals() {
        return REFUSALS.stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void derivativesRefuse(Refusal refusal) throws ReflectiveOperationException {
        int i = REFUSALS.indexOf(refusal);
        Method primal = functions.getMethod("f" + i, Tensor.class);
        assertThat(primal.invoke(null, refusal.at())).isInstanceOf(Double.class);
        Class<?> derived = functions.getClassLoader().loadClass("singular.F" + i);
        assertRefuses(refusal, derived.getMethod("gradient", Tensor.class), refusal.at());
        assertRefuses(refusal, derived.getMethod("jvp", Tensor.class, Tensor.class), refusal.at(), refusal.at());
    }

    /** Where values are equal, what vectors send back divides 0 by 0, though the whole has a derivative: NaN, not 0. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.svd()[0].mul(x.svd()[1].unsqueeze(-2)).matmul(x.svd()[2])",
                "x.eigh()[1].mul(x.eigh()[0].sub(1).unsqueeze(-2)).matmul(x.eigh()[1].mT())"
            })
    void vectorsOfEqualValuesGiveNoNumbers(String expression) throws ReflectiveOperationException {
        ClassLoader loader = Javac.compile(List.of(SourceText.of("package equal; import dev.jacobi.*;"
                        + " import dev.jacobi.tensor.*; public final class Equal { @Differentiable public static Tensor f("
                        + "Tensor x) { return " + expression + "; } }")))
                .loader();
        Method vjp = loader.loadClass("equal.FGrad").getMethod("vjp", Tensor.class, Tensor.class);
        Tensor symmetric = Tensor.of(new double[][] {{1, 2}, {2, -3}});
        Tensor bar = (Tensor) vjp.invoke(null, Tensor.eye(DType.FLOAT64, 2), symmetric);
        assertThat(bar.item(0, 1)).isNaN();
    }

    private static void assertRefuses(Refusal refusal, Method method, Object... arguments) {
        assertThatThrownBy(() -> method.invoke(null, arguments))
                .cause()
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(refusal.message());
    }
}
