package dev.jacobi.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.SparseMatrix;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseTest {

    private final AtomicInteger products = new AtomicInteger();

    private static double[] product(double[][] matrix, double[] x) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += matrix[i][j] * x[j];
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix, int columns) {
        double[][] transposed = new double[columns][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private UnaryOperator<double[]> counted(double[][] matrix) {
        return x -> {
            products.incrementAndGet();
            return product(matrix, x);
        };
    }

    private SparseMatrix jacobian(double[][] matrix, int columns) {
        @Nullable Indices[] rows = new Indices[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns; j++) {
                rows[i] = matrix[i][j] == 0 ? rows[i] : Indices.union(rows[i], Indices.of(j));
            }
        }
        return Sparse.jacobian(rows, columns, counted(matrix), () -> counted(transposed(matrix, columns)));
    }

    private SparseMatrix hessian(double[][] matrix) {
        Interactions met = new Interactions(matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (matrix[i][j] != 0) {
                    met.product(Indices.of(i), Indices.of(j));
                }
            }
        }
        return Sparse.hessian(met, counted(matrix));
    }

    private static double[][] random(int seed, int rows, int columns) {
        Random random = new Random(seed);
        double density = 0.4 * random.nextDouble();
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble() < density ? 1 + random.nextInt(9) : 0;
            }
        }
        return matrix;
    }

    private static double[][] symmetric(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i];
            }
        }
        return matrix;
    }

    private static int stored(double[][] matrix) {
        int stored = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                stored += entry == 0 ? 0 : 1;
            }
        }
        return stored;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void jacobianHasEveryEntry(int seed) {
        int columns = 1 + 3 * seed % 17;
        double[][] matrix = random(seed, 1 + 7 * seed % 23, columns);
        SparseMatrix sparse = jacobian(matrix, columns);
        assertThat(sparse.toDense()).isDeepEqualTo(matrix);
        assertThat(sparse.size()).isEqualTo(stored(matrix));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void hessianHasEveryEntry(int seed) {
        double[][] matrix = symmetric(random(seed, 1 + 7 * seed % 40, 1 + 7 * seed % 40));
        SparseMatrix sparse = hessian(matrix);
        assertThat(sparse.toDense()).isDeepEqualTo(matrix);
        assertThat(sparse.size()).isEqualTo(stored(matrix));
    }

    private static double[][] band(int size, int width) {
        double[][] band = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = Math.max(0, i - width); j <= Math.min(size - 1, i + width); j++) {
                band[i][j] = 1 + i + j;
            }
        }
        return band;
    }

    @Test
    void aBandTakesAsManyProductsAsItIsWide() {
        assertThat(jacobian(band(50, 2), 50).toDense()).isDeepEqualTo(band(50, 2));
        assertThat(products).hasValue(5);
    }

    /** A full row makes columns expensive, a full column rows. */
    @Test
    void fewerOfRowsAndColumnsAreTaken() {
        double[][] wide = new double[3][60];
        for (int j = 0; j < 60; j++) {
            wide[0][j] = 1;
            wide[1 + j % 2][j] = 2;
        }
        jacobian(wide, 60);
        assertThat(products).hasValue(2);
        products.set(0);
        jacobian(transposed(wide, 60), 3);
        assertThat(products).hasValue(2);
    }

    /** Symmetry: an arrow's full row is read from its full column, where columns alone would take 40 products. */
    @Test
    void anArrowTakesTwoProducts() {
        double[][] arrow = new double[40][40];
        for (int i = 0; i < 40; i++) {
            arrow[i][i] = 2;
            arrow[0][i] = 3;
            arrow[i][0] = 3;
        }
        assertThat(hessian(arrow).toDense()).isDeepEqualTo(arrow);
        assertThat(products).hasValue(2);
    }

    @Test
    void nothingTakesNoProduct() {
        assertThat(jacobian(new double[4][3], 3)).hasToString("4x3");
        assertThat(hessian(new double[0][0])).hasToString("0x0");
        assertThat(products).hasValue(0);
    }
}
