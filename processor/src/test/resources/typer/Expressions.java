package typer;

import static java.lang.Math.max;
import static java.util.Map.Entry.comparingByKey;
import static java.util.stream.Collectors.*;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the class below inherits. */
interface Shared {
    int LIMIT = 3;
    double[] SCALES = {1, 2.5f, 'c', LIMIT};

    default long twice(long x) {
        return 2 * x;
    }

    static Shared none() {
        return null;
    }
}

/** Every kind of expression of Java 17 whose type is easily got wrong. Nothing here runs. */
abstract class Expressions<E extends Comparable<E>> extends ArrayList<E> implements Shared {

    enum Colour {
        RED(1),
        GREEN(2L) {
            @Override
            Number weight() {
                return 2.5 + ordinal();
            }
        },
        BLUE;

        final double depth;

        Colour(double... depths) {
            depth = depths.length == 0 ? 0 : depths[0];
        }

        Number weight() {
            return depth > 1 ? 1 : 2.0;
        }
    }

    record Pair<A, B>(A first, B second) {
        Pair {
            if (first == null) {
                throw new IllegalArgumentException("" + second);
            }
        }

        static <T> Pair<T, T> twin(T t) {
            return new Pair<>(t, t);
        }

        <C> Pair<A, C> with(C c) {
            return new Pair<>(first, c);
        }
    }

    record Point(double x, float y, int... rest) {}

    class Inner {
        E held = get(0);

        class Deeper {
            E deeper = held;
            Expressions<E> outer = Expressions.this;
        }
    }

    static class Base {
        protected int number = 7;
        static String name = "base";

        Base self() {
            return this;
        }

        Number value() throws IOException {
            return number;
        }
    }

    static class Derived extends Base {
        protected double number = super.number / 2;

        @Override
        Derived self() {
            return (Derived) super.self();
        }

        @Override
        Integer value() {
            return Derived.super.hashCode() + ((Base) this).number;
        }
    }

    static String keep(Number x, Object y) {
        return "kept";
    }

    static int pick(int x) {
        return 0;
    }

    static long pick(long x) {
        return 0;
    }

    static float pick(float x) {
        return 0;
    }

    static double pick(double x) {
        return 0;
    }

    static String pick(Integer x) {
        return "";
    }

    static StringBuilder pick(Object x) {
        return null;
    }

    static char[] pick(int... x) {
        return null;
    }

    static boolean pick(double x, Object... rest) {
        return true;
    }

    static byte wide(long x) {
        return 0;
    }

    static short wide(Integer x) {
        return 0;
    }

    static int chars(char c) {
        return 0;
    }

    static String chars(int c) {
        return "";
    }

    void numbers(byte b, short s, char c, int i, long l, float f, double d, boolean z) {
        var sums = new Object[] {
            b + s, c + 1, i + l, l + f, f + d, b << l, l >>> b, -c, ~s, +b, i / 2, i / 2., i / 2f, l / 2.0f, 7 % d, c++, --b, i++ + ++l
        };
        var joined = "" + c + 1 + 2.0 + null + z + sums;
        b += 3.7;
        c -= 1;
        s <<= 2;
        i *= 2.5;
        l = i = s = b;
        d = f = l;
        z ^= i > l & z | !z;
        var bits = i & l | b ^ 0xFFL;
        var hex = 0x1.8p1 + 0x1.8p1f + 1e3f + 1d + .5 + 0b101 + 0_7 + 0xFFFF_FFFFL + 'x' + '\n';
        Object[] ternaries = {
            z ? 1 : 'a', z ? b : 'a', z ? b : s, z ? i : l, z ? 1 : 2.0, z ? c : LIMIT, z ? b : LIMIT, z ? b : 200, z ? (short) 1 : b
        };
        final int small = 5;
        final int large = 500;
        var narrowed = z ? b : small;
        var kept = z ? b : large;
        var added = z ? b : small + 1;
        char letter = z ? c : 'x';
        short typed = z ? s : 1;
        Integer boxed = z ? i : Integer.valueOf(3);
        Object either = z ? i : "text";
        long unboxed = z ? Long.valueOf(l) : boxed;
        double mixed = z ? i : boxed;
        var wide = z ? boxed : d;
        var same = z ? boxed : boxed;
        var none = z ? null : i;
        Number perhaps = z ? null : i;
        Number cast = z ? null : (long) i;
        Object late = z ? boxed : null;
        Number inner = z ? null : z ? 2L : (z ? null : 3);
        Object nothing = z ? null : null;
        Comparable<?> word = z ? null : "text";
        Object chosen = z ? null : switch (i) { case 1 -> 2; default -> null; };
        keep(z ? null : 1, z ? d : null);
        var nested = z ? 1 : z ? 2L : 'c';
        pick(b);
        pick(c);
        pick(i);
        pick(l);
        pick(f);
        pick(boxed);
        pick((Object) boxed);
        pick(joined);
        pick();
        pick(1, "a");
        pick(2.5, boxed, 3);
        pick(z ? 1 : 2L);
        pick(z ? boxed : i);
        pick(i / 2);
        pick(i / 2d);
        wide(i);
        wide(boxed);
        chars('a');
        chars('a' + 1);
        chars((char) ('a' + 1));
        chars(c);
        chars(c += 1);
        max(i, l);
        max(i, f);
        Math.max(b, c);
        Math.round(f);
        Math.round(d);
        Math.abs(-c);
        var text = """
                block %s
                """.formatted(i);
        text.charAt(0);
        text.chars().map(x -> x + 1).mapToObj(x -> (char) x).count();
    }

