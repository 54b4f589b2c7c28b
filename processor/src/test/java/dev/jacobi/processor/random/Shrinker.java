package dev.jacobi.processor.random;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes a failing program smaller as long as it fails in the same way. */
final class Shrinker {

    private static final int TOGETHER = 24;

    private Shrinker() {}

    /** A program and what is wrong with it. */
    record Failure(Program program, Finding finding) {

        String report() {
            return "seed " + program.seed() + ": " + finding.kind() + "\n" + JavaPrinter.methods(program) + "=> "
                    + finding.detail() + "\n";
        }
    }

    /** The smallest that can be had: again and again the smallest candidate that fails like the last one. */
    static Failure shrink(Failure failure) {
        Failure smallest = failure;
        Optional<Failure> next = Optional.of(failure);
        while (next.isPresent()) {
            smallest = next.get();
            next = step(smallest);
        }
        return smallest;
    }

    private static Optional<Failure> step(Failure failure) {
        List<Program> candidates = Smaller.than(failure.program()).stream()
                .filter(Shrinker::isWhole)
                .sorted(Comparator.comparingInt(p -> JavaPrinter.methods(p).length()))
                .toList();
        Optional<Failure> found = Optional.empty();
        for (int from = 0; from < candidates.size() && found.isEmpty(); from += TOGETHER) {
            found = firstLike(failure, candidates.subList(from, Math.min(from + TOGETHER, candidates.size())));
        }
        return found;
    }

    private static Optional<Failure> firstLike(Failure failure, List<Program> programs) {
        String kind = failure.finding().kind();
        boolean compilerSays = kind.startsWith("refused") || kind.startsWith("javac");
        List<Optional<Finding>> findings = compilerSays ? Batch.compile(programs) : Batch.run(programs, new Tally());
        for (int i = 0; i < programs.size(); i++) {
            Program program = programs.get(i);
            Optional<Finding> alike = findings.get(i).filter(f -> f.kind().equals(kind));
            if (alike.isPresent() && (!compilerSays || Compilation.isJava(program))) {
                return Optional.of(new Failure(program, alike.get()));
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
