package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Classes of a program that are called like those inside generated classes. In a package they are written out in full;
 * where there is none that can't be done, so those inside get a number.
 */
class UnnamedPackageTest {
    private static final String PROGRAM = """
            import dev.jacobi.Differentiable;
            record Named(double x, double y) {
                static double cubed(double v) {
                    double product = 1;
                    for (int i = 0; i < 3; i++) {
                        product *= v;
                    }
                    return product;
                }
            }
            final class Model {
                @Differentiable(value = "Grad", order = 2)
                static double one(Named n, double k) {
                    return n.x() * n.y() * Named.cubed(k);
                }
                @Differentiable(value = "Grad", order = 2)
                static double one(double k, Named n) {
                    return n.x() * Named.cubed(k);
                }
                public static String both() {
                    Named n = new Named(2, 3);
                    return Grad.gradient(n, 2).n() + ", " + Grad.gradient(n, 2).k() + ", " + Grad.gradient(2, n).k()
                            + ", " + Grad.jvp(n, 2, n, 0) + ", " + Grad.pullback(n, 2).apply(1).k()
                            + ", " + Grad.hvp(n, 2, n, 0).k();
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Other", "Gradient", "Pullback", "ValueAndJvp", "ValueAndGradient2", "CubedPullback"})
    void classesMayBeCalled(String name) throws ReflectiveOperationException {
        assertThat(both(PROGRAM.replace("Named", name), "Model"))
                .isEqualTo(name + "[x=24.0, y=16.0], 72.0, 24.0, 96.0, 72.0, 144.0");
    }

    @Test
    void inAPackageTheNamesStay() throws ReflectiveOperationException {
        String source = "package demo;\n" + PROGRAM.replace("Named", "Gradient");
        assertThat(both(source, "demo.Model")).isEqualTo("Gradient[x=24.0, y=16.0], 72.0, 24.0, 96.0, 72.0, 144.0");
        assertThat(compiled(source).classes()).containsKey("demo.Grad$Gradient");
    }

    private static Compilation compiled(String source) {
        return Javac.compile(List.of(SourceText.of(source)));
    }

    private static Object both(String source, String model) throws ReflectiveOperationException {
        Compilation compilation = compiled(source);
        assertThat(compilation.succeeded()).as(compilation.text()).isTrue();
        var method = compilation.loader().loadClass(model).getDeclaredMethod("both");
        method.setAccessible(true);
        return method.invoke(null);
    }
}
