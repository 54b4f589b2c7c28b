package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Directions at the doors of generated members: shaped like the parameters, and safe from what the method overwrites. A
 * method that gives something works in copies of them; of a {@code void} method they hold the derivatives of what it
 * leaves in its arrays, so those that it overwrites must be arrays of their own.
 */
final class DirectionWriter {

    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");
    private static final ClassName BARS = ClassName.get("dev.jacobi.tape", "Bars");
    private static final ClassName DIRECTIONS = ClassName.get("dev.jacobi.tape", "Directions");

    private final Derivative.Members members;
    private final String member;
    private final boolean copies;
    private final List<Integer> active;
    private final CodeBlock.Builder code = CodeBlock.builder();

    /** @param copies whether each direction has to be another array than any argument, even where all are only read */
    DirectionWriter(Derivative.Members members, String member, boolean copies) {
        this.members = members;
        this.member = member;
        this.copies = copies;
        this.active = List.copyOf(members.active());
    }

    /** The parameters, or leaves of them, that directions are compared with. */
    static Set<Var> reads(Derivative.Members members) {
        Set<Var> read = new HashSet<>();
        changed(members).forEach(i -> read.add(members.primal().parameters().get(i)));
        for (int i : members.active()) {
            Var parameter = members.primal().parameters().get(i);
            if (parameter.type() instanceof Type.Array || parameter.type() instanceof Type.Tensor) {
                read.add(parameter); // its direction is shaped like it
            }
        }
        return read;
    }

    /** A seed may be an argument, too: it counts as it is before the method overwrites that. */
    static CodeBlock seedCopy(Derivative.Members members, Var seed) {
        List<Var> parameters = members.primal().parameters();
        boolean mayChange = seed.type() instanceof Type.Array array
                && !Doors.isWhole(array)
                && changed(members).stream()
                        .anyMatch(i -> parameters.get(i).type().innermost().equals(array.innermost()));
        return mayChange
                ? CodeBlock.builder()
                        .addStatement("$1N = $2T.copy($1N)", seed.name(), DIRECTIONS)
                        .build()
                : CodeBlock.of("");
    }

    private static Set<Integer> changed(Derivative.Members members) {
        Set<Integer> changed = new TreeSet<>(members.overwritten());
        changed.addAll(members.moved());
        return changed;
    }

    /**
     * @param dots a direction for each active parameter
     * @param formals the directions as users give them
     */
    CodeBlock write(List<Var> dots, List<Var> formals) {
        for (int i = 0; i < dots.size(); i++) {
            shape(i, dots.get(i));
        }
        if (members.result() == Type.Scalar.VOID) {
            apart(dots);
            rowsApart(formals);
        }
        for (int i = 0; i < dots.size(); i++) {
            if (dots.get(i).type() instanceof Type.Array && !door(i).isMade(parameter(i))) {
                safe(i, dots.get(i));
            }
        }
        return code.build();
    }

    private Var parameter(int dot) {
        return members.primal().parameters().get(active.get(dot));
    }

    private Door door(int dot) {
        return members.door(parameter(dot));
    }

    private void shape(int i, Var dot) {
        Var parameter = parameter(i);
        String name = parameter.name();
        String path = Doors.path(door(i), parameter);
        if (dot.type() instanceof Type.Tensor) {
            code.addStatement("$N = $T.direction($N, $N, $S, $S)", dot.name(), SEEDS, dot.name(), name, member, path);
        } else if (Shadows.holdsTensors(dot.type())) {
            code.addStatement("$T.checkDirection($N, $N, $S, $S)", SEEDS, dot.name(), name, member, path);
        } else if (dot.type() instanceof Type.Array) {
            String method = isGiven(i) ? "direction" : "directions";
            code.addStatement(
                    "$T.$N($N, $N, $S, $S, $S)", BARS, method, dot.name(), name, member, called(i, dot), path);
        }
    }

    /** Whether a parameter is the user's own array, itself or in a record, and not gathered from many. */
    private boolean isGiven(int i) {
        return RowArray.of(door(i)).stream().noneMatch(array -> array.leaves().contains(parameter(i)));
    }

    private static boolean isOfRows(Var dot) {
        return ((Type.Array) dot.type()).element() instanceof Type.Array;
    }

    /** A direction that is overwritten, or read while something is, is no other array of the caller's. */
    private void safe(int i, Var dot) {
        boolean overwritten = members.overwritten().contains(active.get(i)) && isOfRows(dot);
        Var parameter = parameter(i);
        String path = Doors.path(door(i), parameter);
        if (members.result() == Type.Scalar.VOID) {
            if (overwritten) {
                code.addStatement(
                        "$T.check($N, $N, $S, $S, $S)",
                        DIRECTIONS,
                        dot.name(),
                        parameter.name(),
                        member,
                        called(i, dot),
                        path);
            }
        } else if (overwritten) {
            code.addStatement(
                    "$1N = $2T.copy($1N, $3N, $4S, $5S, $6S)",
                    dot.name(),
                    DIRECTIONS,
                    parameter.name(),
                    member,
                    called(i, dot),
                    path);
        } else if (copies || changed(members).stream().anyMatch(k -> mayBeOne(dot, k))) {
            code.addStatement("$1N = $2T.copy($1N)", dot.name(), DIRECTIONS);
        }
    }

    private boolean mayBeOne(Var dot, int parameter) {
        Type other = members.primal().parameters().get(parameter).type();
        return dot.type().innermost().equals(other.innermost());
    }

    /** What users call a direction. */
    private String called(int i, Var dot) {
        return door(i).isRecord() ? "the direction of " + Doors.path(door(i), parameter(i)) : dot.name();
    }

    /** The derivatives that a {@code void} method leaves meet neither each other nor its arguments. */
    private void apart(List<Var> dots) {
        Set<Integer> changed = changed(members);
        List<Var> parameters = members.primal().parameters();
        for (int i = 0; i < dots.size(); i++) {
            Var dot = dots.get(i);
            if (!(dot.type() instanceof Type.Array) || door(i).isMade(parameter(i))) {
                continue;
            }
            for (int k = 0; k < parameters.size(); k++) {
                Var other = parameters.get(k);
                Door door = members.door(other);
                boolean changes = changed.contains(k) || changed.contains(active.get(i));
                boolean array = other.type() instanceof Type.Array && !door.isMade(other);
                if (changes && array && mayBeOne(dot, k)) {
                    SharedArrays.distinct(
                            code, other.name(), dot.name(), Doors.path(door, other), called(i, dot), member);
                    int second = active.indexOf(k);
                    if (second > i) {
                        Var otherDot = dots.get(second);
                        SharedArrays.distinct(
                                code, dot.name(), otherDot.name(), called(i, dot), called(second, otherDot), member);
                    }
                }
            }
        }
    }

    /** Nor do those in arrays of records, which are put together at the end. */
    private void rowsApart(List<Var> formals) {
        List<RowArray> before = new ArrayList<>();
        members.doors().forEach(door -> before.addAll(RowArray.of(door)));
        for (RowArray array : Doors.writtenDots(members, formals)) {
            SharedArrays.once(code, array, member);
            for (RowArray other : before) {
                if (SharedArrays.mayBeOne(array, other)) {
                    SharedArrays.distinct(code, other.path(), array.path(), other.path(), array.path(), member);
                }
            }
            before.add(array);
        }
    }
}
