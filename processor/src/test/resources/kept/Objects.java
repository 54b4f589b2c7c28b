package kept;

import dev.jacobi.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** Numbers that are put into objects and come out of them again. */
final class Objects {
    static final class Mutable {
        double v;

        Mutable() {}

        Mutable(double v) {
            this.v = v;
        }

        void set(double v) {
            this.v = v;
        }

        double get() {
            return v;
        }

        Mutable chain(double v) {
            this.v = v;
            return this;
        }

        static void put(Mutable m, double v) {
            m.v = v;
        }

        static double take(Mutable m) {
            return m.v;
        }
    }

    static final class Complex {
        private final double re, im;

        Complex(double re, double im) {
            this.re = re;
            this.im = im;
        }

        double re() {
            return re;
        }

        double im() {
            return im;
        }

        static Complex of(double r, double i) {
            return new Complex(r, i);
        }

        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        double abs2() {
            return re * re + im * im;
        }

        Complex with(double r) {
            return new Complex(r, im);
        }

        @Override
        public int hashCode() {
            return (int) (re * 1000);
        }
    }

    static final class Constructor {

        @Differentiable("ConstructorGrad")
        static double f(double x) {
            return new Complex(x, 1).re() * x;
        }
    }

    static final class Constructor2 {

        @Differentiable("Constructor2Grad")
        static double f(double x) {
            Complex z = new Complex(x, 1);
            return z.re() * z.im();
        }
    }

    static final class Factory {

        @Differentiable("FactoryGrad")
        static double f(double x) {
            Complex z = Complex.of(x, 1);
            return z.re();
        }
    }

    static final class Times {

        @Differentiable("TimesGrad")
        static double f(double x) {
            Complex z = Complex.of(x, 1);
            return z.times(z).re();
        }
    }

    static final class FieldOfIt {

        @Differentiable("FieldOfItGrad")
        static double f(double x) {
            Complex z = new Complex(x, 1);
            return z.re;
        }
    }

    static final class HandedOn {
        static double use(Complex z) {
            return z.re() * 2;
        }

        @Differentiable("HandedOnGrad")
        static double f(double x) {
            return use(new Complex(x, 1));
        }
    }

    static final class MadeByMethod {
        static Complex make(double x) {
            return new Complex(x, 2);
        }

        @Differentiable("MadeByMethodGrad")
        static double f(double x) {
            return make(x).re();
        }
    }

    static final class MadeByMethod2 {
        static Complex make(double x) {
            return new Complex(x, 2);
        }

        static double get(Complex z) {
            return z.re();
        }

        @Differentiable("MadeByMethod2Grad")
        static double f(double x) {
            return get(make(x)) * x;
        }
    }

    static final class ArrayOfObjects {

        @Differentiable("ArrayOfObjectsGrad")
        static double f(double x) {
            Complex[] zs = new Complex[2];
            zs[0] = new Complex(x, 1);
            return zs[0].re() * 2;
        }
    }

    static final class LiteralOfObjects {

        @Differentiable("LiteralOfObjectsGrad")
        static double f(double x) {
            Complex[] zs = {new Complex(x, 1)};
            double s = 0;
            for (Complex z : zs) s += z.re();
            return s;
        }
    }

    static final class ListOfObjects {

        @Differentiable("ListOfObjectsGrad")
        static double f(double x) {
            List<Complex> l = new ArrayList<>();
            l.add(new Complex(x, 1));
            return l.get(0).re();
        }
    }

    static final class LoopOverObjects {

        @Differentiable("LoopOverObjectsGrad")
        static double f(double x) {
            List<Complex> l = List.of(new Complex(x, 1));
            double s = 0;
            for (Complex z : l) s += z.re();
            return s;
        }
    }

    static final class Choose {

        @Differentiable("ChooseGrad")
        static double f(double x) {
            Complex z = x > 0 ? new Complex(x, 1) : null;
            return z.re();
        }
    }

    static final class Setter {

        @Differentiable("SetterGrad")
        static double f(double x) {
            Mutable m = new Mutable();
            m.set(x);
            return m.get() * 2;
        }
    }

    static final class Write {

        @Differentiable("WriteGrad")
        static double f(double x) {
            Mutable m = new Mutable();
            m.v = x;
            return m.v * 2;
        }
    }

    static final class StaticSetter {

        @Differentiable("StaticSetterGrad")
        static double f(double x) {
            Mutable m = new Mutable();
            Mutable.put(m, x);
            return Mutable.take(m);
        }
    }

    static final class Chained {

        @Differentiable("ChainedGrad")
        static double f(double x) {
            return new Mutable().chain(x).get();
        }
    }

    static final class Chained2 {

        @Differentiable("Chained2Grad")
        static double f(double x) {
            Mutable m = new Mutable(3);
            Mutable n = m.chain(x);
            return m.get();
        }
    }

    static final class RecordInList {
        record P(double a) {}

        static final List<Object> L = new ArrayList<>();

        @Differentiable("RecordInListGrad")
        static double f(double x) {
            L.add(new P(x));
            return ((P) L.get(L.size() - 1)).a();
        }
    }

    static final class RecordInList2 {
        record P(Object o) {}

