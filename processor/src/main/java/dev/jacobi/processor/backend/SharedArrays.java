package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Arguments that share an array are refused where that would give wrong derivatives. */
final class SharedArrays {

    private static final ClassName SHADOWS = ClassName.get("dev.jacobi.tape", "Shadows");

    private SharedArrays() {}

    static CodeBlock checks(Derivative.Members members, String member) {
        return checks(members, member, (door, leaf) -> leaf.name());
    }

    /** The same where records aren't taken apart. */
    static CodeBlock wholeChecks(Derivative.Members members, String member) {
        return checks(members, member, Doors::path);
    }

    private static CodeBlock checks(Derivative.Members members, String member, BiFunction<Door, Var, String> read) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (List<Integer> pair : members.distinct()) {
            Var a = members.primal().parameters().get(pair.get(0));
            Var b = members.primal().parameters().get(pair.get(1));
            Door first = members.door(a);
            Door second = members.door(b);
            if (!first.isMade(a) && !second.isMade(b)) {
                distinct(
                        code,
                        read.apply(first, a),
                        read.apply(second, b),
                        Doors.path(first, a),
                        Doors.path(second, b),
                        member);
            }
        }
        return code.add(rows(members, member)).build();
    }

    /** Arrays of records are taken apart into arrays of their own, so they are looked at as they came in. */
    private static CodeBlock rows(Derivative.Members members, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<RowArray> before = new ArrayList<>();
        List<RowArray> written = new ArrayList<>();
        for (Door door : members.doors()) {
            for (RowArray array : RowArray.of(door)) {
                if (array.isWritten(door)) {
                    written.add(array);
                    once(code, array, member);
                }
                for (RowArray other : before) {
                    if ((written.contains(other) || written.contains(array)) && mayBeOne(array, other)) {
                        distinct(code, other.path(), array.path(), other.path(), array.path(), member);
                    }
                }
                before.add(array);
            }
        }
        return code.build();
    }

    static boolean mayBeOne(RowArray a, RowArray b) {
        return a.record().equals(b.record());
    }

    /** No row of records stands twice. */
    static void once(CodeBlock.Builder code, RowArray array, String member) {
        if (array.hasRows()) {
            code.addStatement(
                    "$T.checkRows($L, $S)",
                    SHADOWS,
                    array.path(),
                    member + ": " + array.path()
                            + " holds one array in two places, and the method changes it: pass copies");
        }
    }

    /** @param nameA what users call the array */
    static void distinct(CodeBlock.Builder code, String a, String b, String nameA, String nameB, String member) {
        code.addStatement(
                "$T.checkDistinct($L, $L, $S)",
                SHADOWS,
                a,
                b,
                member + ": " + nameA + " and " + nameB
                        + " share an array that the method changes or gives back: pass a copy of one");
    }
}
