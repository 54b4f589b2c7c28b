package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a place in a method can leave.
 *
 * @param around the statements around it, from the outermost to the innermost
 * @param mayReturn whether the method can be left; a switch expression can't
 * @param switches how many switch expressions and functions it is inside of
 */
record Targets(List<Target> around, boolean mayReturn, int switches) {

    static final Targets OF_METHOD = new Targets(List.of(), true, 0);

    /** Inside a switch expression, which only its own statements can leave. */
    Targets inSwitch() {
        return new Targets(List.of(), false, switches + 1);
    }

    /** Inside a function's body, which its own returns leave. */
    Targets inFunction() {
        return new Targets(List.of(), true, switches + 1);
    }

    /** A name for use here: a statement in an expression must not declare what the expression's own does. */
    String own(String name) {
        return switches == 0 ? name : name + "_" + switches;
    }

    /** What break and continue tell apart. */
    enum Kind {
        LOOP,
        SWITCH,
        BLOCK
    }

    /** A statement that can be left. */
    record Target(Kind kind, Optional<String> label) {}

    Targets with(Kind kind, Optional<String> label) {
        List<Target> inside = new ArrayList<>(around);
        inside.add(new Target(kind, label));
        return new Targets(List.copyOf(inside), mayReturn, switches);
    }

    int loops() {
        return (int) around.stream().filter(t -> t.kind() == Kind.LOOP).count();
    }

    /** A label that is free here. */
    String freshLabel(Dice dice) {
        while (true) {
            String label = own(dice.pick(Names.LABELS));
            if (around.stream().noneMatch(t -> t.label().equals(Optional.of(label)))) {
                return label;
            }
        }
    }

    /** Every break and continue that Java allows here. */
    List<Statement> jumps() {
        List<Statement> out = new ArrayList<>();
        for (Target target : around) {
            if (target.kind() != Kind.BLOCK) {
                out.add(new Jump.Break(Optional.empty()));
            }
            if (target.kind() == Kind.LOOP) {
                out.add(new Jump.Continue(Optional.empty()));
            }
            target.label().ifPresent(l -> out.add(new Jump.Break(Optional.of(l))));
            target.label()
                    .filter(l -> target.kind() == Kind.LOOP)
                    .ifPresent(l -> out.add(new Jump.Continue(Optional.of(l))));
        }
        return out;
    }
}
