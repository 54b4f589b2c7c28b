package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Records at the doors of generated members: taken apart where they come in, put together where they go out. */
final class Doors {

    private Doors() {}

    /** {@code double bodyMass = body.mass();} for each leaf that is read. */
    static CodeBlock unpack(Derivative.Members members, Set<Var> read, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Door door : members.doors()) {
            if (door.isRecord()) {
                unpack(door.formal(), door.leaves(), read, member, code);
            }
        }
        return code.build();
    }

    private static void unpack(Var whole, List<Var> leaves, Set<Var> read, String member, CodeBlock.Builder code) {
        code.addStatement(
                "$T.requireNonNull($N, $S)", Objects.class, whole.name(), member + ": " + whole.name() + " is null");
        Iterator<Var> next = leaves.iterator();
        unpack(CodeBlock.of("$N", whole.name()), whole.type(), next, read, code);
    }

    private static void unpack(
            CodeBlock value, Type type, Iterator<Var> leaves, Set<Var> read, CodeBlock.Builder code) {
        if (isWhole(type)) {
            for (Type.Component component : ((Type.Struct) type).components()) {
                unpack(CodeBlock.of("$L.$N()", value, component.name()), component.type(), leaves, read, code);
            }
            return;
        }
        Var leaf = leaves.next();
        if (read.contains(leaf)) {
            code.addStatement("$T $N = $L", JavaTypes.of(leaf.type()), leaf.name(), value);
        }
    }

    /** Whether a type is a record, of the source or one that stands for the derivative of one. */
    private static boolean isWhole(Type type) {
        return type instanceof Type.Struct;
    }

    /** Directions, one for each parameter, taken apart into the leaves that the tangent takes. */
    static CodeBlock unpackDots(Derivative.Members members, List<Var> formals, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        Iterator<Var> dots = dots(members).iterator();
        Set<Var> all = new HashSet<>(dots(members));
        List<Door> doors = members.activeDoors();
        for (int i = 0; i < doors.size(); i++) {
            if (doors.get(i).isRecord()) {
                List<Var> leaves = next(dots, count(doors.get(i).derivative()));
                unpack(formals.get(i), leaves, all, member, code);
            } else {
                dots.next();
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
        List<Var> formals = new ArrayList<>();
        Iterator<Var> dots = dots(members).iterator();
        for (Door door : members.activeDoors()) {
            List<Var> leaves = next(dots, count(door.derivative()));
            formals.add(door.isRecord() ? new Var(door.formal().name() + "Dot", door.derivative()) : leaves.get(0));
        }
        return formals;
    }

    /** The seed as users give it. */
    static Var seed(Derivative.Members members) {
        return members.given().isRecord()
                ? new Var("seed", members.given().derivative())
                : members.split().seed();
    }

    /** {@code double seedX = seed.x();} where the result is a record. */
    static CodeBlock unpackSeed(Derivative.Members members, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (members.given().isRecord()) {
            List<Var> seeds = members.split().seeds();
            unpack(seed(members), seeds, new HashSet<>(seeds), member, code);
        }
        return code.build();
    }

    private static int count(Type type) {
        if (!isWhole(type)) {
            return 1;
        }
        int count = 0;
        for (Type.Component component : ((Type.Struct) type).components()) {
            count += count(component.type());
        }
        return count;
    }

    /** {@code new Vector(x, y)}. */
    static CodeBlock pack(Type type, Iterator<CodeBlock> leaves) {
        if (!isWhole(type)) {
            return leaves.next();
        }
        List<CodeBlock> components = new ArrayList<>();
        for (Type.Component component : ((Type.Struct) type).components()) {
            components.add(pack(component.type(), leaves));
        }
        return CodeBlock.of("new $T($L)", JavaTypes.of(type), CodeBlock.join(components, ", "));
    }

    /** The value that users get, of the values that the function gives. */
    static CodeBlock value(Derivative.Members members, List<CodeBlock> values) {
        return Leaves.isRecord(members.result())
                ? pack(members.result(), values.iterator())
                : CodeBlock.join(values, ", ");
    }

    /** The gradient that users get, of the adjoints that the backward sweep gives. */
    static CodeBlock gradient(Derivative.Members members, List<CodeBlock> bars) {
        Iterator<CodeBlock> leaves = bars.iterator();
        List<CodeBlock> all = new ArrayList<>();
        for (Door door : members.activeDoors()) {
            all.add(pack(door.derivative(), leaves));
        }
        CodeBlock list = CodeBlock.join(all, ", ");
        return members.gradient() == null
                ? list
                : CodeBlock.of("new $T($L)", JavaTypes.struct(members.gradient()), list);
    }

    /** Every variable that code reads. */
    static Set<Var> reads(List<Stmt> body) {
        return new HashSet<>(Walk.reads(body));
    }
}
