package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;
import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that Java doesn't take where they stand: reported once, and not in every derivative again. */
class MismatchErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inBody("numbers as conditions", """
                        if («x») {
                            x++;
                        }
                        while («x») {
                            x--;
                        }
                        assert «x»;
                        return «x» && !x ? 1 : 2;
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a condition is expected here, but this is a double
                                if (x) {
                                    ^
                            compare it with something, as in x != 0
                        Model.java:8: error: [jacobi:wrong-type] a condition is expected here, but this is a double
                                while (x) {
                                       ^
                            compare it with something, as in x != 0
                        Model.java:11: error: [jacobi:wrong-type] a condition is expected here, but this is a double
                                assert x;
                                       ^
                            compare it with something, as in x != 0
                        Model.java:12: error: [jacobi:wrong-type] a condition is expected here, but this is a double
                                return x && !x ? 1 : 2;
                                       ^
                            compare it with something, as in x != 0
                        """),
                inBody("conditions as numbers", """
                        boolean large = x > 1;
                        double y = «large»;
                        return «large» * x;
                        """, """
                        Model.java:6: error: [jacobi:wrong-type] a double is expected here, but this is a boolean
                                double y = large;
                                           ^
                            write ?: to make a number of it
                        Model.java:7: error: [jacobi:wrong-type] a number is expected here, but this is a boolean
                                return large * x;
                                       ^
                            write ?: to make a number of it
                        """),
                inBody("power sign and shifts", """
                        double y = «x»^2;
                        y = «x» << 1;
                        return ~«x» & 3;
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a whole number is expected here, but this is a double
                                double y = x^2;
                                           ^
                            ^ is no power in Java but exclusive or: write x * x, or Math.pow(x, y)
                        Model.java:6: error: [jacobi:wrong-type] a whole number is expected here, but this is a double
                                y = x << 1;
                                    ^
                            << is for whole numbers: multiply or divide instead, or cast with (int)
                        Model.java:7: error: [jacobi:wrong-type] a whole number is expected here, but this is a double
                                return ~x & 3;
                                        ^
                            ~ is for whole numbers: multiply or divide instead, or cast with (int)
                        """),
                inModel("indices and lengths", """
                            @Differentiable static double f(double[] x, long n) {
                                double[] y = new double[«n»];
                                return x[«n»] + y[0];
                            }
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] an int is expected here, but this is a long
                                double[] y = new double[n];
                                                        ^
                            cast it: (int)
                        Model.java:6: error: [jacobi:wrong-type] an int is expected here, but this is a long
                                return x[n] + y[0];
                                         ^
                            cast it: (int)
                        """),
                inModel("arrays and objects of other types", """
                            @Differentiable static double f(double[] x, Tensor t) {
                                float[] y = «x»;
                                double[][] z = «x[0]»;
                                Tensor u = «x»;
                                String s = «x[1]»;
                                for (Integer i : «x») {
                                    z[0][0] += i;
                                }
                                return x[0];
                            }
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a float[] is expected here, but this is a double[]
                                float[] y = x;
                                            ^
                            write a value of that type
                        Model.java:6: error: [jacobi:wrong-type] a double[][] is expected here, but this is a double
                                double[][] z = x[0];
                                                ^
                            write a value of that type
                        Model.java:7: error: [jacobi:wrong-type] a Tensor is expected here, but this is a double[]
                                Tensor u = x;
                                           ^
                            write a value of that type
                        Model.java:8: error: [jacobi:wrong-type] a String is expected here, but this is a double
                                String s = x[1];
                                            ^
                            write a value of that type
                        Model.java:9: error: [jacobi:wrong-type] an Integer is expected here, but this is a double
                                for (Integer i : x) {
                                                 ^
                            write a value of that type
                        """),
                inBody("questions that numbers don't have", """
                        boolean known = x != «null»;
                        return «x» instanceof Double ? 1 : 2;
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a number is expected here, but this is null
                                boolean known = x != null;
                                                     ^
                            a number is never null: leave the question out, or write 0
                        Model.java:6: error: [jacobi:wrong-type] an object is expected here, but this is a double
                                return x instanceof Double ? 1 : 2;
                                       ^
                            leave the question out: a number is of its own type
                        """),
                inBody("thrown text", """
                        if (x < 0) {
                            throw «"negative"»;
                        }
                        return x;
                        """, """
                        Model.java:6: error: [jacobi:wrong-type] an exception is expected here, but this is a String
                                    throw "negative";
                                          ^
                            write throw new IllegalArgumentException("…"), or its like
                        """),
                inBody("var without a type", """
                        var «y»;
                        var z = «{x}»;
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a value is expected here, but this is nothing
                                var y;
                                    ^
                            write the variable's type in the place of var
                        Model.java:6: error: [jacobi:wrong-type] a value is expected here, but this is an array without a type
                                var z = {x};
                                        ^
                            write the variable's type in the place of var
                        """),
                inBody("this in a static method", """
                        return «this».hashCode() * x;
                        """, """
                        Model.java:5: error: [jacobi:no-object] a static method is called on no object, so there is no this here
                                return this.hashCode() * x;
                                       ^
                            leave static out, or hand the object in as a parameter
                        """),
                inModel("classes without a name", """
                            interface Law { double of(double x); }
                            static final Law SQUARE = new Law() {
                                @Differentiable public double «of»(double x) { return x * x; }
                            };
                            enum Kind {
                                CUBE {
                                    @Differentiable double «at»(double x) { return x * x * x; }
                                };
                                abstract double at(double x);
                            }
                        """, """
                        Model.java:6: error: [jacobi:unreachable] generated code can't reach the method of: it is declared in a class without a name
                                @Differentiable public double of(double x) { return x * x; }
                                                              ^
                            declare of in a class that has one
                        Model.java:10: error: [jacobi:unreachable] generated code can't reach the method at: it is declared in a class without a name
                                    @Differentiable double at(double x) { return x * x * x; }
                                                           ^
                            declare at in a class that has one
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }
}
