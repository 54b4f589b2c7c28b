package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller of a generated class is told at run time. */
class CallErrorsTest {
    private static final Tensor TWO = Tensor.of(1f, 2f);
    private static final Tensor THREE = Tensor.of(1f, 2f, 3f);
    private static Class<?> derivative;

    @BeforeAll
    static void compile() throws ClassNotFoundException {
        Compilation compilation = Javac.compile(List.of(SourceText.of("""
                                import dev.jacobi.*;
                                import dev.jacobi.tensor.*;
                                public final class Model {
                                    @Differentiable public static Tensor f(Tensor x, Tensor y) { return x.mul(y); }
                                }
                                """)));
        derivative = Class.forName("FGrad", true, compilation.loader());
    }

    private static Arguments wrong(String member, String message, Object... arguments) {
        return arguments(member, message, arguments);
    }

    static Stream<Arguments> calls() {
        String shapes =
                "mul: x has shape [2] and y has shape [3]; counted from the last, dimensions must be equal or 1,"
                        + " and 2 and 3 are not";
        return Stream.of(
                wrong("gradient", "FGrad.gradient: x is null", null, TWO),
                wrong("gradient", "FGrad.gradient: y is null", TWO, null),
                wrong("valueAndGradient", "FGrad.gradient: y is null", TWO, null),
                wrong("pullback", "FGrad.pullback: x is null", null, TWO),
                wrong("vjp", "FGrad.pullback: x is null", null, TWO, TWO),
                wrong("jvp", "FGrad.jvp: y is null", TWO, null, TWO, TWO),
                wrong("gradient", shapes, TWO, THREE),
                wrong("pullback", shapes, TWO, THREE),
                wrong("jvp", shapes, TWO, THREE, TWO, THREE),
                wrong("jacobian", shapes, TWO, THREE));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void areExplained(String member, String message, Object[] arguments) {
        assertThat(messageOf(member, arguments)).isEqualTo(message);
    }

    /** The message names the member, what is wrong with its shape, and what shape it must have. */
    static Stream<Arguments> seeds() {
        return Stream.of(
                wrong("vjp", "FGrad.vjp", TWO, TWO, THREE),
                wrong("vjp", "FGrad.vjp", TWO, TWO, null),
                wrong("jvp", "FGrad.jvp", TWO, TWO, THREE, TWO),
                wrong("jvp", "FGrad.jvp", TWO, TWO, TWO, null),
                wrong("gradient", "FGrad.gradient", TWO, TWO));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nameTheMemberAndTheShape(String member, String named, Object[] arguments) {
        String message = messageOf(member, arguments);
        assertThat(message).startsWith(named);
        assertThat(message.contains("is null") || message.contains("[2]"))
                .as(message)
                .isTrue();
    }

    private static String messageOf(String member, Object[] arguments) {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, Tensor.class);
        try {
            Method method = derivative.getMethod(member, types);
            throw new AssertionError("no exception, but " + method.invoke(null, arguments));
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
