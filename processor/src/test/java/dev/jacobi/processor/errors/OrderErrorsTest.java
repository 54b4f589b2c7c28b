package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that can't be had, and derivatives of derivatives that can't. */
class OrderErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("no order", """
                            @Differentiable(order = «0») static double f(double x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:order] order = 0 asks for no derivatives that there are
                            @Differentiable(order = 0) static double f(double x) { return x; }
                                                    ^
                            write 1 for gradients, 2 for second derivatives as well, and so on up to 6
                        """),
                inModel("too high an order", """
                            @Differentiable(order = «12») static double f(double x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:order] order = 12 asks for no derivatives that there are
                            @Differentiable(order = 12) static double f(double x) { return x; }
                                                    ^
                            write 1 for gradients, 2 for second derivatives as well, and so on up to 6
                        """),
                inModel("second order of several results", """
                            @Differentiable(order = «2») static double[] f(double[] x) { return x.clone(); }
                        """, """
                        Model.java:4: error: [jacobi:order] order = 2 asks for second derivatives, which are those of a single number, but Model.f(double[]) gives double[]
                            @Differentiable(order = 2) static double[] f(double[] x) { return x.clone(); }
                                                    ^
                            return one number, or annotate a method that makes one number of the result of this one
                        """),
                inModel("the gradient of what prints", """
                            @Differentiable static double f(double x) { System.out.println(x); return x * x; }
                            @Differentiable static double g(double x) { return «FGrad.gradient(x)»; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a derivative of Model.f(double), which has effects besides giving a result, can't be differentiated yet
                            @Differentiable static double g(double x) { return FGrad.gradient(x); }
                                                                                             ^
                            have f only compute: without calls that may do something else, and without writing to arrays that it is given
                        """),
                inModel("the gradient of what writes to its argument", """
                            @Differentiable static double f(double[] x) { x[0] = 1; return x[0] * x[1]; }
                            @Differentiable static double g(double[] x) { double[] d = «FGrad.gradient(x)»; return d[1]; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a derivative of Model.f(double[]), which has effects besides giving a result, can't be differentiated yet
                            @Differentiable static double g(double[] x) { double[] d = FGrad.gradient(x); return d[1]; }
                                                                                                     ^
                            have f only compute: without calls that may do something else, and without writing to arrays that it is given
                        """),
                inModel("a Jacobian inside", """
                            @Differentiable static double[] f(double[] x) { return x.clone(); }
                            @Differentiable static double g(double[] x) { double[][] j = «FGrad.jacobian(x)»; return j[0][0]; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a call of the generated method jacobian can't be differentiated yet
                            @Differentiable static double g(double[] x) { double[][] j = FGrad.jacobian(x); return j[0][0]; }
                                                                                                       ^
                            call gradient, vjp, jvp or hvp, which have derivatives themselves
                        """),
                inModel("the gradient by an array of arrays of records", """
                            record P(double a, double b) {}
                            @Differentiable static double f(P[][] x) { return x[0][1].a() * x[0][1].b(); }
                            @Differentiable static double g(P[][] x) { return «FGrad.gradient(x)»[0][1].a(); }
                        """, """
                        Model.java:6: error: [jacobi:unsupported] a call of a derivative that is an array of arrays of records can't be differentiated yet
                            @Differentiable static double g(P[][] x) { return FGrad.gradient(x)[0][1].a(); }
                                                                                            ^
                            differentiate by arrays of one dimension, or by arrays of numbers
                        """),
                inModel("a class that nobody generates", """
                            @Differentiable static double f(double x) { return x * x; }
                            @Differentiable static double g(double x) { return FGrad.gradient(x) + «HGrad».gradient(x); }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named HGrad here
                            @Differentiable static double g(double x) { return FGrad.gradient(x) + HGrad.gradient(x); }
                                                                                                   ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("round and round", """
                            @Differentiable static double f(double x) { return «GGrad».gradient(x); }
                            @Differentiable static double g(double x) { return «FGrad».gradient(x); }
                        """, """
                        Model.java:4: error: [jacobi:circular] GGrad can't be called here: it is the derivative of Model.g(double), which needs a derivative of Model.f(double) first
                            @Differentiable static double f(double x) { return GGrad.gradient(x); }
                                                                               ^
                            write a method without the call, and differentiate that
                        Model.java:5: error: [jacobi:circular] FGrad can't be called here: it is the derivative of Model.f(double), which needs a derivative of Model.g(double) first
                            @Differentiable static double g(double x) { return FGrad.gradient(x); }
                                                                               ^
                            write a method without the call, and differentiate that
                        """),
                inModel("a derivative inside its own method", """
                            @Differentiable static double f(double x) { return «FGrad».gradient(x) + x; }
                        """, """
                        Model.java:4: error: [jacobi:circular] FGrad can't be called here: it is the derivative of Model.f(double), which needs a derivative of itself first
                            @Differentiable static double f(double x) { return FGrad.gradient(x) + x; }
                                                                               ^
                            write a method without the call, and differentiate that
                        """),
                inModel("a class that has an error of its own", """
                            @Differentiable static double f(double x) { return x * Double.parseDouble(«String.valueOf(x)»); }
                            @Differentiable static double g(double x) { return FGrad.gradient(x); }
                        """, """
                        Model.java:4: error: [jacobi:no-derivative] String.valueOf(double) has no derivative here: its source is not in this compilation and no rule is given for it
                            @Differentiable static double f(double x) { return x * Double.parseDouble(String.valueOf(x)); }
                                                                                                                    ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(Mistake mistake) {
        mistake.check();
    }
}
