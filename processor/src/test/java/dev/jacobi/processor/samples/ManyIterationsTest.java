package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A loop with more iterations than ints can count: right where nobody has to count them, refused where somebody has.
 */
class ManyIterationsTest {
    private static final long MANY = (1L << 31) + 5;

    private static final Compilation COMPILATION = Javac.compile(List.of(SourceText.of("""
            package many;

            import dev.jacobi.Differentiable;

            public class Sums {
                @Differentiable
                public static double sum(double x, long n) {
                    double y = 0;
                    while (n > 0) {
                        y += x;
                        n--;
                    }
                    return y;
                }
            }
            """)));

    private static Object call(String member, long n) throws ReflectiveOperationException {
        return COMPILATION
                .loader()
                .loadClass("many.SumGrad")
                .getMethod(member, double.class, long.class)
                .invoke(null, 0.5, n);
    }

    @Test
    void bothSweepsTogetherNeedNoCount() throws ReflectiveOperationException {
        assertThat(call("gradient", MANY)).isEqualTo((double) MANY);
    }

    @Test
    void aPullbackRefusesWhatItCantCount() throws ReflectiveOperationException {
        assertThat(call("pullback", 1000)).isNotNull();
        assertThatThrownBy(() -> call("pullback", MANY))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("a loop that runs more than 2147483647 times can't be run backwards");
    }
}
