package kept;

import dev.jacobi.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import kept.Objects.Mutable;

/** Numbers that are put into fields, or into what static fields hold. */
final class Fields {
    static final class Shared {
        static Mutable shared = new Mutable();

        @Differentiable("SharedGrad")
        static double f(double x) {
            shared.set(x);
            return shared.get();
        }
    }

    static final class Shared2 {
        static Mutable shared = new Mutable();

        static double read() {
            return shared.v;
        }

        static void write(double v) {
            shared.v = v;
        }

        @Differentiable("Shared2Grad")
        static double f(double x) {
            write(x);
            return read() * x;
        }
    }

    static final class SharedWrite {
        static Mutable shared = new Mutable();

        @Differentiable("SharedWriteGrad")
        static double f(double x) {
            shared.v = x;
            return shared.v;
        }
    }

    static final class StaticField {
        static double cache;

        @Differentiable("StaticFieldGrad")
        static double f(double x) {
            cache = x;
            return cache;
        }
    }

    static final class StaticFieldByMethod {
        static double cache;

        static void put(double v) {
            cache = v;
        }

        @Differentiable("StaticFieldByMethodGrad")
        static double f(double x) {
            put(x);
            return cache * 2;
        }
    }

    static final class StaticFieldByMethod2 {
        static double cache;

        static double put(double v) {
            cache = v;
            return 0;
        }

        static double get() {
            return cache;
        }

        @Differentiable("StaticFieldByMethod2Grad")
        static double f(double x) {
            put(x);
            return get() * 2;
        }
    }

    static final class StaticFieldByMethod3 {
        static double cache;

        static double put(double v) {
            cache = v;
            return v;
        }

        static double get() {
            return cache;
        }

        @Differentiable("StaticFieldByMethod3Grad")
        static double f(double x) {
            double y = put(x);
            return get() * y;
        }
    }

    static final class BitsInStaticField {
        static long cache;

        static void put(double v) {
            cache = Double.doubleToRawLongBits(v);
        }

        static double get() {
            return Double.longBitsToDouble(cache);
        }

        @Differentiable("BitsInStaticFieldGrad")
        static double f(double x) {
            put(x);
            return get() * 2;
        }
    }

    static final class OtherClass {
        static final class Other {
            static double v;

            static void put(double w) {
                v = w;
            }

            static double get() {
                return v;
            }
        }

        @Differentiable("OtherClassGrad")
        static double f(double x) {
            Other.put(x);
            return Other.get();
        }
    }

    static final class OtherClass2 {
        static final class Other {
            static double v;

            static void put(double w) {
                v = w;
            }

            static double get() {
                return v;
            }
        }

        @Differentiable("OtherClass2Grad")
        static double f(double x) {
            Other.put(x);
            return Other.v * x;
        }
    }

    static final class OtherClassByLambda {
        static final class Other {
            static double v;

            static void put(double w) {
                v = w;
            }

            static double get() {
                return v;
            }
        }

        @Differentiable("OtherClassByLambdaGrad")
        static double f(double x) {
            DoubleConsumer d = Other::put;
            d.accept(x);
            return Other.v * x;
        }
    }

    static final class OtherClassByLambda2 {
        static final class Other {
            static double v;

            static void put(double w) {
                v = w;
            }
        }

        @Differentiable("OtherClassByLambda2Grad")
        static double f(double x) {
            DoubleConsumer d = y -> {
                Other.v = y;
            };
            d.accept(x);
            return Other.v * x;
        }
    }

    static final class OtherClassByLambda3 {
        static final class Other {
            static double v;
        }

        @Differentiable("OtherClassByLambda3Grad")
        static double f(double x) {
            Runnable d = () -> {
                Other.v = x;
            };
            d.run();
            return Other.v * x;
        }
    }

    static final class EnumConstant {
        enum E {
            A;
            double v;

            void set(double v) {
                this.v = v;
            }

            double get() {
                return v;
            }
        }

        @Differentiable("EnumConstantGrad")
        static double f(double x) {
            E.A.set(x);
            return E.A.get();
        }
    }

    static final class EnumConstant2 {
        enum E {
            A;
            double v;
        }

        @Differentiable("EnumConstant2Grad")
        static double f(double x) {
            E.A.v = x;
            return E.A.v;
        }
    }

    static final class Instance {
        double cache;

        @Differentiable("InstanceGrad")
        static double f(double x) {
            Instance m = new Instance();
            m.cache = x;
            return m.cache;
        }
    }

    static final class Instance2 {
        double cache;

        void put(double v) {
            cache = v;
        }

        double get() {
            return cache;
        }

        @Differentiable("Instance2Grad")
        static double f(double x) {
            Instance2 m = new Instance2();
            m.put(x);
            return m.get();
        }
    }

    static final class Instance3 {
        double cache;

        double put(double v) {
            cache = v;
            return v;
        }

        double get() {
            return cache;
        }

