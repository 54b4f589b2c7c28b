package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;
import static dev.jacobi.processor.errors.Mistake.mistake;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors are at the very expression, however the text around it is written, and all of them are reported at once. */
class PlacesTest {

    static Stream<Mistake> places() {
        return Stream.of(
                inModel("after tabs", """
                        \t@Differentiable static double f(double x) {
                        \t\treturn\tx *\t«rate» + x;
                        \t}
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                        \t\treturn\tx *\trate + x;
                        \t\t      \t   \t^
                            check the spelling, declare it before this line, or import the class
                        """),
                mistake(
                        "in a file from Windows",
                        "import dev.jacobi.Differentiable;\r\nfinal class Model {\r\n"
                                + "  @Differentiable static double f(double x) {\r\n    return x\r\n"
                                + "      + «rate»;\r\n  }\r\n}\r\n",
                        """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                              + rate;
                                ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("after unicode escapes", """
                            @Differentiable static double f(double \\u0078) {
                                return \\u0078 * '\\u0041' * «rate»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                return \\u0078 * '\\u0041' * rate;
                                                           ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("among unicode escapes", """
                            @Differentiable static double f(double x) \\u007b
                                return x \\u002a x /* \\u002a/ + «r\\uu0061t\\u0065» \\u002b «sp\\u0065ed»\\u003b \\u007d
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                return x \\u002a x /* \\u002a/ + r\\uu0061t\\u0065 \\u002b sp\\u0065ed\\u003b \\u007d
                                                               ^
                            check the spelling, declare it before this line, or import the class
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named speed here
                                return x \\u002a x /* \\u002a/ + r\\uu0061t\\u0065 \\u002b sp\\u0065ed\\u003b \\u007d
                                                                                      ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("behind a line that ends with an escape", """
                            @Differentiable static double f(double x) { // \\u000a return «rate» * x;
                                }
                        """, """
                        Model.java:4: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                            @Differentiable static double f(double x) { // \\u000a return rate * x;
                                                                                         ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("among comments", """
                            /** rate; */
                            @Differentiable /* ( */ static double f(/* double y */ double x) { // {
                                return /* "rate" */ x // rate
                                        /* rate */ * /**/ «rate» /* rate */;
                            }
                        """, """
                        Model.java:7: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                        /* rate */ * /**/ rate /* rate */;
                                                          ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("after characters beyond ASCII", """
                            @Differentiable static double größe(double 長) {
                                String s = "𝛼 ist groß"; return 長 * «rate»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                String s = "𝛼 ist groß"; return 長 * rate;
                                                                     ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("over several lines", """
                            @Differentiable static double f(double x) {
                                return x * «java.awt.geom.Point2D.distance(
                                        0, 0, x,
                                        2)»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:no-derivative] Point2D.distance(double, double, double, double) has no derivative here: its source is not in this compilation and no rule is given for it
                                return x * java.awt.geom.Point2D.distance(
                                                                         ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("of a method further down", """
                            @Differentiable static double f(double x) { return one(x) + two(x); }
                            @Differentiable static double g(double x) { return one(x); }
                            static double one(double x) { return two(x); }
                            static double two(double x) { return «rate» * x; }
                        """, """
                        Model.java:7: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                            static double two(double x) { return rate * x; }
                                                                 ^
                            check the spelling, declare it before this line, or import the class
                        """));
    }

    @ParameterizedTest
    @MethodSource("places")
    void areExact(Mistake mistake) {
        mistake.check();
    }

    static Stream<Mistake> several() {
        return Stream.of(
                inModel("in one body", """
                            @Differentiable static double f(double x) {
                                double a = «rate» * x;
                                double b = a * 2;
                                «try { b = unseen; } finally { }»
                                return x + «speed»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                double a = rate * x;
                                           ^
                            check the spelling, declare it before this line, or import the class
                        Model.java:7: error: [jacobi:unsupported] try can't be differentiated yet
                                try { b = unseen; } finally { }
                                ^
                            put it around the call of the derivative, or ask with if before what would be thrown; what carries no derivative can have it in a method of its own
                        Model.java:8: error: [jacobi:unknown-name] there is no variable, field or class named speed here
                                return x + speed;
                                           ^
                            check the spelling, declare it before this line, or import the class
                        """),
                new Mistake("in several files", List.of("""
                                package demo;
                                final class One {
                                    @dev.jacobi.Differentiable static double f(double x) { return «rate» * x; }
                                    @dev.jacobi.Differentiable static double ok(double x) { return x; }
                                }
                                """, """
                                package demo.more;
                                final class Two {
                                    @dev.jacobi.Differentiable static double «g»(double x, double y) { return x; }
                                    @dev.jacobi.Differentiable static int «h»(double x) { return 1; }
                                }
                                """), """
                        demo/One.java:3: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                            @dev.jacobi.Differentiable static double f(double x) { return rate * x; }
                                                                                          ^
                            check the spelling, declare it before this line, or import the class
                        demo/more/Two.java:3: warning: [jacobi:independent] the derivative of Two.g(double, double) by y is zero: the result does not depend on it, or only through conditions and roundings
                            @dev.jacobi.Differentiable static double g(double x, double y) { return x; }
                                                                     ^
                            use it in the result, leave it out of wrt, or mark it @NoDerivative
                        demo/more/Two.java:4: error: [jacobi:no-result] Two.h(double) gives int, which carries no derivative
                            @dev.jacobi.Differentiable static int h(double x) { return 1; }
                                                                  ^
                            return a double, a float, a Tensor, or an array or record of these
                        """),
                new Mistake("in files that import what isn't generated then", List.of("""
                                package demo;
                                public final class One {
                                    @dev.jacobi.Differentiable public static double f(double x) { return «rate» * x; }
                                    @dev.jacobi.Differentiable public static double g(double x, double y) { return x * y; }
                                }
                                """, """
                                package demo.more;
                                import static demo.FGrad.gradient;
                                import demo.FGrad;
                                import demo.GGrad;
                                import demo.GGrad.ValueAndGradient;
                                final class Two {
                                    GGrad.Gradient last;
                                    FGrad.Pullback pullback;
                                    ValueAndGradient both() { return GGrad.valueAndGradient(gradient(1), FGrad.gradient(2)); }
                                }
                                """), """
                        demo/One.java:3: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                            @dev.jacobi.Differentiable public static double f(double x) { return rate * x; }
                                                                                                 ^
                            check the spelling, declare it before this line, or import the class
                        """),
                new Mistake("another file's helper", List.of("""
                                final class One {
                                    @dev.jacobi.Differentiable static double f(double x) { return Two.g(x); }
                                }
                                """, """
                                final class Two {
                                    static double g(double x) { return x + «missing»; }
                                }
                                """), """
                        Two.java:2: error: [jacobi:unknown-name] there is no variable, field or class named missing here
                            static double g(double x) { return x + missing; }
                                                                   ^
                            check the spelling, declare it before this line, or import the class
                        """));
    }

    @ParameterizedTest
    @MethodSource("several")
    void areAllReported(Mistake mistake) {
        mistake.check();
    }
}
