package dev.jacobi.processor.random;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes a failing program smaller as long as it fails in the same way. */
final class Shrinker {

    private static final int TOGETHER = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Function<List<Program>, List<Optional<Finding>>> check;

    private Shrinker(Function<List<Program>, List<Optional<Finding>>> check) {
        this.check = check;
    }

    /** A program and what is wrong with it. */
    record Failure(Program program, Finding finding) {

        String report() {
            return "seed " + program.seed() + ": " + finding.kind() + "\n" + JavaPrinter.methods(program) + "=> "
                    + finding.detail() + "\n";
        }
    }

    /** The smallest that can be had in a while: again and again the smallest candidate that fails like the last one. */
    static Failure shrink(Failure failure) {
        String kind = failure.finding().kind();
        boolean compilerSays = kind.startsWith("refused") || kind.startsWith("javac");
        return new Shrinker(programs -> compilerSays ? refused(programs, kind) : Batch.run(programs, new Tally()))
                .smallest(failure);
    }

    /** The same without the processor. */
    static Failure plain(Failure failure) {
        return new Shrinker(programs -> Batch.plain(programs, new Tally())).smallest(failure);
    }

    /** What the compiler says, of programs that are Java. */
    private static List<Optional<Finding>> refused(List<Program> programs, String kind) {
        List<Optional<Finding>> findings = Batch.compile(programs);
        return IntStream.range(0, programs.size())
                .mapToObj(i -> findings.get(i)
                        .filter(f -> f.kind().equals(kind))
                        .filter(f -> Compilation.isJava(programs.get(i))))
                .toList();
    }

    private Failure smallest(Failure failure) {
        Failure smallest = failure;
        Optional<Failure> next = Optional.of(failure);
        Instant end = Instant.now().plus(PATIENCE);
        while (next.isPresent()) {
            smallest = next.get();
            next = Instant.now().isBefore(end) ? step(smallest) : Optional.empty();
        }
        return smallest;
    }

    /** Printed once for all comparisons. */
    private record Sized(Program program, int length) {

        Sized(Program program) {
            this(program, JavaPrinter.methods(program).length());
        }
    }

    private Optional<Failure> step(Failure failure) {
        List<Program> candidates = Smaller.than(failure.program()).stream()
                .filter(Shrinker::isWhole)
                .map(Sized::new)
                .sorted(Comparator.comparingInt(Sized::length))
                .map(Sized::program)
                .toList();
        Optional<Failure> found = Optional.empty();
        for (int from = 0; from < candidates.size() && found.isEmpty(); from += TOGETHER) {
            found = firstLike(failure, candidates.subList(from, Math.min(from + TOGETHER, candidates.size())));
        }
        return found;
    }

    private Optional<Failure> firstLike(Failure failure, List<Program> programs) {
        String kind = failure.finding().kind();
        List<Optional<Finding>> findings = check.apply(programs);
        for (int i = 0; i < programs.size(); i++) {
            Optional<Finding> alike = findings.get(i).filter(f -> f.kind().equals(kind));
            if (alike.isPresent()) {
                return Optional.of(new Failure(programs.get(i), alike.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether every method that is called is there. */
    private static boolean isWhole(Program program) {
        return program.methods().stream()
                .allMatch(m -> Calls.in(m.body()).stream()
                        .allMatch(s -> program.methods().stream()
                                .anyMatch(o -> o.signature().equals(s))));
    }
}
