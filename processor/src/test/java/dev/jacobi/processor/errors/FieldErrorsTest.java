package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that can't be differentiated by the fields that they name. */
class FieldErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("no such field", """
                        double k; static double s; int n;
                        @Differentiable(wrt = «"this.n"») double f(double x) { return k * x; }
                    """, """
                        Model.java:5: error: [jacobi:unknown-field] wrt names "this.n", but the fields of the object of Model.f(double) that carry derivatives are: this.k
                            @Differentiable(wrt = "this.n") double f(double x) { return k * x; }
                                                  ^
                            name one of these, or a parameter by its name alone
                        """),
                inModel("field of a static method", """
                        double k;
                        @Differentiable(wrt = {"x", «"this.k"»}) static double f(double x) { return x; }
                    """, """
                        Model.java:5: error: [jacobi:unknown-field] wrt names "this.k", but the fields of the object of Model.f(double) that carry derivatives are: none
                            @Differentiable(wrt = {"x", "this.k"}) static double f(double x) { return x; }
                                                        ^
                            name one of these, or a parameter by its name alone
                        """),
                inModel("private field", """
                        private double k;
                        @Differentiable(wrt = «"this.k"») double f(double x) { return k * x; }
                    """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach k: it is private
                            @Differentiable(wrt = "this.k") double f(double x) { return k * x; }
                                                  ^
                            make k package-private
                        """),
                inModel("component of the record itself", """
                        record Line(double k) {
                            @Differentiable(wrt = «"this.k"») double f(double x) { return k * x; }
                        }
                    """, """
                        Model.java:5: error: [jacobi:unsupported] a record's method, by its components, can't be differentiated yet
                                @Differentiable(wrt = "this.k") double f(double x) { return k * x; }
                                                      ^
                            annotate a static method that is given the record
                        """),
                inModel("a helper writes the field", """
                        double k;
                        @Differentiable(wrt = "this.k") double f(double x) { grow(); return k * x; }
                        void grow() { «k» = 2 * k; }
                    """, """
                        Model.java:6: error: [jacobi:assigns-outside] k is not a local variable: a differentiated method can assign only its own variables and parameters
                            void grow() { k = 2 * k; }
                                          ^
                            return the value instead, or assign it in the method that calls this one
                        """),
                inModel("the object goes where nobody sees", """
                        double k;
                        @Differentiable(wrt = "this.k") double f(java.util.function.ToDoubleFunction<Model> g) {
                            return k * «g.applyAsDouble(this)»;
                        }
                    """, """
                        Model.java:6: error: [jacobi:unsupported] handing the object to applyAsDouble, which may read a field that is differentiated by, can't be differentiated yet
                                return k * g.applyAsDouble(this);
                                                          ^
                            hand over what applyAsDouble needs of its fields
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(Mistake mistake) {
        mistake.check();
    }
}
