package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a member that calls others of the same class several times: where the method overwrites an array
 * that it is given, each call works on one of its own.
 */
final class FreshArguments {

    private static final ClassName SHADOWS = ClassName.get("dev.jacobi.tape", "Shadows");

    private FreshArguments() {}

    /** {@code x, y.clone()}. */
    static CodeBlock of(Derivative.Members members) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Door door : members.doors()) {
            if (door.field() == null) {
                arguments.add(of(members, door));
            }
        }
        return CodeBlock.join(arguments, ", ");
    }

    private static CodeBlock of(Derivative.Members members, Door door) {
        String name = door.formal().name();
        if (door.isRecord() || !isChanged(members, door)) {
            return CodeBlock.of("$N", name);
        }
        return ((Type.Array) door.formal().type()).element() instanceof Type.Scalar
                ? members.present().contains(members.primal().parameters().indexOf(door.formal()))
                        ? CodeBlock.of("$N.clone()", name)
                        : CodeBlock.of("$1N == null ? null : $1N.clone()", name)
                : CodeBlock.of("$T.copy($N)", SHADOWS, name);
    }

    /** The same as leaves, as the functions behind the members take them. */
    static CodeBlock leaves(Derivative.Members members) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Var leaf : members.primal().parameters()) {
            Door door = members.door(leaf);
            arguments.add(door.isRecord() ? CodeBlock.of("$N", leaf.name()) : of(members, door));
        }
        return CodeBlock.join(arguments, ", ");
    }

    /** Whether the method writes to an array that it is given, or hands it on to who may. */
    static boolean isChanged(Derivative.Members members, Door door) {
        List<Var> all = members.primal().parameters();
        return door.leaves().stream()
                .anyMatch(leaf -> leaf.type() instanceof Type.Array
                        && !members.snapshots().contains(all.indexOf(leaf)));
    }
}
