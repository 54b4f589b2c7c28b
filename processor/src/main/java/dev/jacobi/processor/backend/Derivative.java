package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What is written of one function: as members for users, or as private helpers of those. */
public sealed interface Derivative {

    /**
     * All members of an annotated method's derivative.
     *
     * @param method the simple name of the method
     * @param displayed the method as messages and Javadoc name it: {@code Lyapunov.V}
     * @param doors the parameters as users see them
     * @param given the result as users see it
     * @param primal the method as it was read
     * @param active the parameters that are differentiated by
     * @param tangent value and tangent
     * @param columns value and tangent by each parameter alone, where a Jacobian by several is made of them
     * @param fused both sweeps for a seed of one, for {@code valueAndGradient}
     * @param split both sweeps for any seed, for {@code pullback}
     * @param snapshots the array parameters that a pullback copies when it is made
     * @param readsOnly whether it writes to no array that it is given, and gives none of those that exist already
     * @param distinct pairs of array parameters that must not share an array, since the method writes to one
     * @param overwritten the array parameters in which the method overwrites numbers
     * @param moved those whose rows it puts in other places
     * @param present those that can't be null: the method asks them for something first
     * @param gradient the gradient's struct where there are several parameters
     * @param inPlace both sweeps in memory that is used again; null where tensors keep that from being of use
     * @param higher the derivatives of second and higher order that are asked for
     * @param sparse what sparse matrices are made with; null where they aren't asked for
     * @param lanes the method behind {@code jacobian} or {@code hessian} that takes several directions at once; null
     *     where there is none
     * @param rows the forward sweep and a backward sweep for each number of a record, its seed one and the others zero;
     *     null where they are run one by one
     * @param stacks for parameters that are differentiated by, by their places among these, the backward sweep that
     *     gives the adjoint for many seeds at once; missing where there is none
     * @param iterates whether a derivative is one of fixed points, which may not be arrived at
     */
    record Members(
            String method,
            String displayed,
            DerivativeNames names,
            List<Door> doors,
            Door given,
            Function primal,
            SortedSet<Integer> active,
            Function tangent,
            List<Function> columns,
            Adjoint fused,
            Adjoint split,
            SortedSet<Integer> snapshots,
            boolean readsOnly,
            List<List<Integer>> distinct,
            SortedSet<Integer> overwritten,
            SortedSet<Integer> moved,
            SortedSet<Integer> present,
            Type.@Nullable Struct gradient,
            @Nullable InPlace inPlace,
            List<HigherOrder> higher,
            @Nullable Sparse sparse,
            @Nullable String lanes,
            @Nullable Adjoint rows,
            Map<Integer, Function> stacks,
            boolean iterates)
            implements Derivative {

        /** The parameters as users see them; fields aren't among them. */
        List<Var> parameters() {
            return doors.stream()
                    .filter(door -> door.field() == null)
                    .map(Door::formal)
                    .toList();
        }

        /** The parameter that a leaf belongs to. */
        Door door(Var leaf) {
            return doors.stream()
                    .filter(d -> d.leaves().contains(leaf))
                    .findFirst()
                    .orElseThrow();
        }

        /** Those that are differentiated by. */
        List<Var> differentiated() {
            return activeDoors().stream().map(Door::formal).toList();
        }

        /** Of two arrays that are differentiated by, the one that alone is written; else the second. */
        int writtenArray() {
            List<Door> by = activeDoors();
            boolean first = FreshArguments.isChanged(this, by.get(0));
            boolean second = FreshArguments.isChanged(this, by.get(1));
            return first && !second ? 0 : 1;
        }

        List<Door> activeDoors() {
            return doors.stream().filter(Door::active).toList();
        }

        /** The result as users see it. */
        Type result() {
            return given.formal().type();
        }

        /** Whether the value that users get, or a parameter that is differentiated by, is a record. */
        boolean hasRecords() {
            return given.isRecord() || activeDoors().stream().anyMatch(Door::isRecord);
        }
    }

    /**
     * A derivative of second or higher order: the gradient of a directional derivative.
     *
     * @param along the derivative along one direction for each order but the last
     * @param sweeps both sweeps of its gradient
     */
    record HigherOrder(int order, Function along, Adjoint sweeps) {}

    /**
     * What a sparse matrix of derivatives is made with.
     *
     * @param pattern the method that tells what the result depends on
     * @param hessian whether it is the matrix of second derivatives
     * @param direct whether that method adds entries itself, without sets
     */
    record Sparse(String pattern, boolean hessian, boolean direct) {}

    /** A helper's value and tangent. */
    record TangentHelper(DerivativeNames names, Function tangent) implements Derivative {}

    /** A helper's two sweeps. */
    record PullbackHelper(DerivativeNames names, Adjoint split, Type.@Nullable Struct gradient) implements Derivative {}

    /** A helper's two sweeps in memory that is used again. */
    record InPlaceHelper(DerivativeNames names, Adjoint sweeps, Type.@Nullable Struct gradient) implements Derivative {}

    /** A helper itself, where generated code can't call it. */
    record Copy(String name, Function primal) implements Derivative {}
}
