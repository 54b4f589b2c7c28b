package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * An array of records that stands in a parameter, in a record of one or is one. It is taken apart at the door into
 * arrays of its own; an array that a record holds in it is the caller's.
 *
 * @param path how it is read: {@code body.parts()}
 * @param leaves what is gathered from it
 * @param made those that are arrays of their own
 */
record RowArray(String path, Type.Array type, List<Var> leaves, Set<Var> made) {

    /** All in a parameter. */
    static List<RowArray> of(Door door) {
        return door.isRecord() ? of(door.formal(), door.formal().type(), true, door.leaves()) : List.of();
    }

    /** @param value whether this is a value, or a derivative, which has those leaves that carry one */
    static List<RowArray> of(Var formal, Type type, boolean value, List<Var> leaves) {
        List<RowArray> arrays = new ArrayList<>();
        add(formal.name(), type, value, leaves.iterator(), arrays);
        return arrays;
    }

    private static void add(String path, Type type, boolean value, Iterator<Var> leaves, List<RowArray> arrays) {
        if (type instanceof Type.Struct struct) {
            for (Type.Component component : struct.components()) {
                add(path + "." + component.name() + "()", component.type(), value, leaves, arrays);
            }
        } else if (type instanceof Type.Array array && Doors.isWhole(array)) {
            List<Var> own = new ArrayList<>();
            RowsMethods.leaves(array, value).forEach(leaf -> own.add(leaves.next()));
            Set<Var> made = new HashSet<>();
            made(array, value, own.iterator(), made);
            arrays.add(new RowArray(path, array, own, made));
        } else {
            leaves.next();
        }
    }

    private static void made(Type type, boolean value, Iterator<Var> leaves, Set<Var> made) {
        if (type instanceof Type.Struct struct) {
            struct.components().forEach(component -> made(component.type(), value, leaves, made));
        } else if (type instanceof Type.Array array && Doors.isWhole(array)) {
            made(array.element(), value, leaves, made);
            if (value && array.element() instanceof Type.Struct) {
                made.add(leaves.next()); // tells which elements are there
            }
        } else {
            Var leaf = leaves.next();
            if (!(type instanceof Type.Array)) {
                made.add(leaf);
            }
        }
    }

    /** Whether the method puts records into it. */
    boolean isWritten(Door door) {
        return leaves.stream().anyMatch(door.written()::contains);
    }

    /** The records in it. */
    Type.Struct record() {
        return (Type.Struct) type.innermost();
    }

    boolean hasRows() {
        return type.element() instanceof Type.Array;
    }

    /** The array put together again of its leaves. */
    CodeBlock packed(boolean value, RowsMethods rows) {
        List<CodeBlock> names = new ArrayList<>();
        leaves.forEach(leaf -> names.add(CodeBlock.of("$N", leaf.name())));
        return Doors.pack(type, value, names.iterator(), rows);
    }
}
