package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What derivatives trust a method with a rule with, and its rule: that their arrays are new ones. */
class RulePromisesTest {
    private static final String REMEDY =
            " gave an array that it was given: a method with a rule, and the rule, give new ones";
    private static ClassLoader loader;

    @BeforeAll
    static void compile() {
        Compilation compilation = Javac.compile(List.of(SourceText.of("""
                import dev.jacobi.*;
                import dev.jacobi.DerivativeOf.Form;
                public final class Model {
                    public static double[] same(double[] x) { return x[0] > 0 ? x : x.clone(); }
                    @DerivativeOf(type = Model.class, method = "same", form = Form.JVP)
                    static double[] sameJvp(double[] x, double[] xDot) { return xDot.clone(); }
                    @Differentiable public static double f(double[] x) {
                        double[] y = same(x);
                        y[0] *= 2;
                        return y[0] * x[0];
                    }
                    public static double[] copy(double[] x) { return x.clone(); }
                    @DerivativeOf(type = Model.class, method = "copy", form = Form.JVP)
                    static double[] copyJvp(double[] x, double[] xDot) { return xDot; }
                    @DerivativeOf(type = Model.class, method = "copy", form = Form.VJP)
                    static double[] copyVjp(double[] x, double[] seed) { return seed; }
                    @Differentiable public static double g(double[] x) {
                        double[] y = copy(x);
                        y[0] *= 2;
                        return y[0] * x[0];
                    }
                    public static double[][] twice(double[] x) {
                        double[] row = {x[0] * x[0]};
                        return new double[][] {row, x[0] > 0 ? row : row.clone()};
                    }
                    @DerivativeOf(type = Model.class, method = "twice", form = Form.VJP)
                    static double[] twiceVjp(double[] x, double[][] seed) {
                        return new double[] {2 * x[0] * (seed[0][0] + seed[1][0])};
                    }
                    @Differentiable public static double h(double[] x) {
                        double[][] y = twice(x);
                        return y[0][0] * y[1][0];
                    }
                }
                """)));
        loader = compilation.loader();
    }

    private static Object call(String type, String name, Object... arguments) throws ReflectiveOperationException {
        for (Method method : Class.forName(type, true, loader).getMethods()) {
            if (method.getName().equals(name)) {
                return method.invoke(null, arguments);
            }
        }
        throw new NoSuchMethodException(type + "." + name);
    }

    private static void isRefused(String text, String type, String name, Object... arguments) {
        assertThatExceptionOfType(InvocationTargetException.class)
                .isThrownBy(() -> call(type, name, arguments))
                .havingCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessage(text + REMEDY);
    }

    @Test
    void ofAMethod() throws ReflectiveOperationException {
        double[] one = {1};
        isRefused("Model.same(double[])", "FGrad", "gradient", new double[] {3});
        isRefused("Model.same(double[])", "FGrad", "jvp", new double[] {3}, one);
        assertThat((double[]) call("FGrad", "gradient", new double[] {-3})).containsExactly(-12);
    }

    /** What is asked of one of two rows would count for both. */
    @Test
    void ofRows() throws ReflectiveOperationException {
        assertThatExceptionOfType(InvocationTargetException.class)
                .isThrownBy(() -> call("HGrad", "gradient", new double[] {3}))
                .havingCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessage("Model.twice(double[]) gave one array in two places: its derivative needs copies there");
        assertThat((double[]) call("HGrad", "gradient", new double[] {-3})).containsExactly(-108);
    }

    /** What a vjp gives is added to what there is, so it may be anything. */
    @Test
    void ofARule() throws ReflectiveOperationException {
        isRefused("Model.copyJvp(double[], double[])", "GGrad", "jvp", new double[] {3}, new double[] {1});
        assertThat((double[]) call("GGrad", "gradient", new double[] {3})).containsExactly(12);
    }
}
