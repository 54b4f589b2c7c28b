package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that can't be differentiated by the fields that they name. */
class FieldErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("a field without this", """
                            double k = 2;

                            @Differentiable(wrt = {"x", «"k"»}) double f(double x) {
                                return x * k;
                            }
                        """, """
                        Model.java:6: error: [jacobi:unknown-parameter] wrt names "k", but the parameters of Model.f(double) that carry derivatives are: x
                            @Differentiable(wrt = {"x", "k"}) double f(double x) {
                                                        ^
                            write "this.k" for the field, or name one of these, or leave wrt out to differentiate by all of them
                        """),
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
                            make k package-private, or add a method that gives it: double k() { return k; }
                        """),
                inModel("private fields of other classes", """
                        static final class Body {
                            private double mass; private double[] at; private static int count;
                            double[] at() { return at.clone(); }
                            double mass(int unit) { return mass; }
                            private double mass() { return mass; }
                        }
                        static abstract class Spring {
                            private double stiffness, length;
                        }
                        @Differentiable static double f(double x, Body b, Spring s) {
                            return x * «b.mass» * b.at[0] + Body.count * «s.stiffness» - s.length * b.mass;
                        }
                    """, """
                        Model.java:14: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private fields mass, at and count
                                return x * b.mass * b.at[0] + Body.count * s.stiffness - s.length * b.mass;
                                            ^
                            leave out private, or add methods that give them: double mass() { return mass; } double[] at() { return at; } static int count() { return count; }
                        Model.java:14: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private fields stiffness and length
                                return x * b.mass * b.at[0] + Body.count * s.stiffness - s.length * b.mass;
                                                                            ^
                            leave out private, or add methods that give them: final double stiffness() { return stiffness; } final double length() { return length; }
                        """),
                inModel("elements of private arrays that no method gives just so", """
                        static final class Matrix {
                            private double[] a; private double[][] b; private double[] c, d, e, f;
                            private int[] g; private double[] h, k; private double l;
                            double a(int i) { return a[i + 1]; }
                            double b(int i) { return b[i][i]; }
                            double c(int i) { return c.clone()[i]; }
                            synchronized double d(int i) { return d[i]; }
                            double e(int i) { count++; return e[i]; }
                            double f(int i) { return f[i]; }
                            double g(int i) { return g[i]; }
                            double h(int i) throws java.io.IOException { return h[i]; }
                            int index(int i) { return i; }
                            double l() throws java.io.IOException { return l; }
                            static int count;
                            static int next() { return count++; }
                            double whole(int i, double x) { f[i] = x; return f[i]; }
                        }
                        @Differentiable static double f(double x, Matrix m) {
                            return x * «m.a»[0] * m.b[1][1] * m.c[0] * m.d[0] * m.e[0] * m.f[Matrix.next()] * m.g[0] * m.h[0] * m.k[0] * m.l;
                        }
                    """, """
                        Model.java:22: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private fields a, b, c, d, e, f, g, h, k and l
                                return x * m.a[0] * m.b[1][1] * m.c[0] * m.d[0] * m.e[0] * m.f[Matrix.next()] * m.g[0] * m.h[0] * m.k[0] * m.l;
                                            ^
                            leave out private, or add methods that give them: double[] a() { return a; } double[][] b() { return b; } double[] c() { return c; } double[] d() { return d; } double[] e() { return e; } double[] f() { return f; } int[] g() { return g; } double[] h() { return h; } double[] k() { return k; } double l() { return l; }
                        """),
                inModel("elements of a private array that another method may give", """
                        static abstract class Open {
                            private double[] a;
                            double a(int i) { return a[i]; }
                        }
                        static class Kept {
                            private double[] a = {0};
                            double a(int i) { return a[i]; }
                            void put(double v) { a[0] = v; }
                        }
                        @Differentiable static double f(double x, Open o) { return x * «o.a[0]»; }
                        @Differentiable static double g(double x) {
                            Kept kept = new Kept();
                            kept.put(x);
                            return x * «kept.a[0]»;
                        }
                    """, """
                        Model.java:13: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field a
                            @Differentiable static double f(double x, Open o) { return x * o.a[0]; }
                                                                                              ^
                            make a(int) final, so that no other method runs in its place
                        Model.java:17: error: [jacobi:unsupported] a call that may read a differentiated number back out of an object can't be differentiated yet
                                return x * kept.a[0];
                                                 ^
                            keep the number in a variable or an array
                        """),
                inModel("private constants that other code makes", """
                        private static final double[] LOGS = new double[16];
                        static { for (int i = 1; i < LOGS.length; i++) LOGS[i] = Math.log(i); }
                        private static final double SUM = sum(16);
                        private static double sum(int n) { return n == 0 ? LOGS[1] : sum(n - 1) + 1.0 / n; }
                        static final class Early { static final double FIRST = Model.sum(2), SECOND = Math.sqrt(2); }
                        private static final double LATE = 2 * Early.SECOND;
                        @Differentiable static double f(double x) { return x * «LOGS»[3] + SUM - LATE; }
                    """, """
                        Model.java:10: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private fields LOGS, SUM and LATE
                            @Differentiable static double f(double x) { return x * LOGS[3] + SUM - LATE; }
                                                                                   ^
                            leave out private, or add methods that give them: static double[] LOGS() { return LOGS; } static double SUM() { return SUM; } static double LATE() { return LATE; }
                        """),
                inModel("private arrays that are written under another name", """
                        private static final double[] A = {1, 2}, B = {1, 2}, C = {1, 2}, D = {1, 2}, E = {1, 2}, F = {1, 2};
                        private static final double[][] G = {{1, 2}};
                        static double[] other;
                        static void writes(double[] x, boolean own, int i) {
                            (own ? A : x)[0] = 3;
                            (switch (i) { case 0 -> B; default -> { yield x; } })[0] = 3;
                            double[] t = x;
                            t = own ? C : t;
                            t[1]++;
                            other = D;
                            (x = E)[0] = 3;
                            double[][] g = own ? G : null;
                            g[0] = x;
                        }
                        static double[] gives(boolean own, double[] x) { return own ? F : x; }
                        @Differentiable static double f(double x) {
                            return x * «A»[0] + B[0] + C[0] + D[0] + E[0] + F[0] + G[0][0];
                        }
                    """, """
                        Model.java:20: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private fields A, B, C, D, E, F and G
                                return x * A[0] + B[0] + C[0] + D[0] + E[0] + F[0] + G[0][0];
                                           ^
                            leave out private, or add methods that give them: static double[] A() { return A; } static double[] B() { return B; } static double[] C() { return C; } static double[] D() { return D; } static double[] E() { return E; } static double[] F() { return F; } static double[][] G() { return G; }
                        """),
                inModel("fields of private classes", """
                        private static final class Hidden { private double a; double b; double a() { return a; } }
                        private static Hidden hidden = new Hidden();
                        @Differentiable double f(double x) { return x * «hidden»«.a»; }
                        @Differentiable double g(double x) { return x * «new Hidden()».b; }
                    """, """
                        Model.java:6: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field hidden
                            @Differentiable double f(double x) { return x * hidden.a; }
                                                                            ^
                            leave out private, and so for the class Hidden
                        Model.java:6: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field a
                            @Differentiable double f(double x) { return x * hidden.a; }
                                                                                  ^
                            leave out private, and so for the class Hidden
                        Model.java:7: error: [jacobi:unreachable] generated code can't reach Hidden: it is private
                            @Differentiable double g(double x) { return x * new Hidden().b; }
                                                                            ^
                            make Hidden package-private
                        """),
                inModel("values of private classes", """
                        private enum Kind { SOFT, HARD }
                        private static final class Hidden {}
                        private interface Limit {}
                        Kind kind; Hidden[] all; java.util.Map<String, ? extends Limit> limits;
                        private double scaled(Object o, Kind kind, double x) { return «kind» == null ? 2 * x : x; }
                        @Differentiable double f(double x) { return x > 2 ? scaled(this, kind, x) : x * «all».length; }
                        @Differentiable double g(double x) { return x * «limits».size(); }
                    """, """
                        Model.java:8: error: [jacobi:unreachable] generated code can't reach Kind: it is private
                            private double scaled(Object o, Kind kind, double x) { return kind == null ? 2 * x : x; }
                                                                                          ^
                            make Kind package-private
                        Model.java:9: error: [jacobi:unreachable] generated code can't reach Hidden: it is private
                            @Differentiable double f(double x) { return x > 2 ? scaled(this, kind, x) : x * all.length; }
                                                                                                            ^
                            make Hidden package-private
                        Model.java:10: error: [jacobi:unreachable] generated code can't reach Limit: it is private
                            @Differentiable double g(double x) { return x * limits.size(); }
                                                                            ^
                            make Limit package-private
                        """),
                inModel("a method that gives a private field may be another's", """
                        static abstract class Shape {
                            private double scale;
                            double scale() { return scale; }
                            @Differentiable final double scaled(double x) { return «scale» * x; }
                        }
                        enum Kind {
                            SOFT { @Override double k() { return 2; } },
                            HARD;
                            private double k;
                            double k() { return k; }
                        }
                        @Differentiable static double f(double x, Kind kind) { return x * «kind.k»; }
                    """, """
                        Model.java:7: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field scale
                                @Differentiable final double scaled(double x) { return scale * x; }
                                                                                       ^
                            make scale() final, so that no other method runs in its place
                        Model.java:15: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field k
                            @Differentiable static double f(double x, Kind kind) { return x * kind.k; }
                                                                                                  ^
                            make k() final, so that no other method runs in its place
                        """),
                inModel("a field of the object around", """
                        double k;
                        class Inner {
                            @Differentiable double f(double x) { return x * «k»; }
                        }
                    """, """
                        Model.java:6: error: [jacobi:unsupported] a field of the object around this one can't be differentiated yet
                                @Differentiable double f(double x) { return x * k; }
                                                                                ^
                            hand its value in as a parameter, or keep it in a field of this object
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
