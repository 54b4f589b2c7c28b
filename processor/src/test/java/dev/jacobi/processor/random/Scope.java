package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The variables that a place in a generated method sees. */
final class Scope {

    private final List<Variable> visible;
    private final List<Variable> assignable;
    private final List<Variable> heldArrays;
    private final List<Variable> finals;
    private final List<String> lambdas;
    private final List<String> reserved;
    private final Indices indices;
    private final Targets targets;

    private Scope() {
        this.visible = new ArrayList<>();
        this.assignable = new ArrayList<>();
        this.heldArrays = new ArrayList<>();
        this.finals = new ArrayList<>();
        this.lambdas = new ArrayList<>();
        this.reserved = new ArrayList<>();
        this.indices = new Indices();
        this.targets = Targets.OF_METHOD;
    }

    private Scope(Scope outer, Targets targets) {
        this.visible = new ArrayList<>(outer.visible);
        this.assignable = new ArrayList<>(outer.assignable);
        this.heldArrays = new ArrayList<>(outer.heldArrays);
        this.finals = new ArrayList<>(outer.finals);
        this.lambdas = new ArrayList<>(outer.lambdas);
        this.reserved = new ArrayList<>(outer.reserved);
        this.indices = outer.indices.inner();
        this.targets = targets;
    }

    static Scope ofMethod() {
        return new Scope();
    }

    Scope inner() {
        return inner(targets);
    }

    /** The inside of a statement that can be left. */
    Scope inner(Targets inside) {
        return new Scope(this, inside);
    }

    Targets targets() {
        return targets;
    }

    /** What is known to lie inside which array. */
    Indices indices() {
        return indices;
    }

    /** A name that is free here. */
    String fresh(Dice dice) {
        while (true) {
            String name = targets.own(dice.pick(Names.VARIABLES));
            boolean taken = lambdas.contains(name)
                    || reserved.contains(name)
                    || Stream.concat(visible.stream(), heldArrays.stream())
                            .anyMatch(v -> v.name().equals(name));
            if (!taken) {
                return name;
            }
        }
    }

    /** The inside of a scope in which a name is taken by what isn't to be read yet. */
    Scope without(Variable hidden) {
        Scope inside = inner();
        inside.reserved.add(hidden.name());
        return inside;
    }

    void add(Variable variable, boolean mayBeAssigned) {
        visible.add(variable);
        if (mayBeAssigned) {
            assignable.add(variable);
        }
    }

    /** The names of the lambdas that can be called. */
    List<String> lambdas() {
        return lambdas;
    }

    /** What a lambda may use of this method, and its parameter. */
    Scope ofLambda(Variable parameter) {
        return of(parameter, targets.inSwitch());
    }

    /** The same of one whose body is statements. */
    Scope ofBlock(Variable parameter) {
        return of(parameter, targets.inFunction());
    }

    private Scope of(Variable parameter, Targets within) {
        Scope inside = new Scope();
        inside.visible.addAll(finals);
        inside.visible.add(parameter);
        inside.lambdas.addAll(lambdas);
        return inside.inner(within);
    }

    void addFinal(Variable variable) {
        finals.add(variable);
    }

    /** All arrays. */
    List<Variable> arrays() {
        return visible.stream().filter(v -> v.type().isArray()).toList();
    }

    /** What can be read where a type is wanted. */
    List<Variable> readable(Type type) {
        return visible.stream().filter(v -> type.holds(v.type())).toList();
    }

    List<Variable> assignable() {
        return assignable;
    }

    /** Arrays that are constant where they are read through their variable; nothing else is done with them. */
    List<Variable> heldArrays() {
        return heldArrays;
    }

    void addHeld(Variable array) {
        heldArrays.add(array);
    }

    List<Variable> assignable(Type type) {
        return assignable.stream().filter(v -> type.holds(v.type())).toList();
    }
}
