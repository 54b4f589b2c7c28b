package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.List;

/** Records whose type parameters say nothing of the numbers in them, or bound them. */
final class GenericRecords {
    public record Tagged<T>(T tag, double value) {
        Tagged<T> times(double k) {
            return new Tagged<>(tag, value * k);
        }

        <U> Tagged<U> with(U other) {
            return new Tagged<>(other, value);
        }
    }

    public record Vector(double x, double y) {}

    public record Held<V extends Vector, K extends Comparable<K>>(V vector, K key, List<K> keys) {
        boolean isBefore(Held<V, K> other) {
            return key.compareTo(other.key) < 0;
        }
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double taggedNumbers(double x, int n) {
        Tagged<String> a = new Tagged<>("ab", x);
        Tagged<Integer> b = a.times(x).with(n);
        return a.tag().length() * b.value() + b.tag() * a.value();
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double heldVectors(double x, double y) {
        Held<Vector, String> h = new Held<>(new Vector(x, y), "b", List.of("x", "yz"));
        Held<Vector, String> g = new Held<>(new Vector(y, x * x), "a", h.keys());
        Vector v = g.isBefore(h) ? g.vector() : h.vector();
        double sum = 0;
        for (String key : g.keys()) {
            sum += key.length() * v.x() * v.y();
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[(\"ab\", 2), (\"c\", 3)]")
    static Tagged<String> longestTag(Tagged<String>[] all) {
        Tagged<String> longest = all[0];
        for (Tagged<String> one : all) {
            if (one.tag().length() > longest.tag().length()) {
                longest = one;
            }
        }
        return longest.times(all[1].value());
    }

    /** An array without numbers that are differentiated is an object like any. */
    @Differentiable
    @Sample(at = "1.5", gives = "12")
    static double taggedWithAnArray(double x) {
        Tagged<int[]> counts = new Tagged<>(new int[] {1, 2}, 3 * x);
        Object words = new String[] {"a", "bc"};
        words = counts.value() > 100 ? words : new String[] {"de", "fg"};
        return counts.value() * counts.tag()[1] * ((String[]) words)[1].length();
    }
}
