package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;
import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops that can't be computed again, and marks that are on no loop. */
class CheckpointErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(marks(), effects(), places()).flatMap(s -> s);
    }

    private static Stream<Mistake> marks() {
        return Stream.of(
                inBody("no loop follows", """
                        «@Checkpoint» double y = x * x;
                        double z = y + 1;
                        for (int i = 0; i < 3; i++) z *= y;
                        return z;""", """
                        Model.java:5: error: [jacobi:no-loop] @Checkpoint says how a loop is to be differentiated, but no loop declares this variable or follows it
                                @Checkpoint double y = x * x;
                                ^
                            put it on the variable that a for loop declares, or on a local variable declared just before the loop
                        """),
                inBody("no snapshots", """
                        double y = x;
                        for (@Checkpoint(snapshots = «-1») int i = 0; i < 3; i++) y *= x;
                        return y;""", """
                        Model.java:6: error: [jacobi:snapshots] snapshots = -1 is no number of snapshots
                                for (@Checkpoint(snapshots = -1) int i = 0; i < 3; i++) y *= x;
                                                             ^
                            write 1 or more, or leave it out for a snapshot before each iteration
                        """),
                inModel("a number that is not known to the compiler", """
                            static final int MANY = Integer.parseInt("7");
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint(snapshots = «MANY») int i = 0; i < 3; i++) y *= x;
                                return y;
                            }
                        """, """
                        Model.java:7: error: [jacobi:snapshots] snapshots = MANY is no number of snapshots
                                for (@Checkpoint(snapshots = MANY) int i = 0; i < 3; i++) y *= x;
                                                             ^
                            write 1 or more, or leave it out for a snapshot before each iteration
                        """));
    }

    private static Stream<Mistake> effects() {
        return Stream.of(
                inBody("printing", """
                        double y = x;
                        for (@Checkpoint int i = 0; i < 3; i++) { y *= x; «System.out.println(i)»; }
                        return y;""", """
                        Model.java:6: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but println may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) { y *= x; System.out.println(i); }
                                                                                                    ^
                            do it before or behind the loop
                        """),
                inBody("a collection's iterator", """
                        double y = x;
                        for (@Checkpoint double v : «java.util.List.of(1.0, 2.0)») y = Math.sin(y * v);
                        return y;""", """
                        Model.java:6: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but an iterator gives another element the next time
                                for (@Checkpoint double v : java.util.List.of(1.0, 2.0)) y = Math.sin(y * v);
                                                                             ^
                            put what the collection holds into an array before the loop, and loop over that
                        """),
                inBody("numbers from a generator", """
                        java.util.Random random = new java.util.Random(1);
                        dev.jacobi.tensor.Tensor y = dev.jacobi.tensor.Tensor.scalar(x);
                        for (@Checkpoint int i = 0; i < 3; i++) { y = y.mul(«dev.jacobi.tensor.Tensor.rand(random, 2)»).sum(); }
                        return y.item();""", """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but rand may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) { y = y.mul(dev.jacobi.tensor.Tensor.rand(random, 2)).sum(); }
                                                                                                                 ^
                            do it before or behind the loop
                        """),
                inModel("an effect in a called method", """
                            private static double noisy(double x) { System.out.println("now"); return x * x; }
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint(snapshots = 5) int i = 0; i < 3; i++) y += «noisy(y)»;
                                return y;
                            }
                        """, """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but in noisy println may do something besides computing
                                for (@Checkpoint(snapshots = 5) int i = 0; i < 3; i++) y += noisy(y);
                                                                                                 ^
                            do it before or behind the loop
                        """),
                inModel("an effect in a method of whole numbers", """
                            static int noisy(int i) { System.out.println(i); return i + 1; }
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «noisy(i)»;
                                return y;
                            }
                        """, """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but in noisy println may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + noisy(i);
                                                                                      ^
                            do it before or behind the loop
                        """),
                inModel("an effect in what a method of whole numbers calls", """
                            static int next(int i) { return i + noisy(i); }
                            static int noisy(int i) { System.out.println(i); return i + 1; }
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «next(i)»;
                                return y;
                            }
                        """, """
                        Model.java:8: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but in next in noisy println may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + next(i);
                                                                                     ^
                            do it before or behind the loop
                        """),
                inModel("a method of whole numbers that counts its calls", """
                            static int calls;
                            static int counted(int i) { calls++; return i; }
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «counted(i)»;
                                return y;
                            }
                        """, """
                        Model.java:8: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but counted may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + counted(i);
                                                                                        ^
                            do it before or behind the loop
                        """),
                inModel("a method that writes to whole numbers", """
                            static int bump(int[] counts, int i) { counts[i] += 1; return counts[i]; }
                            @Differentiable static double f(double x) {
                                double y = x;
                                int[] counts = new int[3];
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «bump(counts, i)»;
                                return y;
                            }
                        """, """
                        Model.java:8: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but bump may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + bump(counts, i);
                                                                                     ^
                            do it before or behind the loop
                        """),
                inModel("a method of whole numbers that reads a field", """
                            static int shift = 1;
                            static int shifted(int i) { return i + shift; }
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «shifted(i)»;
                                return y;
                            }
                        """, """
                        Model.java:8: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but in shifted the field shift may change until then
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + shifted(i);
                                                                                        ^
                            put what it holds into a local variable before the loop
                        """),
                inModel("a method that another class may have its own of", """
                            static class Grid { int index(int i) { return i % 3; } }
                            @Differentiable static double f(double x, Grid grid) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «grid.index(i)»;
                                return y;
                            }
                        """, """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but index may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + grid.index(i);
                                                                                           ^
                            do it before or behind the loop
                        """),
                inBody("making an object", """
                        double y = x;
                        for (@Checkpoint int i = 0; i < 3; i++) { Object o = «new Object()»; y *= x; }
                        return y;""", """
                        Model.java:6: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but the constructor of Object may do something besides computing
                                for (@Checkpoint int i = 0; i < 3; i++) { Object o = new Object(); y *= x; }
                                                                                     ^
                            do it before or behind the loop
                        """),
                inModel("a field that may change", """
                            static double rate = 2;
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «rate»;
                                return y;
                            }
                        """, """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but the field rate may change until then
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + rate;
                                                                                 ^
                            put what it holds into a local variable before the loop
                        """),
                inModel("an array in a field", """
                            static final double[] RATES = {1, 2, 3};
                            @Differentiable static double f(double x) {
                                double y = x;
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + «RATES»[i];
                                return y;
                            }
                        """, """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but the field RATES may change until then
                                for (@Checkpoint int i = 0; i < 3; i++) y *= x + RATES[i];
                                                                                 ^
                            put what it holds into a local variable before the loop
                        """));
    }

    private static Stream<Mistake> places() {
        return Stream.of(
                inModel("rows in other places", """
                            @Differentiable static double f(double[][] x) {
                                double[][] a = {x[0].clone(), x[1].clone()};
                                for (@Checkpoint int i = 0; i < 3; i++) { double[] row = a[0]; «a[1] = row»; a[0][0] *= 2; }
                                return a[0][0];
                            }
                        """, """
                        Model.java:6: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but rows of an array from outside are put in other places
                                for (@Checkpoint int i = 0; i < 3; i++) { double[] row = a[0]; a[1] = row; a[0][0] *= 2; }
                                                                                                    ^
                            copy the numbers of the rows instead
                        """),
                inModel("rows that a called method puts in other places", """
                            private static void turn(double[][] a) { double[] row = a[0]; a[0] = a[1]; a[1] = row; }
                            @Differentiable static double f(double[][] x) {
                                double[][] a = {x[0].clone(), x[1].clone()};
                                for (@Checkpoint int i = 0; i < 3; i++) { «turn(a)»; a[0][0] *= 2; }
                                return a[0][0];
                            }
                        """, """
                        Model.java:7: error: [jacobi:repeated] a loop marked @Checkpoint computes its iterations more than once, but rows of an array from outside are put in other places
                                for (@Checkpoint int i = 0; i < 3; i++) { turn(a); a[0][0] *= 2; }
                                                                              ^
                            copy the numbers of the rows instead
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void areReportedInPlace(Mistake mistake) {
        mistake.check();
    }
}
