package kept;

import dev.jacobi.Differentiable;
import dev.jacobi.tensor.Tensor;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Numbers that are put into arrays which others have as well. */
final class ArraysElsewhere {

    static final class StaticArray {
        static final double[] A = new double[1];

        @Differentiable("StaticArrayGrad")
        static double f(double x) {
            A[0] = x;
            return A[0] * 2;
        }
    }

    static final class StaticArray2 {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        static double get() {
            return A[0];
        }

        @Differentiable("StaticArray2Grad")
        static double f(double x) {
            put(x);
            return get() * x;
        }
    }

    static final class StaticArray3 {
        static final double[] A = new double[1];

        static double put(double v) {
            A[0] = v;
            return 1;
        }

        @Differentiable("StaticArray3Grad")
        static double f(double x) {
            double o = put(x);
            return A[0] * o;
        }
    }

    static final class ArrayInObject {
        static final class H {
            final double[] a = new double[1];
        }

        @Differentiable("ArrayInObjectGrad")
        static double f(double x) {
            H h = new H();
            h.a[0] = x;
            return h.a[0] * 2;
        }
    }

    static final class ArrayInObject2 {
        static final class H {
            final double[] a;

            H(double[] a) {
                this.a = a;
            }
        }

        @Differentiable("ArrayInObject2Grad")
        static double f(double x) {
            double[] b = new double[1];
            H h = new H(b);
            b[0] = x;
            return h.a[0] * 2;
        }
    }

    static final class ArrayInObject3 {
        static final class H {
            final double[] a;

            H(double[] a) {
                this.a = a;
            }

            double get() {
                return a[0];
            }
        }

        @Differentiable("ArrayInObject3Grad")
        static double f(double x) {
            double[] b = {x};
            H h = new H(b);
            return h.get();
        }
    }

    static final class ArrayInObject4 {
        static final class H {
            double[] a;
        }

        @Differentiable("ArrayInObject4Grad")
        static double f(double x) {
            H h = new H();
            h.a = new double[] {x};
            return h.a[0];
        }
    }

    static final class ArrayInObject5 {
        static final class H {
            final double[] a;

            H(double[] a) {
                this.a = a;
            }

            double get() {
                return a[0];
            }
        }

        @Differentiable("ArrayInObject5Grad")
        static double f(double x) {
            double[] b = new double[1];
            H h = new H(b);
            b[0] = x;
            return h.get();
        }
    }

    static final class ArrayInObject6 {
        static final class H {
            final double[] a = new double[1];

            double[] a() {
                return a;
            }
        }

        @Differentiable("ArrayInObject6Grad")
        static double f(double x) {
            H h = new H();
            h.a()[0] = x;
            return h.a()[0];
        }
    }

    static final class ArrayInObject7 {
        static final class H {
            final double[] a = new double[1];

            double[] a() {
                return a;
            }

            void put(double v) {
                a[0] = v;
            }
        }

        @Differentiable("ArrayInObject7Grad")
        static double f(double x) {
            H h = new H();
            h.put(x);
            return h.a()[0];
        }
    }

    static final class ArrayInList {

        @Differentiable("ArrayInListGrad")
        static double f(double x) {
            List<double[]> l = new ArrayList<>();
            double[] b = new double[1];
            l.add(b);
            b[0] = x;
            return l.get(0)[0];
        }
    }

    static final class ArrayInList2 {

        @Differentiable("ArrayInList2Grad")
        static double f(double x) {
            List<double[]> l = List.of(new double[1]);
            l.get(0)[0] = x;
            return l.get(0)[0];
        }
    }

    static final class ArrayAsObject {

        @Differentiable("ArrayAsObjectGrad")
        static double f(double x) {
            Object o = new double[] {x};
            return ((double[]) o)[0];
        }
    }

    static final class ArrayAsObject2 {

