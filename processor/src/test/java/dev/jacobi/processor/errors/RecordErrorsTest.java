package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;
import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What records can't be, where they are taken apart. */
class RecordErrorsTest {

    /** Behind the method whose body they are written after. */
    private static final String RECORDS = """
            }
            record Point(double x, double y) {}
            record Half(double x) {
                Half {
                    x = x / 2;
                }
            """;

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("an array of records inside the records of an array is written", """
                        record Point(double x, double y) {}
                        record Path(Point[] points, double[] lengths) {}
                        @Differentiable static double «f»(Path[] paths, Path path) {
                            path.points()[0] = new Point(path.lengths()[0], 1);
                            paths[0].lengths()[0] = 2;
                            paths[0].points()[0] = path.points()[0];
                            return paths[1].points()[0].x() * paths[0].lengths()[0];
                        }
                    """, """
                        Model.java:6: error: [jacobi:unsupported] writing to arrays of records that stand in the records of the array paths can't be differentiated yet
                            @Differentiable static double f(Path[] paths, Path path) {
                                                          ^
                            write to arrays that the method makes, or give it the inner array as a parameter
                        """),
                inBody("records compared by identity", """
                        Point p = new Point(x, x);
                        return «p == new Point(x, 1)» ? x : p.x();
                        """ + RECORDS, """
                        Model.java:6: error: [jacobi:unsupported] comparing records with == can't be differentiated yet
                                return p == new Point(x, 1) ? x : p.x();
                                         ^
                            compare them with equals, or compare their components
                        """),
                inBody("objects of a private class compared by identity", """
                        Mark m = new Mark(x);
                        return «m != new Mark(x)» ? x : m.x;
                        }
                        private static final class Mark {
                            final double x;
                            Mark(double x) {
                                this.x = x;
                            }
                        """, """
                        Model.java:6: error: [jacobi:unsupported] comparing objects of a private class with != can't be differentiated yet
                                return m != new Mark(x) ? x : m.x;
                                         ^
                            compare their fields
                        """),
                inBody("a record that an interface's code has as an object", """
                        return new Line(x).twice(«new Point(x, 1)»);
                        }
                        record Point(double x, double y) {}
                        interface Form<T> {
                            double at(T t);
                            default double twice(T t) {
                                return 2 * at(t);
                            }
                        }
                        record Line(double a) implements Form<Point> {
                            public double at(Point p) {
                                return a * p.x() * p.y();
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Model.Point becomes Object, an object in which numbers aren't followed
                                return new Line(x).twice(new Point(x, 1));
                                                         ^
                            keep it in a variable of type Model.Point, and call its methods there; of records of several kinds make one, with a component that says which kind it is
                        """),
                inBody("no record", """
                        Point p = «null»;
                        if (x > 0) p = new Point(x, x);
                        return p.x();
                        """ + RECORDS, """
                        Model.java:5: error: [jacobi:unsupported] null in the place of a record can't be differentiated yet
                                Point p = null;
                                          ^
                            start with a record, and keep a boolean that says whether it counts
                        """),
                inBody("a record that would be another if it were made again", """
                        Half h = new Half(x);
                        System.out.println(«h»);
                        return h.x();
                        """ + RECORDS, """
                        Model.java:6: error: [jacobi:unsupported] using a record as an object whose constructor changes what it is given can't be differentiated yet
                                System.out.println(h);
                                                   ^
                            hand on its components
                        """),
                inBody("an array of records for other code", """
                        Point[] points = {new Point(x, 1)};
                        System.out.println(java.util.Arrays.toString(«points»));
                        return points[0].x();
                        """ + RECORDS, """
                        Model.java:6: error: [jacobi:unsupported] using an array of records as an object can't be differentiated yet
                                System.out.println(java.util.Arrays.toString(points));
                                                                             ^
                            hand on one record, or an array of one component
                        """),
                inBody("records of several kinds", """
                        Shape shape = x > 0 ? «new Disc(x)» : «new Strip(x)»;
                        return shape.area();
                        }
                        sealed interface Shape permits Disc, Strip {
                            double area();
                        }
                        record Disc(double r) implements Shape {
                            public double area() {
                                return Math.PI * r * r;
                            }
                        }
                        record Strip(double a) implements Shape {
                            public double area() {
                                return 2 * a;
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Model.Disc becomes Model.Shape, an object in which numbers aren't followed
                                Shape shape = x > 0 ? new Disc(x) : new Strip(x);
                                                      ^
                            keep it in a variable of type Model.Disc, and call its methods there; of records of several kinds make one, with a component that says which kind it is
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Model.Strip becomes Model.Shape, an object in which numbers aren't followed
                                Shape shape = x > 0 ? new Disc(x) : new Strip(x);
                                                                    ^
                            keep it in a variable of type Model.Strip, and call its methods there; of records of several kinds make one, with a component that says which kind it is
                        """),
                inBody(
                        "a record in a record's component of any type",
                        """
                        Labelled labelled = new Labelled(«new Point(x, x)», x);
                        return ((Point) labelled.what()).x() * labelled.weight();
                        """
                                + RECORDS.replace(
                                        "record Half", "record Labelled(Object what, double weight) {}\nrecord Half"),
                        """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Model.Point becomes Object, an object in which numbers aren't followed
                                Labelled labelled = new Labelled(new Point(x, x), x);
                                                                 ^
                            keep it in a variable of type Model.Point, and call its methods there; of records of several kinds make one, with a component that says which kind it is
                        """),
                inBody("a record out of an array of objects", """
                        Object[] objects = new Object[1];
                        objects[0] = «new Point(x, x)»;
                        return ((Point) objects[0]).x();
                        """ + RECORDS, """
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: Model.Point becomes Object, an object in which numbers aren't followed
                                objects[0] = new Point(x, x);
                                             ^
                            keep it in a variable of type Model.Point, and call its methods there; of records of several kinds make one, with a component that says which kind it is
                        """),
                inBody("a method that gives an object", """
                        return ((Point) bent«(x)»).x();
                        }
                        static Object bent(double x) {
                            return new Point(x, x);
                        """ + RECORDS, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Model.bent(double) turns a number that is differentiated into Object
                                return ((Point) bent(x)).x();
                                                    ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inBody("objects of a class that inherits its method, in an array of an interface", """
                        Shape[] shapes = {«new Square(x)»};
                        return shapes[0].area();
                        }
                        interface Shape {
                            double area();
                        }
                        static class Base implements Shape {
                            final double side;
                            Base(double side) { this.side = side; }
                            public double area() { return side * side; }
                        }
                        static class Square extends Base {
                            Square(double side) { super(side); }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] an object in the place of a function can't be differentiated yet
                                Shape[] shapes = {new Square(x)};
                                                  ^
                            write a lambda or method reference here, as in object::method
                        """),
                inModel("objects of a private class that is like a record", """
                            private static class Complex {
                                private final double re, im;
                                Complex(double re, double im) { this.re = re; this.im = im; }
                                double abs() { return Math.hypot(re, im); }
                            }
                            @Differentiable static double f(double x) {
                                Object z = «new Complex(x, 1)»;
                                return x * new Complex(x, 2).abs() + z.hashCode();
                            }
                        """, """
                        Model.java:10: error: [jacobi:unreachable] generated code can't reach Complex: it is private
                                Object z = new Complex(x, 1);
                                           ^
                            make Complex a record, and package-private
                        """),
                inModel("a constant that is a private record, in a field that isn't private", """
                            private record Scale(double by) {
                                double of(double x) { return by * x; }
                            }
                            static final Scale SCALE = new Scale(2);
                            @Differentiable static double f(double x) {
                                return «SCALE».of(x);
                            }
                        """, """
                        Model.java:9: error: [jacobi:unreachable] generated code can't reach Scale: it is private
                                return SCALE.of(x);
                                       ^
                            make Scale package-private
                        """),
                inBody("a record or none", """
                        Point[] points = new Point[2];
                        java.util.Arrays.fill(points, x > 0 ? new Point(x, 1) : «null»);
                        return points[0].x();
                        """ + RECORDS, """
                        Model.java:6: error: [jacobi:unsupported] null in the place of a record can't be differentiated yet
                                java.util.Arrays.fill(points, x > 0 ? new Point(x, 1) : null);
                                                                                        ^
                            start with a record, and keep a boolean that says whether it counts
                        """),
                inBody("rows filled with none", """
                        Point[][] rows = new Point[2][];
                        java.util.Arrays.fill«(rows, null)»;
                        return rows.length * x;
                        """ + RECORDS, """
                        Model.java:6: error: [jacobi:unsupported] null in the place of an array of records can't be differentiated yet
                                java.util.Arrays.fill(rows, null);
                                                     ^
                            make an empty array
                        """),
                inBody(
                        "records of a field beside the method's own",
                        """
                        Point[] own = {new Point(x, x)};
                        Point[] points = x > 0 ? own : «FIXED»;
                        return points[0].x();
                        """
                                + RECORDS.replace(
                                        "record Half", "static final Point[] FIXED = {new Point(1, 2)};\nrecord Half"),
                        """
                        Model.java:6: error: [jacobi:unsupported] records of an array from elsewhere beside those of the method can't be differentiated yet
                                Point[] points = x > 0 ? own : FIXED;
                                                               ^
                            copy them into an array that the method makes
                        """),
                inBody("an accessor that gives something else", """
                        return «new Twice(x)».x();
                        }
                        record Twice(double x) {
                            public double x() {
                                return 2 * x;
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Twice, an object in which numbers aren't followed
                                return new Twice(x).x();
                                       ^
                            have the source of the record Twice in this compilation, and its accessors only give their components, so that its numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inBody("a record that may hold another of its kind", """
                        Node node = «new Node(x, null)»;
                        return node.x();
                        }
                        record Node(double x, Node next) {
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Node, an object in which numbers aren't followed
                                Node node = new Node(x, null);
                                            ^
                            put the numbers of all Nodes into arrays or into one array of records, as a record that may hold its own kind has no fixed number of them; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inBody("records and tensors as type arguments that nothing bounds", """
                        var pair = «new Pair<>(new Vec(x), 3)»;
                        var bounded = «new Bounded<>(3, new Vec(x))»;
                        return pair.vec().x() + bounded.held().x() + «new Pair<>(Tensor.of(x), "")».vec().item();
                        }
                        record Vec(double x) {}
                        record Bounded<K extends Comparable<K>, V extends Record>(K key, V held) {}
                        record Pair<A, B>(A vec, B key) {
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Pair<Model.Vec,Integer>, an object in which numbers aren't followed
                                var pair = new Pair<>(new Vec(x), 3);
                                           ^
                            in the declaration of the record Pair write Vec in the place of A, or bound A by it (A extends Vec), so that its numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Bounded<Integer,Model.Vec>, an object in which numbers aren't followed
                                var bounded = new Bounded<>(3, new Vec(x));
                                              ^
                            in the declaration of the record Bounded write Vec in the place of V, or bound V by it (V extends Vec), so that its numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:7: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Pair<Tensor,String>, an object in which numbers aren't followed
                                return pair.vec().x() + bounded.held().x() + new Pair<>(Tensor.of(x), "").vec().item();
                                                                             ^
                            in the declaration of the record Pair write Tensor in the place of A, so that its numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inBody("a number as a type argument", """
                        Box<Double> box = new Box<>(«x», 2 * x);
                        return box.held() * box.x();
                        }
                        record Box<T>(T held, double x) {
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Object
                                Box<Double> box = new Box<>(x, 2 * x);
                                                            ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrong(Mistake mistake) {
        mistake.check();
    }
}
