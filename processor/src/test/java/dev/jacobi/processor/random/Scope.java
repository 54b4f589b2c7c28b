package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;

/** The variables that a place in a generated method sees. */
final class Scope {

    /** Plain names, and names that generated code would like to have itself. */
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "c",
            "d",
            "e",
            "k",
            "m",
            "n",
            "p",
            "q",
            "s",
            "t",
            "u",
            "v",
            "w",
            "x",
            "y",
            "z",
            "a2",
            "x2",
            "xBar",
            "xDot",
            "aBar",
            "aDot",
            "seed",
            "result",
            "value",
            "gradient",
            "jvp",
            "chosen",
            "taken",
            "sum",
            "product",
            "returned",
            "resultBar",
            "pullback",
            "hPullback",
            "fWithDot",
            "sin",
            "record",
            "hashCode",
            "toString",
            "self",
            "apply",
            "quotient",
            "direction",
            "x2Bar",
            "sum2");

    private final List<Variable> visible;
    private final List<Variable> assignable;

    private Scope(List<Variable> visible, List<Variable> assignable) {
        this.visible = visible;
        this.assignable = assignable;
    }

    static Scope ofMethod() {
        return new Scope(new ArrayList<>(), new ArrayList<>());
    }

    Scope inner() {
        return new Scope(new ArrayList<>(visible), new ArrayList<>(assignable));
    }

    /** A name that is free here. */
    String fresh(Dice dice) {
        while (true) {
            String name = dice.pick(NAMES);
            if (visible.stream().noneMatch(v -> v.name().equals(name))) {
                return name;
            }
        }
    }

    void add(Variable variable, boolean mayBeAssigned) {
        visible.add(variable);
        if (mayBeAssigned) {
            assignable.add(variable);
        }
    }

    /** What can be read where a type is wanted. */
    List<Variable> readable(Type type) {
        return visible.stream().filter(v -> type.holds(v.type())).toList();
    }

    List<Variable> assignable() {
        return assignable;
    }

    List<Variable> assignable(Type type) {
        return assignable.stream().filter(v -> type.holds(v.type())).toList();
    }
}