        @Differentiable("ArrayAsObject2Grad")
        static double f(double x) {
            double[] a = new double[1];
            Object o = a;
            a[0] = x;
            return ((double[]) o)[0];
        }
    }

    static final class Buffer2 {

        @Differentiable("Buffer2Grad")
        static double f(double x) {
            DoubleBuffer b = DoubleBuffer.wrap(new double[] {x});
            return b.get(0);
        }
    }

    static final class Generic3 {
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

        @Differentiable("Generic3Grad")
        static double f(double x) {
            Box<double[]> b = new Box<>(new double[1]);
            b.get()[0] = x;
            return b.get()[0];
        }
    }

    static final class ArrayOfInstance {
        final double[] cache = new double[1];

        void put(double v) {
            cache[0] = v;
        }

        double get() {
            return cache[0];
        }

        @Differentiable("ArrayOfInstanceGrad")
        static double f(double x) {
            ArrayOfInstance m = new ArrayOfInstance();
            m.put(x);
            return m.get();
        }
    }

    static final class ArrayOfInstance2 {
        final double[] cache = new double[1];

        void put(double[] v) {
            cache[0] = v[0];
        }

        double get() {
            return cache[0];
        }

        @Differentiable("ArrayOfInstance2Grad")
        static double f(double x) {
            ArrayOfInstance2 m = new ArrayOfInstance2();
            double[] q = {x};
            m.put(q);
            return m.get();
        }
    }

    static final class ArrayOfInstance3 {
        double[] cache;

        void put(double[] v) {
            cache = v;
        }

        double get() {
            return cache[0];
        }

        @Differentiable("ArrayOfInstance3Grad")
        static double f(double x) {
            ArrayOfInstance3 m = new ArrayOfInstance3();
            double[] q = {x};
            m.put(q);
            return m.get();
        }
    }

    static final class ArrayOfInstance4 {
        static double[] cache;

        static void put(double[] v) {
            cache = v;
        }

        static double get() {
            return cache[0];
        }

        @Differentiable("ArrayOfInstance4Grad")
        static double f(double x) {
            double[] q = {x};
            put(q);
            return get();
        }
    }

    static final class ArrayOfInstance5 {
        static double[] cache;

        static double[] keep(double[] v) {
            cache = v;
            return v;
        }

        static double get() {
            return cache[0];
        }

        @Differentiable("ArrayOfInstance5Grad")
        static double f(double x) {
            double[] q = new double[1];
            keep(q);
            q[0] = x;
            return get();
        }
    }

    static final class ArrayOfInstance6 {
        static double[][] cache = new double[1][];

        static double get() {
            return cache[0][0];
        }

        @Differentiable("ArrayOfInstance6Grad")
        static double f(double x) {
            double[] q = {1};
            cache[0] = q;
            q[0] = x;
            return get();
        }
    }

    static final class RowOfField {
        static double[][] G = new double[2][1];

        static double get() {
            return G[0][0];
        }

        @Differentiable("RowOfFieldGrad")
        static double f(double x) {
            double[] r = G[0];
            r[0] = x;
            return get() * x;
        }
    }

    static final class CopiedInto {
        static double[] G = new double[1];

        static double get() {
            return G[0];
        }

        @Differentiable("CopiedIntoGrad")
        static double f(double x) {
            System.arraycopy(new double[] {x}, 0, G, 0, 1);
            return get() * x;
        }
    }

    static final class Filled {
        static double[] G = new double[1];

        static double get() {
            return G[0];
        }

        @Differentiable("FilledGrad")
        static double f(double x) {
            Arrays.fill(G, x);
            return get() * x;
        }
    }

    static final class ReadIntoArray2 {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        static void read(double[] o) {
            o[0] = A[0];
        }

        @Differentiable("ReadIntoArray2Grad")
        static double f(double x) {
            put(x);
            double[] o = new double[1];
            read(o);
            return o[0] * x;
        }
    }

