package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What is written of one function: as members for users, or as private helpers of those. */
public sealed interface Derivative {

    /**
     * All members of an annotated method's derivative.
     *
     * @param method the simple name of the method
     * @param displayed the method as messages and Javadoc name it: {@code Lyapunov.V}
     * @param primal the method as it was read
     * @param active the parameters that are differentiated by
     * @param tangent value and tangent
     * @param columns value and tangent by each parameter alone, where a Jacobian by several is made of them
     * @param fused both sweeps for a seed of one, for {@code valueAndGradient}
     * @param split both sweeps for any seed, for {@code pullback}
     * @param snapshots the array parameters that a pullback copies when it is made
     * @param distinct pairs of array parameters that must not share an array, since the method writes to one
     * @param gradient the gradient's struct where there are several parameters
     * @param inPlace both sweeps in memory that is used again; null where tensors keep that from being of use
     */
    record Members(
            String method,
            String displayed,
            DerivativeNames names,
            Function primal,
            SortedSet<Integer> active,
            Function tangent,
            List<Function> columns,
            Adjoint fused,
            Adjoint split,
            SortedSet<Integer> snapshots,
            List<List<Integer>> distinct,
            Type.@Nullable Struct gradient,
            @Nullable InPlace inPlace)
            implements Derivative {

        List<Var> parameters() {
            return primal.parameters();
        }

        List<Var> differentiated() {
            List<Var> variables = new ArrayList<>();
            for (int i : active) {
                variables.add(primal.parameters().get(i));
            }
            return variables;
        }

        Type result() {
            return primal.type();
        }
    }

    /** A helper's value and tangent. */
    record TangentHelper(DerivativeNames names, Function tangent) implements Derivative {}

    /** A helper's two sweeps. */
    record PullbackHelper(DerivativeNames names, Adjoint split, Type.@Nullable Struct gradient) implements Derivative {}

    /** A helper's two sweeps in memory that is used again. */
    record InPlaceHelper(DerivativeNames names, Adjoint sweeps, Type.@Nullable Struct gradient) implements Derivative {}

    /** A helper itself, where generated code can't call it. */
    record Copy(String name, Function primal) implements Derivative {}
}
