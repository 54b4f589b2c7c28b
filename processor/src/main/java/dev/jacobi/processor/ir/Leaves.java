package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Records taken apart: the leaves of a record are its components, with the components of those that are records
 * themselves in their place. Derivatives know leaves only; {@code body.at().x()} is the leaf {@code atX} of a body. An
 * array of records is an array for each leaf, and one that tells which elements are there.
 */
public final class Leaves {

    /** The component of an array of records that tells which elements are not null. */
    public static final String GIVEN = "isGiven";

    private Leaves() {}

    /** Whether values of a type are taken apart. */
    public static boolean isRecord(Type type) {
        return type instanceof Type.Struct struct ? struct.isRecord() : isRows(type);
    }

    /** Whether a type is an array of records, of any rank. */
    public static boolean isRows(Type type) {
        return type instanceof Type.Array array && isRecord(array.element());
    }

    /** The components of a record, of an array of records, or of what a function gives side by side. */
    public static List<Type.Component> components(Type type) {
        if (type instanceof Type.Struct struct) {
            return struct.components();
        }
        Type element = ((Type.Array) type).element();
        List<Type.Component> components = new ArrayList<>();
        boolean records = element instanceof Type.Struct;
        for (Type.Component component : records ? of("", element) : components(element)) {
            components.add(new Type.Component(component.name(), new Type.Array(component.type())));
        }
        if (records) {
            components.add(new Type.Component(GIVEN, new Type.Array(Type.Scalar.BOOLEAN)));
        }
        return components;
    }

    /** The leaves of a type; any but a record's is its own. */
    public static List<Type.Component> of(String name, Type type) {
        List<Type.Component> leaves = new ArrayList<>();
        add(name, type, leaves);
        return distinct(leaves);
    }

    /** {@code record Both(Vector at, double atX)} has two leaves of one name. */
    public static List<Type.Component> distinct(List<Type.Component> leaves) {
        Set<String> names = new HashSet<>();
        leaves.forEach(leaf -> names.add(leaf.name()));
        if (names.size() == leaves.size()) {
            return leaves;
        }
        Set<String> taken = new HashSet<>();
        List<Type.Component> distinct = new ArrayList<>();
        for (Type.Component leaf : leaves) {
            String name = leaf.name();
            for (int i = 2; !taken.add(name); i++) {
                name = names.contains(leaf.name() + i) ? name : leaf.name() + i;
            }
            distinct.add(new Type.Component(name, leaf.type()));
        }
        return distinct;
    }

    private static void add(String name, Type type, List<Type.Component> leaves) {
        if (isRecord(type)) {
            for (Type.Component component : components(type)) {
                add(joined(name, component.name()), component.type(), leaves);
            }
        } else {
            leaves.add(new Type.Component(name, type));
        }
    }

    /** {@code at} and {@code x} are {@code atX}. */
    public static String joined(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + capitalised(inner);
    }

    /**
     * What the tangent of a part of several values is called beside them: {@code xDot}; {@code xDotDot} where there is
     * an {@code xDot} already, since the values are a tangent themselves.
     */
    public static String dot(Type.Struct values, String part) {
        return beside(values, part, "Dot");
    }

    /** What the set of a part of several values is called beside them: {@code xOn}. */
    public static String on(Type.Struct values, String part) {
        return beside(values, part, "On");
    }

    private static String beside(Type.Struct values, String part, String word) {
        Set<String> names = new HashSet<>();
        values.components().forEach(component -> names.add(component.name()));
        String suffix = word;
        while (collides(names, suffix)) {
            suffix += word;
        }
        return part + suffix;
    }

    private static boolean collides(Set<String> names, String suffix) {
        return names.stream().anyMatch(name -> names.contains(name + suffix));
    }

    /** {@code drag} becomes {@code Drag}. */
    public static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The values at the leaves of a value. */
    public static List<Expr> of(Expr value) {
        List<Expr> leaves = new ArrayList<>();
        add(value, leaves);
        return leaves;
    }

    private static void add(Expr value, List<Expr> leaves) {
        boolean parts = value.type() instanceof Type.Struct struct && struct.form() == Type.Form.PARTS;
        if (!parts && !isRecord(value.type())) {
            leaves.add(value);
            return;
        }
        for (int i = 0; i < components(value.type()).size(); i++) {
            add(component(value, i), leaves);
        }
    }

    /** A component of a value: what it was made of where that is in sight. */
    public static Expr component(Expr value, int index) {
        if (value instanceof Expr.Build build) {
            return build.components().get(index);
        }
        if (value.type() instanceof Type.Struct struct) {
            Type.Component component = struct.components().get(index);
            return new Expr.Component(value, component.name(), component.type(), value.span());
        }
        throw new IllegalStateException("an array of records that is not taken apart: " + Printer.print(value));
    }

    /** A value of a type from the values at its leaves, as many as it has. */
    public static Expr build(Type type, Iterator<? extends Expr> leaves, Span span) {
        if (!isRecord(type)) {
            return leaves.next();
        }
        List<Expr> components = new ArrayList<>();
        for (Type.Component component : components(type)) {
            components.add(build(component.type(), leaves, span));
        }
        return new Expr.Build(type, components, span);
    }

    /** A record's leaves side by side, as a function gives them. */
    public static Type.Struct parts(Type record) {
        Type element = record;
        StringBuilder name = new StringBuilder();
        while (element instanceof Type.Array array) {
            name.append("Array");
            element = array.element();
        }
        name.insert(0, ((Type.Struct) element).className().replace(".", "")).append("Parts");
        return new Type.Struct("", name.toString(), sideBySide(of("", record)), Type.Form.PARTS);
    }

    /**
     * What a function gives side by side, under names that its pullback can have methods for: it has a method
     * {@code apply}, and besides {@code x} there may be {@code xBar} and {@code xGradient}.
     */
    public static List<Type.Component> sideBySide(List<Type.Component> components) {
        Set<String> names = new HashSet<>(Set.of("apply"));
        components.forEach(component -> names.addAll(List.of(component.name() + "Bar", component.name() + "Gradient")));
        List<Type.Component> free = new ArrayList<>();
        for (Type.Component component : components) {
            String name = component.name();
            while (names.contains(name)) {
                name += "_";
            }
            free.add(new Type.Component(name, component.type()));
        }
        return distinct(free);
    }
}