        @Differentiable("Instance3Grad")
        static double f(double x) {
            Instance3 m = new Instance3();
            double y = m.put(x);
            return m.get() * y;
        }
    }

    static final class OnOneSide {
        static double cache;

        static void put(double v) {
            cache = v;
        }

        @Differentiable("OnOneSideGrad")
        static double f(double x) {
            if (x > 0) {
                put(x);
            }
            return cache * x;
        }
    }

    static final class Parameter2 {
        static final class G {
            double k = 2;

            void setK(double k) {
                this.k = k;
            }

            double of(double x) {
                return k * x;
            }
        }

        static G g = new G();

        @Differentiable("Parameter2Grad")
        static double f(double x) {
            g.setK(x);
            return g.of(x);
        }
    }

    static final class ReadIntoArray {
        static double cache;

        static void put(double v) {
            cache = v;
        }

        static void read(double[] o) {
            o[0] = cache;
        }

        @Differentiable("ReadIntoArrayGrad")
        static double f(double x) {
            put(x);
            double[] o = new double[1];
            read(o);
            return o[0];
        }
    }

    static final class SetterThatCounts2 {
        static final Mutable S = new Mutable();
        static int n;

        static void put(double v) {
            S.v = v;
            n++;
        }

        @Differentiable("SetterThatCounts2Grad")
        static double f(double x) {
            put(x);
            return S.get() * x;
        }
    }

    static final class SetterThatCounts3 {
        static final Mutable S = new Mutable();
        static int n;

        static void put(double v) {
            S.v = v;
            n++;
        }

        static double take() {
            return S.v;
        }

        @Differentiable("SetterThatCounts3Grad")
        static double f(double x) {
            put(x);
            Mutable m = S;
            return m.get() * x;
        }
    }

    static final class SetterThatCounts4 {
        static final Mutable S = new Mutable();
        static int n;

        static void put(double v) {
            S.v = v;
            n++;
        }

        static double take() {
            return S.v;
        }

        @Differentiable("SetterThatCounts4Grad")
        static double f(double x) {
            put(x);
            return take() * x;
        }
    }

    static final class ConstructorKeeps {
        static double last;

        static final class K {
            K(double v) {
                last = v;
            }
        }

        @Differentiable("ConstructorKeepsGrad")
        static double f(double x) {
            new K(x);
            return last * x;
        }
    }

    static final class ConstructorKeeps2 {
        static double last;

        static final class K {
            final double v;

            K(double v) {
                this.v = v;
                last = v;
            }
        }

        static double last() {
            return last;
        }

        @Differentiable("ConstructorKeeps2Grad")
        static double f(double x) {
            K k = new K(x);
            return last() * x;
        }
    }

    static final class Listener {
        interface L {
            void on(double v);
        }

        static double last;
        static final List<L> LS = new ArrayList<>(List.of((L) v -> last = v));

        static void fire(double v) {
            for (L l : LS) l.on(v);
        }

        @Differentiable("ListenerGrad")
        static double f(double x) {
            fire(x);
            return last * x;
        }
    }

    static final class UnderAnotherName {
        static final Mutable S = new Mutable();

        @Differentiable("UnderAnotherNameGrad")
        static double f(double x) {
            Mutable a = S;
            a.set(x);
            return S.get() * x;
        }
    }

    static final class UnderAnotherName2 {
        static final Mutable S = new Mutable();

        @Differentiable("UnderAnotherName2Grad")
        static double f(double x) {
            S.set(x);
            Mutable a = S;
            return a.get() * x;
        }
    }

    static final class UnderAnotherName3 {
        static final Mutable S = new Mutable();

        static Mutable s() {
            return S;
        }

        @Differentiable("UnderAnotherName3Grad")
        static double f(double x) {
            s().set(x);
            return s().get() * x;
        }
    }

    static final class UnderAnotherName4 {
        static final Mutable S = new Mutable();

        static double g() {
            return S.v;
        }

        @Differentiable("UnderAnotherName4Grad")
        static double f(double x) {
            S.set(x);
            return g() * x;
        }
    }

    static final class RecordInField {
        record P(double a) {}

        static P last = new P(0);

        static void put(double v) {
            last = new P(v);
        }

        @Differentiable("RecordInFieldGrad")
        static double f(double x) {
            put(x);
            return last.a() * x;
        }
    }

    static final class RecordInField2 {
        record P(double a) {}

        static final P[] last = {new P(0)};

        static void put(double v) {
            last[0] = new P(v);
        }

        @Differentiable("RecordInField2Grad")
        static double f(double x) {
            put(x);
            return last[0].a() * x;
        }
    }

    static final class RecordInField3 {
        record P(double a) {}

        static final P[] last = {new P(0)};

        static double get() {
            return last[0].a();
        }

        @Differentiable("RecordInField3Grad")
        static double f(double x) {
            last[0] = new P(x);
            return get() * x;
        }
    }
}
