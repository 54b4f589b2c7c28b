package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The derivatives that were written by hand: those of this compilation, and those that other jars ship. */
public final class HandRules {

    /** What is said of a method that has no derivative, or none that is asked for. */
    private static final Set<Kind> MISSING = EnumSet.of(
            Kind.NO_DERIVATIVE, Kind.NO_DERIVATIVE_OF_STREAM, Kind.NO_DERIVATIVE_OF_COLLECTION, Kind.NO_DERIVATIVE_BY);

    private final Functions functions;
    private final HandRuleReader reader;
    private final RuleIndex index;
    private final Map<FunctionName.Primal, List<HandRule>> known = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, TypeElement> published = new TreeMap<>();
    private final Set<String> indexed = new HashSet<>();

    HandRules(Functions functions) {
        this.functions = functions;
        this.reader = new HandRuleReader(functions);
        this.index = new RuleIndex(functions.language);
    }

    /** Adds an annotated method of this compilation; says what is wrong with it. */
    public List<Problem> add(ExecutableElement rule) {
        List<Problem> problems = new ArrayList<>();
        HandRuleReader.Said said = reader.said(rule);
        HandRuleReader.Found found = said == null ? null : reader.read(rule, said, problems);
        if (found == null) {
            if (said != null) {
                broken.add(said.display() + "(");
            }
            return problems;
        }
        List<HandRule> rules = known.computeIfAbsent(found.of(), of -> new ArrayList<>());
        HandRule twin = twin(found.rule(), rules);
        if (twin != null && twin.function().equals(found.rule().function())) {
            return problems; // found by the class that an earlier compilation has left
        }
        if (twin != null) {
            String by = functions
                    .formals(found.method())
                    .get(shared(found.rule(), twin))
                    .name();
            problems.add(Problem.of(
                    Kind.RULE_TWICE,
                    functions.declarations().span(rule),
                    twin.function().primal().display(),
                    found.of().display(),
                    by));
            return problems;
        }
        rules.add(found.rule());
        if (!rule.getModifiers().contains(Modifier.PRIVATE)) {
            published.put(RuleIndex.entry(Enclosing.packageName(found.method()), rule), Enclosing.type(rule));
        }
        return problems;
    }

    private static @Nullable HandRule twin(HandRule rule, List<HandRule> rules) {
        for (HandRule other : rules) {
            if (other.form() == rule.form() && !Collections.disjoint(other.by(), rule.by())) {
                return other;
            }
        }
        return null;
    }

    private static int shared(HandRule rule, HandRule twin) {
        List<Integer> both = new ArrayList<>(rule.by());
        both.retainAll(twin.by());
        return both.get(0);
    }

    /** The classes by which other compilations find this one's rules: their names, and where the rules are. */
    public Map<String, TypeElement> published() {
        return published;
    }

    /** Whether a method's derivative was written by hand. */
    public boolean has(ExecutableElement method) {
        String owner = Enclosing.packageName(method);
        if (!owner.startsWith("java.") && !owner.equals("dev.jacobi.tensor") && indexed.add(owner)) {
            index.rules(owner, method).forEach(this::shipped);
        }
        return !known.isEmpty() && known.containsKey(functions.name(method));
    }

    /** A rule of another jar: what this compilation says goes before it. */
    private void shipped(ExecutableElement rule) {
        HandRuleReader.Said said = reader.said(rule);
        HandRuleReader.Found found = said == null ? null : reader.read(rule, said, new ArrayList<>());
        if (found != null) {
            List<HandRule> rules = known.computeIfAbsent(found.of(), of -> new ArrayList<>());
            if (twin(found.rule(), rules) == null) {
                rules.add(found.rule());
            }
        }
    }

    /** The rules of a method; one that has a rule itself is called by that. */
    public List<HandRule> of(FunctionName.Primal name) {
        List<HandRule> rules = new ArrayList<>();
        for (HandRule rule : known.getOrDefault(name, List.of())) {
            FunctionName function = rule.function();
            boolean ruled = has(functions.method(function.primal()));
            FunctionName called = ruled ? new FunctionName.Ruled(function.primal()) : function;
            rules.add(new HandRule(rule.form(), called, rule.by(), rule.takesValue(), rule.result()));
        }
        return rules;
    }

    /** Whether a problem is that a method has no derivative whose rule is wrong: that has been said. */
    public boolean explains(Problem problem) {
        return MISSING.contains(problem.kind())
                && broken.stream().anyMatch(b -> problem.arguments().get(0).startsWith(b));
    }
}
