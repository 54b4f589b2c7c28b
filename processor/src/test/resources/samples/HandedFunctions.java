package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Functions that are handed to code which isn't read: what they do has no derivative, but happens as often and when. */
final class HandedFunctions {
    enum Mode {
        UP,
        DOWN
    }

    record Named(String name, double weight) {}

    /** A log that may or may not ask for the text. */
    static final class Log {
        final boolean on;

        Log(boolean on) {
            this.on = on;
        }

        void say(Supplier<String> text) {
            if (on) {
                Trace.note(text.get());
            }
        }
    }

    static final Log LOG = new Log(true);
    static final Log QUIET = new Log(false);
    private static final int STEP = 2;
    final int shift = 3;

    static String traced(String text) {
        Trace.note("made " + text);
        return text;
    }

    int shifted(int i) {
        return i + shift;
    }

    @Differentiable
    @Sample(at = {"2, 3", "-1, 2"})
    static double lazyLogLines(double x, int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            double before = y;
            int round = i;
            LOG.say(() -> "round " + round + " with " + before);
            QUIET.say(() -> traced("never"));
            y = Math.sin(y) * x;
        }
        double last = y;
        LOG.say(() -> "result " + Math.abs(last) + (last > 0 ? " above" : " below"));
        return y * y;
    }

    @Differentiable
    @Sample(at = {"2, 5", "3, 2"}, gives = {"60", "2"})
    static double grouped(double x, int n) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < n; i++) {
            groups.computeIfAbsent(i % 2, key -> new ArrayList<>()).add(i);
        }
        return x * groups.get(0).size() * IntStream.range(0, n).map(i -> i * 2).sum();
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[2, 1, 3]")
    static double sortedBy(double[] x) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        double[] keys = {2.5, 1.5, 3.5};
        Arrays.sort(order, (p, q) -> Double.compare(keys[p], keys[q]));
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[order[i]] * (i + 1);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]", gives = "[3, 2, 1]")
    static double sortedByKey(double[] x) {
        List<Integer> order = IntStream.range(0, x.length).boxed().collect(Collectors.toList());
        order.sort(Comparator.comparing(p -> -p));
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[order.get(i)] * (i + 1);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "[0.3, 0.1, 0.2]")
    static double sortedByTheArgumentItself(double[] x) {
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, (p, q) -> Double.compare(x[p], x[q]));
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[order[i]] * x[order[i]] * (i + 1);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "2, 4", gives = "12")
    static double anonymousClassOfSeveralMembers(double x, int n) {
        Iterator<Integer> numbers = new Iterator<Integer>() {
            private int next = start();

            private int start() {
                return 0;
            }

            @Override
            public boolean hasNext() {
                Trace.note("hasNext");
                return this.next < n;
            }

            @Override
            public Integer next() {
                return next++ * STEP;
            }
        };
        double sum = 0;
        while (numbers.hasNext()) {
            sum += x * numbers.next();
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "0.5", gives = "14")
    static double queueWithAnOrder(double x) {
        PriorityQueue<Integer> queue = new PriorityQueue<>(new Comparator<>() {
            @Override
            public int compare(Integer a, Integer b) {
                return Integer.compare(b, a);
            }
        });
        Collections.addAll(queue, 1, 3, 2);
        double sum = 0;
        for (int i = 1; !queue.isEmpty(); i++) {
            sum += x * queue.poll() * (4 - i);
        }
        return sum;
    }

    @Differentiable
    @Sample(at = "2", gives = "20")
    static double references(double x) {
        List<String> names = new ArrayList<>(List.of("a", "bcd"));
        names.forEach(Trace::note);
        int letters = names.stream().map(String::length).reduce(0, Integer::sum);
        names.replaceAll(String::toUpperCase);
        names.forEach(Trace::note);
        Supplier<ArrayList<Integer>> maker = ArrayList::new;
        List<Integer> made = Stream.of(1).collect(Collectors.toCollection(maker));
        Function<String, Integer> first = names.get(1)::indexOf;
        return x * letters * (made.size() + Optional.of("D").map(first).orElse(7) * 2);
    }

    @Differentiable
    @Sample(at = "2", gives = "12")
    static double counterInAnArray(double x) {
        int[] count = {0};
        List.of(1, 2, 3).forEach(v -> count[0] += v);
        double y = x * count[0];
        List.of(4, 5).forEach(v -> {
            try {
                count[0] = 100 / (v - 4);
            } catch (ArithmeticException e) {
                count[0] = 2;
            }
        });
        return y * count[0] / 50;
    }

    @Differentiable
    @Sample(at = "2, 4", gives = "3")
    static double constantsWrittenByAFunction(double x, int n) {
        double[] weights = new double[n];
        IntStream.range(0, n).forEach(i -> weights[i] = 0.5 * i);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i] * x;
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"2, 0", "2, 1"}, gives = {"14", "10"})
    static double functionsInVariables(double x, int n) {
        Function<Integer, Integer> f = n == 0 ? v -> v + 1 : v -> v * STEP;
        Function<Integer, Integer> g = v -> f.apply(v) + STEP;
        int sum = Stream.of(1, 2).map(f).mapToInt(v -> v).sum() + Stream.of(1, 2).map(g).mapToInt(Integer::intValue).sum();
        return x * (n == 0 ? sum : sum - 6);
    }

    @Differentiable
    @Sample(at = "2, \"text\"", gives = "8")
    static double pattern(double x, Object any) {
        if (any instanceof String s && Stream.of("text", "other").anyMatch(t -> t.equals(s))) {
            Optional<Integer> length = Optional.of(1).map(one -> s.length());
            return x * x * length.get() / 2;
        }
        return x;
    }

    @Differentiable
    @Sample(at = "3, UP", gives = "6")
    static double switchInside(double x, Mode mode) {
        int[] count = {0};
        List.of(1, 2, 3).forEach(v -> {
            switch (mode) {
                case UP:
                    count[0] += v;
                    break;
                default:
                    count[0]--;
            }
        });
        return x * count[0];
    }

    @Differentiable
    @Sample(at = "(\"ab\", 2)", gives = "(\"\", 9)")
    static double recordInside(Named named) {
        TreeMap<String, Integer> counts = new TreeMap<>(
                Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
        counts.merge("ab", 1, Integer::sum);
        counts.computeIfPresent("ab", (key, v) -> key.equals(named.name()) ? v + STEP : v);
        List.of("q", "r").forEach(q -> Trace.note(q + named.weight() + named));
        return named.weight() * counts.get("ab") * 3;
    }

    @Differentiable
    @Sample(at = "2", gives = "12")
    static double orderOfEffects(double x) {
        Optional<String> none = Optional.empty();
        String text = none.orElseGet(() -> traced("first")) + Trace.is("second", true) + none.orElseGet(() -> traced("third"));
        Objects.requireNonNull(text, () -> traced("never"));
        Runnable later = () -> Trace.note("later " + x);
        Trace.note("before");
        new Thread(later).run();
        return x * (text.length() == 14 ? 3 : 2) * x;
    }

    static <T> List<T> chosen(List<T> all, Predicate<? super T> test) {
        List<T> some = new ArrayList<>();
        for (T one : all) {
            if (test.test(one)) {
                some.add(one);
            }
        }
        return some;
    }

    @Differentiable
    @Sample(at = "2.5", gives = "2")
    static double forAGenericMethod(double x) {
        return x * chosen(List.of(1, 2, 3), v -> v > 1).size();
    }

    @Differentiable
    @Sample(at = "2.5", gives = "4")
    static double comparedWithADifferentiatedNumber(double x) {
        List<Double> all = new ArrayList<>(List.of(1.0, 2.0, 3.0));
        all.removeIf(v -> v > x);
        return x * all.size() * 2;
    }

    static double helper(double x, List<String> names) {
        names.forEach(name -> Trace.note(name + x));
        return x * names.stream().mapToInt(String::length).sum();
    }

    @Differentiable
    @Sample(at = "2", gives = "18")
    static double inAHelper(double x) {
        return helper(x, List.of("ab", "c")) * 2 + helper(3 * x, List.of("d", "efg"));
    }

    @Differentiable
    @Sample(at = "2")
    static double textBlock(double x) {
        Supplier<String> text = () -> """
            several
              "lines" of %s\
            """.formatted(x);
        Trace.note(Optional.<String>empty().orElseGet(text));
        return x * x;
    }

    @Differentiable
    @Sample(at = "2", gives = "18")
    static double composedByTheLibrary(double x) {
        IntUnaryOperator twice = i -> 2 * i;
        Comparator<Integer> up = (a, b) -> Integer.compare(a, b);
        List<Integer> numbers = new ArrayList<>(List.of(2, 3, 1));
        numbers.sort(up.reversed());
        return x * IntStream.of(numbers.get(0)).map(twice).map(twice.andThen(i -> i + 1).compose(i -> i - 2)).sum() * 2;
    }
}
