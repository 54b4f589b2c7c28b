package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives written by hand that don't fit what they are to be derivatives of, or don't suffice. */
class RuleErrorsTest {

    static Stream<Mistake> headers() {
        return Stream.of(
                inModel("no such method", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = «"g"») static double rule(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-method] there is no method Model.g to give a derivative to
                            @DerivativeOf(type = Model.class, method = "g") static double rule(double x) { return 1; }
                                                                       ^
                            check the spelling and the class
                        """),
                inModel("constants say it", """
                            static final String F = "f", G = "g", Z = "z";
                            static double f(double x, double y) { return x; }
                            @DerivativeOf(type = Model.class, method = «G») static double rule(double x) { return 1; }
                            @DerivativeOf(type = Model.class, method = F, by = {"x", «Z», «"x"»}, form = DerivativeOf.Form.VJP)
                            static double[] vjp(double x, double y, double seed) { return new double[] {seed, 0}; }
                        """, """
                        Model.java:6: error: [jacobi:rule-method] there is no method Model.g to give a derivative to
                            @DerivativeOf(type = Model.class, method = G) static double rule(double x) { return 1; }
                                                                       ^
                            check the spelling and the class
                        Model.java:7: error: [jacobi:rule-parameter] by names "z", but the parameters of Model.f(double, double) that carry derivatives are: x, y
                            @DerivativeOf(type = Model.class, method = F, by = {"x", Z, "x"}, form = DerivativeOf.Form.VJP)
                                                                                     ^
                            name each of these once at most, or give its place among the parameters, counted from 0
                        Model.java:7: error: [jacobi:rule-parameter] by names "x", but the parameters of Model.f(double, double) that carry derivatives are: x, y
                            @DerivativeOf(type = Model.class, method = F, by = {"x", Z, "x"}, form = DerivativeOf.Form.VJP)
                                                                                        ^
                            name each of these once at most, or give its place among the parameters, counted from 0
                        """),
                inModel("no overload with these parameters", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = «"f"», parameters = {int.class, double.class})
                            static double rule(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-method] there is no method Model.f that takes (int, double) to give a derivative to
                            @DerivativeOf(type = Model.class, method = "f", parameters = {int.class, double.class})
                                                                       ^
                            give the types of one of these: Model.f(double)
                        """),
                inModel("two overloads fit", """
                            static double f(double x) { return x; }
                            static double f(double x, double y) { return x; }
                            @DerivativeOf(type = Model.class, method = «"f"», by = "x")
                            static double rule(double x, double y) { return 1; }
                        """, """
                        Model.java:6: error: [jacobi:rule-method] this may be a derivative of several methods Model.f: Model.f(double), Model.f(double, double)
                            @DerivativeOf(type = Model.class, method = "f", by = "x")
                                                                       ^
                            say which by the types of its parameters: parameters = {double.class}
                        """),
                inModel("no overload fits", """
                            static double f(double x) { return x; }
                            static double f(double x, double y) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") static double «rule»(int x) { return 1; }
                        """, """
                        Model.java:6: error: [jacobi:rule-method] Model.rule(int) is a derivative of none of these, by its parameters and its result: Model.f(double), Model.f(double, double)
                            @DerivativeOf(type = Model.class, method = "f") static double rule(int x) { return 1; }
                                                                                          ^
                            say which is meant by the types of its parameters: parameters = {double.class}
                        """),
                inModel("parameters of a partial derivative", """
                            static double f(double x, int n) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") static double «rule»(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-header] Model.rule takes (double) and gives double, but that is not what a partial derivative of Model.f(double, int) does
                            @DerivativeOf(type = Model.class, method = "f") static double rule(double x) { return 1; }
                                                                                          ^
                            write static double rule(double x, int n); the result of Model.f(double, int) may stand behind its arguments
                        """),
                inModel("result of a partial derivative", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") static int «rule»(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-header] Model.rule takes (double) and gives int, but that is not what a partial derivative of Model.f(double) does
                            @DerivativeOf(type = Model.class, method = "f") static int rule(double x) { return 1; }
                                                                                       ^
                            write static double rule(double x); the result of Model.f(double) may stand behind its arguments
                        """),
                inModel("seed of a vjp", """
                            static double f(double[] x) { return x[0]; }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.VJP)
                            static double[] «rule»(double[] x, float seed) { return x; }
                        """, """
                        Model.java:6: error: [jacobi:rule-header] Model.rule takes (double[], float) and gives double[], but that is not what a vjp of Model.f(double[]) does
                            static double[] rule(double[] x, float seed) { return x; }
                                            ^
                            write static double[] rule(double[] x, double seed); the result of Model.f(double[]) may stand behind its arguments
                        """),
                inModel("result of a vjp by several parameters", """
                            static double f(double x, double[] y) { return x; }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.VJP)
                            static double[] «rule»(double x, double[] y, double seed) { return y; }
                        """, """
                        Model.java:6: error: [jacobi:rule-header] Model.rule takes (double, double[], double) and gives double[], but that is not what a vjp of Model.f(double, double[]) does
                            static double[] rule(double x, double[] y, double seed) { return y; }
                                            ^
                            write static Bars rule(double x, double[] y, double seed), with a record Bars(double x, double[] y); the result of Model.f(double, double[]) may stand behind its arguments
                        """),
                inModel("directions of a jvp", """
                            static Tensor f(Tensor x, double k) { return x.mul(k); }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.JVP)
                            static Tensor «rule»(Tensor x, double k, Tensor xDot) { return xDot; }
                        """, """
                        Model.java:6: error: [jacobi:rule-header] Model.rule takes (Tensor, double, Tensor) and gives Tensor, but that is not what a jvp of Model.f(Tensor, double) does
                            static Tensor rule(Tensor x, double k, Tensor xDot) { return xDot; }
                                          ^
                            write static Tensor rule(Tensor x, double k, Tensor xDot, double kDot); the result of Model.f(Tensor, double) may stand behind its arguments
                        """),
                inModel("unknown parameter", """
                            static double f(double x, int n, double y) { return x; }
                            @DerivativeOf(type = Model.class, method = "f", by = «"n"»)
                            static double rule(double x, int n, double y) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-parameter] by names "n", but the parameters of Model.f(double, int, double) that carry derivatives are: x, y
                            @DerivativeOf(type = Model.class, method = "f", by = "n")
                                                                                 ^
                            name each of these once at most, or give its place among the parameters, counted from 0
                        """),
                inModel("one partial derivative for two parameters", """
                            static double f(double x, double y) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") static double «rule»(double x, double y) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-parameter] Model.rule(double, double) is one partial derivative, but Model.f(double, double) has several parameters that carry derivatives: x, y
                            @DerivativeOf(type = Model.class, method = "f") static double rule(double x, double y) { return 1; }
                                                                                          ^
                            write one method for each, and name its parameter with by
                        """),
                inModel("partial derivative by an array", """
                            static double f(double[] x) { return x[0]; }
                            @DerivativeOf(type = Model.class, method = "f") static double[] «rule»(double[] x) { return x; }
                        """, """
                        Model.java:5: error: [jacobi:rule-parameter] a partial derivative is that of a number by a number, but x is double[]
                            @DerivativeOf(type = Model.class, method = "f") static double[] rule(double[] x) { return x; }
                                                                                            ^
                            write a vjp, which takes a seed behind the arguments: form = DerivativeOf.Form.VJP
                        """),
                inModel("two rules for one thing", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") static double one(double x) { return 1; }
                            @DerivativeOf(type = Model.class, method = "f") static double «two»(double x) { return 1; }
                        """, """
                        Model.java:6: error: [jacobi:rule-twice] Model.one(double) is a derivative of Model.f(double) by x in this form already
                            @DerivativeOf(type = Model.class, method = "f") static double two(double x) { return 1; }
                                                                                          ^
                            leave one of them out
                        """),
                inModel("rule of an object", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") double «rule»(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:rule-header] Model.rule(double) is no static method, so derivatives can't call it
                            @DerivativeOf(type = Model.class, method = "f") double rule(double x) { return 1; }
                                                                                   ^
                            make it static
                        """),
                inModel("method that has a derivative", """
                            @DerivativeOf(type = Math.class, method = «"sin"») static double rule(double x) { return 1; }
                        """, """
                        Model.java:4: error: [jacobi:rule-known] Math.sin(double) has a derivative, which a rule can't change
                            @DerivativeOf(type = Math.class, method = "sin") static double rule(double x) { return 1; }
                                                                      ^
                            call a method of your own instead, and give the rule to that
                        """),
                inModel("private method", """
                            private static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = «"f"») static double rule(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach Model.f(double): it is private
                            @DerivativeOf(type = Model.class, method = "f") static double rule(double x) { return 1; }
                                                                       ^
                            make f package-private or public
                        """),
                inModel("method that gives no number", """
                            static int f(double x) { return 1; }
                            @DerivativeOf(type = Model.class, method = «"f"») static double rule(double x) { return 1; }
                        """, """
                        Model.java:5: error: [jacobi:no-result] Model.f(double) gives int, which carries no derivative
                            @DerivativeOf(type = Model.class, method = "f") static double rule(double x) { return 1; }
                                                                       ^
                            return a double, a float, a Tensor, or an array or record of these
                        """),
                inModel("method of records", """
                            record Point(double x, double y) {}
                            static double f(Point p) { return p.x; }
                            @DerivativeOf(type = Model.class, method = «"f"», form = DerivativeOf.Form.VJP)
                            static Point rule(Point p, double seed) { return p; }
                        """, """
                        Model.java:6: error: [jacobi:unsupported] by a rule, Model.f(Model.Point), which takes or gives records, can't be differentiated yet
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.VJP)
                                                                       ^
                            give the rule to a method that takes and gives numbers or arrays, which calls this one
                        """));
    }

    static Stream<Mistake> calls() {
        return Stream.of(
                inModel("parameter without a rule", """
                            static double f(double x, double y) { return x; }
                            @DerivativeOf(type = Model.class, method = "f", by = "x")
                            static double rule(double x, double y) { return 1; }
                            @Differentiable static double g(double x) { return f(x, 2) + «f(x, x)»; }
                        """, """
                        Model.java:7: error: [jacobi:no-derivative] Model.f(double, double) has no derivative by y here: the rules that are given for it are by x
                            @Differentiable static double g(double x) { return f(x, 2) + f(x, x); }
                                                                                          ^
                            give it a rule by y with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("rule that can't be differentiated", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f")
                            static double rule(double x) { return Double.parseDouble(«"" + x»); }
                            @Differentiable static double first(double x) { return f(x); }
                            @Differentiable(order = 2) static double second(double x) { return f(x); }
                        """, """
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: joining strings turns a number that is differentiated into String
                            static double rule(double x) { return Double.parseDouble("" + x); }
                                                                                        ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("vjp alone that can't be differentiated", """
                            static Tensor f(Tensor x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.VJP)
                            static Tensor rule(Tensor x, Tensor seed) { return x.mul(Math.fma(1, «java.awt.geom.Point2D.distance(0, 0, seed.item(), 1)», 2)); }
                            @Differentiable static Tensor g(Tensor x) { return f(x); }
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Point2D.distance(double, double, double, double) has no derivative here: its source is not in this compilation and no rule is given for it
                            static Tensor rule(Tensor x, Tensor seed) { return x.mul(Math.fma(1, java.awt.geom.Point2D.distance(0, 0, seed.item(), 1), 2)); }
                                                                                                                               ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("jvp of a linear method by the method itself", """
                            static double[] f(double[] x) { return x.clone(); }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.JVP)
                            static double[] rule(double[] x, double[] xDot) { return «f(xDot)»; }
                            @Differentiable static double g(double[] x) { return f(x)[0]; }
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Model.f(double[]) has only a jvp here, and no vjp can be made of it: Model.rule(double[], double[]) calls Model.f(double[]) itself, so its derivative would need that vjp first
                            static double[] rule(double[] x, double[] xDot) { return f(xDot); }
                                                                                      ^
                            give it a vjp with @DerivativeOf
                        """),
                inModel("jvp by way of others", """
                            static double[] f(double[] x) { return x.clone(); }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.JVP)
                            static double[] rule(double[] x, double[] xDot) { return twice(xDot); }
                            static double[] twice(double[] x) {
                                double[] y = «f(x)»;
                                y[0] *= 2;
                                return y;
                            }
                            @Differentiable static double g(double[] x) { return f(x)[0]; }
                        """, """
                        Model.java:8: error: [jacobi:no-derivative] Model.f(double[]) has only a jvp here, and no vjp can be made of it: Model.rule(double[], double[]) calls Model.f(double[]) itself, so its derivative would need that vjp first
                                double[] y = f(x);
                                              ^
                            give it a vjp with @DerivativeOf
                        """),
                inModel("second derivative by a vjp that calls its method", """
                            static double[] f(double[] x) { return x.clone(); }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.VJP)
                            static double[] rule(double[] x, double[] seed) { return «f(seed)»; }
                            @Differentiable static double first(double[] x) { return f(x)[0]; }
                            @Differentiable(order = 2) static double second(double[] x) { return f(x)[0]; }
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Model.f(double[]) has no derivative of this order here: it has only a vjp, and Model.rule(double[], double[]) calls Model.f(double[]) itself, so that of its jvp would need itself first
                            static double[] rule(double[] x, double[] seed) { return f(seed); }
                                                                                      ^
                            give it a jvp, too, with @DerivativeOf
                        """),
                inModel("derivative of a derivative by a vjp that calls its method", """
                            static double[] f(double[] x) { return x.clone(); }
                            @DerivativeOf(type = Model.class, method = "f", form = DerivativeOf.Form.VJP)
                            static double[] rule(double[] x, double[] seed) { return «f(seed)»; }
                            @Differentiable static double inner(double[] x) { return f(x)[0]; }
                            @Differentiable static double outer(double[] x) { return InnerGrad.gradient(x)[0]; }
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Model.f(double[]) has no derivative of this order here: it has only a vjp, and Model.rule(double[], double[]) calls Model.f(double[]) itself, so that of its jvp would need itself first
                            static double[] rule(double[] x, double[] seed) { return f(seed); }
                                                                                      ^
                            give it a jvp, too, with @DerivativeOf
                        """),
                inModel("nested derivative of a rule that can't be differentiated", """
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f")
                            static double rule(double x) { return Double.parseDouble(«"" + x»); }
                            @Differentiable static double inner(double x) { return f(x) * x; }
                            @Differentiable static double outer(double x) { return InnerGrad.gradient(x); }
                        """, """
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: joining strings turns a number that is differentiated into String
                            static double rule(double x) { return Double.parseDouble("" + x); }
                                                                                        ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("wrong rule of what takes a function", """
                            @DerivativeOf(
                                    type = java.util.Arrays.class,
                                    method = «"parallelPrefix"»,
                                    parameters = {double[].class, java.util.function.DoubleBinaryOperator.class})
                            static double rule(double[] x, java.util.function.DoubleBinaryOperator f) { return 1; }
                            @Differentiable static double g(double[] x) {
                                java.util.Arrays.parallelPrefix(x, (a, b) -> a + b);
                                return x[1];
                            }
                        """, """
                        Model.java:6: error: [jacobi:no-result] Arrays.parallelPrefix(double[], DoubleBinaryOperator) gives void, which carries no derivative
                                    method = "parallelPrefix",
                                             ^
                            return a double, a float, a Tensor, or an array or record of these
                        """),
                inModel("wrong rule, of which nothing follows", """
                            @DerivativeOf(type = Float.class, method = «"parseFloat"») static float rule(String s) { return 1; }
                            static double f(double x) { return x; }
                            @DerivativeOf(type = Model.class, method = "f") static int «two»(double x) { return 1; }
                            @Differentiable static double g(double x) { return f(x); }
                        """, """
                        Model.java:4: error: [jacobi:nothing-to-differentiate] Float.parseFloat(String) has no parameter that carries a derivative
                            @DerivativeOf(type = Float.class, method = "parseFloat") static float rule(String s) { return 1; }
                                                                       ^
                            differentiate by a parameter of type double, float or Tensor, or an array or record of these
                        Model.java:6: error: [jacobi:rule-header] Model.two takes (double) and gives int, but that is not what a partial derivative of Model.f(double) does
                            @DerivativeOf(type = Model.class, method = "f") static int two(double x) { return 1; }
                                                                                       ^
                            write static double two(double x); the result of Model.f(double) may stand behind its arguments
                        """));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void areExplainedAtTheRule(Mistake mistake) {
        mistake.check();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void areExplainedWhereTheyAreCalled(Mistake mistake) {
        mistake.check();
    }
}