    static final class ReadIntoArray3 {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        @Differentiable("ReadIntoArray3Grad")
        static double f(double x) {
            put(x);
            double[] o = new double[1];
            System.arraycopy(A, 0, o, 0, 1);
            return o[0] * x;
        }
    }

    static final class Cloned {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        @Differentiable("ClonedGrad")
        static double f(double x) {
            put(x);
            return A.clone()[0] * x;
        }
    }

    static final class LoopOverElements {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        @Differentiable("LoopOverElementsGrad")
        static double f(double x) {
            put(x);
            double s = x;
            for (double a : A) s += a;
            return s;
        }
    }

    static final class TensorOfArray {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        @Differentiable("TensorOfArrayGrad")
        static double f(double x) {
            put(x);
            return Tensor.of(A).sum().item() * x;
        }
    }

    static final class SetterThatCounts {
        static double[] A = new double[1];
        static int n;

        static void put(double v) {
            A[0] = v;
            n++;
        }

        @Differentiable("SetterThatCountsGrad")
        static double f(double x) {
            put(x);
            return A[0] * x;
        }
    }

    static final class WrappedArray {
        static final double[] A = new double[1];

        @Differentiable("WrappedArrayGrad")
        static double f(double x) {
            DoubleBuffer b = DoubleBuffer.wrap(A);
            b.put(0, x);
            return A[0] * x;
        }
    }

    static final class IteratorOfArrays {
        static final Iterator<double[]> it(double[][] a) {
            return Arrays.asList(a).iterator();
        }

        @Differentiable("IteratorOfArraysGrad")
        static double f(double x) {
            double[] q = new double[1];
            Iterator<double[]> i = it(new double[][] {q});
            q[0] = x;
            return i.next()[0] * x;
        }
    }

    static final class Row {
        static double[][] G = new double[1][];

        static double keep(double[] r) {
            G[0] = r;
            return 0;
        }

        static double get() {
            return G[0][0];
        }

        @Differentiable("RowGrad")
        static double f(double x) {
            double[] q = new double[1];
            keep(q);
            q[0] = x;
            return get() * x;
        }
    }

    static final class Row2 {
        static double[][] G = new double[1][1];

        static double[] row() {
            return G[0];
        }

        static double get() {
            return G[0][0];
        }

        @Differentiable("Row2Grad")
        static double f(double x) {
            double[] q = row();
            q[0] = x;
            return get() * x;
        }
    }

    static final class Row3 {
        static double[][] G = new double[1][1];

        static void set(double[] r, double v) {
            r[0] = v;
        }

        static double get() {
            return G[0][0];
        }

        @Differentiable("Row3Grad")
        static double f(double x) {
            set(G[0], x);
            return get() * x;
        }
    }

    static final class Row4 {
        static double[][] G = new double[1][1];

        static void set(double[] r, double v) {
            r[0] = v;
        }

        @Differentiable("Row4Grad")
        static double f(double x) {
            set(G[0], x);
            return G[0][0] * x;
        }
    }

    static final class MovedRow2 {
        static final double[][] G = new double[1][1];

        @Differentiable("MovedRow2Grad")
        static double f(double x) {
            double[][] a = {{x}};
            G[0] = a[0];
            return G[0][0] * x;
        }
    }

    static final class MovedRow3 {
        static final double[][] G = new double[1][1];

        static double g() {
            return G[0][0];
        }

        @Differentiable("MovedRow3Grad")
        static double f(double x) {
            double[][] a = {{x}};
            G[0] = a[0];
            return g() * x;
        }
    }

    static final class TensorsInArray {
        static final Tensor[] T = new Tensor[1];

        static void put(double v) {
            T[0] = Tensor.of(v);
        }

        @Differentiable("TensorsInArrayGrad")
        static double f(double x) {
            put(x);
            return T[0].item() * x;
        }
    }

    static final class Floats {
        static final float[] A = new float[1];

        static void put(float v) {
            A[0] = v;
        }

