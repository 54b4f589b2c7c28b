package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java that isn't differentiated yet. */
class ConstructErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inBody("for", """
                        «for (int i = 0; i < 3; i++) { x *= 2; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a for loop can't be differentiated yet
                                for (int i = 0; i < 3; i++) { x *= 2; }
                                ^
                            for now write the iterations out, or put the loop into a method whose arguments carry no derivative
                        """),
                inBody("enhanced for", """
                        «for (double y : new double[] {1}) x += y;»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a for loop can't be differentiated yet
                                for (double y : new double[] {1}) x += y;
                                ^
                            for now write the iterations out, or put the loop into a method whose arguments carry no derivative
                        """),
                inBody("while", """
                        «while (x > 3) { x--; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a while loop can't be differentiated yet
                                while (x > 3) { x--; }
                                ^
                            for now write the iterations out, or put the loop into a method whose arguments carry no derivative
                        """),
                inBody("do", """
                        «do { x--; } while (x > 3);»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a while loop can't be differentiated yet
                                do { x--; } while (x > 3);
                                ^
                            for now write the iterations out, or put the loop into a method whose arguments carry no derivative
                        """),
                inBody("switch", """
                        «switch (2) { case 1: x = 3; default: x = 2; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a switch can't be differentiated yet
                                switch (2) { case 1: x = 3; default: x = 2; }
                                ^
                            write it with if and else, or with ?:
                        """),
                inBody("switch expression", """
                        return «switch (2) { case 1 -> x; default -> 2 * x; }»;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a switch can't be differentiated yet
                                return switch (2) { case 1 -> x; default -> 2 * x; };
                                       ^
                            write it with if and else, or with ?:
                        """),
                inBody("label", """
                        «outer: { x *= 2; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a jump to a label or out of a loop can't be differentiated yet
                                outer: { x *= 2; }
                                ^
                            for now write the iterations out, or put the loop into a method whose arguments carry no derivative
                        """),
                inBody("try", """
                        «try { x *= 2; } finally { x += 1; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] try can't be differentiated yet
                                try { x *= 2; } finally { x += 1; }
                                ^
                            move it into a method whose arguments carry no derivative, and call that
                        """),
                inBody("synchronized", """
                        «synchronized (Model.class) { x *= 2; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] synchronized can't be differentiated yet
                                synchronized (Model.class) { x *= 2; }
                                ^
                            move it into a method whose arguments carry no derivative, and call that
                        """),
                inBody("assert", """
                        «assert x > 0;»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] assert can't be differentiated yet
                                assert x > 0;
                                ^
                            write if (!condition) throw new AssertionError()
                        """),
                inBody("local class", """
                        «class Local {}»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a class declared inside the method can't be differentiated yet
                                class Local {}
                                ^
                            declare it outside the method
                        """),
                inBody("local record", """
                        «record Local(int n) {}»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a class declared inside the method can't be differentiated yet
                                record Local(int n) {}
                                ^
                            declare it outside the method
                        """),
                inBody("lambda", """
                        java.util.function.DoubleUnaryOperator f = «y -> y * 2»;
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a lambda or method reference can't be differentiated yet
                                java.util.function.DoubleUnaryOperator f = y -> y * 2;
                                                                           ^
                            call the code directly
                        """),
                inBody("method reference", """
                        java.util.function.DoubleUnaryOperator f = «Math::sin»;
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a lambda or method reference can't be differentiated yet
                                java.util.function.DoubleUnaryOperator f = Math::sin;
                                                                           ^
                            call the code directly
                        """),
                inBody("new array", """
                        double[] a = «new double[] {x}»;
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a new array can't be differentiated yet
                                double[] a = new double[] {x};
                                             ^
                            for now use double, float or Tensor
                        """),
                inBody("array initialiser", """
                        double[] a = «{x, 1}»;
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a new array can't be differentiated yet
                                double[] a = {x, 1};
                                             ^
                            for now use double, float or Tensor
                        """),
                inBody("this", """
                        return x * «this».hashCode();
                        """, """
                        Model.java:5: error: [jacobi:unsupported] the use of this or super can't be differentiated yet
                                return x * this.hashCode();
                                           ^
                            hand the values in as parameters
                        """),
                inBody("pattern", """
                        Object o = "";
                        return «o instanceof String s» ? x : 1;
                        """, """
                        Model.java:6: error: [jacobi:unsupported] a pattern can't be differentiated yet
                                return o instanceof String s ? x : 1;
                                         ^
                            write a plain instanceof and a cast
                        """),
                inBody("anonymous class", """
                        return x * «new Object() { int two() { return 2; } }».hashCode();
                        """, """
                        Model.java:5: error: [jacobi:unsupported] an anonymous class can't be differentiated yet
                                return x * new Object() { int two() { return 2; } }.hashCode();
                                           ^
                            declare it outside the method
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }
}
