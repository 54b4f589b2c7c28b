package dev.jacobi.processor;

import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.ShapeMarks;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.shapes.Declared;
import dev.jacobi.processor.shapes.ShapeCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Looks for shapes that can't fit; loaded only for methods with tensors, and where there are {@code @Shape}s. */
final class ShapeStage implements Declared {

    private final Functions functions;
    private final ShapeMarks marks;

    private ShapeStage(Functions functions) {
        this.functions = functions;
        this.marks = functions.shapeMarks();
    }

    static List<Problem> check(FunctionName.Primal name, Function function, Functions functions) {
        return ShapeCheck.check(name, function, new ShapeStage(functions));
    }

    /** Looks at all {@code @Shape}s of these elements, whether their methods are differentiated or not. */
    static List<Problem> check(Set<? extends Element> marked, Functions functions) {
        List<Mark> marks = new ArrayList<>();
        functions.shapeMarks().all(marked).forEach(mark -> marks.add(Objects.requireNonNull(mark(mark))));
        return ShapeCheck.check(marks);
    }

    @Override
    public List<@Nullable Mark> parameters(FunctionName.Primal function) {
        List<@Nullable Mark> parameters = new ArrayList<>();
        for (ShapeMarks.Mark mark : marks.parameters(function)) {
            parameters.add(mark(mark));
        }
        return parameters;
    }

    @Override
    public @Nullable Mark result(FunctionName.Primal function) {
        return mark(marks.result(function));
    }

    @Override
    public @Nullable Mark field(Primitive field) {
        return mark(marks.field(field));
    }

    private static @Nullable Mark mark(ShapeMarks.@Nullable Mark mark) {
        return mark == null ? null : new Mark(mark.text(), mark.of(), mark.type() instanceof Type.Tensor, mark.span());
    }

    @Override
    public @Nullable Integer constant(Primitive field) {
        return marks.constant(field);
    }

    @Override
    public @Nullable Function body(FunctionName.Primal function) {
        return functions.read(function).function();
    }
}
