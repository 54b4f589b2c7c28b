package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;
import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that are marked {@code @FixedPoint}, and have none that could be differentiated. */
class FixedPointErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inBody("no loop", """
                        «@FixedPoint» double y = x;
                        return y;
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] @FixedPoint marks what a loop improves until it stays as it is, but no loop comes behind this variable
                                @FixedPoint double y = x;
                                ^
                            put it on a local variable that is declared before the loop
                        """),
                inBody("return out of the loop", """
                        @FixedPoint double y = x;
                        while (true) {
                            double next = Math.cos(y) * x;
                            if (next == y) «return y;»
                            y = next;
                        }
                        """, """
                        Model.java:8: error: [jacobi:fixed-point] a jump leads out of the loop, so there is no derivative of a @FixedPoint loop here
                                    if (next == y) return y;
                                                   ^
                            end the loop by its condition or with break, and go on behind it
                        """),
                inBody("what the loop assigns can't be read, so nobody knows whether it changes", """
                        @FixedPoint double y = x;
                        for (int i = 0; i < 10; i++) {
                            double step = «Nowhere».of(y);
                            y -= step;
                        }
                        return y;
                        """, """
                        Model.java:7: error: [jacobi:unknown-name] there is no variable, field or class named Nowhere here
                                    double step = Nowhere.of(y);
                                                  ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inBody("iterations that differ", """
                        @FixedPoint double y = x;
                        for (int i = 0; i < 10; i++) {
                            «y += (x - y) / (i + 1)»;
                        }
                        return y;
                        """, """
                        Model.java:7: error: [jacobi:fixed-point] the iteration depends on i, which counts the iterations, so there is no derivative of a @FixedPoint loop here
                                    y += (x - y) / (i + 1);
                                      ^
                            let each iteration do the same, or leave the mark out
                        """),
                inBody("loop that fills the array first", """
                        @FixedPoint double[] y = new double[3];
                        for (int i = 0; i < 3; i++) y[«i»] = x * i;
                        for (int k = 0; k < 50; k++)
                            for (int i = 0; i < 3; i++) y[i] = Math.cos(y[i]);
                        return y[0];
                        """, """
                        Model.java:6: error: [jacobi:fixed-point] the iteration depends on i, which counts the iterations, so there is no derivative of a @FixedPoint loop here
                                for (int i = 0; i < 3; i++) y[i] = x * i;
                                                              ^
                            a mark belongs to the first loop behind it: if the loop in line 7 is meant, let this one work on a variable of another name, say start, and declare y between them, as in @FixedPoint double[] y = start.clone()
                        """),
                inBody("another loop first", """
                        «@FixedPoint» double y = x;
                        double z = 1;
                        while (z > 0.1) z /= 2;
                        while (Math.abs(Math.cos(y) - y) > 1e-9) y = Math.cos(y);
                        return z * y;
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] y stays as it is in the loop behind it, so there is no derivative of a @FixedPoint loop here
                                @FixedPoint double y = x;
                                ^
                            a mark belongs to the first loop behind it: if the loop in line 8 is meant, declare y behind the one in line 7
                        """),
                inBody("whole number", """
                        «@FixedPoint» int n = 3;
                        while (n > 0) {
                            x *= x;
                            n--;
                        }
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] n is int, so there is no derivative of a @FixedPoint loop here
                                @FixedPoint int n = 3;
                                ^
                            mark numbers, tensors, arrays of numbers or records of these
                        """),
                inBody("held constant", """
                        «@FixedPoint» @NoDerivative double y = x;
                        while (y > 1) {
                            y = Math.sqrt(y) / 2;
                        }
                        return x * y;
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] y is marked @NoDerivative, so there is no derivative of a @FixedPoint loop here
                                @FixedPoint @NoDerivative double y = x;
                                ^
                            mark numbers, tensors, arrays of numbers or records of these
                        """),
                inBody("variable that stays", """
                        «@FixedPoint» double y = x;
                        double z = 1;
                        while (z > 0.1) {
                            z /= 2;
                        }
                        return x * y;
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] y stays as it is in the loop behind it, so there is no derivative of a @FixedPoint loop here
                                @FixedPoint double y = x;
                                ^
                            leave the mark out
                        """),
                inBody("array without a value", """
                        «@FixedPoint» double[] y;
                        do {
                            y = new double[] {x / 2};
                        } while (y[0] > x);
                        return y[0];
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] y has no value before the loop, so there is no derivative of a @FixedPoint loop here
                                @FixedPoint double[] y;
                                ^
                            give it one
                        """),
                inBody("tolerance below zero", """
                        @FixedPoint(tolerance = «-1e-9») double y = x;
                        while (y > 1e-9) {
                            y /= 2;
                        }
                        return y;
                        """, """
                        Model.java:5: error: [jacobi:fixed-point] tolerance = -1e-9 is no positive number
                                @FixedPoint(tolerance = -1e-9) double y = x;
                                                        ^
                            write a literal or a constant, or leave it out
                        """),
                inBody("derivative lost in an iteration", """
                        @FixedPoint double y = x;
                        for (int i = 0; i < 50; i++) {
                            y = Double.parseDouble(«String.valueOf(y)») / 2;
                        }
                        return y;
                        """, """
                        Model.java:7: error: [jacobi:no-derivative] String.valueOf(double) has no derivative here: its source is not in this compilation and no rule is given for it
                                    y = Double.parseDouble(String.valueOf(y)) / 2;
                                                                         ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("array of the caller's", """
                        @Differentiable static double[] f(double[] x) {
                            @FixedPoint double[] y = x;
                            «for (int k = 0; k < 50; k++) {
                                for (int i = 0; i < y.length; i++) y[i] = Math.cos(y[i]) / 2;
                            }»
                            return new double[] {y[0]};
                        }
                        """.indent(4), """
                        Model.java:6: error: [jacobi:fixed-point] y may be an array that has another name, too, so there is no derivative of a @FixedPoint loop here
                                for (int k = 0; k < 50; k++) {
                                ^
                            begin with an array of its own, such as a clone()
                        """),
                inModel("array with two names", """
                        @Differentiable static double f(double[] x) {
                            double[] z = x.clone();
                            @FixedPoint double[] y = z;
                            «for (int k = 0; k < 50; k++) {
                                for (int i = 0; i < y.length; i++) y[i] = Math.cos(y[i]) / 2;
                            }»
                            return y[0] * z[0];
                        }
                        """.indent(4), """
                        Model.java:7: error: [jacobi:fixed-point] y may be an array that has another name, too, so there is no derivative of a @FixedPoint loop here
                                for (int k = 0; k < 50; k++) {
                                ^
                            begin with an array of its own, such as a clone()
                        """),
                inModel("array that isn't marked", """
                        @Differentiable static double f(double[] x) {
                            @FixedPoint double[] y = x.clone();
                            double[] next = new double[x.length];
                            «for (int k = 0; k < 50; k++) {
                                for (int i = 0; i < y.length; i++) next[i] = Math.cos(y[i]) * x[i] / 2;
                                System.arraycopy(next, 0, y, 0, y.length);
                            }»
                            return y[0];
                        }
                        """.indent(4), """
                        Model.java:7: error: [jacobi:fixed-point] the loop writes to the array next, so there is no derivative of a @FixedPoint loop here
                                for (int k = 0; k < 50; k++) {
                                ^
                            mark it @FixedPoint, too, or make a new array in each iteration
                        """),
                inModel("iterations with effects", """
                        static double logged(double x) {
                            System.out.println(x);
                            return x;
                        }
                        @Differentiable static double f(double x) {
                            @FixedPoint double y = x;
                            «for (int k = 0; k < 50; k++) {
                                y = logged(Math.cos(y) * x / 2);
                            }»
                            return y;
                        }
                        """.indent(4), """
                        Model.java:10: error: [jacobi:fixed-point] an iteration does something besides computing, or asks something that may change by then, so there is no derivative of a @FixedPoint loop here
                                for (int k = 0; k < 50; k++) {
                                ^
                            let it only compute, and read fields into variables before the loop
                        """),
                inModel("arrays of tensors", """
                        @Differentiable static Tensor f(Tensor[] x) {
                            «@FixedPoint» Tensor[] y = x.clone();
                            for (int k = 0; k < 50; k++) {
                                y[0] = y[0].mul(0.5).cos();
                            }
                            return y[0];
                        }
                        """.indent(4), """
                        Model.java:5: error: [jacobi:fixed-point] y is Tensor[], so there is no derivative of a @FixedPoint loop here
                                @FixedPoint Tensor[] y = x.clone();
                                ^
                            mark numbers, tensors, arrays of numbers or records of these
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isExplained(Mistake mistake) {
        mistake.check();
    }
}
