package dev.jacobi.tape;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Jacobians of methods from arrays to arrays: a derivative sweep for each result, for each argument's element, or for a
 * few of these together.
 */
public final class Jacobians {

    /** So many columns are written at once. */
    private static final int BLOCK = 8;

    /** Of so many arguments columns are begun before results are counted. */
    private static final int FEW = 8 * Lanes.COUNT;

    private Jacobians() {}

    /**
     * What a Jacobian is made of by rows.
     *
     * @param results how many results there are
     * @param vjp the derivative of the results' weighted sum
     */
    public record Rows(int results, UnaryOperator<double[]> vjp) {}

    /**
     * {@code [i][j]} = ∂yᵢ/∂xⱼ, by rows: the vector-Jacobian product with each unit vector.
     *
     * @param results how many results there are
     * @param vjp the derivative of the results' weighted sum
     */
    public static double[][] byRows(int results, UnaryOperator<double[]> vjp) {
        double[][] rows = new double[results][];
        double[] seed = new double[results];
        for (int i = 0; i < results; i++) {
            seed[i] = 1;
            rows[i] = vjp.apply(seed);
            seed[i] = 0;
        }
        return rows;
    }

    /**
     * The same of a symmetric matrix, several rows at once.
     *
     * @param product the matrix times a vector
     * @param products the same for {@link Lanes#COUNT} vectors
     */
    public static double[][] byRows(int results, UnaryOperator<double[]> product, UnaryOperator<double[][]> products) {
        return new Lanes(product, products).units(results);
    }

    /**
     * {@code [i][j]} = ∂yᵢ/∂xⱼ, by columns: the derivative along each unit vector.
     *
     * @param results how many results there are
     * @param arguments how many elements the argument has
     */
    public static double[][] byColumns(int results, int arguments, UnaryOperator<double[]> jvp) {
        return transposed(new Lanes(jvp, null).units(arguments), results);
    }

    /**
     * By columns or by rows, whichever take less. Of a few arguments the first columns are made before anything else:
     * they tell how many results there are, for less than a forward sweep that records. Of many arguments there may be
     * fewer results, so these are counted first.
     *
     * @param jvp the derivative along a direction
     * @param jvps the same along {@link Lanes#COUNT} directions
     */
    public static double[][] cheaper(
            int arguments, UnaryOperator<double[]> jvp, UnaryOperator<double[][]> jvps, Supplier<Rows> rows) {
        Lanes lanes = new Lanes(jvp, jvps);
        boolean few = 0 < arguments && arguments <= FEW;
        double[][] first = few ? lanes.units(0, Math.min(arguments, Lanes.COUNT), arguments) : new double[0][];
        if (few && (first.length == arguments || arguments <= first[0].length)) {
            double[][] columns = Arrays.copyOf(first, arguments);
            double[][] rest = lanes.units(first.length, arguments, arguments);
            System.arraycopy(rest, 0, columns, first.length, rest.length);
            return transposed(columns, first[0].length);
        }
        Rows byRows = rows.get();
        return arguments < byRows.results()
                ? transposed(lanes.units(arguments), byRows.results())
                : byRows(byRows.results(), byRows.vjp());
    }

    /** Rows and columns exchanged, a few columns at once, as each row is far from the next one in memory. */
    private static double[][] transposed(double[][] columns, int results) {
        double[][] rows = new double[results][columns.length];
        for (int from = 0; from < columns.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, columns.length);
            for (int i = 0; i < results; i++) {
                double[] row = rows[i];
                for (int j = from; j < to; j++) {
                    row[j] = columns[j][i];
                }
            }
        }
        return rows;
    }
}