        @Differentiable("RecordInList2Grad")
        static double f(double x) {
            P p = new P(x);
            return (Double) p.o();
        }
    }

    static final class ObjectInRecord {
        record P(Mutable m, double y) {}

        @Differentiable("ObjectInRecordGrad")
        static double f(double x) {
            P p = new P(new Mutable(), x);
            p.m().set(x);
            return p.m().get() * p.y();
        }
    }

    static final class ObjectInRecord2 {
        record P(Mutable m, double y) {
            void put(double v) {
                m.v = v;
            }

            double take() {
                return m.v;
            }
        }

        @Differentiable("ObjectInRecord2Grad")
        static double f(double x) {
            P p = new P(new Mutable(), x);
            p.put(x);
            return p.take();
        }
    }

    static final class Builder {
        static final class B {
            double v;

            B v(double v) {
                this.v = v;
                return this;
            }

            double build() {
                return v;
            }
        }

        @Differentiable("BuilderGrad")
        static double f(double x) {
            return new B().v(x).build();
        }
    }

    static final class Builder2 {
        static final class B {
            double v;

            B v(double v) {
                this.v = v;
                return this;
            }

            double build() {
                return v * v;
            }
        }

        static B b() {
            return new B();
        }

        @Differentiable("Builder2Grad")
        static double f(double x) {
            B b = b();
            b.v(x);
            return b.build();
        }
    }

    static final class Loop {

        @Differentiable("LoopGrad")
        static double f(double x) {
            Mutable m = new Mutable(1);
            for (int i = 0; i < 3; i++) {
                m.set(m.get() * x);
            }
            return m.get();
        }
    }

    static final class InSwitch {

        @Differentiable("InSwitchGrad")
        static double f(double x) {
            Mutable m = new Mutable(2);
            switch ((int) x) {
                case 1:
                    m.set(x);
                    break;
                default:
                    break;
            }
            return m.v;
        }
    }

    static final class InChoice {

        @Differentiable("InChoiceGrad")
        static double f(double x) {
            Mutable m = new Mutable(2);
            double q = x > 0 ? m.chain(x).v : 1;
            return q;
        }
    }

    static final class Parameter3 {
        static final class G {
            double k = 2;

            G(double k) {
                this.k = k;
            }

            double of(double x) {
                return k * x;
            }
        }

        @Differentiable("Parameter3Grad")
        static double f(double x) {
            return new G(x).of(x);
        }
    }

    static final class Parameter4 {
        static final class G {
            final double k;

            G(double k) {
                this.k = k;
            }

            double of(double x) {
                return k * x;
            }

            static double ap(G g, double x) {
                return g.of(x);
            }
        }

        @Differentiable("Parameter4Grad")
        static double f(double x) {
            return G.ap(new G(x), 2);
        }
    }

    static final class RecordOfObject {
        static final class G {
            final double k;

            G(double k) {
                this.k = k;
            }
        }

        record R(G g, double y) {
            double of() {
                return g.k * y;
            }
        }

        @Differentiable("RecordOfObjectGrad")
        static double f(double x) {
            return new R(new G(x), x).of();
        }
    }

    static final class Interface {
        interface Fn {
            double of(double x);
        }

        static final class G implements Fn {
            final double k;

            G(double k) {
                this.k = k;
            }

            public double of(double x) {
                return k * x;
            }
        }

        @Differentiable("InterfaceGrad")
        static double f(double x) {
            Fn f = new G(x);
            return f.of(2);
        }
    }

    static final class Interface2 {
        sealed interface Fn permits G {
            double of(double x);
        }

        static final class G implements Fn {
            final double k;

            G(double k) {
                this.k = k;
            }

            public double of(double x) {
                return k * x;
            }
        }

        @Differentiable("Interface2Grad")
        static double f(double x) {
            Fn f = new G(x);
            return f.of(2);
        }
    }

    static final class VectorObject {
        static final class V {
            final double[] d;

            V(int n) {
                d = new double[n];
            }

            void set(int i, double v) {
                d[i] = v;
            }

            double get(int i) {
                return d[i];
            }

            double dot(V o) {
                double s = 0;
                for (int i = 0; i < d.length; i++) s += d[i] * o.d[i];
                return s;
            }
        }

        @Differentiable("VectorObjectGrad")
        static double f(double x) {
            V v = new V(2);
            v.set(0, x);
            v.set(1, 2);
            return v.dot(v);
        }
    }

    static final class VectorObject2 {
        static final class V {
            final double[] d;

            V(double... d) {
                this.d = d;
            }

            double dot(V o) {
                double s = 0;
                for (int i = 0; i < d.length; i++) s += d[i] * o.d[i];
                return s;
            }
        }

        @Differentiable("VectorObject2Grad")
        static double f(double x) {
            V v = new V(x, 2);
            return v.dot(v);
        }
    }

    static final class VectorObject3 {
        static final class V {
            final double[] d;

            V(double... d) {
                this.d = d.clone();
            }

            static V of(double... d) {
                return new V(d);
            }

            double get(int i) {
                return d[i];
            }
        }

        @Differentiable("VectorObject3Grad")
        static double f(double x) {
            return V.of(x, 2).get(0);
        }
    }
}
