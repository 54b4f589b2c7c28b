package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** The Javadoc of generated members, for readers who have never differentiated a program. */
final class Docs {

    /** Of members that take derivatives of fixed points. */
    static final List<String> NOT_CONVERGED = List.of(
            "@throws dev.jacobi.NotConvergedException if a loop marked {@code @FixedPoint} ended before it had arrived at a",
            "    fixed point, or its derivative can't be had there");

    private Docs() {}

    private static String method(Derivative.Members members) {
        return "{@code " + members.displayed() + "}";
    }

    /** {@code x}, or {@code x and y}. */
    private static String by(Derivative.Members members) {
        List<Var> variables = members.differentiated();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            String separator = i == 0 ? "" : i == variables.size() - 1 ? " and " : ", ";
            text.append(separator)
                    .append("{@code ")
                    .append(variables.get(i).name())
                    .append('}');
        }
        return text.toString();
    }

    private static CodeBlock lines(String... lines) {
        return CodeBlock.of("$L", String.join("\n", lines) + "\n");
    }

    /** Of what computes derivatives. */
    private static CodeBlock derivative(Derivative.Members members, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        if (members.iterates()) {
            if (all.stream().noneMatch(line -> line.startsWith("@"))) {
                all.add("");
            }
            all.addAll(NOT_CONVERGED);
        }
        return lines(all.toArray(String[]::new));
    }

    private static boolean isTensor(Derivative.Members members) {
        return members.result() instanceof Type.Tensor;
    }

    static CodeBlock gradient(Derivative.Members members) {
        String what = members.gradient() == null
                ? "The derivative of " + method(members) + " by " + by(members) + ", shaped like it."
                : "The derivatives of " + method(members) + " by " + by(members) + ", one component for each.";
        return isTensor(members)
                ? derivative(
                        members, what, "", "@throws IllegalArgumentException if the result has more than one element")
                : derivative(members, what);
    }

    static CodeBlock valueAndGradient(Derivative.Members members) {
        String what = "The value of " + method(members) + " and its gradient, in one go.";
        return isTensor(members)
                ? derivative(
                        members, what, "", "@throws IllegalArgumentException if the result has more than one element")
                : derivative(members, what);
    }

    static CodeBlock gradientRecord(Derivative.Members members) {
        return lines("The derivatives of " + method(members) + ", each shaped like its parameter.");
    }

    static CodeBlock vjp(Derivative.Members members) {
        String seed = isTensor(members)
                ? "@param seed the weight of each element of the result; broadcast to the result's shape"
                : "@param seed the weight of the result: 1 gives the gradient";
        return derivative(
                members,
                "Vector-Jacobian product: the derivative by " + by(members) + " of the sum of all results of "
                        + method(members) + ",",
                "each multiplied by its seed.",
                "",
                seed.replace("@param seed", "@param " + Doors.seed(members).name()));
    }

    static CodeBlock jvp(Derivative.Members members) {
        return derivative(
                members,
                "Jacobian-vector product: how fast the result of " + method(members) + " changes when "
                        + by(members)
                        + (members.differentiated().size() == 1 ? " moves" : " move")
                        + " along the given direction.");
    }

    static CodeBlock valueAndJvp(Derivative.Members members) {
        return derivative(members, "The value of " + method(members) + " and its directional derivative, in one go.");
    }

    static CodeBlock pullback(Derivative.Members members) {
        return derivative(
                members,
                "Computes " + method(members) + " once and keeps what its derivative needs: see {@link "
                        + members.names().pullbackType() + "}.");
    }

    static CodeBlock pullbackClass(Derivative.Members members) {
        return lines(
                "A value of " + method(members) + ", ready to send any number of seeds back to " + by(members) + ".");
    }

    static CodeBlock pullbackValue(Derivative.Members members) {
        return lines("What " + method(members) + " gave.");
    }

    static CodeBlock pullbackApply(Derivative.Members members) {
        return derivative(
                members,
                "The vector-Jacobian product with a seed"
                        + (isTensor(members) ? ", which is broadcast to the value's shape." : "."));
    }

    /** @param i the parameter's place among those that are differentiated by */
    static CodeBlock rows(Derivative.Members members, int i) {
        return CodeBlock.of(
                "Many rows of the Jacobian by {@code $N} at a time: one for each seed of a stack.\n",
                members.differentiated().get(i).name());
    }

    static CodeBlock jacobian(Derivative.Members members) {
        return derivative(
                members,
                "All derivatives of " + method(members) + ": the shape is the result's followed by the parameter's.");
    }

    static CodeBlock arrayJacobian(Derivative.Members members) {
        return derivative(
                members,
                "All derivatives of " + method(members) + " by " + by(members)
                        + ": {@code [i][j]} is how fast result i changes with element j.");
    }

    static CodeBlock recordJacobian(Derivative.Members members) {
        return derivative(
                members, "The derivatives by " + by(members) + " of each number that " + method(members) + " gives.");
    }

    static CodeBlock valueAndJacobian(Derivative.Members members) {
        return derivative(
                members, "The value of " + method(members) + " and the derivatives of each of its numbers, in one go.");
    }

    static CodeBlock higherOrder(Derivative.Members members, int order) {
        return order == 2
                ? derivative(
                        members,
                        "Hessian-vector product: how fast the gradient of " + method(members) + " changes when "
                                + by(members)
                                + (members.differentiated().size() == 1 ? " moves" : " move")
                                + " along the given direction,",
                        "which is the matrix of second derivatives times that direction.")
                : derivative(
                        members,
                        "The gradient of the derivative of order " + (order - 1) + " of " + method(members)
                                + " along the given directions.");
    }

    static CodeBlock hessian(Derivative.Members members) {
        boolean one = members.differentiated().size() == 1 && !members.hasRecords();
        return one
                ? derivative(
                        members,
                        "All second derivatives of " + method(members) + " by " + by(members)
                                + ": how fast each derivative changes with each number.")
                : derivative(
                        members,
                        "All second derivatives of " + method(members) + ": a row and a column for each number in "
                                + by(members) + ",",
                        "in the order of parameters and components, arrays row by row.");
    }

    static CodeBlock sparseJacobian(Derivative.Members members) {
        return derivative(
                members,
                "The derivatives of " + method(members) + " by " + by(members)
                        + " that may be other than zero on the path that it takes for these arguments,",
                "many columns or rows at once.");
    }

    static CodeBlock sparseHessian(Derivative.Members members) {
        return derivative(
                members,
                "The second derivatives of " + method(members) + " by " + by(members)
                        + " that may be other than zero on the path that it takes for these arguments,",
                "many columns at once: both sides of the diagonal.");
    }

    /** Of a method that stands in the generated class. */
    static CodeBlock copy(FunctionName name) {
        String display = name.primal().display();
        if (name instanceof FunctionName.Sparsity) {
            return lines("{@code " + display + "} beside the elements of its arguments that each number depends on.");
        }
        if (name instanceof FunctionName.Joined) {
            return lines(
                    "{@code " + display + "}; adds its derivatives, each multiplied by the seed, to the given arrays.");
        }
        if (name instanceof FunctionName.Pattern) {
            return lines("Adds where derivatives of {@code " + display + "} may be other than zero.");
        }
        if (name instanceof FunctionName.Lanes) {
            return lines("A derivative of {@code " + display + "} along " + FunctionName.Lanes.COUNT
                    + " directions at once, which share what depends on none of them.");
        }
        if (name instanceof FunctionName.Tangents) {
            return lines("{@code " + display + "} with its derivatives along " + FunctionName.Lanes.COUNT
                    + " directions, which share the value.");
        }
        if (name instanceof FunctionName.Batch) {
            return lines(FunctionName.Batch.COUNT + " calls of {@code " + display
                    + "} in one, which share what is the same for all.");
        }
        if (name instanceof FunctionName.Primal primal && primal.isPiece()) {
            return lines("{@code " + display + "}: a loop that arrives at a fixed point, or one iteration of it.");
        }
        return CodeBlock.of(
                name instanceof FunctionName.Primal
                        ? "{@code $L}, which generated code can't call.\n"
                        : "A derivative of {@code $L}.\n",
                display);
    }

    static CodeBlock apply(Derivative.Members members) {
        return derivative(
                members,
                method(members) + " on variables: {@code backward()} on the result, or on what is made of it, adds",
                "to the {@code grad()} of the variables given here.");
    }
}
