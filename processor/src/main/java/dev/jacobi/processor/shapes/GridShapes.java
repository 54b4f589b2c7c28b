package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Tensors stretched to one shape together: as the axes of a grid, or as broadcasting does it. */
final class GridShapes {

    private GridShapes() {}

    static void add(Map<String, Shaping> table) {
        table.put("Tensor.meshgrid", GridShapes::grids);
        table.put("Tensor.broadcastTensors", GridShapes::stretched);
    }

    private static Value stretched(Operation op) {
        List<Extents> tensors = JoinShapes.tensors(op, 0);
        Extents all = Extents.SCALAR;
        for (int i = 0; i < tensors.size(); i++) {
            for (int before = 0; before < i; before++) {
                if (Extents.cannotBroadcast(tensors.get(before), tensors.get(i))) {
                    op.refuse(
                            "counted from the last, dimensions must be equal or 1",
                            JoinShapes.operand(op, 0, before),
                            JoinShapes.operand(op, 0, i));
                    return Value.unknown();
                }
            }
            all = Extents.broadcast(all, tensors.get(i));
        }
        return each(op, all, tensors.size());
    }

    private static Value grids(Operation op) {
        int from = op.parameters().get(0).equals("java.lang.String") ? 1 : 0;
        List<Extents> tensors = JoinShapes.tensors(op, from);
        List<Dim> lengths = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).hasMoreThan(1)) {
                op.refuse("each must have one dimension, or none", JoinShapes.operand(op, from, i));
                return Value.unknown();
            }
            lengths.add(tensors.get(i).size());
        }
        if (from == 1 && lengths.size() > 1) {
            if (!(op.value(0) instanceof Value.Text indexing)) {
                return each(op, Extents.UNKNOWN, tensors.size());
            }
            Collections.swap(lengths, 0, indexing.value().equals("xy") ? 1 : 0);
        }
        return each(op, Extents.of(lengths), tensors.size());
    }

    private static Value each(Operation op, Extents shape, int count) {
        return count == 0 ? Value.unknown() : Value.Array.of(Collections.nCopies(count, Shaping.made(op, shape)));
    }
}
