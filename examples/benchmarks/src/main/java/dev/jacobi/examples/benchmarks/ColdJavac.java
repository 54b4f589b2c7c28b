package dev.jacobi.examples.benchmarks;

import dev.jacobi.tensor.Tensor;
import dev.ludovic.netlib.blas.BLAS;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles a folder of sources in a process of its own. */
final class ColdJavac {

    private static final Pattern REPORT = Pattern.compile("jacobi: (\\d+) ms \\((.*)\\)");
    private static final Pattern STAGE = Pattern.compile("(\\w+) (\\d+)");

    /** Milliseconds: the whole process, and what the processor says that it took, in all and by stage. */
    record Time(double wall, double processor, Map<String, Double> stages) {
        double rest() {
            return wall - processor;
        }
    }

    private final Path processor;

    ColdJavac(Path processor) {
        this.processor = processor;
    }

    /** Compiles with the processor; what it generates is compiled too, and left in {@code generated}. */
    Time withProcessor(Path sources, Path generated, Path classes) throws IOException, InterruptedException {
        return compile(
                List.of(sources),
                classes,
                List.of("-processorpath", processor.toString(), "-s", generated.toString(), "-Ajacobi.timings"));
    }

    /** Compiles without; the folders may include what the processor has generated. */
    Time withoutProcessor(List<Path> sources, Path classes) throws IOException, InterruptedException {
        return compile(sources, classes, List.of("-proc:none"));
    }

    private Time compile(List<Path> sources, Path classes, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of("-cp", jarOf(Tensor.class) + File.pathSeparator + jarOf(BLAS.class)));
        command.addAll(List.of("-d", classes.toString()));
        command.addAll(options);
        for (Path folder : sources) {
            command.addAll(javaFiles(folder));
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e6;
        if (exit != 0) {
            throw new IllegalStateException("javac failed:\n" + output);
        }
        return time(wall, output);
    }

    private static Time time(double wall, String output) {
        Matcher report = REPORT.matcher(output);
        if (!report.find()) {
            return new Time(wall, 0, Map.of());
        }
        Map<String, Double> stages = new LinkedHashMap<>();
        for (MatchResult stage : STAGE.matcher(report.group(2)).results().toList()) {
            stages.put(stage.group(1), Double.valueOf(stage.group(2)));
        }
        return new Time(wall, Double.parseDouble(report.group(1)), Collections.unmodifiableMap(stages));
    }

    private static List<String> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(f -> f.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Path jarOf(Class<?> inside) {
        try {
            return Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