    void arrays(int[] xs, double[][] grid, String... names) {
        var a = new int[xs.length][2];
        var b = new double[][] {{1, 2}, {}, grid[0]};
        long[] c[] = {{1}, {2, 'c'}}, d = {3};
        a[0][1]++;
        b[1][0] += xs[2];
        c[0] = d;
        var e = c[0][0];
        var f = xs.clone();
        var g = grid.clone()[0].clone();
        int n = names.length + grid[0].length;
        Arrays.asList(names).toArray(new String[0]);
        Arrays.asList(1, 2, 3);
        Arrays.asList(xs);
        var h = List.of(names);
        var none = new ArrayList<?>[] {};
        List<? extends Number>[] lists = null;
        var first = lists[0].get(0);
        Arrays.fill(xs, 0, 2, 'a');
        int[] copy = Arrays.copyOf(xs, 3);
        String[] copied = Arrays.copyOfRange(names, 1, 2);
        for (var row : grid) {
            for (double x : row) {
                row[0] = x;
            }
        }
        for (int i = 0, j = 1; i < j; i++, j--) {
            xs[i] = j;
        }
        IntFunction<int[]> maker = int[]::new;
        Function<int[], Object> cloner = int[]::clone;
        Supplier<int[]> copier = xs::clone;
        Class<?>[] classes = {int.class, int[].class, List.class, void.class, Map.Entry.class};
        var kind = String.class;
        var its = names.getClass();
    }

    <T extends Number & Comparable<T>> void generics(
            List<? extends T> upper, List<? super T> lower, Map<String, ? extends List<? super Integer>> map, T t, List<?> any, List raw) {
        var a = upper.get(0);
        var b = lower.get(0);
        var c = any.get(0);
        var d = raw.get(0);
        var e = map.get("x");
        var f = map.get("x").get(0);
        var g = map.entrySet().iterator().next().getValue();
        t.compareTo(a);
        a.intValue();
        lower.add(t);
        raw.add(1);
        var h = t.getClass();
        var i = any.getClass().getName();
        for (var x : upper) {
            x.doubleValue();
        }
        for (var x : raw) {
            x.hashCode();
        }
        for (var entry : map.entrySet()) {
            entry.getValue().size();
        }
        List<String> j = new ArrayList<>();
        List<String> k = true ? new ArrayList<>() : List.of();
        var l = new ArrayList<>();
        var m = new ArrayList<>(upper);
        var n = new HashMap<String, List<T>>();
        n.computeIfAbsent("x", key -> new ArrayList<>()).add(t);
        n.merge("x", List.of(t), (x, y) -> x);
        var o = Collections.<T>emptyList();
        List<T> p = Collections.emptyList();
        var q = Collections.max(List.of(t, t));
        var r = Optional.of(t).map(x -> x.intValue()).orElse(3);
        var s = Optional.<Number>empty().or(() -> Optional.of(1));
        var u = Pair.twin(1).with("x");
        var v = new Pair<>(1, 'c').second();
        var w = new Pair<>(t, upper).second().get(0);
        Pair<Number, Object> x = new Pair<>(1, "x");
        var y = this.<T>identity(t);
        Comparable<T> z = identity(t);
        take(identity(new ArrayList<>()));
        take(true ? identity(null) : List.of());
        var both = new Point(1, 2, 3, 4).rest()[0] + new Point('a', 'b').y();
        Iterator<? extends Number> it = upper.iterator();
        it.next().longValue();
        Collections.unmodifiableCollection(upper).stream().toList();
    }

    static void take(List<String> strings) {}

    <T> T identity(T t) {
        return t;
    }

