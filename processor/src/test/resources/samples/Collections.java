package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import dev.jacobi.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Loops over collections: their elements carry no derivative, but the numbers that meet them do. */
final class Collections {
    static final List<Integer> NUMBERS = List.of(3, 1, 2);
    static final Map<String, Integer> COUNTS = new TreeMap<>(Map.of("one", 1, "two", 2, "three", 3));

    /** A collection that leaves a mark whenever it is asked for something. */
    record Traced(String name, int size) implements Iterable<Integer> {
        @Override
        public Iterator<Integer> iterator() {
            Trace.note("iterator of " + name);
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return Trace.is("hasNext of " + name, next < size);
                }

                @Override
                public Integer next() {
                    Trace.note("next of " + name);
                    return ++next;
                }
            };
        }
    }

    @Differentiable
    @Sample(at = {"0.5", "-1"})
    static double strings(double x) {
        double sum = 0;
        for (String s : List.of("a", "bbb", "")) {
            sum += Math.sin(x * s.length()) * x;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"2"}, gives = {"47"})
    static double numbers(double x) {
        double product = 1;
        for (int i : NUMBERS) {
            product *= x + i;
        }
        return product;
    }

    @Differentiable
    @Sample(at = {"0.5"})
    static double widened(double x) {
        for (double factor : NUMBERS) {
            x = Math.exp(-x * factor);
        }
        for (final float factor : Set.of(2f)) {
            x *= factor;
        }
        for (long factor : NUMBERS) {
            x += factor / x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"0.5", "-2"})
    static double entries(double x) {
        for (Map.Entry<String, Integer> entry : COUNTS.entrySet()) {
            x = x * entry.getValue() + entry.getKey().length() / (1 + x * x);
        }
        for (var entry : COUNTS.entrySet()) {
            x = Math.sin(x) + entry.getValue();
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 5"})
    static double leftEarly(double x, int stop) {
        double y = x;
        outer:
        for (int i : NUMBERS) {
            for (int j : new TreeSet<>(NUMBERS)) {
                if (j == 2 && i == 1) {
                    continue outer;
                }
                if (i + j == stop) {
                    break outer;
                }
                if (y > 1e6) {
                    return y * x;
                }
                y = y * y + i * x - j;
            }
            y *= 0.5;
        }
        return y + x;
    }

    @Differentiable
    @Sample(at = {"0.5, 3, 2", "0.5, 0, 2", "0.5, 2, 0"})
    static double asOftenAsInTheSource(double x, int n, int m) {
        for (int i : new Traced("outer", n)) {
            for (Integer j : new Traced("inner" + i, m)) {
                if (i == 2 && j == 1) {
                    break;
                }
                x = x * (i + j) + Math.cos(x);
                if (x > 50) {
                    return x * x;
                }
            }
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"0.5, 1", "0.5, 3"})
    static double wildcards(double x, int n) {
        List<List<? extends Number>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Number> row = new ArrayList<>(NUMBERS);
            rows.add(row);
        }
        for (List<? extends Number> row : rows) {
            for (Number number : row) {
                x += x * number.doubleValue();
            }
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = "2", gives = "12")
    static double generic(double x) {
        return each(x, List.of("a", "b", "c"));
    }

    private static <T> double each(double x, Iterable<? extends T> all) {
        double sum = 0;
        for (T one : all) {
            T same = one;
            sum += x * x * (same == null ? 0 : 1);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[1, 2, 1]")
    static double indices(double[] x) {
        double sum = 0;
        for (int i : new int[] {0, 1}) {
            sum += x[i];
        }
        for (int i : List.of(1, 2)) {
            sum += x[i];
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[0.5, -2]")
    static void leftInPlace(double[] x) {
        for (int i : List.of(0, 1, 0)) {
            x[i] = x[0] * x[1] + i;
        }
    }

    @Differentiable
    @Sample(at = "[0.5, 2]f")
    static Tensor powers(Tensor x) {
        for (int power : NUMBERS) {
            x = x.pow(power).add(x);
        }
        return x;
    }

    /** Constant tensors may come out of a collection. */
    @Differentiable
    @Sample(at = "[0.5, 2]f")
    static Tensor constantElements(Tensor x) {
        for (Tensor weights : List.of(Tensor.of(1f, 2f), Tensor.of(3f, 0.5f))) {
            x = x.mul(weights).add(x.mul(x));
        }
        return x;
    }
}
