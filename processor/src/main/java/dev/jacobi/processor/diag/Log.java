package dev.jacobi.processor.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far, each once. */
public final class Log {

    private final Set<Problem> problems = new LinkedHashSet<>();

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void addAll(Iterable<Problem> more) {
        for (Problem problem : more) {
            add(problem);
        }
    }

    /** The problems in the order of the source, but for those that go away with earlier ones. */
    public List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(problems);
        if (sorted.size() < 2) {
            return sorted;
        }
        sorted.sort(Comparator.comparing((Problem p) -> p.span().origin().file())
                .thenComparingInt(p -> p.span().line())
                .thenComparingInt(p -> p.span().column()));
        Set<String> named = new HashSet<>();
        sorted.removeIf(problem -> !problem.toChange().isEmpty() && !named.addAll(problem.toChange()));
        return sorted;
    }

    /** Whether any problem so far is an error rather than a warning. */
    public boolean hasErrors() {
        return Problem.anyError(problems);
    }
}
