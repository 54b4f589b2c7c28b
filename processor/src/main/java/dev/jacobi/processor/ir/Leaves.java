package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Records taken apart: the leaves of a record are its components, with the components of those that are records
 * themselves in their place. Derivatives know leaves only; {@code body.at().x()} is the leaf {@code atX} of a body.
 */
public final class Leaves {

    private Leaves() {}

    /** Whether values of a type are taken apart. */
    public static boolean isRecord(Type type) {
        return type instanceof Type.Struct struct && struct.isRecord();
    }

    /** The leaves of a type; any but a record's is its own. */
    public static List<Type.Component> of(String name, Type type) {
        List<Type.Component> leaves = new ArrayList<>();
        add(name, type, leaves);
        return leaves;
    }

    /** The leaves of a record, named without it. */
    public static List<Type.Component> of(Type.Struct type) {
        return of("", type);
    }

    private static void add(String name, Type type, List<Type.Component> leaves) {
        if (type instanceof Type.Struct struct && struct.isRecord()) {
            for (Type.Component component : struct.components()) {
                add(joined(name, component.name()), component.type(), leaves);
            }
        } else {
            leaves.add(new Type.Component(name, type));
        }
    }

    /** {@code at} and {@code x} are {@code atX}. */
    public static String joined(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + inner.substring(0, 1).toUpperCase(Locale.ROOT) + inner.substring(1);
    }

    /** The values at the leaves of a value. */
    public static List<Expr> of(Expr value) {
        List<Expr> leaves = new ArrayList<>();
        add(value, leaves);
        return leaves;
    }

    private static void add(Expr value, List<Expr> leaves) {
        if (!(value.type() instanceof Type.Struct struct) || struct.form() == Type.Form.GENERATED) {
            leaves.add(value);
            return;
        }
        for (int i = 0; i < struct.components().size(); i++) {
            add(component(value, i), leaves);
        }
    }

    /** A component of a value: what it was made of where that is in sight. */
    public static Expr component(Expr value, int index) {
        Type.Component component = ((Type.Struct) value.type()).components().get(index);
        return value instanceof Expr.Build build
                ? build.components().get(index)
                : new Expr.Component(value, component.name(), component.type(), value.span());
    }

    /** A value of a type from the values at its leaves, as many as it has. */
    public static Expr build(Type type, Iterator<? extends Expr> leaves, Span span) {
        if (!(type instanceof Type.Struct struct) || !struct.isRecord()) {
            return leaves.next();
        }
        List<Expr> components = new ArrayList<>();
        for (Type.Component component : struct.components()) {
            components.add(build(component.type(), leaves, span));
        }
        return new Expr.Build(struct, components, span);
    }

    /** A record's leaves side by side, as a function gives them. */
    public static Type.Struct parts(Type.Struct record) {
        String name = record.className().replace(".", "") + "Parts";
        return new Type.Struct("", name, of(record), Type.Form.PARTS);
    }
}
