package dev.jacobi.tape;

import dev.jacobi.SparseMatrix;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Jacobians and Hessians from as many products as their columns, or rows, need colours. (Curtis, Powell, Reid: On the
 * estimation of sparse Jacobian matrices, 1974.)
 */
public final class Sparse {

    private Sparse() {}

    /**
     * A Jacobian, by columns or by rows, whichever need fewer products.
     *
     * @param results what each result depends on
     * @param arguments how many elements the argument has
     * @param jvp the derivative along a direction
     * @param vjp makes the derivative of the weighted sum of the results
     */
    public static SparseMatrix jacobian(
            @Nullable Indices[] results,
            int arguments,
            UnaryOperator<double[]> jvp,
            Supplier<UnaryOperator<double[]>> vjp) {
        return jacobian(Sparsity.of(results, arguments), new Lanes(jvp, null), vjp);
    }

    /**
     * The same, several columns at once.
     *
     * @param jvps the derivatives along {@link Lanes#COUNT} directions
     */
    public static SparseMatrix jacobian(
            @Nullable Indices[] results,
            int arguments,
            UnaryOperator<double[]> jvp,
            UnaryOperator<double[][]> jvps,
            Supplier<UnaryOperator<double[]>> vjp) {
        return jacobian(Sparsity.of(results, arguments), new Lanes(jvp, jvps), vjp);
    }

    /**
     * The same of a pattern.
     *
     * @param pattern where entries may be other than zero
     */
    public static SparseMatrix jacobian(
            Pattern pattern, int arguments, UnaryOperator<double[]> jvp, Supplier<UnaryOperator<double[]>> vjp) {
        return jacobian(pattern, arguments, new Lanes(jvp, null), vjp);
    }

    /** The same of a pattern, several columns at once. */
    public static SparseMatrix jacobian(
            Pattern pattern,
            int arguments,
            UnaryOperator<double[]> jvp,
            UnaryOperator<double[][]> jvps,
            Supplier<UnaryOperator<double[]>> vjp) {
        return jacobian(pattern, arguments, new Lanes(jvp, jvps), vjp);
    }

    /** The pattern alone doesn't show what the method throws: one product is made even if there are no entries. */
    private static SparseMatrix jacobian(
            Pattern pattern, int arguments, Lanes jvp, Supplier<UnaryOperator<double[]>> vjp) {
        Sparsity sparsity = pattern.sparsity();
        if (sparsity.size() == 0) {
            jvp.along(1, k -> new double[arguments]);
        }
        return jacobian(sparsity, jvp, vjp);
    }

    private static SparseMatrix jacobian(Sparsity pattern, Lanes jvp, Supplier<UnaryOperator<double[]>> vjp) {
        Sparsity transposed = pattern.transposed();
        boolean columnsFirst = pattern.longest() <= transposed.longest();
        Colours first = columnsFirst ? Colours.ofColumns(pattern, transposed) : Colours.ofColumns(transposed, pattern);
        boolean otherMayBeFewer = first.count() > (columnsFirst ? transposed : pattern).longest();
        Colours second = !otherMayBeFewer
                ? first
                : columnsFirst ? Colours.ofColumns(transposed, pattern) : Colours.ofColumns(pattern, transposed);
        boolean byColumns = columnsFirst == (first.count() <= second.count());
        Colours colours = first.count() <= second.count() ? first : second;
        return byColumns ? byColumns(pattern, colours, jvp) : byRows(pattern, colours, new Lanes(vjp.get(), null));
    }

    /** A Jacobian, by columns. */
    public static SparseMatrix jacobian(@Nullable Indices[] results, int arguments, UnaryOperator<double[]> jvp) {
        Sparsity pattern = Sparsity.of(results, arguments);
        return byColumns(pattern, Colours.ofColumns(pattern, pattern.transposed()), new Lanes(jvp, null));
    }

    private static SparseMatrix byColumns(Sparsity pattern, Colours colours, Lanes jvp) {
        double[][] products = products(pattern, colours, jvp);
        double[] values = new double[pattern.size()];
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.starts()[i]; k < pattern.starts()[i + 1]; k++) {
                values[k] = products[colours.of()[pattern.column()[k]]][i];
            }
        }
        return matrix(pattern, values);
    }

    private static SparseMatrix byRows(Sparsity pattern, Colours colours, Lanes vjp) {
        double[][] products = products(pattern, colours, vjp);
        double[] values = new double[pattern.size()];
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = pattern.starts()[i]; k < pattern.starts()[i + 1]; k++) {
                values[k] = products[colours.of()[i]][pattern.column()[k]];
            }
        }
        return matrix(pattern, values);
    }

    /** One for each colour. */
    private static double[][] products(Sparsity pattern, Colours colours, Lanes along) {
        return along.along(pattern.size() == 0 ? 0 : colours.count(), colours::direction);
    }

    private static SparseMatrix matrix(Sparsity pattern, double[] values) {
        return new SparseMatrix(pattern.rows(), pattern.columns(), pattern.row(), pattern.column(), values);
    }

    /**
     * A Hessian: each entry is read from the product in which it stands alone, on its side of the diagonal or on the
     * other.
     *
     * @param interactions which elements meet
     * @param hvp the Hessian times a direction
     */
    public static SparseMatrix hessian(Interactions interactions, UnaryOperator<double[]> hvp) {
        return hessian(interactions, new Lanes(hvp, null));
    }

    /**
     * The same, several columns at once.
     *
     * @param hvps the Hessian times {@link Lanes#COUNT} directions
     */
    public static SparseMatrix hessian(
            Interactions interactions, UnaryOperator<double[]> hvp, UnaryOperator<double[][]> hvps) {
        return hessian(interactions, new Lanes(hvp, hvps));
    }

    private static SparseMatrix hessian(Interactions interactions, Lanes hvp) {
        @Nullable Indices[] met = interactions.met();
        Sparsity pattern = Sparsity.of(met, met.length);
        Colours colours = Stars.colours(Sparsity.of(withDiagonal(met), met.length));
        double[][] products = products(pattern, colours, hvp);
        double[] values = new double[pattern.size()];
        int[] of = colours.of();
        int[] seen = new int[colours.count()];
        for (int i = 0; i < pattern.rows(); i++) {
            count(pattern, i, of, seen, 1);
            for (int k = pattern.starts()[i]; k < pattern.starts()[i + 1]; k++) {
                int j = pattern.column()[k];
                values[k] = seen[of[j]] == 1 ? products[of[j]][i] : products[of[i]][j];
            }
            count(pattern, i, of, seen, 0);
        }
        return matrix(pattern, values);
    }

    private static @Nullable Indices[] withDiagonal(@Nullable Indices[] met) {
        @Nullable Indices[] all = Arrays.copyOf(met, met.length);
        for (int i = 0; i < all.length; i++) {
            all[i] = Indices.union(all[i], Indices.of(i));
        }
        return all;
    }

    /** How many entries of a row have each colour; or none any more. */
    private static void count(Sparsity pattern, int row, int[] of, int[] seen, int more) {
        for (int k = pattern.starts()[row]; k < pattern.starts()[row + 1]; k++) {
            int colour = of[pattern.column()[k]];
            seen[colour] = more == 0 ? 0 : seen[colour] + more;
        }
    }
}
