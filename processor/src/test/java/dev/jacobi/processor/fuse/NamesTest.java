package dev.jacobi.processor.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in a program that generated loops have of their own. */
class NamesTest {

    private static final String PROGRAM = """
            import dev.jacobi.Differentiable;
            import dev.jacobi.tensor.Tensor;
            final class Loop1 {
                static Tensor run(Tensor x) { try { return x.mul(100); } finally { } }
            }
            final class Model {
                static final Tensor C = Tensor.of(1.0, 2.0);
                @Differentiable static Tensor f(Tensor $x) {
                    return $x.square().add($x).mul(Loop1.run(C)).exp().add($x).div($x.exp()).sum();
                }
                static Tensor value(Tensor x) { return FGrad.valueAndGradient(x).value(); }
                static Tensor gradient(Tensor x) { return FGrad.gradient(x); }
            }
            """;

    /** The derivative is the same whatever the variable is called. */
    @ParameterizedTest
    @ValueSource(strings = {"EXP", "LOOP", "Loop2", "Loop3", "Model", "a$0", "$1", "arrays", "numbers", "i", "exp"})
    void namesOfVariables(String name) throws ReflectiveOperationException {
        Tensor x = Tensor.of(0.01, 0.02);
        Class<?> plain = compiled("x");
        Class<?> other = compiled(name);
        assertThat(called(other, "value", x)).isEqualTo(called(plain, "f", x)).isEqualTo(called(plain, "value", x));
        assertThat(called(other, "gradient", x)).isEqualTo(called(plain, "gradient", x));
    }

    private static Class<?> compiled(String name) throws ReflectiveOperationException {
        String source = PROGRAM.replace("$x", name);
        return Javac.compile(List.of(SourceText.of(source))).loader().loadClass("Model");
    }

    private static Object called(Class<?> model, String method, Tensor x) throws ReflectiveOperationException {
        var declared = model.getDeclaredMethod(method, Tensor.class);
        declared.setAccessible(true);
        return declared.invoke(null, x);
    }
}
