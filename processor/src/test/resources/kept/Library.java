package kept;

import dev.jacobi.Differentiable;
import java.awt.geom.Point2D;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.DoubleBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.DoubleStream;

/** Numbers that go through Java's own classes: collections, boxes, texts. */
final class Library {

    static final class StaticList {
        static final List<Double> L = new ArrayList<>();

        @Differentiable("StaticListGrad")
        static double f(double x) {
            L.add(x);
            return L.get(L.size() - 1);
        }
    }

    static final class StaticList2 {
        static final List<Double> L = new ArrayList<>();

        static void put(double v) {
            L.add(v);
        }

        static double get() {
            return L.get(L.size() - 1);
        }

        @Differentiable("StaticList2Grad")
        static double f(double x) {
            put(x);
            return get();
        }
    }

    static final class LocalList {

        @Differentiable("LocalListGrad")
        static double f(double x) {
            List<Double> l = new ArrayList<>();
            l.add(x);
            double s = 0;
            for (double d : l) s += d;
            return s;
        }
    }

    static final class LocalList2 {

        @Differentiable("LocalList2Grad")
        static double f(double x) {
            List<Double> l = List.of(x, 2.0);
            return l.get(0);
        }
    }

    static final class ListOfBoxes {

        @Differentiable("ListOfBoxesGrad")
        static double f(double x) {
            List<Double> l = Arrays.asList(x, 2.0);
            return l.get(0) * l.get(1);
        }
    }

    static final class Mapped {

        @Differentiable("MappedGrad")
        static double f(double x) {
            Map<String, Double> l = new HashMap<>();
            l.put("a", x);
            return l.get("a");
        }
    }

    static final class TextBuilder {

        @Differentiable("TextBuilderGrad")
        static double f(double x) {
            StringBuilder b = new StringBuilder();
            b.append(x);
            return Double.parseDouble(b.toString());
        }
    }

    static final class Text {

        @Differentiable("TextGrad")
        static double f(double x) {
            String s = "" + x;
            return Double.parseDouble(s);
        }
    }

    static final class Text2 {

        @Differentiable("Text2Grad")
        static double f(double x) {
            return Double.valueOf(String.valueOf(x)) * x;
        }
    }

    static final class OptionalBox2 {

        @Differentiable("OptionalBox2Grad")
        static double f(double x) {
            Optional<Double> o = Optional.of(x);
            return o.orElse(1.0);
        }
    }

    static final class OptionalNumber {

        @Differentiable("OptionalNumberGrad")
        static double f(double x) {
            return OptionalDouble.of(x).getAsDouble();
        }
    }

    static final class Reference {

        @Differentiable("ReferenceGrad")
        static double f(double x) {
            AtomicReference<Double> r = new AtomicReference<>(0.0);
            r.set(x);
            return r.get();
        }
    }

    static final class Reference2 {

        @Differentiable("Reference2Grad")
        static double f(double x) {
            AtomicReference<Double> r = new AtomicReference<>(x);
            return r.get();
        }
    }

    static final class Adder {

        @Differentiable("AdderGrad")
        static double f(double x) {
            DoubleAdder r = new DoubleAdder();
            r.add(x);
            return r.sum();
        }
    }

    static final class PerThread {
        static final ThreadLocal<Double> T = new ThreadLocal<>();

        @Differentiable("PerThreadGrad")
        static double f(double x) {
            T.set(x);
            return T.get();
        }
    }

    static final class Boxed {

        @Differentiable("BoxedGrad")
        static double f(double x) {
            Double b = x;
            return b * 2;
        }
    }

    static final class Boxed4 {

        @Differentiable("Boxed4Grad")
        static double f(double x) {
            Number n = x;
            return n.doubleValue() * 2;
        }
    }

    static final class Boxed5 {

        @Differentiable("Boxed5Grad")
        static double f(double x) {
            Object[] a = {x};
            return (double) a[0];
        }
    }

    static final class Boxed6 {

        @Differentiable("Boxed6Grad")
        static double f(double x) {
            Double[] a = new Double[1];
            a[0] = x;
            return a[0] * 2;
        }
    }

    static final class Stream {

        @Differentiable("StreamGrad")
        static double f(double x) {
            return DoubleStream.of(x, 2).sum();
        }
    }

    static final class Queue {

        @Differentiable("QueueGrad")
        static double f(double x) {
            ArrayDeque<Double> q = new ArrayDeque<>();
            q.push(x);
            return q.pop();
        }
    }

    static final class Buffer {

        @Differentiable("BufferGrad")
        static double f(double x) {
            DoubleBuffer b = DoubleBuffer.allocate(1);
            b.put(0, x);
            return b.get(0);
        }
    }

    static final class Decimal {

