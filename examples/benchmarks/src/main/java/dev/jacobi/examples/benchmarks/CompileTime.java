package dev.jacobi.examples.benchmarks;

import dev.jacobi.examples.benchmarks.ColdJavac.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How long compiling takes with the processor and without, in processes of their own, by turns. Prints what one small
 * class costs, and for 10 to 1,000 methods the processor's own time, by stage, beside the rest of the compilation.
 */
public final class CompileTime {

    private static final int[] METHODS = {10, 100, 300, 1000};

    private final ColdJavac javac;
    private final TemporaryFolder folder;

    private CompileTime(ColdJavac javac, TemporaryFolder folder) {
        this.javac = javac;
        this.folder = folder;
    }

    /**
     * Measures and prints.
     *
     * @param arguments how often the small class is compiled, and how often the large ones; 21 and 3 if not given
     * @throws IOException if the sources can't be written
     * @throws InterruptedException if interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            CompileTime benchmark =
                    new CompileTime(new ColdJavac(Path.of(System.getProperty("jacobi.processor.jar"))), folder);
            benchmark.smallClass(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21);
            benchmark.manyMethods(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3);
        }
    }

    private void smallClass(int runs) throws IOException, InterruptedException {
        Path sources = write(1);
        List<Double> alone = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        for (int run = -1; run < runs; run++) {
            Time without = javac.withoutProcessor(List.of(sources), folder.fresh("classes"));
            Time both = javac.withProcessor(sources, folder.fresh("generated"), folder.fresh("classes"));
            if (run >= 0) {
                alone.add(without.wall());
                with.add(both.wall());
                added.add(both.wall() / without.wall() - 1);
            }
        }
        print("One small class, %d cold runs each by turns, medians:%n", runs);
        print(
                "  javac alone %.0f ms, with Jacobi %.0f ms: %.0f%% added%n",
                median(alone), median(with), 100 * (median(with) / median(alone) - 1));
        print("  pair by pair: %.0f%% added%n%n", 100 * median(added));
    }

    private void manyMethods(int runs) throws IOException, InterruptedException {
        print("Many methods, %d cold runs each, medians in ms:%n", runs);
        print(
                "%8s %9s %6s %10s %11s %18s  %s%n",
                "methods", "processor", "rest", "proc./rest", "per method", "same code, no proc.", "by stage");
        for (int methods : METHODS) {
            Path sources = write(methods);
            List<Time> with = new ArrayList<>();
            List<Double> rest = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                Path generated = folder.fresh("generated");
                with.add(javac.withProcessor(sources, generated, folder.fresh("classes")));
                rest.add(javac.withoutProcessor(List.of(sources, generated), folder.fresh("classes"))
                        .wall());
            }
            double own = median(with, Time::processor);
            print(
                    "%8d %9.0f %6.0f %10.2f %11.2f %18.0f  %s%n",
                    methods,
                    own,
                    median(with, Time::rest),
                    median(with, time -> time.processor() / time.rest()),
                    own / methods,
                    median(rest),
                    stages(with));
        }
    }

    private static String stages(List<Time> times) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Double> stage : times.get(0).stages().entrySet()) {
            double median = median(times, time -> time.stages().getOrDefault(stage.getKey(), 0.0));
            text.append(String.format(Locale.ROOT, "%s %.0f ", stage.getKey(), median));
        }
        return text.toString().trim();
    }

    private Path write(int methods) throws IOException {
        return folder.write("src" + methods, Workload.sources(methods));
    }

    private static void print(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format, arguments);
    }

    private static double median(List<Time> times, ToDoubleFunction<Time> part) {
        return median(times.stream().map(part::applyAsDouble).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
