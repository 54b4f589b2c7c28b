package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds shapes that can't fit, wherever a differentiated method gets with shapes that are known.
 *
 * <p>It is an abstract interpretation (Cousot, Cousot 1977) over what {@link Extents} can say. Each function is looked
 * at by itself, and once more for each call with the shapes that the call gives it; there a branch that isn't decided
 * says nothing, as it may be there for other shapes.
 */
public final class ShapeCheck {

    private ShapeCheck() {}

    /** What is wrong with the shapes in a function and in those that it calls. */
    public static List<Problem> check(FunctionName.Primal name, Function function, Declared declared) {
        Reports reports = new Reports();
        FunctionName.@Nullable Primal marked = name.isPiece() ? null : name;
        if (marked != null) {
            List<Declared.@Nullable Mark> marks = new ArrayList<>(declared.parameters(marked));
            marks.add(declared.result(marked));
            marks.forEach(mark -> check(mark, reports));
        }
        new Analysis(declared, reports).function(function, marked);
        return reports.all();
    }

    private static void check(Declared.@Nullable Mark mark, Reports reports) {
        if (mark == null) {
            return;
        }
        String problem = ShapeText.read(mark.text()).problem();
        if (!mark.isTensor()) {
            reports.noTensor(mark);
        } else if (!problem.isEmpty()) {
            reports.text(mark, problem);
        }
    }
}