    static <A, B, C> Function<A, C> compose(Function<? super A, ? extends B> f, Function<? super B, ? extends C> g) {
        return a -> g.apply(f.apply(a));
    }

    static void run(Runnable r) {}

    static <V> V run(Callable<V> c) {
        return null;
    }

    static double apply(ToDoubleFunction<String> f) {
        return 0;
    }

    static int apply(ToIntFunction<String> f, int... more) {
        return 0;
    }

    void functions(ExecutorService service, List<String> words, Map<String, Integer> counts, double scale) throws Exception {
        DoubleUnaryOperator square = x -> x * x;
        DoubleUnaryOperator more = square.andThen(Math::sqrt).compose(x -> scale * x);
        BinaryOperator<Integer> sum = Integer::sum;
        BiFunction<String, Integer, Character> at = String::charAt;
        Function<String, Integer> length = String::length;
        Supplier<List<String>> maker = ArrayList::new;
        Function<Integer, List<String>> sized = ArrayList::new;
        UnaryOperator<String> trimmed = String::trim;
        Predicate<String> empty = String::isEmpty, full = empty.negate().or(x -> x == null);
        IntPredicate even = (int x) -> x % 2 == 0;
        Comparator<String> order = Comparator.comparing(String::length);
        Comparator<String> thenOrder = Comparator.comparing((String x) -> x.length()).thenComparing(Comparator.naturalOrder());
        var chained = Comparator.comparingInt(String::length).reversed();
        Runnable nothing = () -> {};
        Callable<Integer> three = () -> 3;
        Consumer<String> print = System.out::println;
        Object cast = (Runnable & java.io.Serializable) () -> run(() -> {});
        Supplier<Supplier<String>> twice = () -> () -> "x";
        Function<Integer, Function<Integer, Integer>> curried = x -> y -> x + y;
        curried.apply(1).apply(2).doubleValue();
        run(() -> {});
        run(() -> 3).byteValue();
        run(() -> "x").length();
        run(() -> {
            throw new Exception();
        });
        run(words::size);
        run(words::clear);
        service.submit(() -> 1).get().longValue();
        service.submit(() -> print.accept("x"));
        apply(x -> x.length());
        compose((String x) -> x.length(), x -> x / 2.0).apply("a").isNaN();
        compose(String::length, Integer::doubleValue);
        words.forEach(x -> x.length());
        words.stream().map(String::length).map(x -> x + 1L).reduce(0L, Long::sum).intValue();
        words.stream().mapToInt(String::length).mapToObj(x -> new int[] {x}).findFirst().get()[0]++;
        words.stream().collect(groupingBy(String::length)).get(1).size();
        words.stream().collect(groupingBy(x -> x.charAt(0), mapping(x -> x.length(), toList()))).get('a').get(0).byteValue();
        words.stream().collect(toMap(x -> x, x -> x.length() / 2.0, (x, y) -> x + y)).get("x").isNaN();
        words.stream().collect(partitioningBy(x -> x.isEmpty(), counting())).get(true).intValue();
        words.stream().flatMap(x -> Stream.of(x, x + 1)).sorted(Comparator.reverseOrder()).toArray(String[]::new)[0].length();
        words.stream().filter(x -> x.length() > 1).anyMatch(x -> x.equals("a") || x.startsWith("b"));
        counts.entrySet().stream().sorted(comparingByKey()).map(Map.Entry::getValue).mapToInt(x -> x).sum();
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey().length();
        counts.forEach((key, value) -> key.substring(value));
        counts.compute("x", (key, value) -> value == null ? 1 : value + 1);
        IntStream.range(0, 9).boxed().collect(toMap(x -> x, x -> new ArrayList<>())).get(1).add(3);
        IntStream.range(0, 3).mapToDouble(x -> x / 2).map(x -> x / 2).sum();
        Stream.iterate(1, x -> x * 2).limit(3).map(Pair::twin).map(Pair::first).toList().get(0).intValue();
        Optional.of("x").map(x -> x.length()).filter(x -> x > 0).orElseGet(() -> 3).intValue();
        Stream.of(1, 2).map(x -> x > 1 ? x : null).toList();
        Stream.of("a").map(x -> {
            if (x.isEmpty()) {
                return List.<Integer>of();
            }
            var list = new ArrayList<Integer>();
            list.add(x.length());
            return list;
        }).map(x -> x.size()).count();
        new Thread(() -> run(nothing)).start();
        for (Function<? super String, ? extends Number> f : List.<Function<? super String, ? extends Number>>of(length)) {
            f.apply("x").intValue();
        }
    }

