package dev.jacobi.examples.benchmarks;

import dev.jacobi.examples.benchmarks.Family.Member;
import dev.jacobi.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How time and memory of a gradient grow with the trips of a loop, the size of the state, the number of methods and the
 * depth of calls and loops: prints both at each size, with exponents, and draws them into {@code target/growth}.
 */
public final class Growth {

    private static final int STEPS = 20;

    private final Meter meter = new Meter(7, 300, 4);
    private final GrowingCompilation compilation;

    private Growth(TemporaryFolder folder) throws IOException {
        this.compilation = new GrowingCompilation(folder);
    }

    /**
     * Measures, prints and draws.
     *
     * @param arguments which: {@code trips}, {@code state}, {@code methods}, {@code calls}, {@code loops}; all if none
     * @throws IOException if a file can't be written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> names = arguments.length > 0
                ? Arrays.asList(arguments)
                : List.of("trips", "state", "methods", "calls", "loops");
        Path pictures = Files.createDirectories(Path.of("target", "growth").toAbsolutePath());
        try (TemporaryFolder work = TemporaryFolder.make()) {
            Growth growth = new Growth(work);
            for (String name : names) {
                Path png = pictures.resolve(name + ".png");
                growth.picture(name).save(png);
                System.out.println("  " + png + "\n");
            }
        }
    }

    private Picture picture(String name) {
        System.out.println(name);
        return switch (name) {
            case "trips" -> draw("trips of the loop", trips());
            case "state" -> draw("numbers in the state, which takes " + STEPS + " steps", state());
            case "methods" -> draw("methods", methods());
            case "calls" -> draw("depth of calls", calls());
            case "loops" -> draw("depth of loops, with " + GeneratedPrograms.TRIPS + " trips in all", loops());
            default -> throw new IllegalArgumentException("no picture \"" + name + "\"");
        };
    }

    private static List<Family> trips() {
        int[] sizes = sizes(100, 8);
        return List.of(
                new Family(
                        "trips known",
                        sizes,
                        n -> Member.of(() -> WeatherGrad.gradient(1, n), () -> WeatherGrad.pullback(1, n))),
                new Family(
                        "trips and branches unknown",
                        sizes,
                        n -> Member.of(() -> BallGrad.gradient(3, n), () -> BallGrad.pullback(3, n))),
                new Family(
                        "trips independent",
                        sizes,
                        n -> Member.of(() -> SumGrad.gradient(1e-3, n), () -> SumGrad.pullback(1e-3, n))));
    }

    private static List<Family> state() {
        int[] sizes = sizes(10, 8);
        return List.of(
                new Family("in place", sizes, n -> {
                    double[] x = random(n);
                    return Member.of(() -> RodGrad.gradient(x, STEPS), () -> RodGrad.pullback(x, STEPS), x);
                }),
                new Family("new arrays", sizes, n -> {
                    double[] x = random(n);
                    return Member.of(() -> StoredGrad.gradient(x, STEPS), () -> StoredGrad.pullback(x, STEPS), x);
                }),
                new Family("tensors", sizes, n -> {
                    Tensor x = Tensor.of(random(n));
                    return Member.of(() -> GrowthGrad.gradient(x, STEPS), () -> GrowthGrad.pullback(x, STEPS), x);
                }));
    }

    private List<Family> methods() {
        int[] sizes = sizes(4, 5);
        return List.of(
                generated("methods with loops", sizes, GeneratedPrograms::row),
                generated("methods of a line", sizes, GeneratedPrograms::smallRow));
    }

    private List<Family> calls() {
        int[] sizes = sizes(4, 5);
        return List.of(
                generated("methods that call the next", sizes, GeneratedPrograms::chain),
                new Family(
                        "a method that calls itself",
                        sizes,
                        n -> Member.of(() -> RecursionGrad.gradient(0.8, n), () -> RecursionGrad.pullback(0.8, n))));
    }

    private List<Family> loops() {
        return List.of(generated("loops in loops", new int[] {1, 2, 3, 4, 5, 6, 8, 10}, GeneratedPrograms::nest));
    }

    private Family generated(String name, int[] sizes, IntFunction<String> source) {
        return new Family(name, sizes, size -> compilation.compiled(source.apply(size)));
    }

    private Picture draw(String sizes, List<Family> families) {
        List<Map<Quantity, Curve>> measured =
                families.stream().map(family -> family.measure(meter)).toList();
        Picture picture = new Picture();
        for (Quantity quantity : Quantity.values()) {
            List<Curve> curves = measured.stream()
                    .map(family -> family.get(quantity))
                    .filter(Objects::nonNull)
                    .toList();
            if (!curves.isEmpty()) {
                picture.add(quantity.title(), sizes, quantity.unit(), curves);
            }
        }
        return picture;
    }

    private static double[] random(int n) {
        return new Random(n).doubles(n).toArray();
    }

    /** Each four times the one before, so that arrays that double when they are full are equally full at all sizes. */
    private static int[] sizes(int from, int count) {
        return IntStream.range(0, count).map(i -> from << 2 * i).toArray();
    }
}
