package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a method's body says, wrong or without a derivative. */
class BodyErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("no return at all", """
                        @Differentiable static double «f»(double x) {
                            while (true) {
                                x *= 2;
                                if (x > 5) throw new IllegalStateException("large");
                            }
                        }
                    """, """
                        Model.java:4: error: [jacobi:no-return] Model.f(double) never gives a result
                            @Differentiable static double f(double x) {
                                                          ^
                            end at least one path through it with a return
                        """),
                inModel("way without a return", """
                            @Differentiable static double «f»(double x) {
                                if (x > 0) {
                                    return x;
                                }
                                for (int i = 0; i < 3; i++) x++;
                            }
                        """, """
                        Model.java:4: error: [jacobi:no-return] Model.f(double) can end without a result
                            @Differentiable static double f(double x) {
                                                          ^
                            end every path through it with a return or a throw, and at least one with a return
                        """),
                inModel("case without a value", """
                            @Differentiable static double f(double x, int k) {
                                return «switch (k) { case 1 -> { x *= 2; } default -> { while (true) x++; } }»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:no-return] this switch can end without a value
                                return switch (k) { case 1 -> { x *= 2; } default -> { while (true) x++; } };
                                       ^
                            end every case with a value, a yield or a throw, and at least one with a value
                        """),
                inModel("jumps to nowhere", """
                            @Differentiable static double f(double x) {
                                outer:
                                for (int i = 0; i < 3; i++) {
                                    if (x > i) «break oter;»
                                    inner: { if (x < i) «continue inner;» }
                                }
                                «break;»
                                return x;
                            }
                        """, """
                        Model.java:7: error: [jacobi:unknown-name] there is no label oter around this break
                                    if (x > i) break oter;
                                               ^
                            check the spelling of labels, and put the break inside what it is to leave or to go on with
                        Model.java:8: error: [jacobi:unknown-name] there is no loop labelled inner around this continue
                                    inner: { if (x < i) continue inner; }
                                                        ^
                            check the spelling of labels, and put the continue inside what it is to leave or to go on with
                        Model.java:10: error: [jacobi:unknown-name] there is no loop or switch around this break
                                break;
                                ^
                            check the spelling of labels, and put the break inside what it is to leave or to go on with
                        """),
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
                inModel("helper of a method that is wrong itself", """
                            @Differentiable static double f(double x) {
                                «synchronized (Model.class) { x *= 2; }»
                                return helper(x) + aside(3);
                            }
                            static double helper(double x) { «try { return deeper(x); } finally { }» }
                            static double aside(double k) { try { return k; } finally { } }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] synchronized can't be differentiated yet
                                synchronized (Model.class) { x *= 2; }
                                ^
                            move it into a method whose arguments carry no derivative, and call that
                        Model.java:8: error: [jacobi:unsupported] try can't be differentiated yet
                            static double helper(double x) { try { return deeper(x); } finally { } }
                                                             ^
                            put it around the call of the derivative, or ask with if before what would be thrown; what carries no derivative can have it in a method of its own
                        """),
                inModel("helpers of a wrong method that only get constants", """
                            @Differentiable static double f(double x) {
                                double[] t = {1, 2};
                                double n = t.length;
                                int whole = (int) x;
                                «synchronized (Model.class) { x *= 2; }»
                                fill(t, n);
                                return x * aside(n) + aside(t[0]) + aside(whole * 2.0) + aside(x > 0 ? 1 : 2);
                            }
                            static double aside(double k) { try { return k; } finally { } }
                            static void fill(double[] a, double k) { try { a[0] = k; } finally { } }
                        """, """
                        Model.java:8: error: [jacobi:unsupported] synchronized can't be differentiated yet
                                synchronized (Model.class) { x *= 2; }
                                ^
                            move it into a method whose arguments carry no derivative, and call that
                        """),
                inModel("helper of a wrong method that gets a number by an array", """
                            @Differentiable static double f(double x) {
                                double[] t = {1, 2};
                                fill(t, x);
                                «synchronized (Model.class) { x *= 2; }»
                                return aside(t[0]);
                            }
                            static double aside(double k) { «try { return k; } finally { }» }
                            static void fill(double[] a, double k) { a[0] = k; }
                        """, """
                        Model.java:7: error: [jacobi:unsupported] synchronized can't be differentiated yet
                                synchronized (Model.class) { x *= 2; }
                                ^
                            move it into a method whose arguments carry no derivative, and call that
                        Model.java:10: error: [jacobi:unsupported] try can't be differentiated yet
                            static double aside(double k) { try { return k; } finally { } }
                                                            ^
                            put it around the call of the derivative, or ask with if before what would be thrown; what carries no derivative can have it in a method of its own
                        """),
                inModel("helper that can't be read moves numbers from one array to another", """
                            @Differentiable static double f(double x) {
                                double[] t = {1, 2}, u = {x};
                                move(t, u);
                                return t[0] * x;
                            }
                            static void move(double[] to, double[] from) { «try { to[0] = from[0]; } finally { }» }
                        """, """
                        Model.java:9: error: [jacobi:unsupported] try can't be differentiated yet
                            static void move(double[] to, double[] from) { try { to[0] = from[0]; } finally { } }
                                                                           ^
                            put it around the call of the derivative, or ask with if before what would be thrown; what carries no derivative can have it in a method of its own
                        """),
                inModel("private helper that can't be read nor copied", """
                            @Differentiable static double f(double x) {
                                return x * «next()» * «other(2)»;
                            }
                            private static int count;
                            private static double next() { try { return count++; } finally { } }
                            private static synchronized double other(int n) { try { return n; } finally { } }
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach next: it is private
                                return x * next() * other(2);
                                               ^
                            make next package-private
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach other: it is private
                                return x * next() * other(2);
                                                         ^
                            make other package-private
                        """),
                inModel("private field used more than once", """
                            private static java.util.List<Integer> all = new java.util.ArrayList<>();
                            @Differentiable static double f(double x) { return x * «all».size() + all.get(0); }
                            @Differentiable static double g(double x) { return x * all.size(); }
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field all
                            @Differentiable static double f(double x) { return x * all.size() + all.get(0); }
                                                                                   ^
                            leave out private, or add a method that gives it: static List<Integer> all() { return all; }
                        """),
                inModel("method of a library without a rule", """
                            @Differentiable static double f(double x) {
                                return «java.awt.geom.Point2D.distance(0, 0, x, 1)» * 2;
                            }
                        """, """
                        Model.java:5: error: [jacobi:no-derivative] Point2D.distance(double, double, double, double) has no derivative here: its source is not in this compilation and no rule is given for it
                                return java.awt.geom.Point2D.distance(0, 0, x, 1) * 2;
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
                        Model.java:6: error: [jacobi:no-object] a static method is called on no object, so there is no field scale here
                                return x * scale;
                                           ^
                            leave static out, or hand its value in as a parameter
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
                inModel("several private fields", """
                            private double k, m;
                            @Differentiable double f(double x) {
                                double force = «k» * x;
                                return force / m + force * speed * helper(x);
                            }
                            private static double speed = 3;
                            private double helper(double x) { return x * k + m; }
                            @Differentiable double g(double x) { return x * m; }
                        """, """
                        Model.java:6: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private fields k, m and speed
                                double force = k * x;
                                               ^
                            leave out private, or add methods that give them: double k() { return k; } double m() { return m; } static double speed() { return speed; }
                        """),
                inModel("private field", """
                            private static double rate = 2;
                            @Differentiable static double f(double x) {
                                return x * «rate»;
                            }
                        """, """
                        Model.java:6: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field rate
                                return x * rate;
                                           ^
                            leave out private, or add a method that gives it: static double rate() { return rate; }
                        """),
                inModel("private array that is written", """
                            private static final double[] RATES = {1, 2};
                            static void set(double rate) { (RATES[0])++; }
                            @Differentiable static double f(double x) {
                                return x * «RATES»[0];
                            }
                        """, """
                        Model.java:7: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field RATES
                                return x * RATES[0];
                                           ^
                            leave out private, or add a method that gives it: static double[] RATES() { return RATES; }
                        """),
                inModel("private array that others may have", """
                            private static final double[] RATES = {1, 2};
                            static double[] rates(boolean own) { return own ? RATES.clone() : pass(RATES); }
                            private static double[] pass(double[] rates) { return rates; }
                            @Differentiable static double f(double x) {
                                return x * «RATES»[0];
                            }
                        """, """
                        Model.java:8: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field RATES
                                return x * RATES[0];
                                           ^
                            leave out private, or add a method that gives it: static double[] RATES() { return RATES; }
                        """),
                inModel("private row that others may have", """
                            private static final double[][] RATES = {{1}, {2}};
                            static double[] rates(int n) { return RATES[n - 1]; }
                            @Differentiable static double f(double x) {
                                return x * «RATES»[0][0];
                            }
                        """, """
                        Model.java:7: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field RATES
                                return x * RATES[0][0];
                                           ^
                            leave out private, or add a method that gives it: static double[][] RATES() { return RATES; }
                        """),
                inModel("private row that is written under another name", """
                            private static final double[][] RATES = {{1}, {2}};
                            static void grow() { double[] first = RATES[0]; first[0] *= 2; }
                            @Differentiable static double f(double x) {
                                return x * «RATES»[0][0];
                            }
                        """, """
                        Model.java:7: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field RATES
                                return x * RATES[0][0];
                                           ^
                            leave out private, or add a method that gives it: static double[][] RATES() { return RATES; }
                        """),
                inModel("a field's array, which may be an argument, is written", """
                            static final double[] RATES = {1, 2};
                            static final int[] CALLS = {0};
                            @Differentiable static double f(double[][] x) {
                                CALLS[0]++;
                                «RATES»[0] = 3;
                                java.util.Arrays.fill«(RATES, 1)»;
                                set(RATES);
                                return x[0][0] * RATES[1];
                            }
                            static void set(double[] a) { «a»[0] = 1; }
                            @Differentiable static double g(double x) { set(RATES); return RATES[0] * x; }
                        """, """
                        Model.java:8: error: [jacobi:unsupported] writing to an array that the method was not given, and that may be x as well, can't be differentiated yet
                                RATES[0] = 3;
                                ^
                            write to an array that is made in the method, or handed in as a parameter
                        Model.java:9: error: [jacobi:unsupported] writing to an array that the method was not given, and that may be x as well, can't be differentiated yet
                                java.util.Arrays.fill(RATES, 1);
                                                     ^
                            write to an array that is made in the method, or handed in as a parameter
                        Model.java:13: error: [jacobi:unsupported] writing to an array that the method was not given, and that may be x as well, can't be differentiated yet
                            static void set(double[] a) { a[0] = 1; }
                                                          ^
                            write to an array that is made in the method, or handed in as a parameter
                        """),
                inModel("private record whose constructor does more", """
                            record Counted(double x) { static int made; Counted { made++; x = x + made; } }
                            private static final Counted FIRST = new Counted(1);
                            @Differentiable static double f(double x) {
                                return x * «FIRST».x();
                            }
                        """, """
                        Model.java:7: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field FIRST
                                return x * FIRST.x();
                                           ^
                            leave out private, or add a method that gives it: static Model.Counted FIRST() { return FIRST; }
                        """),
                inModel("private constant made of one that comes later", """
                            private static final double RATE = 2 * Model.BASE;
                            private static final double BASE = Math.sqrt(3);
                            @Differentiable static double f(double x) {
                                return x * «RATE»;
                            }
                        """, """
                        Model.java:7: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field RATE
                                return x * RATE;
                                           ^
                            leave out private, or add a method that gives it: static double RATE() { return RATE; }
                        """),
                inModel("private constant that differs from run to run", """
                            private static final double RATE = Math.random();
                            @Differentiable static double f(double x) {
                                return x * «RATE»;
                            }
                        """, """
                        Model.java:6: error: [jacobi:unreachable] generated code is a class of its own, and can't read the private field RATE
                                return x * RATE;
                                           ^
                            leave out private, or add a method that gives it: static double RATE() { return RATE; }
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }
}
