package dev.jacobi.processor.fuse;

import dev.jacobi.processor.fuse.Node.Operand;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold so that each operation of a loop gives a tensor of the loop's shape. An operation that takes another's
 * result does, as that has this shape and everything fits it; others do where their operands stretch to it together.
 */
final class Spans {

    /** What the loop reads, in order. */
    private final Set<Var> tensors = new LinkedHashSet<>();

    private final Set<Var> whole = new LinkedHashSet<>();
    private final Set<Set<Var>> together = new LinkedHashSet<>();

    void read(Var variable) {
        tensors.add(variable);
    }

    boolean reads(Var variable) {
        return tensors.contains(variable);
    }

    /** A tensor must have the loop's shape by itself. */
    void need(Operand operand) {
        if (operand instanceof Operand.Element element) {
            whole.add(element.array());
        }
    }

    /** An operation on these gives a tensor of the loop's shape. */
    void need(List<Operand> operands) {
        Set<Var> span = new LinkedHashSet<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Result r && !r.node().isNumber()) {
                return;
            }
            if (operand instanceof Operand.Element element) {
                span.add(element.array());
            }
        }
        if (span.size() == 1) {
            whole.addAll(span);
        } else if (!span.isEmpty()) {
            together.add(span);
        }
    }

    /** The tensors that must have the loop's shape. */
    List<Var> leading() {
        return tensors.stream().filter(whole::contains).toList();
    }

    /** The tensors that must stretch to it. */
    List<Var> stretched() {
        return tensors.stream().filter(v -> !whole.contains(v)).toList();
    }

    /** Those that must have it together. */
    List<List<Var>> together() {
        List<List<Var>> all = new ArrayList<>();
        for (Set<Var> span : together) {
            if (span.stream().noneMatch(whole::contains)) {
                all.add(List.copyOf(span));
            }
        }
        return all;
    }

    /** Whether the loop's shape is known by anything. */
    boolean isEmpty() {
        return whole.isEmpty() && together.isEmpty();
    }
}
