package dev.jacobi.processor.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated members refuse when they run: what the exception is, and its exact text. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalsTest {
    private static final String MODEL = """
            import dev.jacobi.DerivativeOf;
            import dev.jacobi.Differentiable;
            import dev.jacobi.tensor.Tensor;

            final class Model {
                record Part(double[] a, double k) {}

                record Point(double x, double y) {}

                @Differentiable(order = 2)
                static double squares(double[][] a) {
                    double sum = 0;
                    for (double[] row : a) {
                        row[0] *= row[0];
                        sum += row[0];
                    }
                    return sum;
                }

                @Differentiable
                static void squared(double[][] a) {
                    for (double[] row : a) {
                        row[0] *= row[0];
                    }
                }

                @Differentiable(sparse = true)
                static void addSquares(double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] += x[i] * x[i];
                    }
                }

                @Differentiable
                static void axpy(double k, double[] x, double[] y) {
                    for (int i = 0; i < x.length; i++) {
                        y[i] += k * x[i];
                    }
                }

                @Differentiable
                static double part(Part p) {
                    p.a()[0] *= p.k();
                    return p.a()[0];
                }

                @Differentiable
                static double parts(Part[] p) {
                    double sum = 0;
                    for (Part part : p) {
                        part.a()[0] *= part.k();
                        sum += part.a()[0];
                    }
                    return sum;
                }

                @Differentiable
                static void turned(Point[] p, Point[] q) {
                    q[0] = new Point(-p[0].y(), p[0].x());
                }

                @Differentiable
                static void turnedRows(Point[][] p) {
                    p[0][0] = new Point(-p[0][0].y(), p[0][0].x());
                }

                static boolean fails;

                static double square(double x) {
                    return x * x;
                }

                @DerivativeOf(type = Model.class, method = "square")
                static double slope(double x) {
                    if (fails) {
                        throw new IllegalStateException("no slope");
                    }
                    return 2 * x;
                }

                @Differentiable
                static double[] products(double[] a) {
                    return new double[] {square(a[0]) * a[1], square(a[1])};
                }

                @Differentiable
                static double[] overwriting(double[] a) {
                    a[0] *= a[1];
                    return new double[] {a[0] * a[0], a[1]};
                }

                @Differentiable
                static double[] resultOrNone(double[] a) {
                    return a[0] > 0 ? new double[] {2 * a[0]} : null;
                }

                @Differentiable(order = 2)
                static double weighted(double[][] a) {
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) {
                        sum += (i + 1) * a[i][0] * a[i][0];
                    }
                    return sum;
                }

                @Differentiable(order = 2)
                static double first(double[] a) {
                    return a[0] * a[0];
                }

                @Differentiable
                static double firstOfPart(Part p) {
                    return p.a()[0] * p.k();
                }

                record Body(Point[] points, double mass) {}

                @Differentiable
                static double area(Body b, int i) {
                    double sum = b.points()[i + 1].x();
                    for (Point p : b.points()) {
                        sum += p.x() * p.y();
                    }
                    return sum * b.mass();
                }

                @Differentiable
                static double applied(double x, int i) {
                    java.util.function.DoubleUnaryOperator[] fs = new java.util.function.DoubleUnaryOperator[2];
                    fs[0] = t -> t * x;
                    return fs[i].applyAsDouble(x);
                }

                @Differentiable
                static Tensor product(Tensor x, int n, Tensor y) {
                    return x.mul(y).mul(n);
                }

                @Differentiable
                static double[][] scaled(double[][] a) {
                    return new double[][] {{2 * a[0][0]}, {3 * a[1][0]}};
                }
            }
            """;

    private static final String STARTS = """
            final class Calls {
                static double[] r = {1}, s = {2}, t = {3};
                static Model.Point[] p = {new Model.Point(1, 2)}, q = {new Model.Point(3, 4)}, v = {new Model.Point(5, 6)};

                static double[] twice(boolean fails) {
                    ProductsGrad.Pullback pullback = ProductsGrad.pullback(new double[] {2, 3});
                    double[] seed = {1, 1};
                    Model.fails = fails;
                    try {
                        pullback.apply(seed);
                    } catch (IllegalStateException e) {
                        Model.fails = false;
                    }
                    return pullback.apply(seed);
                }

                static double[] seedIsTheArgument() {
                    double[] x = {2, 3};
                    return OverwritingGrad.vjp(x, x); // of (2·3)² and 3, weighted with 2 and 3
                }

                static double[] shown(double[] numbers) {
                    throw new IllegalStateException(java.util.Arrays.toString(numbers));
                }
            """;

    /** One call a line, and what it ends in. */
    private static final List<List<String>> CALLS = List.of(
            List.of(
                    "SquaresGrad.jvp(new double[][] {r, r}, new double[][] {s, t})",
                    "java.lang.IllegalArgumentException: SquaresGrad.jvp: a holds one array in two places, and the"
                            + " method changes it: let aDot hold one in both, too, or pass copies"),
            List.of(
                    "SquaresGrad.hvp(new double[][] {r, r}, new double[][] {s, t})",
                    "java.lang.IllegalArgumentException: SquaresGrad.hvp: a holds one array in two places, and the"
                            + " method changes it: let aDot hold one in both, too, or pass copies"),
            List.of(
                    "SquaredGrad.jvp(new double[][] {r, r}, new double[][] {s, t})",
                    "java.lang.IllegalArgumentException: SquaredGrad.jvp: a holds one array in two places, and the"
                            + " method changes it: let aDot hold one in both, too, or pass copies"),
            List.of(
                    "SquaredGrad.jvp(new double[][] {r, s}, new double[][] {t, t})",
                    "java.lang.IllegalArgumentException: SquaredGrad.jvp: aDot holds one array in two places where a"
                            + " holds two, and the method changes them: give each its own"),
            List.of(
                    "AxpyGrad.jvp(2, r, s, 1, t, r)",
                    "java.lang.IllegalArgumentException: AxpyGrad.jvp: x and yDot share an array that the method"
                            + " changes or gives back: pass a copy of one"),
            List.of(
                    "AxpyGrad.jvp(2, r, s, 1, t, t)",
                    "java.lang.IllegalArgumentException: AxpyGrad.jvp: xDot and yDot share an array that the method"
                            + " changes or gives back: pass a copy of one"),
            List.of(
                    "PartGrad.jvp(new Model.Part(r, 2), new Model.Part(null, 0))",
                    "java.lang.IllegalArgumentException: PartGrad.jvp: the direction of p.a() is null: give an array"
                            + " shaped like p.a(), double[1]"),
            List.of(
                    "PartsGrad.jvp(new Model.Part[] {new Model.Part(r, 2)}, new Model.Part[0])",
                    "java.lang.IllegalArgumentException: PartsGrad.jvp: the direction of p isn't shaped like p: give a"
                            + " record for each of its records, with arrays of the same lengths"),
            List.of(
                    "TurnedGrad.jvp(p, p, v, v)",
                    "java.lang.IllegalArgumentException: TurnedGrad.jvp: p and q share an array that the method changes"
                            + " or gives back: pass a copy of one"),
            List.of(
                    "TurnedGrad.jvp(p, q, v, p)",
                    "java.lang.IllegalArgumentException: TurnedGrad.jvp: p and qDot share an array that the method"
                            + " changes or gives back: pass a copy of one"),
            List.of(
                    "TurnedRowsGrad.jvp(new Model.Point[][] {p, p}, new Model.Point[][] {q, v})",
                    "java.lang.IllegalArgumentException: TurnedRowsGrad.jvp: p holds one array in two places, and the"
                            + " method changes it: pass copies"),
            List.of(
                    "TurnedRowsGrad.jvp(new Model.Point[][] {p, q}, new Model.Point[][] {v, v})",
                    "java.lang.IllegalArgumentException: TurnedRowsGrad.jvp: pDot holds one array in two places, and"
                            + " the method changes it: pass copies"),
            List.of("shown(twice(false))", "java.lang.IllegalStateException: [12.0, 10.0]"),
            List.of(
                    "twice(true)",
                    "java.lang.IllegalStateException: ProductsGrad.pullback: an exception has left this pullback half"
                            + " way through a seed: make a new one"),
            List.of(
                    "ScaledGrad.vjp(new double[][] {r, s}, new double[][] {t, {}})",
                    "java.lang.IllegalArgumentException: ScaledGrad.vjp: the seed is double[2][] of lengths 1, 0, but"
                            + " the result is double[2][] of lengths 1, 1: give one of that shape"),
            List.of("shown(seedIsTheArgument())", "java.lang.IllegalStateException: [72.0, 51.0]"),
            List.of(
                    "shown(ResultOrNoneGrad.vjp(new double[] {-1}, new double[] {5}))",
                    "java.lang.IllegalStateException: [0.0]"),
            List.of(
                    "shown(ResultOrNoneGrad.vjp(new double[] {1}, new double[] {5}))",
                    "java.lang.IllegalStateException: [10.0]"),
            List.of(
                    "shown(WeightedGrad.gradient(new double[][] {s, s})[1])",
                    "java.lang.IllegalStateException: [12.0]"),
            List.of(
                    "WeightedGrad.hessian(new double[][] {r, r})",
                    "java.lang.IllegalArgumentException: WeightedGrad.hessian: a holds one array in two places, and"
                            + " would have two rows of the matrix: pass copies"),
            List.of(
                    "AddSquaresGrad.sparseJacobian(null, r)",
                    "java.lang.NullPointerException: AddSquaresGrad.sparseJacobian: x is null"),
            List.of(
                    "AddSquaresGrad.sparseJacobian(r, null)",
                    "java.lang.NullPointerException: AddSquaresGrad.sparseJacobian: y is null"),
            List.of("FirstGrad.gradient(null)", "java.lang.NullPointerException: FirstGrad.gradient: a is null"),
            List.of("FirstGrad.pullback(null)", "java.lang.NullPointerException: FirstGrad.pullback: a is null"),
            List.of("FirstGrad.jvp(null, null)", "java.lang.NullPointerException: FirstGrad.jvp: a is null"),
            List.of("FirstGrad.hvp(null, null)", "java.lang.NullPointerException: FirstGrad.hvp: a is null"),
            List.of("FirstGrad.hessian(null)", "java.lang.NullPointerException: FirstGrad.hessian: a is null"),
            List.of(
                    "FirstGrad.gradientInto(null, null, new dev.jacobi.tape.Workspace())",
                    "java.lang.NullPointerException: FirstGrad.gradientInto: a is null"),
            List.of(
                    "FirstOfPartGrad.gradient(new Model.Part(null, 2))",
                    "java.lang.NullPointerException: FirstOfPartGrad.gradient: p.a() is null"),
            List.of(
                    "AreaGrad.gradient(new Model.Body(null, 1), 0)",
                    "java.lang.NullPointerException: AreaGrad.gradient: b.points() is null"),
            List.of(
                    "AreaGrad.jvp(new Model.Body(new Model.Point[2], 1), 0, new Model.Body(null, 1))",
                    "java.lang.NullPointerException: AreaGrad.jvp: bDot.points() is null"),
            List.of(
                    "AreaGrad.gradient(new Model.Body(new Model.Point[2], 1), 0)",
                    "java.lang.NullPointerException: b.points()[i + 1] is null"),
            List.of(
                    "AreaGrad.gradient(new Model.Body(new Model.Point[] {new Model.Point(1, 2), null}, 1), -1)",
                    "java.lang.NullPointerException: p is null"),
            List.of("AppliedGrad.gradient(2, 1)", "java.lang.NullPointerException: fs[i] is null"),
            List.of(
                    "ProductGrad.apply(dev.jacobi.Variable.of(dev.jacobi.tensor.Tensor.of(1f)), 3, null)",
                    "java.lang.NullPointerException: ProductGrad.apply: y is null"),
            List.of(
                    "ScaledGrad.vjp(new double[][] {r, s}, null)",
                    "java.lang.IllegalArgumentException: ScaledGrad.vjp: the seed is null: give an array shaped like"
                            + " the result, double[2][] of lengths 1, 1"));

    private final Compilation compiled = Javac.compile(List.of(SourceText.of(MODEL), SourceText.of(calls())));

    private static String calls() {
        StringBuilder text = new StringBuilder(STARTS);
        for (int i = 0; i < CALLS.size(); i++) {
            text.append(
                    "    public static void call" + i + "() { " + CALLS.get(i).get(0) + "; }\n");
        }
        return text.append("}\n").toString();
    }

    static Stream<Arguments> everyCall() {
        return IntStream.range(0, CALLS.size())
                .mapToObj(i -> Arguments.of(i, CALLS.get(i).get(0), CALLS.get(i).get(1)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyCall")
    void isRefused(int index, String call, String text) throws ReflectiveOperationException {
        assertThat(compiled.succeeded()).as(compiled.text()).isTrue();
        Method method = compiled.loader().loadClass("Calls").getDeclaredMethod("call" + index);
        method.setAccessible(true);
        String thrown = "nothing";
        try {
            method.invoke(null);
        } catch (InvocationTargetException e) {
            thrown = e.getCause().toString();
        }
        assertThat(thrown).as(call).isEqualTo(text);
    }
}
