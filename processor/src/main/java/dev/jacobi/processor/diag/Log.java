package dev.jacobi.processor.diag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far, each once, in the order in which they were found. */
public final class Log {

    private final Set<Problem> problems = new LinkedHashSet<>();

    public void add(Problem problem) {
        problems.add(problem);
    }

    public void addAll(Iterable<Problem> more) {
        more.forEach(this::add);
    }

    public List<Problem> problems() {
        return new ArrayList<>(problems);
    }

    /** Whether any problem so far is an error rather than a warning. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> !p.kind().isWarning());
    }
}
