package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** The Javadoc of {@code gradientInto} and {@code vjpInto}. */
final class InPlaceDocs {

    private InPlaceDocs() {}

    /** @param marksLoops whether some loop makes arrays of its own in each call */
    static CodeBlock of(Derivative.Members members, InPlace inPlace, boolean marksLoops) {
        List<String> lines = new ArrayList<>(what(members));
        lines.add("");
        lines.add(
                "<p>Once the workspace has served such a call, nothing is allocated but what the method gives back or hands");
        if (marksLoops) {
            lines.add("to others, and what loops marked {@code @Checkpoint} or {@code @FixedPoint} work in.");
            lines.add("If the method throws, so does this, and the arrays given for derivatives are as they were.");
        } else {
            lines.add(
                    "to others. If the method throws, so does this, and the arrays given for derivatives are as they were.");
        }
        lines.add("");
        Var seed = InPlaceWriter.seed(members, inPlace);
        if (seed != null) {
            lines.add("@param " + seed.name() + " the weight of each element of the result");
        }
        for (InPlace.Bar bar : inPlace.bars()) {
            lines.add(parameter(bar, members.result() == Type.Scalar.VOID));
        }
        lines.add("@param " + inPlace.workspace().name() + " memory to work in, one per thread");
        lines.add("@return what the method gives");
        if (members.result() == Type.Scalar.VOID) {
            lines.remove(lines.size() - 1);
        }
        lines.add("@throws IllegalArgumentException if an array is missing, has another shape, or is given twice");
        if (members.iterates()) {
            lines.addAll(Docs.NOT_CONVERGED);
        }
        return CodeBlock.of("$L", String.join("\n", lines) + "\n");
    }

    private static List<String> what(Derivative.Members members) {
        String method = "{@code " + members.displayed() + "}";
        Type result = members.result();
        if (result == Type.Scalar.VOID) {
            return List.of(
                    "Calls " + method
                            + " and takes derivatives back through it: of the sum of all that it leaves in its",
                    "arrays, each element multiplied by its seed, by all that was there before.");
        }
        return result instanceof Type.Array
                ? List.of(
                        "The value of " + method + "; adds to the given arrays the derivatives of the sum of all",
                        "results, each multiplied by its seed.")
                : List.of("The value of " + method + "; adds its derivatives to the given arrays.");
    }

    private static String parameter(InPlace.Bar bar, boolean seeds) {
        String of = "{@code " + bar.parameter().name() + "}";
        String name = "@param " + bar.bar().name() + " ";
        if (bar.kind() == InPlace.Kind.NUMBER) {
            return name + "an array of one element, to which the derivative by " + of + " is added";
        }
        return seeds
                ? name + "shaped like " + of + ": brings the seeds of its elements, takes the derivatives by them"
                : name + "shaped like " + of + ": the derivative by it is added";
    }
}
