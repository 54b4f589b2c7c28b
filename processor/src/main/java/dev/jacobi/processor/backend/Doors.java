package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Records at the doors of generated members: taken apart where they come in, put together where they go out. */
final class Doors {

    private static final ClassName ROWS = ClassName.get("dev.jacobi.tape", "Rows");

    private Doors() {}

    /** {@code double bodyMass = body.mass();} for each leaf that is read. */
    static CodeBlock unpack(Derivative.Members members, Set<Var> read, String member) {
        Set<Var> needed = new HashSet<>(read);
        for (List<Integer> pair : members.distinct()) {
            pair.forEach(i -> needed.add(members.primal().parameters().get(i)));
        }
        members.doors().forEach(door -> needed.addAll(door.shapes().keySet()));
        members.present().forEach(i -> needed.add(members.primal().parameters().get(i)));
        return CodeBlock.builder()
                .add(leaves(members, needed, member))
                .add(MemberWriter.arrayChecks(members, member))
                .add(ShapeChecks.call(members, member))
                .build();
    }

    /** All that the method behind a member takes. */
    static CodeBlock leaves(Derivative.Members members, String member) {
        return leaves(members, new HashSet<>(members.primal().parameters()), member);
    }

    private static CodeBlock leaves(Derivative.Members members, Set<Var> needed, String member) {
        CodeBlock.Builder code = CodeBlock.builder().add(fields(members, needed, member));
        String row = row(members);
        for (Door door : members.doors()) {
            if (door.isRecord()) {
                unpack(door.formal(), true, row, door.leaves(), needed, member, code);
            }
        }
        return code.build();
    }

    /** {@code double k = self.k;} for each field that is differentiated by. */
    static CodeBlock fields(Derivative.Members members, String member) {
        return fields(members, new HashSet<>(members.primal().parameters()), member);
    }

