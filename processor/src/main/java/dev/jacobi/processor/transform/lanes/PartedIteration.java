package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a loop, parted.
 *
 * @param rest what can run for several iterations at once, before their tails
 * @param tail what reads, by way of others, what the loop carries
 */
record PartedIteration(List<Stmt> rest, List<Stmt> tail) {

    /**
     * Null where a block reads what the loop carries, or where the rest, which runs first, writes to an array that the
     * tail has read by then.
     */
    static @Nullable PartedIteration of(List<Stmt> body, Set<Var> carried, Memory memory) {
        List<Stmt> rest = new ArrayList<>();
        List<Stmt> tail = new ArrayList<>();
        Set<Var> serial = new HashSet<>(carried);
        Set<Var> seen = new HashSet<>();
        for (Stmt statement : body) {
            Set<Var> read = Walk.reads(List.of(statement));
            if (!touches(statement, read, serial)) {
                if (writes(statement, seen, memory)) {
                    return null;
                }
                rest.add(statement);
                continue;
            }
            if (!isNumber(statement)) {
                return null;
            }
            read.stream().filter(v -> Memory.isArray(v.type())).forEach(v -> seen.add(memory.region(v)));
            tail.add(statement);
            if (statement instanceof Stmt.Declare s) {
                serial.add(s.variable());
            }
        }
        return tail.isEmpty() ? null : new PartedIteration(rest, tail);
    }

    List<Stmt> all() {
        List<Stmt> all = new ArrayList<>(rest);
        all.addAll(tail);
        return all;
    }

    private static boolean touches(Stmt statement, Set<Var> read, Set<Var> serial) {
        Set<Var> touched = new HashSet<>(read);
        touched.addAll(Walk.assigns(List.of(statement)));
        return touched.stream().anyMatch(serial::contains);
    }

    private static boolean writes(Stmt statement, Set<Var> regions, Memory memory) {
        return Walk.all(List.of(statement)).stream()
                .map(BatchCheck::written)
                .filter(Objects::nonNull)
                .anyMatch(array -> regions.contains(memory.region(array)));
    }

    private static boolean isNumber(Stmt statement) {
        return statement instanceof Stmt.Declare s && isNumber(s.variable(), s.value())
                || statement instanceof Stmt.Assign a && isNumber(a.variable(), a.value());
    }

    private static boolean isNumber(Var variable, @Nullable Expr value) {
        return value != null
                && !(value instanceof Expr.Call)
                && LaneCheck.isNumeric(variable.type())
                && variable.type() instanceof Type.Scalar;
    }
}
