package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;
import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java that isn't differentiated yet. */
class ConstructErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inBody("numbers put into a collection and looped over", """
                        java.util.List<Double> list = new java.util.ArrayList<>();
                        list.add(x);
                        for (double d : «list») x += d;
                        return x;
                        """, """
                        Model.java:7: error: [jacobi:unsupported] reading a differentiated number back out of an object can't be differentiated yet
                                for (double d : list) x += d;
                                                ^
                            keep the number in a variable or an array
                        """),
                inBody("numbers in a collection looped over", """
                        for (double d : java.util.List.of(«x», 2.0)) x += d;
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Object
                                for (double d : java.util.List.of(x, 2.0)) x += d;
                                                                  ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inBody("super", """
                        return x * «super».hashCode();
                        """, """
                        Model.java:5: error: [jacobi:unsupported] the use of super can't be differentiated yet
                                return x * super.hashCode();
                                           ^
                            hand the values in as parameters
                        """),
                inBody("array from elsewhere", """
                        «Boxes.SHELF»[0] = x;
                        return Boxes.SHELF[0];
                        }
                        static final class Boxes {
                            static final double[] SHELF = {0};
                        """, """
                        Model.java:5: error: [jacobi:unsupported] keeping differentiated numbers in an array that the method was not given can't be differentiated yet
                                Boxes.SHELF[0] = x;
                                     ^
                            make the array in the method, or hand it in as a parameter
                        """),
                inBody("array from elsewhere that a method gives", """
                        double[] a = shelf();
                        «a»[0] = x;
                        return shelf()[0];
                        }
                        static final double[] SHELF = {0};
                        static double[] shelf() {
                            return SHELF;
                        """, """
                        Model.java:6: error: [jacobi:unsupported] keeping differentiated numbers in an array that the method was not given can't be differentiated yet
                                a[0] = x;
                                ^
                            make the array in the method, or hand it in as a parameter
                        """),
                inBody("array that a method gives in which something else is wrong", """
                        double[] a = made(x);
                        a[0] += x;
                        return a[0];
                        }
                        static double[] made(double x) {
                            double[] made = {x};
                            «try» {
                                made[0] = 2 * x;
                            } finally {
                                made[0] += 1;
                            }
                            return made;
                        """, """
                        Model.java:11: error: [jacobi:unsupported] try can't be differentiated yet
                                    try {
                                    ^
                            put it around the call of the derivative, or ask with if before what would be thrown; what carries no derivative can have it in a method of its own
                        """),
                inBody("array handed to an unknown method", """
                        double[] a = {x, 1};
                        «java.util.Arrays.parallelSort(a)»;
                        return a[0];
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Arrays.parallelSort(double[]) has no derivative here: its source is not in this compilation and no rule is given for it
                                java.util.Arrays.parallelSort(a);
                                                             ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("array handed to a method that takes any object and looks into it", """
                        static void show(Object o) {
                            System.out.println(o.hashCode());
                        }
                        @Differentiable static double f(double[] a) {
                            «show(a)»;
                            return a[0];
                        }
                    """, """
                        Model.java:8: error: [jacobi:unsupported] handing an array of differentiated numbers to Model.show(Object), which takes it as an object, can't be differentiated yet
                                show(a);
                                    ^
                            let show take an array of numbers, or only compare the object with null or give it back
                        """),
                inBody("an anonymous class's own members", """
                        var total = new Object() {
                            double sum;
                            void add(double y) { sum += y; }
                        };
                        «total.add(x)»;
                        return total.sum;
                        """, """
                        Model.java:9: error: [jacobi:unsupported] a class declared inside the method can't be differentiated yet
                                total.add(x);
                                         ^
                            declare it outside the method
                        """),
                inBody("try", """
                        «try { x *= 2; } finally { x += 1; }»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] try can't be differentiated yet
                                try { x *= 2; } finally { x += 1; }
                                ^
                            put it around the call of the derivative, or ask with if before what would be thrown; what carries no derivative can have it in a method of its own
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
                inBody("anonymous class in brackets", """
                        return x * «(new Object() { double two() { return 2; } }).two()»;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a class declared inside the method can't be differentiated yet
                                return x * (new Object() { double two() { return 2; } }).two();
                                                                                            ^
                            declare it outside the method
                        """),
                inBody("local class", """
                        «class Local {}»
                        return x;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] the class Local declared inside the method can't be differentiated yet
                                class Local {}
                                ^
                            declare it in the class around the method, and not private
                        """),
                inModel("exception that a type variable stands for", """
                            @Differentiable static double f(double x, Guard<java.io.IOException> guard) throws java.io.IOException {
                                return guard.root(x);
                            }
                            static final class Guard<E extends Exception> {
                                double root(double x) throws «E» {
                                    return Math.sqrt(x);
                                }
                            }
                        """, """
                        Model.java:8: error: [jacobi:unsupported] a method that throws what a type variable stands for can't be differentiated yet
                                double root(double x) throws E {
                                                             ^
                            write the exception's class, or throw it in a method that takes no differentiated number
                        """),
                inBody("local record", """
                        «record Local(double a) {}»
                        «interface Law { double at(Local local); }»
                        Law law = local -> local.a() * x;
                        Local[] locals = {new Local(x)};
                        return law.at(locals[0]);
                        """, """
                        Model.java:5: error: [jacobi:unsupported] the record Local declared inside the method can't be differentiated yet
                                record Local(double a) {}
                                ^
                            declare it in the class around the method, where it may be private
                        Model.java:6: error: [jacobi:unsupported] the interface Law declared inside the method can't be differentiated yet
                                interface Law { double at(Local local); }
                                ^
                            declare it in the class around the method, and not private
                        """),
                inBody("lambda for a library", """
                        java.util.OptionalDouble two = java.util.OptionalDouble.of(2);
                        return two.stream().map(«v -> v * x»).sum();
                        """, """
                        Model.java:6: error: [jacobi:unsupported] handing a function that uses differentiated numbers to code that isn't read can't be differentiated yet
                                return two.stream().map(v -> v * x).sum();
                                                        ^
                            write out the loop that this stands for, or hand it to a method whose source is in this compilation
                        """),
                inBody("lambda that fills an array", """
                        double[] a = new double[3];
                        java.util.stream.IntStream.range(0, 3).forEach(«i -> a[i] = x * i»);
                        return a[1];
                        """, """
                        Model.java:6: error: [jacobi:unsupported] handing a function that may change an array of differentiated numbers to code that isn't read can't be differentiated yet
                                java.util.stream.IntStream.range(0, 3).forEach(i -> a[i] = x * i);
                                                                               ^
                            write out the loop that this stands for, or hand it to a method whose source is in this compilation
                        """),
                inBody("lambda whose numbers come from elsewhere", """
                        double[] a = new double[3];
                        java.util.List.of(x).forEach(«v -> a[0] += v»);
                        return a[0];
                        """, """
                        Model.java:6: error: [jacobi:unsupported] handing a function that may change an array of differentiated numbers to code that isn't read can't be differentiated yet
                                java.util.List.of(x).forEach(v -> a[0] += v);
                                                             ^
                            write out the loop that this stands for, or hand it to a method whose source is in this compilation
                        """),
                inBody("array filled by a library", """
                        double[] a = new double[3];
                        «java.util.Arrays.parallelSetAll(a, i -> 2 * i)»;
                        a[0] = x;
                        return a[0] * a[1];
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Arrays.parallelSetAll(double[], IntToDoubleFunction) has no derivative here: what streams and methods that take functions do with each element isn't followed
                                java.util.Arrays.parallelSetAll(a, i -> 2 * i);
                                                               ^
                            write out the loop that it stands for, as in for (double element : array) sum += element * element
                        """),
                inBody("array filled by a library with differentiated numbers: one mistake", """
                        double[] a = {x, x};
                        double[] b = new double[2];
                        java.util.Arrays.parallelSetAll(b, «i -> a[i] * x»);
                        return b[0];
                        """, """
                        Model.java:7: error: [jacobi:unsupported] handing a function that uses differentiated numbers to code that isn't read can't be differentiated yet
                                java.util.Arrays.parallelSetAll(b, i -> a[i] * x);
                                                                   ^
                            write out the loop that this stands for, or hand it to a method whose source is in this compilation
                        """),
                inBody("stream of an array", """
                        double[] a = {x, 2 * x};
                        return «java.util.Arrays.stream(a)».map(v -> v * v).sum();
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] Arrays.stream(double[]) has no derivative here: what streams and methods that take functions do with each element isn't followed
                                return java.util.Arrays.stream(a).map(v -> v * v).sum();
                                                              ^
                            write out the loop that it stands for, as in for (double element : array) sum += element * element
                        """),
                inModel("array kept in a list", """
                            @Differentiable static double f(double[] x) {
                                java.util.List<double[]> rows = new java.util.ArrayList<>();
                                «rows.add(x)»;
                                return rows.get(0)[0] * x[1];
                            }
                        """, """
                        Model.java:6: error: [jacobi:no-derivative] List.add(Object) has no derivative here: differentiated numbers aren't followed into collections and other objects of java.util
                                rows.add(x);
                                        ^
                            keep them in variables, arrays or arrays of arrays
                        """),
                inBody("lambda that keeps a number", """
                        java.util.List<Double> kept = new java.util.ArrayList<>();
                        new Thread(() -> kept.add(x)).run();
                        return «kept.get(0)» * x;
                        """, """
                        Model.java:7: error: [jacobi:unsupported] reading a differentiated number back out of an object can't be differentiated yet
                                return kept.get(0) * x;
                                               ^
                            keep the number in a variable or an array
                        """),
                inModel("lambda that uses what is hidden", """
                        private static synchronized int secret(int n) { return n; }
                        private String name = "";
                        private static int calls;
                        double k = 2;
                        private enum Kind { A }
                        private static boolean counted(int n) { return n > 1 && «calls»++ > 0; }
                        private static boolean is(Kind kind) { return kind == Kind.A; }
                        private String name() { return name; }
                        @Differentiable static double f(double x, java.util.List<Integer> all) {
                            all.removeIf(n -> «secret(n)» > 1);
                            return x;
                        }
                        @Differentiable double g(double x) {
                            new Thread(() -> System.out.println(«name»)).run();
                            return x;
                        }
                        @Differentiable(wrt = {"x", "this.k"}) double h(double x) {
                            new Thread(«() -> System.out.println(k)»).run();
                            return x * k;
                        }
                        @Differentiable static double i(double x, java.util.List<Integer> all) {
                            all.removeIf(n -> counted(n));
                            return x;
                        }
                        @Differentiable static double j(double x, java.util.List<Integer> all) {
                            all.removeIf(n -> «is(null)»);
                            return x;
                        }
                    """, """
                        Model.java:9: error: [jacobi:unreachable] generated code can't reach calls: it is private
                            private static boolean counted(int n) { return n > 1 && calls++ > 0; }
                                                                                    ^
                            make calls package-private
                        Model.java:13: error: [jacobi:unreachable] generated code can't reach secret: it is private
                                all.removeIf(n -> secret(n) > 1);
                                                        ^
                            make secret package-private
                        Model.java:17: error: [jacobi:unreachable] generated code can't reach name: it is private
                                new Thread(() -> System.out.println(name)).run();
                                                                    ^
                            make name package-private
                        Model.java:21: error: [jacobi:unsupported] a function that uses the object whose fields are differentiated by can't be differentiated yet
                                new Thread(() -> System.out.println(k)).run();
                                           ^
                            put what it needs of the object into local variables
                        Model.java:29: error: [jacobi:unreachable] generated code can't reach Kind: it is private
                                all.removeIf(n -> is(null));
                                                    ^
                            make Kind package-private
                        """),
                inBody("function changed in a loop", """
                        java.util.function.DoubleUnaryOperator f = Math::sin;
                        for (int i = 0; i < 3; i++) {
                            x = f.applyAsDouble(x);
                            f = «any()»;
                        }
                        f = Math::cos;
                        return x;
                        }
                        static java.util.function.DoubleUnaryOperator any() {
                            return Math::cos;
                        """, """
                        Model.java:8: error: [jacobi:unsupported] a function that each round of a loop makes anew for a variable outside can't be differentiated yet
                                    f = any();
                                           ^
                            apply the functions to the value one after another, or declare the variable in the loop
                        """),
                inBody("function that grows in a loop", """
                        java.util.function.DoubleUnaryOperator f = Math::sin;
                        for (int i = 0; i < 3; i++) f = «f.andThen(Math::cos)»;
                        return f.applyAsDouble(x);
                        """, """
                        Model.java:6: error: [jacobi:unsupported] a function that each round of a loop makes anew for a variable outside can't be differentiated yet
                                for (int i = 0; i < 3; i++) f = f.andThen(Math::cos);
                                                                         ^
                            apply the functions to the value one after another, or declare the variable in the loop
                        """),
                inBody("function made and returned in a loop", """
                        return found(x).applyAsDouble(x);
                        }
                        static java.util.function.DoubleUnaryOperator found(double x) {
                            for (int i = 0; i < 3; i++) if (i > x) return «line(x).andThen(Math::sin)»;
                            return Math::cos;
                        }
                        static java.util.function.DoubleUnaryOperator line(double k) {
                            return t -> t * k;
                        """, """
                        Model.java:8: error: [jacobi:unsupported] a function that is made elsewhere and returned in a loop can't be differentiated yet
                                    for (int i = 0; i < 3; i++) if (i > x) return line(x).andThen(Math::sin);
                                                                                                 ^
                            keep it in a variable, and return it behind the loop
                        """),
                inBody("function that isn't in sight", """
                        java.util.function.DoubleUnaryOperator f = x > 0 ? Math::sin : «any»;
                        return f.applyAsDouble(x);
                        }
                        static java.util.function.DoubleUnaryOperator any = Math::cos;
                        static void other() {
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a function whose body is not in sight can't be differentiated yet
                                java.util.function.DoubleUnaryOperator f = x > 0 ? Math::sin : any;
                                                                                               ^
                            write a lambda or method reference here
                        """),
                inBody("function in a field that calls itself", """
                        return halved.applyAsDouble(x);
                        }
                        static final java.util.function.DoubleUnaryOperator halved = t -> t > 1 ? «Model.halved.applyAsDouble(t / 2)» : t;
                        static void other() {
                        """, """
                        Model.java:7: error: [jacobi:unsupported] a function that calls itself can't be differentiated yet
                                static final java.util.function.DoubleUnaryOperator halved = t -> t > 1 ? Model.halved.applyAsDouble(t / 2) : t;
                                                                                                                                    ^
                            make it a static method, which may call itself, and use a reference to that: Model::method
                        """),
                inBody("function made of itself in recursion", """
                        return wrapped(Math::sin, x, 3);
                        }
                        static double wrapped(java.util.function.DoubleUnaryOperator f, double x, int n) {
                            return n == 0 ? f.applyAsDouble(x) : «wrapped(t -> 2 * f.applyAsDouble(t), x, n - 1)»;
                        """, """
                        Model.java:8: error: [jacobi:unsupported] a function that is made of the one that wrapped was handed, in a call by itself, can't be differentiated yet
                                    return n == 0 ? f.applyAsDouble(x) : wrapped(t -> 2 * f.applyAsDouble(t), x, n - 1);
                                                                                ^
                            hand on the same function
                        """),
                inBody("function for a method with type parameters", """
                        return «sum("a", x, Math::sin)»;
                        }
                        static <T> double sum(T name, double x, java.util.function.DoubleUnaryOperator f) {
                            return x * f.applyAsDouble(x);
                        """, """
                        Model.java:5: error: [jacobi:unsupported] handing a function to sum can't be differentiated yet
                                return sum("a", x, Math::sin);
                                          ^
                            hand it to a method of a class, without type parameters
                        """),
                inBody("functions in a list that grows", """
                        java.util.List<java.util.function.DoubleUnaryOperator> fs = new java.util.ArrayList<>();
                        fs.add(t -> t * x);
                        return «fs.get(0).applyAsDouble(x)»;
                        """, """
                        Model.java:7: error: [jacobi:unsupported] a call of applyAsDouble of a function out of an array or collection, which isn't known when this is compiled, can't be differentiated yet
                                return fs.get(0).applyAsDouble(x);
                                                              ^
                            list the lambdas or method references in this method, or in a final field: in List.of, or in a private array that is only read, by index or in loops
                        """),
                inBody("array of functions that is replaced", """
                        java.util.function.DoubleUnaryOperator[] fs = {t -> t * x};
                        «fs = new java.util.function.DoubleUnaryOperator[] {Math::sin}»;
                        return fs[0].applyAsDouble(x);
                        """, """
                        Model.java:6: error: [jacobi:unsupported] a variable that holds several arrays of functions can't be differentiated yet
                                fs = new java.util.function.DoubleUnaryOperator[] {Math::sin};
                                   ^
                            write a variable for each
                        """),
                inBody("array of functions as an object", """
                        java.util.function.DoubleUnaryOperator[] fs = {t -> t * x};
                        Object all = «fs»;
                        return fs[0].applyAsDouble(x);
                        """, """
                        Model.java:6: error: [jacobi:unsupported] an array or list of functions, used other than by taking functions out of it, can't be differentiated yet
                                Object all = fs;
                                             ^
                            take them out by their index or in a loop, or hand it to a method in this compilation
                        """),
                inBody("functions in an array that anybody in the package may change", """
                        return «fs[1].applyAsDouble(x)»;
                        }
                        static final java.util.function.DoubleUnaryOperator[] fs = {Math::sin, Math::cos};
                        static void other() {
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a call of applyAsDouble of a function out of an array or collection, which isn't known when this is compiled, can't be differentiated yet
                                return fs[1].applyAsDouble(x);
                                                          ^
                            list the lambdas or method references in this method, or in a final field: in List.of, or in a private array that is only read, by index or in loops
                        """),
                inBody("functions looped over in a list that may be replaced", """
                        for (java.util.function.DoubleUnaryOperator f : fs) x = «f.applyAsDouble(x)»;
                        return x;
                        }
                        static java.util.List<java.util.function.DoubleUnaryOperator> fs = java.util.List.of(Math::sin, Math::cos);
                        static void other() {
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a call of applyAsDouble of a function out of an array or collection, which isn't known when this is compiled, can't be differentiated yet
                                for (java.util.function.DoubleUnaryOperator f : fs) x = f.applyAsDouble(x);
                                                                                                       ^
                            list the lambdas or method references in this method, or in a final field: in List.of, or in a private array that is only read, by index or in loops
                        """),
                inBody("functions in a list that may be replaced", """
                        return «fs.get(1).applyAsDouble(x)»;
                        }
                        static java.util.List<java.util.function.DoubleUnaryOperator> fs = java.util.List.of(Math::sin, Math::cos);
                        static void other() {
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a call of applyAsDouble of a function out of an array or collection, which isn't known when this is compiled, can't be differentiated yet
                                return fs.get(1).applyAsDouble(x);
                                                              ^
                            list the lambdas or method references in this method, or in a final field: in List.of, or in a private array that is only read, by index or in loops
                        """),
                inBody("functions in a private array that is written", """
                        return «fs»[1].applyAsDouble(x);
                        }
                        private static final java.util.function.DoubleUnaryOperator[] fs = {Math::sin, Math::cos};
                        static void other() {
                            fs[0] = Math::exp;
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach fs: it is private, and which functions it holds isn't known when this is compiled
                                return fs[1].applyAsDouble(x);
                                       ^
                            declare it as a final List.of lambdas or method references, or as a final array of them that is only read, by index or in loops
                        """),
                inBody("function in a private field that may change", """
                        return «f».applyAsDouble(x);
                        }
                        private static java.util.function.DoubleUnaryOperator f = Math::sin;
                        static void other() {
                        """, """
                        Model.java:5: error: [jacobi:unreachable] generated code can't reach f: it is private, and which function it holds isn't known when this is compiled
                                return f.applyAsDouble(x);
                                       ^
                            make it final, with a lambda or method reference as its value
                        """),
                inBody("functions of a loop in an array that is handed on", """
                        java.util.function.DoubleUnaryOperator[] fs = new java.util.function.DoubleUnaryOperator[2];
                        for (int i = 0; i < 2; i++) {
                            double k = i * x;
                            fs[i] = t -> t * k;
                        }
                        return first(«fs», x);
                        }
                        static double first(java.util.function.DoubleUnaryOperator[] fs, double x) {
                            return fs[0].applyAsDouble(x);
                        """, """
                        Model.java:10: error: [jacobi:unsupported] handing on functions that use variables which are declared behind their array can't be differentiated yet
                                return first(fs, x);
                                             ^
                            take the functions out of the array here
                        """),
                inBody("method of a computed object", """
                        java.util.function.DoubleUnaryOperator f = «new Model()::twice»;
                        return f.applyAsDouble(x);
                        }
                        double twice(double t) {
                            return 2 * t;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a reference to a method of an object that is computed here can't be differentiated yet
                                java.util.function.DoubleUnaryOperator f = new Model()::twice;
                                                                           ^
                            keep the object in a variable
                        """),
                inBody("anonymous class that asks for itself", """
                        java.util.function.DoubleUnaryOperator f = «new java.util.function.DoubleUnaryOperator() {
                            public double applyAsDouble(double t) { return t > 1 ? applyAsDouble(t / 2) : t; }
                        }»;
                        return f.applyAsDouble(x);
                        """, """
                        Model.java:5: error: [jacobi:unsupported] an anonymous class can't be differentiated yet
                                java.util.function.DoubleUnaryOperator f = new java.util.function.DoubleUnaryOperator() {
                                                                           ^
                            declare it outside the method
                        """),
                inModel("object around this one", """
                        final double k = 5;
                        class Inner {
                            final double k = 2;
                            @Differentiable double f(double x) { return x * «Model.this».k; }
                        }
                    """, """
                        Model.java:7: error: [jacobi:unsupported] the use of the object around this one can't be differentiated yet
                                @Differentiable double f(double x) { return x * Model.this.k; }
                                                                                     ^
                            hand the values in as parameters
                        """),
                inModel("field of super", """
                        static class Base { double k = 2; }
                        static final class Derived extends Base {
                            @Differentiable double f(double x) { return x * «super».k; }
                        }
                    """, """
                        Model.java:6: error: [jacobi:unsupported] the use of super can't be differentiated yet
                                @Differentiable double f(double x) { return x * super.k; }
                                                                                ^
                            hand the values in as parameters
                        """),
                inModel("method of any class", """
                        interface Shape { double area(double x); }
                        @Differentiable static double f(double x, Shape s) { return «s.area(x)»; }
                    """, """
                        Model.java:5: error: [jacobi:unsupported] a call of area, whose code isn't known when this is compiled as any class may implement it, can't be differentiated yet
                            @Differentiable static double f(double x, Shape s) { return s.area(x); }
                                                                                              ^
                            declare the object as a final class or a sealed interface, or write the function as a lambda in this method
                        """),
                inModel("method of any class that is handed a function", """
                        interface Op { double of(double x); }
                        interface Rule { double go(Op f, double x); }
                        @Differentiable static double f(double x, double k, Rule r) { return «r.go(t -> t * k, x)»; }
                    """, """
                        Model.java:6: error: [jacobi:unsupported] a call of go, whose code isn't known when this is compiled as any class may implement it, can't be differentiated yet
                            @Differentiable static double f(double x, double k, Rule r) { return r.go(t -> t * k, x); }
                                                                                                     ^
                            declare the object as a final class or a sealed interface, or write the function as a lambda in this method
                        """),
                inModel("boxed function that the caller gives", """
                        @Differentiable static double f(java.util.function.Function<Double, Double> g, double x) { return «g.apply(x)»; }
                    """, """
                        Model.java:4: error: [jacobi:unsupported] a call of apply, whose code isn't known when this is compiled as any class may implement it, can't be differentiated yet
                            @Differentiable static double f(java.util.function.Function<Double, Double> g, double x) { return g.apply(x); }
                                                                                                                                     ^
                            declare the object as a final class or a sealed interface, or write the function as a lambda in this method
                        """),
                inModel("function that the caller gives", """
                        @Differentiable static double f(java.util.function.DoubleUnaryOperator g, double x) { return «g.applyAsDouble(x)»; }
                    """, """
                        Model.java:4: error: [jacobi:unsupported] a call of applyAsDouble, whose code isn't known when this is compiled as any class may implement it, can't be differentiated yet
                            @Differentiable static double f(java.util.function.DoubleUnaryOperator g, double x) { return g.applyAsDouble(x); }
                                                                                                                                        ^
                            declare the object as a final class or a sealed interface, or write the function as a lambda in this method
                        """),
                inBody("pattern's variable assigned", """
                        Object o = "";
                        if (o instanceof String s) { «s» = "a"; x *= s.length(); }
                        return x;
                        """, """
                        Model.java:6: error: [jacobi:unsupported] assigning the variable of a pattern can't be differentiated yet
                                if (o instanceof String s) { s = "a"; x *= s.length(); }
                                                             ^
                            assign a variable of your own
                        """),
                inBody("pattern's variable behind its loop", """
                        Object o = 1;
                        while (!(o instanceof String s)) { o = "" + o; }
                        return x * «s».length();
                        """, """
                        Model.java:7: error: [jacobi:unsupported] using a pattern's variable behind the loop that asks for the pattern can't be differentiated yet
                                return x * s.length();
                                           ^
                            ask for it again behind the loop
                        """),
                inBody("pattern with a differentiated number", """
                        Object o = «x»;
                        return o instanceof Double d ? d * 2 : 1;
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Object
                                Object o = x;
                                           ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inBody("array out of an object", """
                        Object o = new double[1];
                        double[] a = (double[]) o;
                        «a»[0] = x;
                        return a[0];
                        """, """
                        Model.java:7: error: [jacobi:unsupported] keeping differentiated numbers in an array that the method was not given can't be differentiated yet
                                a[0] = x;
                                ^
                            make the array in the method, or hand it in as a parameter
                        """),
                inBody("anonymous class", """
                        return «new Object() { double two() { return 2 * x; } }.two()»;
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a class declared inside the method can't be differentiated yet
                                return new Object() { double two() { return 2 * x; } }.two();
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
