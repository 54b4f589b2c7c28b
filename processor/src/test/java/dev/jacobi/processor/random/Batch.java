package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Compiles programs together and checks each: for every program the first thing that is wrong, if anything is. */
final class Batch {

    private static final int POINTS = 4;

    private Batch() {}

    static List<Optional<Finding>> check(List<Program> programs, Tally tally) {
        List<Optional<Finding>> findings = new ArrayList<>(run(programs, tally));
        for (int i = 0; i < programs.size(); i++) {
            String kind = findings.get(i).map(Finding::kind).orElse("");
            if ((kind.startsWith("refused") || kind.startsWith("javac")) && !Compilation.isJava(programs.get(i))) {
                findings.set(
                        i,
                        Optional.of(
                                new Finding("not Java", findings.get(i).get().detail())));
            }
        }
        return findings;
    }

    /** The same, taking for granted that the programs are Java. */
    static List<Optional<Finding>> run(List<Program> programs, Tally tally) {
        Compilation compilation = Compilation.of(programs);
        List<Optional<Finding>> findings = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            tally.programs++;
            findings.add(compilation.broken(i).or(run(compilation, i, programs.get(i), tally)));
        }
        return findings;
    }

    /** Only what the compiler says of the programs. */
    static List<Optional<Finding>> compile(List<Program> programs) {
        Compilation compilation = Compilation.problems(programs);
        return IntStream.range(0, programs.size()).mapToObj(compilation::broken).toList();
    }

    private static Supplier<Optional<Finding>> run(Compilation compilation, int index, Program program, Tally tally) {
        return () -> {
            for (Method method : program.differentiable()) {
                Optional<Finding> finding = run(compilation, index, program, method, tally);
                if (finding.isPresent()) {
                    return finding;
                }
            }
            return Optional.empty();
        };
    }

    private static Optional<Finding> run(
            Compilation compilation, int index, Program program, Method method, Tally tally) {
        Dice dice = new Dice(program.seed() + 1);
        try {
            Class<?> primal = compilation.load(index, "Sample");
            Class<?> derivative = compilation.load(index, method.derivative());
            for (int k = 0; k < POINTS; k++) {
                List<Value> point = Points.point(method, dice);
                double[] direction = Points.direction(method, dice);
                Optional<Finding> finding =
                        new Oracles(program, method, primal, derivative, point, direction, tally).run();
                if (finding.isPresent()) {
                    return finding;
                }
            }
            return Optional.empty();
        } catch (ClassNotFoundException | IllegalStateException | LinkageError e) {
            return Optional.of(new Finding("broken: " + e.getClass().getSimpleName(), e.toString()));
        }
    }
}
