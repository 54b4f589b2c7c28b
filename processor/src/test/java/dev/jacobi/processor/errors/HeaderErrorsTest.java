package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;
import static dev.jacobi.processor.errors.Mistake.mistake;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that can't be differentiated, or whose generated classes would collide. */
class HeaderErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("method of an interface", """
                            interface Shape { @Differentiable default double «f»(double x) { return x; } }
                        """, """
                        Model.java:4: error: [jacobi:not-static] Shape.f(double) is a method of an interface, and another may run where it is called
                            interface Shape { @Differentiable default double f(double x) { return x; } }
                                                                             ^
                            make it static, or write it into a class
                        """),
                inModel(
                        "as many parameters as Java allows only without derivatives",
                        "    @Differentiable static double «f»(" + many("double x%d", ", ") + ") { return "
                                + many("x%d", " + ") + "; }\n",
                        """
                        Model.java:4: error: [jacobi:crowded] f can't have its derivative jvp: that would have more parameters than Java allows, which is 255 where each double and long counts as two
                            @Differentiable static double f(%s) { return %s; }
                                                          ^
                            hand the numbers in as an array or as a record
                        """.formatted(many("double x%d", ", "), many("x%d", " + "))),
                inModel("type parameters", """
                            @Differentiable static <T> double «f»(T t, double x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:generic] Model.f(Object, double) has type parameters, and only methods without can be differentiated yet
                            @Differentiable static <T> double f(T t, double x) { return x; }
                                                              ^
                            write the types out
                        """),
                inModel("object of a class with type parameters", """
                            static final class Box<T> {
                                @Differentiable double «f»(double x) { return x; }
                            }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a method of an object whose class has type parameters can't be differentiated yet
                                @Differentiable double f(double x) { return x; }
                                                       ^
                            annotate a static method that is given the object
                        """),
                inModel("native", """
                            @Differentiable static native double «f»(double x);
                        """, """
                        Model.java:4: error: [jacobi:no-body] Model.f(double) has no body that could be differentiated
                            @Differentiable static native double f(double x);
                                                                 ^
                            annotate a method with a body; native and abstract methods have none
                        """),
                inModel("helpers without a body", """
                            static native double «g»(double x);
                            abstract static class Law { abstract double «of»(double x); }
                            @Differentiable static double f(double x, Law law) { return g(x) + law.of(x); }
                        """, """
                        Model.java:4: error: [jacobi:no-body] Model.g(double) is called with differentiated numbers, but has no body that could be differentiated
                            static native double g(double x);
                                                 ^
                            give it a derivative with @DerivativeOf
                        Model.java:5: error: [jacobi:no-body] Law.of(double) is called with differentiated numbers, but has no body that could be differentiated
                            abstract static class Law { abstract double of(double x); }
                                                                        ^
                            write it in Java, in a final class or behind a sealed interface
                        """),
                mistake("types that there aren't", """
                        import dev.jacobi.Differentiable;
                        final class Model {
                            @Differentiable static «Tensor» f(double x, java.util.List<«Matrix»[]> m) { return null; }
                            @Differentiable static double g(double x) { return x; }
                            static double h() { return GGrad.gradient(2) + FGrad.gradient(2, null); }
                        }
                        """, """
                        Model.java:3: error: cannot find symbol
                            @Differentiable static Tensor f(double x, java.util.List<Matrix[]> m) { return null; }
                                                                                     ^
                          symbol:   class Matrix
                          location: class Model
                        Model.java:3: error: cannot find symbol
                            @Differentiable static Tensor f(double x, java.util.List<Matrix[]> m) { return null; }
                                                   ^
                          symbol:   class Tensor
                          location: class Model
                        """),
                mistake("another class Tensor", """
                        import dev.jacobi.Differentiable;
                        final class Model {
                            static class Tensor {}
                            @Differentiable static Tensor «f»(double x) { return null; }
                            @Differentiable static double «g»(Tensor x) { return 1; }
                        }
                        """, """
                        Model.java:4: error: [jacobi:no-result] Model.f(double) gives Model.Tensor, which carries no derivative
                            @Differentiable static Tensor f(double x) { return null; }
                                                          ^
                            import Jacobi's Tensor, as this is another class of that name, or return a double, a float, a Tensor, or an array or record of these
                        Model.java:5: error: [jacobi:nothing-to-differentiate] Model.g(Model.Tensor) has no parameter that carries a derivative
                            @Differentiable static double g(Tensor x) { return 1; }
                                                          ^
                            import Jacobi's Tensor, as this is another class of that name, or differentiate by a parameter of type double, float or Tensor, or an array or record of these
                        """),
                inModel("names that no type, or a class inside, has", """
                            @Differentiable(«"record"») static double f(double x) { return x; }
                            @Differentiable("Pullback") static double «g»(double x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:not-a-name] "record" can't be the name of a generated class
                            @Differentiable("record") static double f(double x) { return x; }
                                            ^
                            give a simple Java class name, such as @Differentiable("EnergyGrad")
                        Model.java:5: error: [jacobi:not-a-name] Model.g(double) would generate the class Pullback, inside which there is a class Pullback already
                            @Differentiable("Pullback") static double g(double x) { return x; }
                                                                      ^
                            give the generated one another name: @Differentiable("ModelGGrad")
                        """),
                inModel("no number goes in", """
                            @Differentiable static double «f»(int n, String s) { return n; }
                        """, """
                        Model.java:4: error: [jacobi:nothing-to-differentiate] Model.f(int, String) has no parameter that carries a derivative
                            @Differentiable static double f(int n, String s) { return n; }
                                                          ^
                            differentiate by a parameter of type double, float or Tensor, or an array or record of these
                        """),
                inModel("all held constant", """
                            @Differentiable static double «f»(@NoDerivative double x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:nothing-to-differentiate] Model.f(double) has no parameter that carries a derivative
                            @Differentiable static double f(@NoDerivative double x) { return x; }
                                                          ^
                            differentiate by a parameter of type double, float or Tensor, or an array or record of these
                        """),
                inModel("no number comes out", """
                            @Differentiable static int «f»(double x) { return 1; }
                        """, """
                        Model.java:4: error: [jacobi:no-result] Model.f(double) gives int, which carries no derivative
                            @Differentiable static int f(double x) { return 1; }
                                                       ^
                            return a double, a float, a Tensor, or an array or record of these
                        """),
                inModel("nothing comes out", """
                            @Differentiable static void «f»(double x) {}
                        """, """
                        Model.java:4: error: [jacobi:no-result] Model.f(double) gives void, which carries no derivative
                            @Differentiable static void f(double x) {}
                                                        ^
                            return a double, a float, a Tensor, or an array or record of these
                        """),
                inModel("sparse matrix of a tensor", """
                            @Differentiable(sparse = «true») static Tensor f(Tensor x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:sparse] sparse = true asks for the derivatives of one double[], but Model.f(Tensor) gives Tensor
                            @Differentiable(sparse = true) static Tensor f(Tensor x) { return x; }
                                                     ^
                            return a double[], or one number with order = 2
                        """),
                inModel("sparse matrix of one number's first derivatives", """
                            @Differentiable(sparse = «true») static double f(double[] x) { return x[0]; }
                        """, """
                        Model.java:4: error: [jacobi:sparse] sparse = true asks for the derivatives of one double[], but Model.f(double[]) gives one number, whose first derivatives are no matrix
                            @Differentiable(sparse = true) static double f(double[] x) { return x[0]; }
                                                     ^
                            add order = 2 for the matrix of second derivatives
                        """),
                inModel("sparse matrix by several parameters", """
                            @Differentiable(sparse = «true») static double[] f(double[] x, double k) { return new double[] {x[0] * k}; }
                        """, """
                        Model.java:4: error: [jacobi:sparse] sparse = true asks for the derivatives of one double[], but Model.f(double[], double) is differentiated by x, k
                            @Differentiable(sparse = true) static double[] f(double[] x, double k) { return new double[] {x[0] * k}; }
                                                     ^
                            name one parameter of type double[] in wrt
                        """),
                inModel("sparse matrix of what is written by one array", """
                            @Differentiable(sparse = «true», wrt = "y") static void f(double[] x, double[] y) { y[0] *= x[0]; }
                        """, """
                        Model.java:4: error: [jacobi:sparse] sparse = true asks for the derivatives of one double[], but Model.f(double[], double[]) is differentiated by y
                            @Differentiable(sparse = true, wrt = "y") static void f(double[] x, double[] y) { y[0] *= x[0]; }
                                                     ^
                            name two parameters of type double[] in wrt: the one that is read and the one that is written
                        """),
                inModel("sparse matrix by a number", """
                            @Differentiable(sparse = «true») static double[] f(double x) { return new double[] {x}; }
                        """, """
                        Model.java:4: error: [jacobi:sparse] sparse = true asks for the derivatives of one double[], but Model.f(double) is differentiated by x
                            @Differentiable(sparse = true) static double[] f(double x) { return new double[] {x}; }
                                                     ^
                            name one parameter of type double[] in wrt
                        """),
                inModel("an object comes out", """
                            @Differentiable static String «f»(double x) { return ""; }
                        """, """
                        Model.java:4: error: [jacobi:no-result] Model.f(double) gives String, which carries no derivative
                            @Differentiable static String f(double x) { return ""; }
                                                          ^
                            return a double, a float, a Tensor, or an array or record of these
                        """),
                inModel("wrt names no parameter", """
                            @Differentiable(wrt = {"x", «"z"»}) static double f(double x, Tensor y) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:unknown-parameter] wrt names "z", but the parameters of Model.f(double, Tensor) that carry derivatives are: x, y
                            @Differentiable(wrt = {"x", "z"}) static double f(double x, Tensor y) { return x; }
                                                        ^
                            name one of these, or leave wrt out to differentiate by all of them
                        """),
                inModel("wrt names an int", """
                            @Differentiable(wrt = «"n"») static double f(double x, int n) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:unknown-parameter] wrt names "n", but the parameters of Model.f(double, int) that carry derivatives are: x
                            @Differentiable(wrt = "n") static double f(double x, int n) { return x; }
                                                  ^
                            name one of these, or leave wrt out to differentiate by all of them
                        """),
                inModel("wrt names what is held constant", """
                            @Differentiable(wrt = {"x", «"k"»}) static double f(double x, @NoDerivative double k) { return k * x; }
                        """, """
                        Model.java:4: error: [jacobi:unknown-parameter] wrt names "k", but the parameters of Model.f(double, double) that carry derivatives are: x
                            @Differentiable(wrt = {"x", "k"}) static double f(double x, @NoDerivative double k) { return k * x; }
                                                        ^
                            take @NoDerivative off k, which holds it constant, or name one of these, or leave wrt out to differentiate by all of them
                        """),
                inModel("constants in the annotation", """
                            static final String GIVEN = "x", NONE = "z", NAME = "a b";
                            @Differentiable(value = «NAME», wrt = {GIVEN, «NONE»}, order = «1 - 1») static double f(double x) { return x; }
                        """, """
                        Model.java:5: error: [jacobi:not-a-name] "a b" can't be the name of a generated class
                            @Differentiable(value = NAME, wrt = {GIVEN, NONE}, order = 1 - 1) static double f(double x) { return x; }
                                                    ^
                            give a simple Java class name, such as @Differentiable("EnergyGrad")
                        Model.java:5: error: [jacobi:unknown-parameter] wrt names "z", but the parameters of Model.f(double) that carry derivatives are: x
                            @Differentiable(value = NAME, wrt = {GIVEN, NONE}, order = 1 - 1) static double f(double x) { return x; }
                                                                        ^
                            name one of these, or leave wrt out to differentiate by all of them
                        Model.java:5: error: [jacobi:order] order = 0 asks for no derivatives that there are
                            @Differentiable(value = NAME, wrt = {GIVEN, NONE}, order = 1 - 1) static double f(double x) { return x; }
                                                                                         ^
                            write 1 for gradients, 2 for second derivatives as well, and so on up to 6
                        """),
                inModel("not a class name", """
                            @Differentiable(«"energy gradient"») static double f(double x) { return x; }
                        """, """
                        Model.java:4: error: [jacobi:not-a-name] "energy gradient" can't be the name of a generated class
                            @Differentiable("energy gradient") static double f(double x) { return x; }
                                            ^
                            give a simple Java class name, such as @Differentiable("EnergyGrad")
                        """),
                inModel("private class as home", """
                            private static final class Hidden {
                                @Differentiable static double «f»(double x) { return x; }
                            }
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach the class Hidden: it is private
                                @Differentiable static double f(double x) { return x; }
                                                              ^
                            make it package-private or public
                        """),
                inModel("class inside a method", """
                            static void outer() {
                                class Local {
                                    @Differentiable
                                    static double «f»(double x) { return x; }
                                }
                            }
                        """, """
                        Model.java:7: error: [jacobi:unreachable] generated code can't reach the method f: it is declared in a class inside a method
                                    static double f(double x) { return x; }
                                                  ^
                            move the class that declares f out of the method
                        """),
                inModel("private class as parameter", """
                            @Differentiable static double «f»(double x, Hidden h) { return x; }
                            private static final class Hidden {}
                        """, """
                        Model.java:4: error: [jacobi:unreachable] generated code can't reach the class Hidden: it is private
                            @Differentiable static double f(double x, Hidden h) { return x; }
                                                          ^
                            make it package-private or public
                        """),
                inModel("two methods of one name", """
                            @Differentiable("Energy") static double f(double x) { return x; }
                            @Differentiable("Energy") static double «g»(double x) { return x; }
                        """, """
                        Model.java:5: error: [jacobi:same-class] Model.g(double) and Model.f(double) would both generate the class Energy
                            @Differentiable("Energy") static double g(double x) { return x; }
                                                                    ^
                            give one of them another name: @Differentiable("ModelGGrad")
                        """),
                inModel("class of that name exists", """
                            @Differentiable static double «f»(double x) { return x; }
                        }
                        final class FGrad {
                        """, """
                        Model.java:4: error: [jacobi:class-exists] Model.f(double) would generate the class FGrad, but there is a class of that name already
                            @Differentiable static double f(double x) { return x; }
                                                          ^
                            give the generated one another name: @Differentiable("ModelFGrad")
                        """),
                inModel("overloads with one jvp", """
                            @Differentiable static double f(double x, double y) { return x * y; }
                            @Differentiable(wrt = "x") static double «f»(double x, double y, double z) { return x * y * z; }
                        """, """
                        Model.java:5: error: [jacobi:same-member] the overloads Model.f(double, double) and Model.f(double, double, double) would both generate jvp(double, double, double, double)
                            @Differentiable(wrt = "x") static double f(double x, double y, double z) { return x * y * z; }
                                                                     ^
                            give one of them a class of its own: @Differentiable("ModelFGrad")
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }

    private static String many(String each, String between) {
        return IntStream.range(0, 64).mapToObj(each::formatted).collect(Collectors.joining(between));
    }
}
