package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a method's body says, wrong or without a derivative. */
class BodyErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("unknown variable", """
                            @Differentiable static double f(double x) {
                                return x * «rate»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                return x * rate;
                                           ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("a variable without a value on one way", """
                            @Differentiable static double f(double x) {
                                double y;
                                if (x > 0) {
                                    y = x;
                                }
                                return «y» * y;
                            }
                        """, """
                        Model.java:9: error: [jacobi:unassigned] y may have no value here
                                return y * y;
                                       ^
                            give it one where it is declared, or on every way that leads here
                        """),
                inModel("unknown class", """
                            @Differentiable static double f(double x) {
                                return «FastMath».sin(x);
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named FastMath here
                                return FastMath.sin(x);
                                       ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("unknown type of a local", """
                            @Differentiable static double f(double x) {
                                «Matrix» m = null;
                                return x;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-type] there is no class named Matrix here
                                Matrix m = null;
                                ^
                            check the spelling, or import it
                        """),
                inModel("unknown method of the class", """
                            @Differentiable static double f(double x) {
                                return «square(x)»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-method] there is no method square that takes (double)
                                return square(x);
                                             ^
                            check the spelling, or import it
                        """),
                inModel("array expected", """
                            @Differentiable static double f(double x) {
                                return «x»[0];
                            }
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] an array is expected here, but this is double
                                return x[0];
                                       ^
                            index arrays only
                        """),
                inModel("method of a library without a rule", """
                            @Differentiable static double f(double x) {
                                return «Double.sum(x, 1)» * 2;
                            }
                        """, """
                        Model.java:5: error: [jacobi:no-derivative] Double.sum(double, double) has no derivative here: its source is not in this compilation and no rule is given for it
                                return Double.sum(x, 1) * 2;
                                                 ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("assignment to a field", """
                            static double last;
                            @Differentiable static double f(double x) {
                                «last» = x;
                                return x;
                            }
                        """, """
                        Model.java:6: error: [jacobi:assigns-outside] last is not a local variable: a differentiated method can assign only its own variables and parameters
                                last = x;
                                ^
                            return the value instead, or assign it in the method that calls this one
                        """),
                inModel("own instance method called", """
                            @Differentiable static double f(double x) {
                                return «scaled(x)»;
                            }
                            double scaled(double x) { return 2 * x; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a call of the instance method scaled can't be differentiated yet
                                return scaled(x);
                                             ^
                            make scaled static
                        """),
                inModel("own field", """
                            double scale = 2;
                            @Differentiable static double f(double x) {
                                return x * «scale»;
                            }
                        """, """
                        Model.java:6: error: [jacobi:unsupported] a field of this object can't be differentiated yet
                                return x * scale;
                                           ^
                            hand its value in as a parameter
                        """),
                inModel("private nested member", """
                            @Differentiable static double f(double x) {
                                return x * «Hidden.rate»;
                            }
                            private static final class Hidden { static double rate = 2; }
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach Hidden: it is private
                                return x * Hidden.rate;
                                                 ^
                            make Hidden package-private
                        """),
                inModel("private field", """
                            private static double rate = 2;
                            @Differentiable static double f(double x) {
                                return x * «rate»;
                            }
                        """, """
                        Model.java:6: error: [jacobi:unreachable] generated code can't reach rate: it is private
                                return x * rate;
                                           ^
                            make rate package-private
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }
}
