package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the refusal of arrays that share their numbers calls them: what the caller calls them. */
class SharedArraysTest {
    private static final String SOURCE = """
            import dev.jacobi.Differentiable;
            public final class Model {
                public record Inner(double[] x) {}
                public record State(Inner inner, double k) {}
                @Differentiable public static double moved(State s, double[] y) {
                    y[0] = s.inner().x()[0] * s.k();
                    return y[0] * s.inner().x()[0];
                }
            }
            """;

    @Test
    void arraysInRecordsAreNamedByTheirAccessors() throws ReflectiveOperationException {
        Compilation compiled = Javac.compile(List.of(SourceText.of(SOURCE)));
        assertThat(compiled.succeeded()).as(compiled.text()).isTrue();
        ClassLoader loader = compiled.loader();
        double[] shared = {1};
        Object inner = loader.loadClass("Model$Inner").getConstructors()[0].newInstance(shared);
        Object state = loader.loadClass("Model$State").getConstructors()[0].newInstance(inner, 2.0);
        assertThat(message(loader, "gradient", state, shared))
                .isEqualTo("MovedGrad.gradient: s.inner().x() and y share an array that the method changes or gives"
                        + " back: pass a copy of one");
    }

    private static String message(ClassLoader loader, String member, Object... arguments)
            throws ReflectiveOperationException {
        for (Method method : loader.loadClass("MovedGrad").getMethods()) {
            if (method.getName().equals(member)) {
                try {
                    return "no exception, but " + method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                    return e.getCause().getMessage();
                }
            }
        }
        throw new NoSuchMethodException(member);
    }
}