        @Differentiable("DecimalGrad")
        static double f(double x) {
            return new BigDecimal(x).doubleValue();
        }
    }

    static final class Decimal2 {

        @Differentiable("Decimal2Grad")
        static double f(double x) {
            return BigDecimal.valueOf(x).doubleValue();
        }
    }

    static final class PointSet {

        @Differentiable("PointSetGrad")
        static double f(double x) {
            Point2D.Double p = new Point2D.Double();
            p.x = x;
            return p.getX();
        }
    }

    static final class PointSet2 {

        @Differentiable("PointSet2Grad")
        static double f(double x) {
            Point2D p = new Point2D.Double();
            p.setLocation(x, x * x);
            return p.getX() * p.getY();
        }
    }

    static final class Generic {
        static final class Box<T> {
            T v;

            Box(T v) {
                this.v = v;
            }

            T get() {
                return v;
            }

            void set(T t) {
                v = t;
            }
        }

        @Differentiable("GenericGrad")
        static double f(double x) {
            Box<Double> b = new Box<>(x);
            return b.get();
        }
    }

    static final class Generic2 {
        static final class Box<T> {
            T v;

            Box(T v) {
                this.v = v;
            }

            T get() {
                return v;
            }

            void set(T t) {
                v = t;
            }
        }

        @Differentiable("Generic2Grad")
        static double f(double x) {
            Box<Double> b = new Box<>(1.0);
            b.set(x);
            return b.get();
        }
    }

    static final class GivenBack {
        static <T> T id(T t) {
            return t;
        }

        @Differentiable("GivenBackGrad")
        static double f(double x) {
            return id(x) * 2;
        }
    }

    static final class GivenBack2 {
        static <T> T id(T t) {
            return t;
        }

        @Differentiable("GivenBack2Grad")
        static double f(double x) {
            Double d = id(x);
            return d * 2;
        }
    }

    static final class Statistics {

        @Differentiable("StatisticsGrad")
        static double f(double x) {
            DoubleSummaryStatistics s = new DoubleSummaryStatistics();
            s.accept(x);
            s.accept(2 * x);
            return s.getSum();
        }
    }

    static final class SystemProperty {

        @Differentiable("SystemPropertyGrad")
        static double f(double x) {
            System.setProperty("q", Double.toString(x));
            return Double.parseDouble(System.getProperty("q"));
        }
    }

    static final class Handle {
        static double v;
        static final VarHandle VH;

        static {
            try {
                VH = MethodHandles.lookup().findStaticVarHandle(Handle.class, "v", double.class);
            } catch (Exception e) {
                throw new Error(e);
            }
        }

        @Differentiable("HandleGrad")
        static double f(double x) {
            VH.set(x);
            return v;
        }
    }

    static final class Varargs {
        static double sum(Double... a) {
            double s = 0;
            for (Double d : a) s += d;
            return s;
        }

        @Differentiable("VarargsGrad")
        static double f(double x) {
            return sum(x, 2.0);
        }
    }

    static final class Varargs2 {
        static double sum(Object... a) {
            double s = 0;
            for (Object d : a) s += (Double) d;
            return s;
        }

        @Differentiable("Varargs2Grad")
        static double f(double x) {
            return sum(x, 2.0);
        }
    }

    static final class ArraysasList {

        @Differentiable("ArraysasListGrad")
        static double f(double x) {
            Double[] a = {x};
            List<Double> l = Arrays.asList(a);
            return l.get(0);
        }
    }

    static final class Collected {

        @Differentiable("CollectedGrad")
        static double f(double x) {
            List<Double> l = new ArrayList<>();
            Collections.addAll(l, x, 2.0);
            return l.get(0);
        }
    }

    static final class ToStringRec {
        record P(double a) {}

        @Differentiable("ToStringRecGrad")
        static double f(double x) {
            return Double.parseDouble(new P(x).toString().substring(4, 7));
        }
    }

    static final class Memo {
        static Map<Integer, Double> memo = new HashMap<>();

        static double get(int k) {
            return memo.get(k);
        }

        static void put(int k, double v) {
            memo.put(k, v);
        }

        @Differentiable("MemoGrad")
        static double f(double x) {
            put(1, x);
            return get(1);
        }
    }

    static final class Future {

        @Differentiable("FutureGrad")
        static double f(double x) {
            return CompletableFuture.completedFuture(x).join();
        }
    }

    static final class Largest {

        @Differentiable("LargestGrad")
        static double f(double x) {
            List<Double> l = new ArrayList<>();
            l.add(x);
            return Collections.max(l);
        }
    }

    static final class CopiedList {

        @Differentiable("CopiedListGrad")
        static double f(double x) {
            List<Double> l = new ArrayList<>();
            l.add(x);
            return List.copyOf(l).get(0);
        }
    }
}