    private static CodeBlock fields(Derivative.Members members, Set<Var> read, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Door door : members.doors()) {
            Door.Field field = door.field();
            Var formal = door.formal();
            if (field == null || formal.type() instanceof Type.Scalar && !read.contains(formal)) {
                continue;
            }
            code.addStatement(
                    "$T $N = $N.$L",
                    JavaTypes.of(formal.type()),
                    formal.name(),
                    field.object().name(),
                    field.read());
            if (formal.type() instanceof Type.Tensor) {
                code.addStatement(
                        "$T.requireNonNull($N, $S)",
                        Objects.class,
                        formal.name(),
                        member + ": " + field.read() + " is null");
            }
        }
        return code.build();
    }

    /** @param value whether this is a value, which has all leaves, or a derivative, which has those that carry one */
    private static void unpack(
            Var whole,
            boolean value,
            String row,
            List<Var> leaves,
            Set<Var> read,
            String member,
            CodeBlock.Builder code) {
        requireNonNull(whole.name(), member, code);
        for (RowArray array : RowArray.of(whole, whole.type(), value, leaves)) {
            if (!array.path().equals(whole.name()) && !Collections.disjoint(array.leaves(), read)) {
                requireNonNull(array.path(), member, code);
            }
        }
        Iterator<Var> next = leaves.iterator();
        for (CodeBlock leaf : read(CodeBlock.of("$N", whole.name()), whole.type(), value, row)) {
            Var variable = next.next();
            if (read.contains(variable)) {
                code.addStatement("$T $N = $L", JavaTypes.of(variable.type()), variable.name(), leaf);
            }
        }
    }

    private static void requireNonNull(String whole, String member, CodeBlock.Builder code) {
        code.addStatement("$T.requireNonNull($L, $S)", Objects.class, whole, member + ": " + whole + " is null");
    }

    /**
     * What users call a leaf: {@code body.at().x()}; what comes out of an array of records goes by that array's name.
     */
    static String path(Door door, Var leaf) {
        if (!door.isRecord()) {
            return door.formal().name();
        }
        for (RowArray array : RowArray.of(door)) {
            if (array.leaves().contains(leaf)) {
                return array.path();
            }
        }
        int index = door.leaves().indexOf(leaf);
        CodeBlock whole = CodeBlock.of("$N", door.formal().name());
        return read(whole, door.formal().type(), true, "row").get(index).toString();
    }

    /** What an element is called in a lambda expression, beside the parameters. */
    private static String row(Derivative.Members members) {
        NameSupply names = NameSupply.after(members.tangent());
        members.split().seeds().forEach(seed -> names.fresh(seed.name()));
        String row = names.fresh("row");
        while (!names.fresh(row + "2").equals(row + "2")) { // the elements of an array inside it
            row = names.fresh("element");
        }
        return row;
    }

    /** How the leaves of a value are read. */
    private static List<CodeBlock> read(CodeBlock whole, Type type, boolean value, String row) {
        List<CodeBlock> leaves = new ArrayList<>();
        if (type instanceof Type.Struct struct) {
            for (Type.Component component : struct.components()) {
                leaves.addAll(read(CodeBlock.of("$L.$N()", whole, component.name()), component.type(), value, row));
            }
        } else if (isWhole(type)) {
            rows(whole, (Type.Array) type, value, row, leaves);
        } else {
            leaves.add(whole);
        }
        return leaves;
    }

    /** {@code Rows.doubles(vs, row -> row.x())}. */
    private static void rows(CodeBlock whole, Type.Array type, boolean value, String row, List<CodeBlock> leaves) {
        List<CodeBlock> paths = read(CodeBlock.of("$N", row), type.element(), value, row + "2");
        List<Type.Component> types = RowsMethods.leaves(type, value);
        for (int i = 0; i < paths.size(); i++) {
            Type element = ((Type.Array) types.get(i).type()).element();
            String method = element instanceof Type.Scalar scalar ? scalar.keyword() + "s" : "objects";
            CodeBlock made = element instanceof Type.Scalar
                    ? CodeBlock.of("")
                    : CodeBlock.of("$T[]::new, ", JavaTypes.of(element));
            leaves.add(CodeBlock.of("$T.$N($L, $L$N -> $L)", ROWS, method, whole, made, row, paths.get(i)));
        }
        if (value && type.element() instanceof Type.Struct) {
            leaves.add(CodeBlock.of("$T.given($L)", ROWS, whole));
        }
    }

    /** Whether a type is a record, of the source or one that stands for the derivative of one, or an array of such. */
    static boolean isWhole(Type type) {
        return type instanceof Type.Struct || type instanceof Type.Array array && isWhole(array.element());
    }

    /** Directions, one for each parameter, taken apart into the leaves that the tangent takes. */
    static CodeBlock unpackDots(Derivative.Members members, List<Var> formals, String member) {
        return unpackDots(members, dots(members), formals, member);
    }

    static CodeBlock unpackDots(Derivative.Members members, List<Var> leafDots, List<Var> formals, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        String row = row(members);
        Iterator<Var> dots = leafDots.iterator();
        Set<Var> all = new HashSet<>(leafDots);
        List<Door> doors = members.activeDoors();
        for (int i = 0; i < doors.size(); i++) {
            List<Var> leaves = next(dots, count(doors.get(i).derivative()));
            if (doors.get(i).isRecord()) {
                unpack(formals.get(i), false, row, leaves, all, member, code);
            }
        }
        return code.build();
    }

    private static List<Var> next(Iterator<Var> variables, int count) {
        List<Var> next = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            next.add(variables.next());
        }
        return next;
    }

    /** The directions that the tangent takes. */
    static List<Var> dots(Derivative.Members members) {
        List<Var> all = members.tangent().parameters();
        return all.subList(members.primal().parameters().size(), all.size());
    }

    /** The directions as users give them. */
    static List<Var> formalDots(Derivative.Members members) {
        return formalDots(members, dots(members), NameSupply.after(members.tangent()));
    }

    /** Directions as users give them, of those that a function takes. */
    static List<Var> formalDots(Derivative.Members members, List<Var> leafDots, NameSupply names) {
        List<Var> formals = new ArrayList<>();
        Iterator<Var> dots = leafDots.iterator();
        for (Door door : members.activeDoors()) {
            List<Var> leaves = next(dots, count(door.derivative()));
            formals.add(
                    door.isRecord()
                            ? new Var(names.fresh(door.formal().name() + "Dot"), door.derivative())
                            : leaves.get(0));
        }
        return formals;
    }

    /** The seed as users give it. */
    static Var seed(Derivative.Members members) {
        return members.given().isRecord()
                ? new Var(
                        NameSupply.after(members.split()).fresh("seed"),
                        members.given().derivative())
                : members.split().seed();
    }

    /** {@code double seedX = seed.x();} where the result is a record. */
    static CodeBlock unpackSeed(Derivative.Members members, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (members.given().isRecord()) {
            List<Var> seeds = members.split().seeds();
            unpack(seed(members), false, row(members), seeds, new HashSet<>(seeds), member, code);
        }
        return code.build();
    }

    private static int count(Type type) {
        return read(CodeBlock.of(""), type, false, "").size();
    }

    /** {@code new Vector(x, y)}. */
    static CodeBlock pack(Type type, boolean value, Iterator<CodeBlock> leaves, RowsMethods rows) {
        if (!isWhole(type)) {
            return leaves.next();
        }
        if (type instanceof Type.Array array) {
            List<CodeBlock> own = new ArrayList<>();
            RowsMethods.leaves(array, value).forEach(leaf -> own.add(leaves.next()));
            return rows.call(array, value, own);
        }
        List<CodeBlock> components = new ArrayList<>();
        for (Type.Component component : ((Type.Struct) type).components()) {
            components.add(pack(component.type(), value, leaves, rows));
        }
        return CodeBlock.of("new $T($L)", JavaTypes.of(type), CodeBlock.join(components, ",$W"));
    }

    /** The value that users get, of the values that the function gives. */
    static CodeBlock value(Derivative.Members members, List<CodeBlock> values, RowsMethods rows) {
        return Leaves.isRecord(members.result())
                ? pack(members.result(), true, values.iterator(), rows)
                : CodeBlock.join(values, ",$W");
    }

    /** The gradient that users get, of the adjoints that the backward sweep gives. */
    static CodeBlock gradient(Derivative.Members members, List<CodeBlock> bars, RowsMethods rows) {
        Iterator<CodeBlock> leaves = bars.iterator();
        List<CodeBlock> all = new ArrayList<>();
        for (Door door : members.activeDoors()) {
            all.add(pack(door.derivative(), false, leaves, rows));
        }
        CodeBlock list = CodeBlock.join(all, ",$W");
        return members.gradient() == null
                ? list
                : CodeBlock.of("new $T($L)", JavaTypes.struct(members.gradient()), list);
    }

    /** What the method has written to arrays of records, in the caller's. */
    static CodeBlock handBack(Derivative.Members members, RowsMethods rows) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Door door : members.doors()) {
            for (RowArray array : RowArray.of(door)) {
                if (array.isWritten(door)) {
                    code.addStatement("$T.copy($L, $L)", ROWS, array.packed(true, rows), array.path());
                }
            }
        }
        return code.build();
    }

    /** The same for the directions, which hold the tangents of what was written. */
    static CodeBlock handBackDots(Derivative.Members members, RowsMethods rows) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (RowArray array : writtenDots(members, formalDots(members))) {
            code.addStatement("$T.copy($L, $L)", ROWS, array.packed(false, rows), array.path());
        }
        return code.build();
    }

    /** The arrays of records, in directions as users give them, that hold tangents of what is written. */
    static List<RowArray> writtenDots(Derivative.Members members, List<Var> formals) {
        List<RowArray> written = new ArrayList<>();
        Iterator<Var> dots = dots(members).iterator();
        Iterator<Var> formal = formals.iterator();
        for (Door door : members.activeDoors()) {
            Var whole = formal.next();
            Set<String> paths = new HashSet<>();
            RowArray.of(door).stream()
                    .filter(array -> array.isWritten(door))
                    .forEach(array -> paths.add(within(door.formal(), array)));
            RowArray.of(whole, door.derivative(), false, next(dots, count(door.derivative()))).stream()
                    .filter(array -> paths.contains(within(whole, array)))
                    .forEach(written::add);
        }
        return written;
    }

    private static String within(Var whole, RowArray array) {
        return array.path().substring(whole.name().length());
    }

    /** Every variable that code reads. */
    static Set<Var> reads(List<Stmt> body) {
        return new HashSet<>(Walk.reads(body));
    }
}