        @Differentiable("FloatsGrad")
        static double f(double x) {
            put((float) x);
            return A[0] * x;
        }
    }

    static final class Mapped2 {
        static final Map<String, double[]> M2 = new HashMap<>();

        @Differentiable("Mapped2Grad")
        static double f(double x) {
            double[] a = {x};
            M2.put("a", a);
            return M2.get("a")[0] * x;
        }
    }

    static final class Mapped3 {
        static final Map<String, double[]> M2 = new HashMap<>(Map.of("a", new double[1]));

        @Differentiable("Mapped3Grad")
        static double f(double x) {
            M2.get("a")[0] = x;
            return M2.get("a")[0] * x;
        }
    }

    static final class Mapped4 {
        static final Map<String, double[]> M2 = new HashMap<>(Map.of("a", new double[1]));

        static double get() {
            return M2.get("a")[0];
        }

        @Differentiable("Mapped4Grad")
        static double f(double x) {
            M2.get("a")[0] = x;
            return get() * x;
        }
    }

    static final class Narrowed1 {
        static final float[] A = new float[1];

        static void put(double v) {
            A[0] = (float) v;
        }

        @Differentiable("Narrowed1Grad")
        static double f(double x) {
            put(x);
            return A[0] * x;
        }
    }

    static final class Narrowed4 {
        static final double[] A = new double[1];

        static void put(double v) {
            A[0] = v;
        }

        @Differentiable("Narrowed4Grad")
        static double f(double x) {
            put(x);
            return Tensor.of(A).item() * x;
        }
    }

    /** Its rows are private. */
    static class Grid {
        private final double[][] e = {{5, 2}, {3, 4}};

        final double[] row(int i) {
            return e[i];
        }

        final double get(int i, int j) {
            return e[i][j];
        }

        double total() {
            synchronized (this) {
                return e[0][0] + e[1][1];
            }
        }
    }

    static final class PrivateElement {
        @Differentiable("PrivateElementGrad")
        static double f(double x) {
            Grid m = new Grid();
            m.e[0][0] = x;
            return m.e[0][0] * x;
        }
    }

    static final class PrivateRow {
        @Differentiable("PrivateRowGrad")
        static double f(double x) {
            Grid m = new Grid();
            m.row(0)[0] = x;
            return m.row(0)[0] * x;
        }
    }

    static final class PrivateRowAndElement {
        @Differentiable("PrivateRowAndElementGrad")
        static double f(double x) {
            Grid m = new Grid();
            double[] r = m.e[0];
            r[0] = x;
            return m.get(0, 0) * m.e[0][1] * x;
        }
    }

    static final class PrivateRowTwice {
        @Differentiable("PrivateRowTwiceGrad")
        static double f(double x) {
            Grid m = new Grid();
            double[] r = m.row(0);
            double[] q = m.row(0);
            r[0] = x;
            double z = q[0] * x;
            r[0] = 2;
            return z * q[0];
        }
    }

    static final class PrivateRowAndTotal {
        @Differentiable("PrivateRowAndTotalGrad")
        static double f(double x) {
            Grid m = new Grid();
            double[] r = m.row(0);
            r[0] = x;
            return m.total() * x;
        }
    }

    /** Its method can't be read. */
    static class Table {
        static final double[] TABLE = {1, 2, 3};

        static double[] table() {
            synchronized (TABLE) {
                return TABLE;
            }
        }
    }

    static final class UnreadTable {
        @Differentiable("UnreadTableGrad")
        static double f(double x) {
            Table.table()[0] = x;
            double r = Table.table()[0] * x;
            Table.table()[0] = 1;
            return r;
        }
    }

    static final class UnreadTableInTheField {
        @Differentiable("UnreadTableInTheFieldGrad")
        static double f(double x) {
            double[] t = Table.table();
            t[1] = x;
            return Table.TABLE[1] * x;
        }
    }
}
