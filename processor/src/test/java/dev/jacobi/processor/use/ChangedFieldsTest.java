package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Pullbacks that compute something again notice when an array in a field isn't as it was. */
class ChangedFieldsTest {

    private static final String CODE = """
            import dev.jacobi.*;
            import dev.jacobi.tensor.Tensor;
            public final class Demo implements java.util.concurrent.Callable<Object[]> {
                static final class Table { final double[][] w = {{2}}; }
                static final Table T = new Table();
                static final double[] W = {2};
                %s
                public Object[] call() {
                    var pullback = %s;
                    Object first = %s;
                    %s = 7;
                    Object second;
                    try { second = %s; } catch (IllegalStateException e) { second = e.getMessage(); }
                    return new Object[] {first, second};
                }
            }
            """;

    /** Methods, the pullback, the derivative, the array's element, the derivative's value, what is computed again. */
    static final List<Arguments> CASES = List.of(
            Arguments.of("""
                    @Differentiable static double cube(double x) { return W[0] * x * x * x; }
                    @Differentiable static double f(double x) { return CubeGrad.gradient(x) * x; }
                    """, "FGrad.pullback(3.0)", "pullback.apply(1)", "W[0]", 18.0 * 9, "Demo.cube(double)"),
            Arguments.of("""
                    @Differentiable static float cube(float x) { return (float) helper(x); }
                    static double helper(double x) { return W[0] * x * x * x; }
                    @Differentiable static float f(float x) { return CubeGrad.gradient(x) * x; }
                    """, "FGrad.pullback(3f)", "pullback.apply(1)", "W[0]", 18.0 * 9, "Demo.cube(float)"),
            Arguments.of(
                    """
                    @Differentiable static double cube(Table t, double[] x) { return t.w[0][0] * x[0] * x[0] * x[0]; }
                    @Differentiable static double f(double[] x) { return CubeGrad.gradient(T, x)[0] * x[0]; }
                    """,
                    "FGrad.pullback(new double[] {3})",
                    "pullback.apply(1)[0]",
                    "T.w[0][0]",
                    18.0 * 9,
                    "Demo.cube(Demo.Table, double[])"),
            Arguments.of(
                    """
                    @Differentiable static Tensor cube(Tensor x) { return x.pow(3).mul(W[0]).sum(); }
                    @Differentiable static Tensor f(Tensor x) { return CubeGrad.gradient(x).mul(x).sum(); }
                    """,
                    "FGrad.pullback(Tensor.of(3.0))",
                    "pullback.apply(Tensor.scalar(1.0)).sum().item()",
                    "W[0]",
                    18.0 * 9,
                    "Demo.cube(dev.jacobi.tensor.Tensor)"),
            Arguments.of(
                    """
                    @Differentiable static double root(double a) {
                        @FixedPoint double y = 1;
                        for (int i = 0; i < 100; i++) { y = 0.5 * (y + W[0] * a / y); }
                        return y;
                    }
                    """,
                    "RootGrad.pullback(2.0)",
                    "pullback.apply(1)",
                    "W[0]",
                    0.5,
                    "an iteration of the loop at Demo.java:9"));

    @ParameterizedTest
    @FieldSource("CASES")
    void aChangeIsNoticed(String methods, String made, String apply, String element, double expected, String what)
            throws Exception {
        Compilation compilation =
                Javac.compile(List.of(SourceText.of(CODE.formatted(methods, made, apply, element, apply))));
        Object demo = compilation.loader().loadClass("Demo").getConstructor().newInstance();
        Object[] given = (Object[]) ((Callable<?>) demo).call();
        assertThat(((Number) given[0]).doubleValue()).isCloseTo(expected, within(1e-12));
        assertThat(given[1])
                .isEqualTo("the pullback computes " + what
                        + " again, but an array in a field that it reads has changed since: make a new pullback, or"
                        + " give the method the array as a parameter");
    }
}
