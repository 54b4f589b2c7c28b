package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Methods with type parameters, called by others: one function each, whatever the types. */
final class Generics {
    interface Shape {
        double scale();
    }

    record Circle(double scale) implements Shape {}

    record Square(double side) implements Shape {
        @Override
        public double scale() {
            return side + 1;
        }
    }

    static class Holder<T> {
        final T held;

        Holder(T held) {
            this.held = held;
        }

        T get() {
            return held;
        }

        final double times(double x, T other) {
            return held.equals(other) ? x * x * x : x * twice(x, other);
        }

        private double twice(double x, T other) {
            return 2 * x + other.hashCode() % 7;
        }
    }

    static final class Stretching<T extends Shape> extends Holder<T> {
        Stretching(T held) {
            super(held);
        }

        double stretched(double x) {
            T own = get();
            return own.scale() * Math.sin(x);
        }
    }

    @Differentiable
    @Sample(at = {"2", "-0.5"}, gives = {"576"})
    static double bounded(double x) {
        return area(new Circle(3), x) * area(new Square(5), x);
    }

    static <T extends Shape> double area(T shape, double x) {
        T copy = shape;
        return copy.scale() * x * x;
    }

    @Differentiable
    @Sample(at = "1.5, 'a'", gives = "285")
    static double anyType(double x, char c) {
        return scaled("b", x) - scaled(c, x) + scaled(3, x) * scaled(List.of(4, 5), x) * 0 + scaled(284, x);
    }

    static <T> double scaled(T value, double x) {
        return value.hashCode() * x;
    }

    @Differentiable
    @Sample(at = {"2, 3", "0.5, 0"})
    static double ofCollections(double x, int n) {
        List<Circle> circles = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            circles.add(new Circle(i + 0.5));
        }
        circles.add(new Circle(7));
        return largest(circles, x) + total(List.of("a", "b"), x) * x;
    }

    private static <T extends Shape> double largest(List<T> shapes, double x) {
        T best = shapes.get(0);
        for (int i = 1; i < shapes.size(); i++) {
            T next = shapes.get(i);
            best = next.scale() > best.scale() ? next : best;
        }
        shapes.set(0, best);
        return Math.exp(x) * best.scale() + total(shapes, x);
    }

    static <E, L extends Iterable<?>> double total(List<? extends E> list, double x) {
        return x * list.size();
    }

    @Differentiable
    @Sample(at = {"2, true", "2, false"}, gives = {"4", "3"})
    static double choosing(double x, boolean first) {
        String chosen = first ? other(List.of("ab", "cdef"), 1) : other(List.of("abc", ""), 0);
        return x * chosen.length();
    }

    private static <T> T other(List<T> list, int i) {
        return list.get(i);
    }

    @Differentiable
    @Sample(at = "[1, 2]", gives = "[8, 2]")
    static double arrays(double[] x) {
        return doubled(x, "name") + doubled(x, Optional.of(1)) * 0;
    }

    static <T> double doubled(double[] x, T name) {
        x[0] *= 2;
        return x[0] * x[1] * (name instanceof String ? 1 : 0) + x[0] * (name.equals("name") ? x[1] - x[1] + 2 : 0);
    }

    @Differentiable
    @Sample(at = {"1.5, 4", "1.5, 0"})
    static double recursive(double x, int n) {
        return power(x, n, List.of("a"));
    }

    static <T> double power(double x, int n, T seen) {
        return n == 0 ? x : x * power(x, n - 1, Optional.of(seen));
    }

    @SafeVarargs
    static <T> double each(double x, T... values) {
        double sum = 0;
        for (T value : values) {
            sum += x * value.hashCode();
        }
        return sum * x;
    }

    @Differentiable
    @Sample(at = "2", gives = "24")
    static double varargs(double x) {
        return each(x, 1, 2, 3);
    }

    @Differentiable
    @Sample(at = {"2, \"a\"", "2, \"b\""})
    static double genericObjects(double x, String name) {
        Holder<String> holder = new Holder<>("a");
        Stretching<Square> stretching = new Stretching<>(new Square(2));
        return holder.times(x, name) * holder.get().length() + stretching.stretched(x);
    }

    @Differentiable
    @Sample(at = {"2, true", "2, false"}, gives = {"8", "12"})
    static double sidesOfTwoClasses(double x, boolean round) {
        Shape shape = round ? new Circle(2) : new Square(2);
        Object none = round ? null : "none";
        return x * x * shape.scale() + (none == null ? 0 : none.hashCode()) * 0;
    }

    @Differentiable
    @Sample(at = "[1, 2]f", gives = "[6, 12]f")
    static Tensor tensors(Tensor x) {
        return weighted(new Circle(3), x);
    }

    static <T extends Shape> Tensor weighted(T weight, Tensor x) {
        return x.pow(2).mul(weight.scale());
    }
}
