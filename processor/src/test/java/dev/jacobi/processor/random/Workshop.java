package dev.jacobi.processor.random;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The generators of one method's body, which use each other. */
final class Workshop {

    final Dice dice;
    final List<Signature> callable;
    /** Those that only compute. */
    final List<Signature> models;

    final Type result;
    final boolean instance;
    final Optional<Recursion> recursion;
    final TermGenerator terms;
    final MathGenerator math;
    final ArrayGenerator arrays;
    final ArrayStatements arrayStatements;
    final LoopGenerator loops;
    final SwitchGenerator switches;
    final RecordGenerator records;
    final FunctionGenerator functions;
    final SumGenerator sums;
    final MeetingGenerator meetings;
    final StatementGenerator statements;
    private final Set<Feature> features;

    Workshop(
            Dice dice,
            Set<Feature> features,
            List<Signature> callable,
            List<Signature> models,
            Type result,
            boolean instance,
            Optional<Recursion> recursion) {
        this.dice = dice;
        this.features = features;
        this.callable = callable;
        this.models = models;
        this.result = result;
        this.instance = instance;
        this.recursion = recursion;
        this.terms = new TermGenerator(this);
        this.math = new MathGenerator(dice, terms);
        this.arrays = new ArrayGenerator(this);
        this.arrayStatements = new ArrayStatements(this);
        this.loops = new LoopGenerator(this);
        this.switches = new SwitchGenerator(this);
        this.records = new RecordGenerator(this);
        this.functions = new FunctionGenerator(this);
        this.sums = new SumGenerator(this);
        this.meetings = new MeetingGenerator(this);
        this.statements = new StatementGenerator(this);
    }

    /** One for the body of a function inside. */
    Workshop giving(Type type) {
        return new Workshop(dice, features, callable, models, type, instance, recursion);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether methods may do more than compute. */
    boolean acts() {
        return !has(Feature.NESTED);
    }

    /** A weight for what only a feature allows. */
    int weight(Feature feature, int weight) {
        return has(feature) ? weight : 0;
    }
}