    double patterns(Object o, Object p, Colour colour, String text, int i) {
        if (o instanceof String s && s.length() > 2 || p instanceof Integer) {
            o.hashCode();
        }
        if (!(o instanceof Number n)) {
            return o instanceof String ? 1 : 2.5;
        }
        n.doubleValue();
        if (p instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof double[] numbers) {
            return numbers[0] + n.intValue();
        } else if (p instanceof Pair<?, ?> pair && pair.first() instanceof final Integer first) {
            return first + n.floatValue();
        }
        while (!(p instanceof Double d)) {
            p = 1.5;
        }
        d.isNaN();
        boolean both = o instanceof Integer x && x > 3 && p instanceof Integer y && y > x;
        switch (colour) {
            case RED:
                double inside = 1;
            case GREEN:
                inside = colour.depth;
                break;
            default:
                inside = Colour.BLUE.depth;
        }
        switch (text) {
            case "a", "b" -> i++;
            default -> {
                var local = i + 1L;
                i = (int) local;
            }
        }
        int number = switch (colour) {
            case RED -> 1;
            case GREEN -> {
                var deep = colour.depth;
                yield (int) deep;
            }
            case BLUE -> throw new IllegalStateException();
        };
        double wide = switch (i) {
            case 1 -> 1;
            case 2 -> 2L;
            default -> 'c';
        };
        var inferred = switch (i) {
            case 1 -> 1;
            case 2 -> 2L;
            default -> 'c';
        };
        var boxes = switch (i) {
            case 1:
                yield Integer.valueOf(1);
            default:
                yield 2.5f;
        };
        List<String> lists = switch (i) {
            case 0 -> new ArrayList<>();
            default -> List.of();
        };
        Function<Integer, Integer> function = switch (i) {
            case 0 -> x -> x + 1;
            default -> Integer::bitCount;
        };
        pick(switch (i) {
            case 0 -> 1;
            default -> 2L;
        });
        return number + wide + inferred + boxes + function.apply(3);
    }

    double boundOperands(Object o, double[] xs) {
        double length = o instanceof String s ? s.length() : 0;
        double exact = o instanceof Long l ? l : 0.1f;
        double negative = !(o instanceof Integer i) ? 2L : -i;
        double sum = o instanceof Integer i ? 1 + i : 2f;
        double cast = o instanceof Integer i ? (int) i : 2f;
        double called = o instanceof Integer i ? Math.abs(i) : 2f;
        double element = o instanceof int[] a ? a[0] : 2f;
        double size = o instanceof int[] a ? a.length : 2f;
        double enclosed = o instanceof Integer i ? (i) : (2f);
        var alone = o instanceof Integer i ? i : 2f;
        double nested = o instanceof Integer i ? xs.length > 1 ? i : 1 : 2f;
        double operand = 1 + (o instanceof Integer i ? i : 2f);
        return o instanceof String ? 1 : 2.5;
    }

    <T extends Integer> double boxedVariables(List<? extends Double> xs, T t, boolean z) {
        var sum = xs.get(0) + t / 2;
        var either = z ? xs.get(0) : 1;
        double given = z ? t : 2L;
        for (double x : xs) {
            sum += x;
        }
        pick(t);
        return sum * either * -t;
    }

    void statements(Reader given) throws IOException {
        try (var reader = new StringReader("x");
                Reader other = given) {
            reader.read();
            other.read();
        } catch (IllegalStateException | ArithmeticException e) {
            e.getMessage().length();
        } catch (RuntimeException e) {
            throw e;
        } finally {
            given.close();
        }
        synchronized (given) {
            assert given.ready() : "not " + given;
        }
        outer:
        do {
            for (E e : this) {
                if (e.compareTo(get(0)) > 0) {
                    continue outer;
                }
            }
        } while (size() > LIMIT);
        Collection<? super E> sink = new ArrayDeque<>();
        sink.add(super.get(0));
        this.add(remove(0));
        Inner inner = this.new Inner();
        inner.held.compareTo(new Inner().held);
        inner.new Deeper().deeper.compareTo(inner.held);
        inner.new Deeper().outer.get(0).compareTo(Expressions.this.get(0));
        Shared.super.twice(size());
        var shared = Shared.none();
        var scale = SCALES[0] + Shared.SCALES[LIMIT];
        var base = new Derived();
        base.self().number++;
        ((Base) base).number++;
        base.value().byteValue();
        var name = Derived.name;
        Comparator<E> reversed = new Comparator<>() {
            private int calls;

            @Override
            public int compare(E a, E b) {
                calls++;
                return -a.compareTo(b) + calls * LIMIT;
            }
        };
        sort(reversed.thenComparing(Comparator.naturalOrder()));
        class Local {
            double weight = 2;
        }
        int after = 3 + size();
    }
}
