package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.backend.Door;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.ShapeMarks;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an annotated method takes and gives as the source has it, beside its function's leaves. */
final class MethodDoors {

    private final Functions functions;

    MethodDoors(Functions functions) {
        this.functions = functions;
    }

    Door result(Subject subject, Plan plan) {
        Type type = functions.type(subject.method().getReturnType());
        return new Door(new Var("value", type), List.of(), true, plan.derivative(type));
    }

    /** The method's parameters, and behind them the fields that it is differentiated by. */
    List<Door> parameters(Subject subject, Function primal, Memory memory, Plan plan) {
        List<Functions.Leaf> leaves = functions.leaves(subject.name());
        List<Functions.Formal> formals = functions.formals(subject.name());
        List<String> names = functions.formalNames(subject.name());
        List<Door> doors = new ArrayList<>();
        for (int i = 0; i < formals.size(); i++) {
            Type type = functions.type(formals.get(i).type());
            List<Var> own = new ArrayList<>();
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                if (leaves.get(leaf).formal() == i) {
                    own.add(primal.parameters().get(leaf));
                }
            }
            Var formal = Leaves.isRecord(type) ? new Var(names.get(i), type) : own.get(0);
            Door door = new Door(formal, own, subject.formals().contains(i), plan.derivative(type))
                    .writing(leaf -> memory.isWritten(memory.region(leaf)))
                    .shaped(shapes(subject, primal, own));
            int field = i - functions.formals(subject.method()).size();
            doors.add(
                    field < 0
                            ? door
                            : door.of(doors.get(0).formal(), subject.fields().get(field)));
        }
        return doors;
    }

    /** What is said of the shapes of tensors. */
    private Map<Var, String> shapes(Subject subject, Function primal, List<Var> leaves) {
        Map<Var, String> shapes = new LinkedHashMap<>();
        if (leaves.stream().noneMatch(leaf -> leaf.type() instanceof Type.Tensor)) {
            return shapes;
        }
        List<ShapeMarks.@Nullable Mark> marks = functions.shapeMarks().parameters(subject.name());
        for (int i = 0; i < marks.size(); i++) {
            ShapeMarks.Mark mark = marks.get(i);
            Var leaf = primal.parameters().get(i);
            if (mark != null && leaves.contains(leaf) && leaf.type() instanceof Type.Tensor) {
                shapes.put(leaf, mark.text());
            }
        }
        return shapes;
    }

    /** Whether a record is taken apart: one that the method takes or gives, or a field that is differentiated by. */
    boolean takeApart(Subject subject) {
        List<Functions.Formal> formals = functions.formals(subject.name());
        return functions.takesApart(subject.method())
                || subject.formals().stream()
                        .anyMatch(i ->
                                Leaves.isRecord(functions.type(formals.get(i).type())));
    }
}
