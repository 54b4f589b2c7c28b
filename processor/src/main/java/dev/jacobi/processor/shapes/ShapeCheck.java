package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import java.util.List;

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
        new Analysis(declared, reports).function(function, name.isPiece() ? null : name);
        return reports.all();
    }

    /** What is wrong with {@code @Shape}s themselves. */
    public static List<Problem> check(List<Declared.Mark> marks) {
        Reports reports = new Reports();
        for (Declared.Mark mark : marks) {
            String problem = ShapeText.read(mark.text()).problem();
            if (!mark.isTensor()) {
                reports.noTensor(mark);
            } else if (!problem.isEmpty()) {
                reports.text(mark, problem);
            }
        }
        return reports.all();
    }
}
