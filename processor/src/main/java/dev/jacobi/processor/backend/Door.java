package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A parameter or result as users see it, and as the function behind it does: records come in whole and are taken apart
 * at the door.
 *
 * @param formal the parameter that users see
 * @param leaves the function's parameters that it becomes: one, or those of a record
 * @param active whether it is differentiated by
 * @param written those leaves that hold an array's records, taken apart, and that the method writes to
 * @param derivative the type of its derivative
 * @param field the field that it is, which members read at the door; null for a parameter
 * @param shapes what {@code @Shape} says of the leaves that are tensors
 */
public record Door(
        Var formal,
        List<Var> leaves,
        boolean active,
        Set<Var> written,
        Type derivative,
        @Nullable Field field,
        Map<Var, String> shapes) {

    /** {@code self.k}, or {@code self.k()}. */
    public record Field(Var object, String read) {}

    public Door {
        leaves = List.copyOf(leaves);
        written = Set.copyOf(written);
        shapes = Map.copyOf(shapes);
    }

    public Door(Var formal, List<Var> leaves, boolean active, Type derivative) {
        this(formal, leaves, active, Set.of(), derivative, null, Map.of());
    }

    /** The same as a field of an object. */
    public Door of(Var object, String read) {
        return new Door(formal, leaves, active, written, derivative, new Field(object, read), shapes);
    }

    /** The same with what is said of shapes. */
    public Door shaped(Map<Var, String> texts) {
        return new Door(formal, leaves, active, written, derivative, field, texts);
    }

    /** The same of a method that writes to leaves. */
    public Door writing(Predicate<Var> isWritten) {
        Set<Var> all = new HashSet<>();
        RowArray.of(this)
                .forEach(array -> array.made().stream().filter(isWritten).forEach(all::add));
        return new Door(formal, leaves, active, all, derivative, field, shapes);
    }

    /** Whether a leaf is an array that was made at the door, of an array of records. */
    boolean isMade(Var leaf) {
        return RowArray.of(this).stream().anyMatch(array -> array.made().contains(leaf));
    }

    /** Whether the caller's arrays of records must be told what the method has written. */
    boolean isWrittenRows() {
        return !written.isEmpty();
    }

    /** Whether it is a record whose derivative is made of numbers alone. */
    public boolean isNumbers() {
        return isRecord() && numbers().stream().allMatch(number -> number.type() instanceof Type.Scalar);
    }

    /** What a record's derivative is made of: {@code positionX}. */
    List<Type.Component> numbers() {
        List<Type.Component> numbers = new ArrayList<>();
        add("", derivative, numbers);
        return Leaves.distinct(numbers);
    }

    private static void add(String name, Type type, List<Type.Component> numbers) {
        if (type instanceof Type.Struct struct) {
            struct.components().forEach(c -> add(Leaves.joined(name, c.name()), c.type(), numbers));
        } else {
            numbers.add(new Type.Component(name, type));
        }
    }

    /** Whether it is a record, or an array of records: taken apart where it comes in. */
    public boolean isRecord() {
        return Leaves.isRecord(formal.type());
    }
}
