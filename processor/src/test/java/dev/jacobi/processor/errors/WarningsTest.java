package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives that are zero, perhaps unawares. */
class WarningsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("result without the parameter", """
                            @Differentiable static double «f»(double x, double y) { return x; }
                        """, """
                        Model.java:4: warning: [jacobi:independent] the derivative of Model.f(double, double) by y is zero: the result does not depend on it, or only through conditions and roundings
                            @Differentiable static double f(double x, double y) { return x; }
                                                          ^
                            use it in the result, leave it out of wrt, or mark it @NoDerivative
                        """),
                inModel("overwritten parameter", """
                            @Differentiable static double «f»(double x) {
                                x = 2;
                                return x;
                            }
                        """, """
                        Model.java:4: warning: [jacobi:independent] the derivative of Model.f(double) by x is zero: the result does not depend on it, or only through conditions and roundings
                            @Differentiable static double f(double x) {
                                                          ^
                            use it in the result, leave it out of wrt, or mark it @NoDerivative
                        """),
                inModel("round", """
                            @Differentiable static double f(double x) {
                                return «Math.round(x)» * x;
                            }
                        """, """
                        Model.java:5: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                return Math.round(x) * x;
                                                 ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """),
                inModel("helper giving int", """
                            @Differentiable static double f(double x) {
                                return «steps(x)» * x;
                            }
                            static int steps(double x) { return 3; }
                        """, """
                        Model.java:5: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                return steps(x) * x;
                                            ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """),
                inModel("helper of a helper that cuts all it is given", """
                            @Differentiable static double «f»(double x, double y) {
                                return x * magnitude(x, y);
                            }
                            static double magnitude(double x, double y) { return x + odd(y); }
                            static double odd(double x) {
                                long one = 1L;
                                return one & «(long) x»;
                            }
                        """, """
                        Model.java:4: warning: [jacobi:independent] the derivative of Model.f(double, double) by y is zero: the result does not depend on it, or only through conditions and roundings
                            @Differentiable static double f(double x, double y) {
                                                          ^
                            use it in the result, leave it out of wrt, or mark it @NoDerivative
                        Model.java:10: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                return one & (long) x;
                                             ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """),
                inModel("whole numbers in arrays", """
                            @Differentiable static double f(double[] x) {
                                long[] sums = new long[1];
                                int[] counts = new int[x.length];
                                for (double v : x) {
                                    «sums[0] += v»;
                                    counts[(int) v]++;
                                }
                                return sums[0] * counts[0] * x[0];
                            }
                            @Differentiable static void g(double[] x, double[] y) {
                                int[] whole = new int[y.length];
                                java.util.Arrays.fill(whole, «(int) x[0]»);
                                y[0] = x[0] * whole[1];
                            }
                        """, """
                        Model.java:8: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                    sums[0] += v;
                                            ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        Model.java:15: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                java.util.Arrays.fill(whole, (int) x[0]);
                                                             ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """),
                inModel("whole numbers that a method leaves in an array", """
                            @Differentiable static double f(double[] x) {
                                int[] whole = new int[x.length];
                                int[] order = new int[x.length];
                                «floors(x, whole)»;
                                sorted(x, order);
                                return x[0] * whole[1] + x[order[0]];
                            }
                            static void floors(double[] x, int[] whole) {
                                for (int i = 0; i < x.length; i++) whole[i] = (int) x[i];
                            }
                            static void sorted(double[] x, int[] order) {
                                order[0] = x[0] < x[1] ? 0 : 1;
                            }
                        """, """
                        Model.java:7: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                floors(x, whole);
                                      ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """),
                inModel("compound on int", """
                            @Differentiable static double f(double x) {
                                int n = 1;
                                «n += x»;
                                return n * x;
                            }
                        """, """
                        Model.java:6: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                n += x;
                                  ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }
}
