package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** What the readers of one method share. */
final class Reading {

    final Typer typer;
    final TypeReader types;
    final Operators operators;
    final MemberReader members;
    final RuleReader rules;
    final List<Problem> problems = new ArrayList<>();
    /** The methods whose bodies are being read in the place of a call. */
    final List<Element> inlined = new ArrayList<>();

    /** The functions whose bodies are being read. */
    final RunningFunctions running = new RunningFunctions();

    /** The objects that are known to be of the very class that they are declared as. */
    final Set<Var> exact = new HashSet<>();

    private final List<PrivateFields> privateFields = new ArrayList<>();
    private final Set<Var> temporaries = new HashSet<>();
    private final Set<String> poisoned = new HashSet<>();

    Reading(Typer typer, TypeReader types, Operators operators, MemberReader members, RuleReader rules) {
        this.typer = typer;
        this.types = types;
        this.operators = operators;
        this.members = members;
        this.rules = rules;
    }

    /** The class around all others that a method stands in: it decides whether assertions are on. */
    String outermost(Scope scope) {
        Element type = Objects.requireNonNull(scope.origin().element());
        while (!(type instanceof TypeElement) || type.getEnclosingElement() instanceof TypeElement) {
            type = Objects.requireNonNull(type.getEnclosingElement());
        }
        return ((TypeElement) type).getQualifiedName().toString();
    }

    /** Remembers that the reader made a variable itself, so that the source's own may take its place. */
    void markTemporary(Var variable) {
        temporaries.add(variable);
    }

    boolean isTemporary(Var variable) {
        return temporaries.contains(variable);
    }

    /** From here on the variable is unknown because its declaration could not be read, which is reported already. */
    void poison(String name) {
        poisoned.add(name);
    }

    void cure(String name) {
        poisoned.remove(name);
    }

    /** Whether a refused construct stands inside what the problem is about, or around it. */
    private boolean restsOnRefused(Problem problem) {
        for (Problem earlier : problems) {
            if (earlier.kind() == Kind.UNSUPPORTED
                    && problem.kind() != Kind.UNSUPPORTED
                    && (problem.span().holds(earlier.span()) || earlier.span().holds(problem.span()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether something that stands in a stretch of the source couldn't be read, which is reported already. */
    boolean isUnreadIn(Span span) {
        return problems.stream().anyMatch(problem -> span.holds(problem.span()));
    }

    /** Reports a private field together with others of its class. */
    void reportPrivate(VariableElement field, Span span) {
        TypeElement owner = Enclosing.type(field);
        PrivateFields known = privateFields.stream()
                .filter(fields -> fields.isOf(owner))
                .findFirst()
                .orElse(null);
        if (known != null) {
            int place = problems.indexOf(known.problem());
            known.add(field);
            problems.set(place, known.problem());
            return;
        }
        PrivateFields fresh = new PrivateFields(owner, span);
        fresh.add(field);
        report(fresh.problem());
        if (problems.contains(fresh.problem())) {
            privateFields.add(fresh);
        }
    }

    /** Whether all could be read, though generated code can't have all of it: it names private fields. */
    boolean hasAll() {
        return problems.size() == privateFields.size();
    }

    void report(Problem problem) {
        boolean consequence = (problem.kind() == Kind.UNKNOWN_NAME
                        || problem.kind() == Kind.UNASSIGNED
                        || problem.kind() == Kind.ASSIGNS_OUTSIDE)
                && poisoned.contains(problem.arguments().get(0));
        boolean known = LocalTypes.isUse(problem) && problems.stream().anyMatch(Subset::isOfLocalClass);
        if (!consequence && !known && !problems.contains(problem) && !restsOnRefused(problem)) {
            problems.add(problem);
        }
    }
}
