package dev.jacobi.processor.errors;

import static dev.jacobi.processor.errors.Mistake.inBody;
import static dev.jacobi.processor.errors.Mistake.inModel;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operands and arguments that are no numbers, or that would lose their derivatives. */
class OperandErrorsTest {

    static Stream<Mistake> mistakes() {
        return Stream.of(
                inModel("misspelt method of Math", """
                            @Differentiable static double f(double x) {
                                return «Math.sine(x)» + 1;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-method] there is no method Math.sine that takes (double)
                                return Math.sine(x) + 1;
                                                ^
                            check the spelling: there is sin, sinh
                        """),
                inModel("operator on tensors", """
                            @Differentiable static Tensor f(Tensor x, Tensor y) {
                                return «x» * y;
                            }
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a number is expected here, but this is a Tensor
                                return x * y;
                                       ^
                            tensors have methods for it: x.add(y), x.sub(y), x.mul(y), x.div(y), x.neg(), x.gt(y); x.item() is the number of one element
                        """),
                inModel("a number in the place of a tensor", """
                            @Differentiable static Tensor f(Tensor x) {
                                Tensor sum = «0»;
                                return sum.add(x);
                            }
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a Tensor is expected here, but this is an int
                                Tensor sum = 0;
                                             ^
                            make a tensor of the number: Tensor.scalar(…)
                        """),
                inModel("objects of other classes", """
                            @Differentiable static Tensor f(Tensor x, boolean first) {
                                Tensor mask = «x.gt(0)»;
                                Index index = «x»;
                                double[] numbers = «"1"»;
                                String text = «x.shape()»;
                                return first ? x : «x.argmax(0)»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:wrong-type] a Tensor is expected here, but this is a Mask
                                Tensor mask = x.gt(0);
                                                  ^
                            make a tensor of it: toTensor(DType.FLOAT64)
                        Model.java:6: error: [jacobi:wrong-type] an Index is expected here, but this is a Tensor
                                Index index = x;
                                              ^
                            write a value of that type
                        Model.java:7: error: [jacobi:wrong-type] a double[] is expected here, but this is a String
                                double[] numbers = "1";
                                                   ^
                            write a value of that type
                        Model.java:8: error: [jacobi:wrong-type] a String is expected here, but this is a Shape
                                String text = x.shape();
                                                     ^
                            write a value of that type
                        Model.java:9: error: [jacobi:wrong-type] a Tensor is expected here, but this is an Index
                                return first ? x : x.argmax(0);
                                                           ^
                            make a tensor of it: toTensor(DType.FLOAT64)
                        """),
                inModel("what PyTorch's tensors have", """
                            @Differentiable static Tensor f(Tensor x) {
                                Tensor y = «x.detach()»;
                                Tensor z = «x.T».mm(y);
                                int n = «x.shape»[0];
                                return «x.gt(0).sum()»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-method] there is no method Tensor.detach that takes ()
                                Tensor y = x.detach();
                                                   ^
                            a tensor keeps no graph: put it into a local variable that is marked @NoDerivative, to hold it constant
                        Model.java:6: error: [jacobi:unknown-name] there is no field T here
                                Tensor z = x.T.mm(y);
                                            ^
                            write t() for a matrix, mT() for a stack of them
                        Model.java:7: error: [jacobi:unknown-name] there is no field x.shape here
                                int n = x.shape[0];
                                         ^
                            call the method shape()
                        Model.java:8: error: [jacobi:unknown-method] there is no method Mask.sum that takes ()
                                return x.gt(0).sum();
                                                  ^
                            write count(), or toTensor(x.dtype()).sum() for a tensor
                        """),
                inModel("boxing", """
                            @Differentiable static double f(double x) {
                                Double boxed = «x * 2»;
                                return boxed;
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Double
                                Double boxed = x * 2;
                                                 ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("boxing for a function, which boxes again", """
                            @Differentiable static double f(double x, double k) {
                                java.util.function.Function<Double, Double> g = t -> t * k;
                                return g.apply(«x»);
                            }
                        """, """
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Double
                                return g.apply(x);
                                               ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("boxing by name", """
                            @Differentiable static double f(double x) {
                                return x * «Double.valueOf(x)»;
                            }
                            @Differentiable static double g(double x) {
                                return Double.parseDouble(«Double.toString(x)»);
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Double.valueOf(double) turns a number that is differentiated into Double
                                return x * Double.valueOf(x);
                                                         ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:8: error: [jacobi:leaves-numbers] the derivative is lost here: Double.toString(double) turns a number that is differentiated into String
                                return Double.parseDouble(Double.toString(x));
                                                                         ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("a number made of another's bits", """
                            @Differentiable static double f(double x, float y) {
                                double high = Double.longBitsToDouble(«Double.doubleToRawLongBits(x)» & ~0L << 27);
                                int[] bits = new int[1];
                                bits[0] = 0x5f3759df - («Float.floatToIntBits(y)» >> 1);
                                return high * x * Float.intBitsToFloat(bits[0]);
                            }
                            @Differentiable static double g(double x) {
                                java.util.concurrent.atomic.AtomicLong sum = new java.util.concurrent.atomic.AtomicLong();
                                sum.set(«Double.doubleToLongBits(x)»);
                                return x * Double.longBitsToDouble(sum.get());
                            }
                            @Differentiable static double h(double x) {
                                @NoDerivative double high = x;
                                return x * Double.longBitsToDouble(Double.doubleToRawLongBits(high) & ~0L << 27);
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: Double.doubleToRawLongBits(double) turns a number that is differentiated into long
                                double high = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & ~0L << 27);
                                                                                                ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:7: error: [jacobi:leaves-numbers] the derivative is lost here: Float.floatToIntBits(float) turns a number that is differentiated into int
                                bits[0] = 0x5f3759df - (Float.floatToIntBits(y) >> 1);
                                                                            ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:12: error: [jacobi:leaves-numbers] the derivative is lost here: Double.doubleToLongBits(double) turns a number that is differentiated into long
                                sum.set(Double.doubleToLongBits(x));
                                                               ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("text of a tensor and of a record", """
                            record Point(double x) {}
                            @Differentiable static Tensor f(Tensor x) {
                                return x.mul(Double.parseDouble(«x.toString()».substring(1, 3)));
                            }
                            @Differentiable static double g(Point p) {
                                return Double.parseDouble(«p.toString()».substring(8, 11));
                            }
                        """, """
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: Tensor.toString() turns a number that is differentiated into String
                                return x.mul(Double.parseDouble(x.toString().substring(1, 3)));
                                                                          ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:9: error: [jacobi:leaves-numbers] the derivative is lost here: Point.toString() turns a number that is differentiated into String
                                return Double.parseDouble(p.toString().substring(8, 11));
                                                                    ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("random numbers between bounds that are differentiated", """
                            @Differentiable static double f(double x, java.util.random.RandomGenerator random) {
                                return «random.nextDouble(0, x)» + x * random.nextDouble();
                            }
                        """, """
                        Model.java:5: error: [jacobi:no-derivative] RandomGenerator.nextDouble(double, double) has no derivative here: how a random number changes with what it is drawn from isn't known
                                return random.nextDouble(0, x) + x * random.nextDouble();
                                                        ^
                            draw it without, and compute with it, as in low + (high - low) * random.nextDouble(), or mean + deviation * random.nextGaussian()
                        """),
                inModel("joining strings", """
                            @Differentiable static double f(double x) {
                                return Double.parseDouble(«"" + x»);
                            }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: joining strings turns a number that is differentiated into String
                                return Double.parseDouble("" + x);
                                                             ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("generic method called", """
                            @Differentiable static double f(double x) {
                                return «scaled(x, "")»;
                            }
                            static <T extends Comparable<T>> double scaled(double x, T by) { return 2 * x; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] a call of the generic method scaled can't be differentiated yet
                                return scaled(x, "");
                                             ^
                            write the types of scaled out, or bound each type variable by one class
                        """),
                inModel("number for a type variable", """
                            @Differentiable static double f(double x) {
                                return twice(«x», 3) + same(«x»);
                            }
                            static <T extends Number> double twice(T t, double x) { return t.doubleValue() * x; }
                            private static <T> T same(T t) { return t; }
                        """, """
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Number
                                return twice(x, 3) + same(x);
                                             ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:5: error: [jacobi:leaves-numbers] the derivative is lost here: boxing turns a number that is differentiated into Object
                                return twice(x, 3) + same(x);
                                                          ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("tensor for a type variable", """
                            @Differentiable static Tensor f(Tensor x) { return same(«x»); }
                            private static <T> T same(T t) { return t; }
                        """, """
                        Model.java:4: error: [jacobi:leaves-numbers] the derivative is lost here: this conversion turns a number that is differentiated into Object
                            @Differentiable static Tensor f(Tensor x) { return same(x); }
                                                                                    ^
                            keep the value in a double, float or Tensor, or in a record of such, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("null in the place of a record", """
                            record Pair(double a, double b) {}
                            @Differentiable static Pair f(double x) { return x > 1 ? new Pair(x, x) : «null»; }
                            @Differentiable static double g(double x) { return h(«null», x); }
                            private static double h(Pair p, double x) { return x; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] null in the place of a record can't be differentiated yet
                            @Differentiable static Pair f(double x) { return x > 1 ? new Pair(x, x) : null; }
                                                                                                      ^
                            start with a record, and keep a boolean that says whether it counts
                        Model.java:6: error: [jacobi:unsupported] null in the place of a record can't be differentiated yet
                            @Differentiable static double g(double x) { return h(null, x); }
                                                                                 ^
                            start with a record, and keep a boolean that says whether it counts
                        """),
                inModel("whether a record is null", """
                            record Pair(double a, double b) {}
                            @Differentiable static double f(Pair p) { return «p == null» ? 0 : p.a(); }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] asking whether a record is null can't be differentiated yet
                            @Differentiable static double f(Pair p) { return p == null ? 0 : p.a(); }
                                                                               ^
                            leave the question out, or ask an element where it stands in its array, as in array[i] == null
                        """),
                inModel("rows of a parameter's records moved", """
                            record Pair(double a, double b) {}
                            @Differentiable static double «f»(Pair[][] ps) {
                                ps[0] = ps[1];
                                return ps[0][0].a();
                            }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] putting rows into other places of the parameter ps, an array of records, can't be differentiated yet
                            @Differentiable static double f(Pair[][] ps) {
                                                          ^
                            make an array of your own, and put clones of the rows into it
                        """),
                inModel("a method that is called like a conversion inside Jacobi", """
                            @Differentiable static double f(double[] x) {
                                return «java.nio.DoubleBuffer.wrap(x)».get();
                            }
                        """, """
                        Model.java:5: error: [jacobi:no-derivative] DoubleBuffer.wrap(double[]) has no derivative here: its source is not in this compilation and no rule is given for it
                                return java.nio.DoubleBuffer.wrap(x).get();
                                                                 ^
                            write the formula with operators, Math or Tensor methods, give the method a rule with @DerivativeOf, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("objects made of arrays, and by methods", """
                            static final class Factors {
                                final double[] held;
                                Factors(double[] held) { this.held = held; }
                                static Factors of(double x) { return new Factors(new double[] {x}); }
                            }
                            @Differentiable static double f(double[] x) {
                                return «new Factors(x)».held[0];
                            }
                            @Differentiable static double g(double x) {
                                return «Factors.of(x)».held[0];
                            }
                        """, """
                        Model.java:10: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Factors, an object in which numbers aren't followed
                                return new Factors(x).held[0];
                                       ^
                            if Model.Factors is a class of yours, make it a record, whose numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:13: error: [jacobi:leaves-numbers] the derivative is lost here: Factors.of(double) gives Model.Factors, an object in which numbers aren't followed
                                return Factors.of(x).held[0];
                                                 ^
                            if Model.Factors is a class of yours, make it a record, whose numbers are followed; else give numbers, arrays or tensors, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("a number that is cut behind an object that it is lost in", """
                            static class Box {
                                private final double held;
                                Box(double held) { this.held = held; }
                                double get() { return held; }
                            }
                            @Differentiable static double f(double x) {
                                double y = «new Box(x)».get();
                                int whole = (int) y;
                                return x * y * whole;
                            }
                        """, """
                        Model.java:10: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Box, an object in which numbers aren't followed
                                double y = new Box(x).get();
                                           ^
                            if Model.Box is a class of yours, make it a record, whose numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("arrays that a generic method chooses from", """
                            static <T> T pick(T a, T b, boolean first) { return first ? a : b; }
                            @Differentiable static double f(double[] x, double[] y) {
                                return pick«(x, y, true)»[0];
                            }
                        """, """
                        Model.java:6: error: [jacobi:leaves-numbers] the derivative is lost here: Model.pick(Object, Object, boolean) gives double[] as an object, in which numbers aren't followed
                                return pick(x, y, true)[0];
                                           ^
                            have pick declare that it takes and gives double[], and not a type parameter or Object, or mark the variable that goes in @NoDerivative if it is to count as a constant
                        """),
                inModel("objects made of numbers, read by a method that can't be followed", """
                            static final class Box {
                                private final double held;
                                Box(double held) { this.held = held; }
                                double twice() { return held + held; }
                                static double of(Box box) { return box.held; }
                            }
                            @Differentiable static double f(double x) {
                                Box box = «new Box(x)»;
                                return x * box.twice();
                            }
                            @Differentiable static double g(double x) {
                                return x + Box.of(«new Box(x)»);
                            }
                        """, """
                        Model.java:11: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Box, an object in which numbers aren't followed
                                Box box = new Box(x);
                                          ^
                            if Model.Box is a class of yours, make it a record, whose numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        Model.java:15: error: [jacobi:leaves-numbers] the derivative is lost here: a constructor turns a number that is differentiated into Model.Box, an object in which numbers aren't followed
                                return x + Box.of(new Box(x));
                                                  ^
                            if Model.Box is a class of yours, make it a record, whose numbers are followed; else keep the value in a double, float or Tensor, or mark the variable @NoDerivative if it is to count as a constant
                        """),
                inModel("numbers kept in a field, read by another method", """
                            static double last;
                            static void keep(double x) { last = x; }
                            static double peek() { return last; }
                            @Differentiable static double f(double x) {
                                keep(x);
                                return x * «peek()»;
                            }
                        """, """
                        Model.java:9: error: [jacobi:unsupported] a call that may read a differentiated number back out of an object can't be differentiated yet
                                return x * peek();
                                               ^
                            keep the number in a variable or an array
                        """),
                inModel("numbers kept in objects by others", """
                            @Differentiable static double f(double x) {
                                java.util.List<Double> list = new java.util.ArrayList<>();
                                list.add(x);
                                return x * «first(list, x)»;
                            }
                            static double first(java.util.List<Double> list, double y) { return list.get(0) * y; }
                            @Differentiable static double g(double x) {
                                java.util.List<Double> list = new java.util.ArrayList<>();
                                put(list, x);
                                return x * «list.get(0)»;
                            }
                            private static void put(java.util.List<Double> list, double y) { list.add(y); }
                        """, """
                        Model.java:7: error: [jacobi:unsupported] a call that may read a differentiated number back out of an object can't be differentiated yet
                                return x * first(list, x);
                                                ^
                            keep the number in a variable or an array
                        Model.java:13: error: [jacobi:unsupported] reading a differentiated number back out of an object can't be differentiated yet
                                return x * list.get(0);
                                                   ^
                            keep the number in a variable or an array
                        """),
                inModel("numbers kept in fields by others", """
                            double kept;
                            static double last;
                            void keep(double x) { kept = x; }
                            static void keepLast(double x) { last = x; }
                            @Differentiable static double f(double x) {
                                Model model = new Model();
                                model.keep(x);
                                return x * «model.kept»;
                            }
                            @Differentiable static double g(double x) {
                                keepLast(x);
                                return x * «last»;
                            }
                        """, """
                        Model.java:11: error: [jacobi:unsupported] reading a differentiated number back out of an object can't be differentiated yet
                                return x * model.kept;
                                                ^
                            keep the number in a variable or an array
                        Model.java:15: error: [jacobi:unsupported] reading a differentiated number back out of an object can't be differentiated yet
                                return x * last;
                                           ^
                            keep the number in a variable or an array
                        """),
                inModel("array as an object", """
                            @Differentiable static double f(double[] x) {
                                set(«x»);
                                Object o = «x»;
                                return x[0];
                            }
                            private static void set(Object o) { ((double[]) o)[0] = 1; }
                        """, """
                        Model.java:5: error: [jacobi:unsupported] using an array of differentiated numbers as Object can't be differentiated yet
                                set(x);
                                    ^
                            keep it in a variable of its own type
                        Model.java:6: error: [jacobi:unsupported] using an array of differentiated numbers as Object can't be differentiated yet
                                Object o = x;
                                           ^
                            keep it in a variable of its own type
                        """),
                inModel("two in one expression", """
                            @Differentiable static double f(double x) {
                                return x * «rate» + x * «speed»;
                            }
                        """, """
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named rate here
                                return x * rate + x * speed;
                                           ^
                            check the spelling, declare it before this line, or import the class
                        Model.java:5: error: [jacobi:unknown-name] there is no variable, field or class named speed here
                                return x * rate + x * speed;
                                                      ^
                            check the spelling, declare it before this line, or import the class
                        """),
                inModel("cut by a cast", """
                            @Differentiable static double f(double x) {
                                return «(int) x» * x;
                            }
                        """, """
                        Model.java:5: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                return (int) x * x;
                                       ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """),
                inBody("method of a number", """
                        return «x.pow(2)» + «x.size()»;
                        """, """
                        Model.java:5: error: [jacobi:unknown-method] there is no method double.pow that takes (int)
                                return x.pow(2) + x.size();
                                            ^
                            a double has no methods: write Math.pow(…)
                        Model.java:5: error: [jacobi:unknown-method] there is no method double.size that takes ()
                                return x.pow(2) + x.size();
                                                        ^
                            a double has no methods
                        """),
                inBody("method of an array", """
                        double[] a = {x, 2};
                        «a.sort()»;
                        return a[«a.length()» - 1];
                        """, """
                        Model.java:6: error: [jacobi:unknown-method] there is no method double[].sort that takes ()
                                a.sort();
                                      ^
                            arrays have no methods but clone(); those of the class Arrays take them
                        Model.java:7: error: [jacobi:unknown-method] there is no method double[].length that takes ()
                                return a[a.length() - 1];
                                                 ^
                            write length, without brackets
                        """),
                inBody("tensor in the place of a number", """
                        dev.jacobi.tensor.Tensor t = dev.jacobi.tensor.Tensor.of(x);
                        return «t.sum()»;
                        """, """
                        Model.java:6: error: [jacobi:wrong-type] a double is expected here, but this is a Tensor
                                return t.sum();
                                            ^
                            take its one number out: item()
                        """),
                inBody("tensors in the place of numbers and arrays", """
                        dev.jacobi.tensor.Tensor t = dev.jacobi.tensor.Tensor.of(x);
                        double a = «t»[0];
                        return «Math.sin(t)» + «Math.atan2(t, x)»;
                        """, """
                        Model.java:6: error: [jacobi:wrong-type] an array is expected here, but this is Tensor
                                double a = t[0];
                                           ^
                            tensors have methods for it: x.get(i, j), x.select(0, i)
                        Model.java:7: error: [jacobi:unknown-method] there is no method Math.sin that takes (Tensor)
                                return Math.sin(t) + Math.atan2(t, x);
                                               ^
                            tensors have a method for it: x.sin(…)
                        Model.java:7: error: [jacobi:unknown-method] there is no method Math.atan2 that takes (Tensor, double)
                                return Math.sin(t) + Math.atan2(t, x);
                                                               ^
                            tensors have a method for it: x.atan2(…)
                        """),
                inModel("cut in a function that is handed on", """
                            @Differentiable static double f(double x, java.util.Map<Integer, Integer> bins) {
                                int n = bins.computeIfAbsent(1, key -> «(int) (x * 3)»);
                                int m = bins.computeIfAbsent(2, key -> (int) x > 3 ? 1 : 2);
                                return n * m * x;
                            }
                        """, """
                        Model.java:5: warning: [jacobi:cut] the derivative is cut here: a whole number has none, so what depends on it counts as constant
                                int n = bins.computeIfAbsent(1, key -> (int) (x * 3));
                                                                       ^
                            keep the value in floating point, or mark the variable @NoDerivative if this is meant
                        """));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReported(Mistake mistake) {
        mistake.check();
    }
}
